import type { AuthoringTools, DirectiveNode } from './block-type.ts';
import { escapeHtml } from './escape.ts';
import { extensionOf, sourceOf } from './media.ts';

/** File ending → its type, as the element that plays it wants it said. */
export type Formats = Readonly<Record<string, string>>;

interface Recording {
  kind: 'video' | 'audio';
  /** Word and icon above the title. */
  label: string;
  icon: string;
  formats: Formats;
  /** A file name, for who wrote none. */
  example: string;
}

/** What is seen or heard: a title, native controls, never played by itself, and all of it in words. */
export function drawRecording(
  node: DirectiveNode,
  tools: AuthoringTools,
  { kind, label, icon, formats, example }: Recording,
  more: { attributes?: string; tracks?: string } = {},
): string {
  const { values } = node.attributes;
  const file = sourceOf(node, tools, Object.keys(formats), example);
  const title = tools.text(values.get('titre') ?? '', node.line);
  if (!title)
    tools.issue(
      node.line,
      `${node.name}/titre`,
      'il manque le titre',
      'Écrivez titre="…"\u00a0: il dit ce que l’on va voir ou entendre.',
    );
  if (!node.body.trim())
    tools.issue(
      node.line,
      `${node.name}/transcription`,
      'il manque la transcription',
      'Écrivez entre ::: et ::: ce qui se dit et ce qui se voit, pour qui n’entend pas, ne voit pas ou préfère lire.',
    );
  const transcript = tools.html(node.body, node.line + 1);
  const duration = tools.text(values.get('duree') ?? '', node.line);
  if (!file) return '';
  const player = `<${kind} controls preload="metadata" aria-label="${escapeHtml(title)}"${more.attributes ?? ''}><source src="${escapeHtml(file.src)}" type="${formats[extensionOf(file.name)]}">${more.tracks ?? ''}</${kind}>`;
  return `<figure class="card bloc recording"><figcaption><p class="kicker"><svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="${icon}"/></svg> ${label}${duration && ` · ${escapeHtml(duration)}`}</p><p class="lab">${escapeHtml(title)}</p></figcaption>${player}<details><summary>Transcription</summary><div class="unfolded">${transcript}</div></details></figure>\n`;
}
