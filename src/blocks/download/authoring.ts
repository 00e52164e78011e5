import type { StaticType } from '../../content/block-type.ts';
import { escapeHtml } from '../../content/escape.ts';
import { quoted } from '../../content/issue.ts';
import { extensionOf, sourceOf } from '../../content/media.ts';
import { writeNumber } from '../../model/french-number.ts';

/** File ending → the word people know it by. */
const KINDS: Readonly<Record<string, string>> = {
  doc: 'Word',
  docx: 'Word',
  xls: 'Excel',
  xlsx: 'Excel',
  ppt: 'PowerPoint',
  pptx: 'PowerPoint',
  odt: 'LibreOffice Writer',
  ods: 'LibreOffice Calc',
  odp: 'LibreOffice Impress',
  csv: 'tableau CSV',
  txt: 'texte',
  zip: 'dossier compressé ZIP',
  jpg: 'image JPEG',
  png: 'image PNG',
  svg: 'image SVG',
};

/** « 812 octets », « 34 ko », « 1,2 Mo »: of a thousand each, as the French standard has it. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0octet${bytes > 1 ? 's' : ''}`;
  const kilobytes = Math.round(bytes / 1000);
  return kilobytes < 1000 ? writeNumber(kilobytes, 'ko') : writeNumber(Math.round(bytes / 100_000) / 10, 'Mo');
}

/** A document to take away: what it is, its kind and its size before one takes it. A Markdown file becomes a Word one. */
export const downloadType: StaticType = {
  directives: ['telecharger'],
  attributes: ['source', 'titre', 'duree'],
  render(node, tools) {
    const { values } = node.attributes;
    const source = values.get('source') ?? '';
    const file = /\.md$/i.test(source) ? tools.document(source, node.line) : sourceOf(node, tools, [], 'grille.docx');
    const title = tools.text(values.get('titre') ?? '', node.line);
    const duration = tools.text(values.get('duree') ?? '', node.line);
    if (!title) tools.issue(node.line, 'telecharger/titre', 'il manque le titre du document', 'Écrivez titre="…".');
    const body = tools.html(node.body, node.line + 1);
    if (!file) return '';
    const bytes = file.bytes();
    if (bytes === 0)
      tools.issue(
        node.line,
        'telecharger/vide',
        `le fichier ${quoted(file.name)} est vide`,
        'Remplacez-le par le document complet.',
      );
    const extension = extensionOf(file.name);
    const kind = KINDS[extension] ?? extension.toUpperCase();
    return `<section class="card bloc takeaway"><p class="kicker"><svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 4v11m-5-5l5 5 5-5M5 20h14"/></svg> À télécharger${duration && ` · ${escapeHtml(duration)}`}</p><p><a href="${escapeHtml(file.src)}" download="${escapeHtml(file.name)}">${escapeHtml(title)} <span class="takeaway__kind">(${[kind, sizeInWords(bytes)].filter(Boolean).join(', ')})</span></a></p>${body}</section>\n`;
  },
};
