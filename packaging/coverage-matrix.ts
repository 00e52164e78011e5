import type { WrittenBlock } from '../src/content/block-type.ts';
import type { Compiled } from '../src/content/compile.ts';
import { escapeHtml } from '../src/content/escape.ts';
import type { CourseOutline } from '../src/model/course.ts';

/** What a competency may be met in, in the order of a module. */
export const COLUMNS = ['leçon', 'question', 'exercice', 'cas', 'journal', 'positionnement', 'preuve'] as const;
export type Column = (typeof COLUMNS)[number];

export interface CoverageRow {
  /** Framework code. */
  id: string;
  title: string;
  /** Where it is met: `file:line`, or the file of a lesson. */
  places: Readonly<Record<Column, readonly string[]>>;
}

const TYPES: Readonly<Record<string, Column>> = {
  case: 'cas',
  journal: 'journal',
  positioning: 'positionnement',
  evidence: 'preuve',
};

/** A graded question is an exercise when it stands in « S’exercer »; an open answer or cards belong with questions. */
function columnOf({ block, step }: WrittenBlock): Column | undefined {
  const column = TYPES[block.type];
  if (column) return column;
  if (!('stem' in block) && block.type !== 'cards') return undefined;
  return step === 's-exercer' ? 'exercice' : 'question';
}

/** A positioning names its competencies in its lines, every other block in its attribute. */
const competenciesOf = ({ block }: WrittenBlock): readonly string[] =>
  block.type === 'positioning'
    ? (block as unknown as { items: readonly { code: string }[] }).items.map(({ code }) => code)
    : block.competencies;

/** Every competency of the course, even one that nothing meets. */
export function coverage(course: Pick<Compiled, 'written' | 'lessons'>, outline: CourseOutline): CoverageRow[] {
  return outline.competencies.map(({ id, title }) => {
    const places = Object.fromEntries(COLUMNS.map((column) => [column, [] as string[]])) as Record<Column, string[]>;
    for (const lesson of course.lessons) if (lesson.competencies.includes(id)) places.leçon.push(lesson.file);
    for (const written of course.written) {
      const column = columnOf(written);
      if (column && competenciesOf(written).includes(id)) places[column].push(`${written.file}:${written.line}`);
    }
    return { id, title, places };
  });
}

export const isEmpty = ({ places }: CoverageRow) => COLUMNS.every((column) => places[column].length === 0);

/** Separated by `;` with a byte order mark: opens as a table in a French spreadsheet. */
export function coverageCsv(rows: readonly CoverageRow[]): string {
  const cell = (text: string) => `"${text.replace(/"/g, '""')}"`;
  const lines = rows.map(({ id, title, places }) => [
    cell(id),
    cell(title),
    ...COLUMNS.map((column) => String(places[column].length)),
  ]);
  return `\ufeff${[['compétence', 'intitulé', ...COLUMNS], ...lines].map((line) => line.join(';')).join('\r\n')}\r\n`;
}

export function coverageHtml({ title }: CourseOutline, rows: readonly CoverageRow[]): string {
  const cell = (places: readonly string[]) =>
    places.length === 0
      ? '<td class="none">–</td>'
      : `<td><details><summary>${places.length}</summary><ul>${places.map((place) => `<li><code>${escapeHtml(place)}</code></li>`).join('')}</ul></details></td>`;
  const body = rows.map(
    (row) =>
      `<tr${isEmpty(row) ? ' class="empty"' : ''}><th scope="row">${escapeHtml(row.id)}<br><span>${escapeHtml(row.title)}</span></th>${COLUMNS.map((column) => cell(row.places[column])).join('')}</tr>`,
  );
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Couverture – ${escapeHtml(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1f2a2e}table{border-collapse:collapse;width:100%}th,td{border:1px solid #76807f;padding:.5rem .75rem;text-align:start;vertical-align:top}thead{background:#f3efe8}th span{font-weight:400}.none{color:#4a575c}.empty{background:#fbe9e9}ul{margin:.25rem 0 0;padding-inline-start:1rem;font-size:.875rem}code{overflow-wrap:anywhere}</style></head>
<body>
<h1>Couverture des compétences</h1>
<p>${escapeHtml(title)}. Où chaque compétence est enseignée, questionnée, exercée, mise en situation, reprise par écrit, positionnée et prouvée. Ouvrez un nombre pour voir les fichiers.</p>
<table><thead><tr><th scope="col">Compétence</th>${COLUMNS.map((column) => `<th scope="col">${column}</th>`).join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody></table>
</body></html>
`;
}
