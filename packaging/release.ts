import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publish, writeLock } from '../src/content/lock.ts';
import { modulesFolder, readArguments, readCourses, sayIssues, stop } from './courses.ts';

/** `npm run release -- parcours`: from now on its ids are public and frozen. Commit the lock it writes. */
const { names, options } = readArguments(process.argv.slice(2));
const modules = modulesFolder(options);
if (names.length === 0) stop('Nommez le parcours à publier\u00a0: npm run release -- petite-enfance');
for (const { slug, compiled } of await readCourses(names, modules)) {
  if (!sayIssues(slug, compiled)) stop('Rien n’a été publié\u00a0: corrigez d’abord ces erreurs.');
  const lock = publish(compiled.lock);
  writeFileSync(join(modules, slug, 'course.lock.json'), writeLock(lock));
  console.log(
    `${slug}\u00a0: publication ${lock.release}. Enregistrez course.lock.json, puis «\u00a0npm run package -- ${slug}\u00a0».`,
  );
}
