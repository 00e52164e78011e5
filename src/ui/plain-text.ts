/** What a reader sees at once of the compiler's HTML: no markup, no closed definition. */
export function plainTextOf(html: string): string {
  const template = document.createElement('template');
  template.innerHTML = html;
  for (const closed of template.content.querySelectorAll('[popover]')) closed.remove();
  return template.content.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
