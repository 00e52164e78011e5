import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { formatIssue } from '../src/content/issue.ts';
import { modulesFolder, outFolder, readArguments, readCourses, sayIssues, stop } from './courses.ts';
import { COLUMNS, coverage, coverageCsv, coverageHtml, isEmpty } from './coverage-matrix.ts';

/** `npm run coverage [-- parcours…] [--modules DOSSIER] [--out DOSSIER]`: where each competency is met. */
const { names, options } = readArguments(process.argv.slice(2));
const modules = modulesFolder(options);
const out = outFolder(options);
mkdirSync(out, { recursive: true });

for (const { slug, compiled } of await readCourses(names, modules)) {
  if (!sayIssues(slug, compiled) || !compiled.outline)
    stop('Corrigez d’abord ces erreurs\u00a0: npm run check les redonne.');
  const rows = coverage(compiled, compiled.outline);
  const file = join(relative(process.cwd(), modules), slug, 'competencies.yaml');
  writeFileSync(join(out, `${slug}-couverture.html`), coverageHtml(compiled.outline, rows));
  writeFileSync(join(out, `${slug}-couverture.csv`), coverageCsv(rows));
  console.log(`${slug}\u00a0: ${slug}-couverture.html et .csv dans ${out}.`);
  for (const row of rows) {
    const missing = COLUMNS.filter((column) => row.places[column].length === 0);
    if (!isEmpty(row) && missing.length > 0) console.log(`  ${row.id}\u00a0: sans ${missing.join(', ')}`);
  }
  for (const { id } of rows.filter(isEmpty)) {
    const line = lineOf(file, id);
    console.error(
      formatIssue({
        file,
        line,
        code: 'couverture/vide',
        message: `la compétence «\u00a0${id}\u00a0» n’est travaillée nulle part`,
        hint: 'Enseignez-la, questionnez-la, positionnez-la, ou retirez-la du parcours.',
      }),
    );
    process.exitCode = 1;
  }
}

function lineOf(file: string, id: string): number {
  const at = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((text) => text.includes(id));
  return Math.max(1, at + 1);
}
