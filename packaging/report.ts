import { join, resolve } from 'node:path';
import { formatIssue, sortIssues } from '../src/content/issue.ts';
import { ROOT, readArguments, readCourses } from './courses.ts';
import { questionQuality } from './question-quality.ts';

/** `npm run report [-- parcours…] [--modules DOSSIER]`: what deserves a second look; never stops a package. */
const { names, options } = readArguments(process.argv.slice(2));
const modules = options.get('modules') ? resolve(options.get('modules')!) : join(ROOT, 'modules');

for (const { slug, compiled } of readCourses(names, modules)) {
  const warnings = questionQuality(compiled);
  const issues = sortIssues([...compiled.issues, ...warnings]);
  for (const issue of issues) console.log(formatIssue(issue));
  const questions = compiled.written.filter(({ block }) => 'stem' in block);
  const kinds = new Map<string, number>();
  for (const { directive } of questions) kinds.set(directive, (kinds.get(directive) ?? 0) + 1);
  const told = [...kinds].map(([directive, count]) => `${directive} ${count}`).join(', ');
  console.log(`\n${slug}\u00a0: ${questions.length} questions (${told || 'aucune'}).`);
  console.log(
    issues.length === 0
      ? 'Rien à signaler.'
      : `${issues.length} ${issues.length > 1 ? 'points à revoir' : 'point à revoir'}.`,
  );
}
