import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vocabulary } from '../src/blocks/authoring.ts';
import { formatIssue } from '../src/content/issue.ts';
import { isDay, localDay } from '../src/model/day.ts';
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
  const report = courseReport(sources, compiled, vocabulary.blocks, asked ?? localDay(new Date()));
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
