import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeLock } from '../src/content/lock.ts';
import { modulesFolder, readArguments, readCourses, sayIssues, stop } from './courses.ts';

/** `npm run lock [-- parcours…] [--modules DOSSIER]`: writes the numbers of what is new, keeps all the others. */
const { names, options } = readArguments(process.argv.slice(2));
const modules = modulesFolder(options);
for (const { slug, compiled } of await readCourses(names, modules)) {
  const others = compiled.issues.filter(({ code }) => code !== 'verrou/perime');
  const unnumbered = ['bloc/id', 'bloc/id-double', 'inclure/deux-fois'];
  if (others.some(({ code }) => code.startsWith('verrou/') || unnumbered.includes(code))) {
    sayIssues(slug, { ...compiled, issues: others });
    stop('Les numéros n’ont pas été écrits\u00a0: corrigez d’abord ces identifiants.');
  }
  const path = join(modules, slug, 'course.lock.json');
  const text = writeLock(compiled.lock);
  const before = readIfThere(path);
  if (before === text) console.log(`${slug}\u00a0: les numéros sont à jour.`);
  else {
    writeFileSync(path, text);
    for (const issue of compiled.issues.filter(({ code }) => code === 'verrou/perime'))
      console.log(`${slug}\u00a0: ${issue.message}`);
    console.log(`${slug}\u00a0: numéros écrits dans ${compiled.lockFile}.`);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
