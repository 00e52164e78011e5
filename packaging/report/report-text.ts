import { beginning } from '../../src/model/beginning.ts';
import { total } from './block-time.ts';
import type { CourseReport, ModuleReport } from './course-report.ts';
import { easeInWords } from './readability.ts';
import { TIME_VARIES } from './report-html.ts';
import { minutesInWords } from './times.ts';

/** The report on a screen of text: figures first, what deserves a second look is printed after it. */
export function reportText(report: CourseReport): string {
  return [
    report.outline.title,
    '',
    ...report.modules.flatMap(moduleLines),
    ...sourceLines(report),
    '',
    TIME_VARIES,
  ].join('\n');
}

/** Signs of a page's title that a line shows. */
const TITLE = 44;

/** `announced` is in minutes. */
const timeLine = (title: string, seconds: number, announced: number) =>
  `  ${beginning(title, TITLE).padEnd(TITLE)}${minutesInWords(seconds).padStart(8)}  (annoncé\u00a0: ${minutesInWords(announced * 60)})`;

function moduleLines({ time, pages, questions }: ModuleReport): string[] {
  const { outline } = time.module;
  const rows = time.pages.map(({ page, seconds }, rank) => {
    const line = timeLine(page.outline.title, total(seconds), page.outline.minutes);
    const { ease, wordsPerSentence } = pages[rank]!;
    if (ease === undefined) return line;
    return `${line.padEnd(TITLE + 32)}${Math.round(wordsPerSentence)} mots par phrase, indice ${Math.round(ease)} (${easeInWords(ease)})`;
  });
  const kinds = questions.kinds.map(([directive, count]) => `${directive} ${count}`).join(', ') || 'aucune';
  const graded = questions.competencies.map(({ competency, graded: count }) => `${competency.id} ${count}`).join(', ');
  return [
    `Module ${outline.id}\u00a0: ${outline.title}`,
    ...rows,
    timeLine('Module entier', total(time.seconds), outline.minutes),
    `  Questions\u00a0: ${kinds}. Notées, par compétence\u00a0: ${graded}.`,
    '',
  ];
}

function sourceLines({ facts, resources }: CourseReport): string[] {
  const used = facts.filter(({ uses }) => uses.length > 0);
  const again = used.filter((one) => one.again);
  const statuses = [...new Set(again.map(({ fact }) => fact.status))];
  const old = used.filter((one) => one.old).length + resources.filter((one) => one.old).length;
  const unused = facts.filter(({ uses }) => uses.length === 0).map(({ fact }) => fact.id);
  return [
    `Sources\u00a0: ${counted(facts.length, 'fait')}, ${counted(used.length, 'employé')}\u202f; ${counted(resources.length, 'ressource')}\u202f; ${counted(old, 'lecture')} de plus de douze mois.`,
    ...statuses.map((status) => {
      const ids = again.flatMap(({ fact }) => (fact.status === status ? fact.id : []));
      return `  À relire, ${status}\u00a0: ${ids.join(', ')}`;
    }),
    ...(unused.length > 0 ? [`  Jamais employés\u00a0: ${unused.join(', ')}`] : []),
  ];
}

const counted = (count: number, word: string) => `${count} ${word}${count > 1 ? 's' : ''}`;
