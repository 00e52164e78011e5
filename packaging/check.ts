import { modulesFolder, readArguments, readCourses, sayIssues } from './courses.ts';

/** `npm run check [-- parcours…] [--modules DOSSIER]`: every issue of every course; exit code 1 when there is one. */
const { names, options } = readArguments(process.argv.slice(2));
const started = performance.now();
let clean = true;
for (const { slug, compiled } of await readCourses(names, modulesFolder(options))) {
  if (!sayIssues(slug, compiled)) {
    clean = false;
    continue;
  }
  const blocks = compiled.modules.reduce(
    (sum, { pages }) => sum + Object.values(pages).reduce((count, page) => count + page.blocks.length, 0),
    0,
  );
  console.log(
    `${slug}\u00a0: rien à signaler (${compiled.outline?.modules.length ?? 0} module(s), ${blocks} blocs, ${compiled.facts.size} faits).`,
  );
}
console.log(`Vérifié en ${((performance.now() - started) / 1000).toFixed(1).replace('.', ',')} s.`);
if (!clean) process.exitCode = 1;
