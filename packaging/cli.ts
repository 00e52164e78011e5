import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledCourse, packageName, packageZip } from './assemble.ts';
import { isWrittenIn, stateBudget } from './budget.ts';
import { buildBundle } from './bundle.ts';
import { modulesFolder, outFolder, readArguments, readCourses, sayIssues, stop } from './courses.ts';
import { readingKey } from './reading-key.ts';
import { targets } from './targets/list.ts';

/** `npm run package [-- parcours…] [--target scorm12|cmi5|xapi|web] [--module m1] [--modules DOSSIER] [--out DOSSIER]` */
const { names, options } = readArguments(process.argv.slice(2));
const asked = options.get('target');
const chosen = targets.filter(({ name }) => !asked || name === asked);
if (chosen.length === 0)
  stop(
    `La cible «\u00a0${asked}\u00a0» n’existe pas. Cibles connues\u00a0: ${targets.map(({ name }) => name).join(', ')}.`,
  );
const out = outFolder(options);
const courses = await readCourses(names, modulesFolder(options)); // before the player: a wrong name is said at once

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).replace('.', ',')} ko`;
const count = (number: number) => number.toLocaleString('fr-FR');

const { built } = await step(
  'Lecteur',
  () => buildBundle(),
  ({ built }) => (built ? 'construit' : 'à jour'),
);
const { bundle } = await buildBundle();
const started = performance.now();
mkdirSync(out, { recursive: true });
for (const { slug, compiled } of courses) {
  if (!sayIssues(slug, compiled) || !compiled.outline)
    stop('Aucun paquet écrit\u00a0: corrigez d’abord ces erreurs (npm run check les redonne).');
  const course = compiled as CompiledCourse;
  const only = options.get('module');
  const module = only ? course.outline.modules.find(({ id }) => id === only) : undefined;
  if (only && !module)
    stop(
      `Le module «\u00a0${only}\u00a0» n’existe pas. Modules\u00a0: ${course.outline.modules.map(({ id }) => id).join(', ')}.`,
    );
  for (const target of chosen) {
    const name = `${packageName(course.outline, target, module)}.zip`;
    await step(
      `  ${name}`,
      async () => {
        const data = packageZip(course, bundle, target, module);
        writeFileSync(join(out, name), data);
        return data;
      },
      (data) => kilobytes(data.length),
    );
  }
  const key = `${slug}-cle-de-lecture.html`;
  writeFileSync(join(out, key), readingKey(course));
  console.log(`  ${key}\u00a0: pour les formateurs, ne pas déposer dans la plateforme.`);
  sayBudget(course);
}
console.log(
  `${built ? 'Lecteur et paquets' : 'Paquets'} prêts dans ${out} (paquets\u00a0: ${((performance.now() - started) / 1000).toFixed(2).replace('.', ',')} s).`,
);

function sayBudget(course: CompiledCourse): void {
  const { withoutText, withJournal, typed } = stateBudget(course);
  const journals = course.modules.flatMap(({ pages }) =>
    Object.values(pages).flatMap(({ blocks }) => blocks.filter(isWrittenIn)),
  ).length;
  console.log(
    `  État d’une personne qui a tout fait\u00a0: ${count(withoutText)} caractères sans texte, ${count(withJournal)} avec un journal habituel (${journals} entrées, ${count(typed)} caractères tapés).`,
  );
  console.log(
    `    SCORM 1.2 garantit 4\u202f096 caractères\u00a0: ${withJournal <= 4096 ? 'tout tient.' : 'la progression tient toujours\u202f; les textes les plus anciens resteraient sur l’appareil si la plateforme s’en tient là.'} Moodle, réglage d’origine\u00a0: 64\u202f000.`,
  );
  console.log(
    `  Où un texte libre peut être lu\u00a0: SCORM 1.2, dans les données de suivi de la plateforme (formateurs et administration)\u202f; cmi5 et xAPI, dans l’état que garde le serveur de suivi (son administration)\u202f; web, sur l’appareil seul. Un texte ne devient une réponse que si la personne le partage, ou si l’auteur le demande et le dit (transmise).`,
  );
}

async function step<T>(words: string, act: () => Promise<T>, result: (value: T) => string): Promise<T> {
  process.stdout.write(`${words}… `);
  const value = await act();
  console.log(result(value));
  return value;
}
