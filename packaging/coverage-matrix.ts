import type { WrittenBlock } from '../src/content/block-type.ts';
import type { Compiled } from '../src/content/compile.ts';
import { escapeHtml } from '../src/content/escape.ts';
import type { CourseOutline } from '../src/model/course.ts';
import { htmlPage, htmlTable, places } from './html-page.ts';

/** What a competency may be met in, in the order of a module. */
export const COLUMNS = ['leçon', 'question', 'exercice', 'cas', 'journal', 'positionnement', 'preuve'] as const;
export type Column = (typeof COLUMNS)[number];

export interface CoverageRow {
  /** Framework code. */
  id: string;
  title: string;
  /** Where it is met, `file:line`; a lesson names its competencies in its header, whose line 1 is given. */
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
    for (const lesson of course.lessons) if (lesson.competencies.includes(id)) places.leçon.push(`${lesson.file}:1`);
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
  const table = htmlTable(
    `Les ${rows.length} compétences de ce parcours`,
    ['Compétence', ...COLUMNS],
    rows.map((row) => ({
      alert: isEmpty(row),
      cells: [
        `<strong>${escapeHtml(row.id)}</strong><br>${escapeHtml(row.title)}`,
        ...COLUMNS.map((column) => places(row.places[column])),
      ],
    })),
  );
  const intro = `<p>${escapeHtml(title)}. Où chaque compétence est enseignée, questionnée, exercée, mise en situation, reprise par écrit, positionnée et prouvée. Ouvrez un nombre pour voir les fichiers.</p>`;
  return htmlPage('Couverture des compétences', title, `${intro}\n${table}`);
}
