import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vocabulary } from '../src/blocks/authoring.ts';
import { formatIssue } from '../src/content/issue.ts';
import { modulesFolder, outFolder, readArguments, readCourses, sayIssues, shownPath, stop } from './courses.ts';
import { courseReport } from './report/course-report.ts';
import { reportHtml } from './report/report-html.ts';
import { reportText } from './report/report-text.ts';

/**
 * `npm run report [-- parcours…] [--modules DOSSIER] [--out DOSSIER] [--date 2027-12-01]`: time, readability, sources
 * and questions of a course. Warnings never fail; a course with errors does. `--date` is the day that ages are told from.
 */
const { names, options } = readArguments(process.argv.slice(2));
const out = outFolder(options);
const asked = options.get('date');
if (asked !== undefined && !isDay(asked))
  stop('La date n’est pas utilisable. Écrivez l’année, le mois, le jour\u00a0: --date 2027-12-01.');

for (const { slug, sources, compiled } of await readCourses(names, modulesFolder(options))) {
  if (!sayIssues(slug, compiled)) {
    process.exitCode = 1;
    continue;
  }
  const report = courseReport(sources, compiled, vocabulary.blocks, asked ?? today());
  const file = join(out, `${slug}-rapport.html`);
  mkdirSync(out, { recursive: true });
  writeFileSync(file, reportHtml(report));
  const { length } = report.warnings;
  console.log(reportText(report));
  console.log(
    length === 0 ? '\nRien à signaler.' : `\n${length} ${length > 1 ? 'points à revoir' : 'point à revoir'}\u00a0:`,
  );
  for (const warning of report.warnings) console.log(formatIssue(warning));
  console.log(`\nTout le détail\u00a0: ${shownPath(file)}\n`);
}

/** Of the author: the clock of the place where the command runs. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The 30th of February is none. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
