const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);

/** What a reader sees of a piece of HTML we made ourselves. */
export const plainText = (html: string) =>
  html
    // words of another language are a span within it
    .replace(
      /<span popover\b[^>]*>(?:<span\b[^>]*>(?:(?!<\/?span\b)[\s\S])*<\/span>|(?!<\/?span\b)[\s\S])*<\/span>/g,
      '',
    )
    .replace(/<\/(?:p|li|h\d|td|th|tr|div)>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, (run) => (/[\u00a0\u202f]/.test(run) ? run : ' '))
    .trim();
