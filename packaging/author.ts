import { existsSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import launchEditor from 'launch-editor';
import { formatIssue } from '../src/content/issue.ts';
import { writeLock } from '../src/content/lock.ts';
import { courseNames } from '../src/content/sources.ts';
import { clientBundle } from '../src/preview/client-bundle.ts';
import { openBrowser } from '../src/preview/open-browser.ts';
import { listenAt } from '../src/preview/server.ts';
import { LiveCourse } from './author/live-course.ts';
import { authorApp } from './author/server.ts';
import { buildBundle } from './bundle.ts';
import { knownCourses, modulesFolder, readArguments, shownPath, stop } from './courses.ts';

/**
 * `npm run author [-- parcours] [--modules DOSSIER] [--port 4180] [--no-open]`: the course beside a stand-in LMS, drawn
 * again at each saved change, with what is wrong in it.
 */
const { names, options } = readArguments(process.argv.slice(2));
const modules = modulesFolder(options);
const slug = chosen();
const { bundle } = await buildBundle();
const shownRoot = shownPath(modules).split(sep).join('/');
const course = new LiveCourse(modules, slug, shownRoot, bundle);
await course.look();
/** An issue's file, on disk; undefined when it is not under the folder of the courses. */
const onDisk = (file: string) => {
  const path = resolve(modules, relative(shownRoot, file));
  return path.startsWith(modules + sep) && existsSync(path) ? path : undefined;
};
const { app, changed } = authorApp({
  course,
  client: await clientBundle(),
  openEditor(file, line) {
    const path = onDisk(file);
    if (path)
      launchEditor(`${path}:${line}:1`, undefined, (_name, message) => {
        console.error(
          `Aucun éditeur n’a pu être ouvert${message ? ` (${message})` : ''}. Nommez le vôtre\u00a0: LAUNCH_EDITOR=code npm run author`,
        );
      });
    return path !== undefined;
  },
  writeLock() {
    const others = course.compiled.issues.filter(({ code }) => code !== 'verrou/perime');
    if (others.length > 0) return 'Corrigez d’abord les erreurs\u00a0: un numéro donné ne se reprend pas.';
    writeFileSync(join(modules, slug, 'course.lock.json'), writeLock(course.compiled.lock));
    return undefined;
  },
});

/** Several files saved together, or one saved in two steps, are one change. */
const TOGETHER = 15;
let due: NodeJS.Timeout | undefined;
const watcher = watch(modules, {
  ignoreInitial: true,
  // other courses of the folder are not this one's business
  ignored: (path) => {
    const [first = ''] = relative(modules, path).split(sep);
    return /(?:^|[\\/])\.[^.]/.test(relative(modules, path)) || (first !== slug && others().includes(first));
  },
});
watcher.on('all', () => {
  clearTimeout(due);
  due = setTimeout(async () => {
    const started = performance.now();
    const { issues, changed: modulesChanged } = await changed();
    const took = Math.round(performance.now() - started);
    const count =
      issues.length === 0 ? 'rien à signaler' : `${issues.length} ${issues.length > 1 ? 'erreurs' : 'erreur'}`;
    console.log(
      `${new Date().toLocaleTimeString('fr-FR')}  ${modulesChanged.join(', ') || 'sans effet'}\u00a0: ${count} (${took} ms)`,
    );
  }, TOGETHER);
});
// what is saved before it has seen every file would be missed
await new Promise<void>((resolve) => void watcher.once('ready', () => resolve()));

for (const issue of course.compiled.issues) console.error(formatIssue(issue));
const server = await listenAt(app, options.get('port'), 4180);
if (!server)
  stop(
    `Le port ${options.get('port')} est déjà pris. Choisissez-en un autre\u00a0: npm run author -- ${slug} --port 4181`,
  );
const { url } = server;
console.log(
  `\nAperçu : ${url}\nEnregistrez un fichier de ${join(shownRoot, slug)} : la page suit. Ctrl+C pour arrêter.`,
);
if (!options.has('no-open')) openBrowser(url);

function others(): string[] {
  return courseNames(modules).filter((name) => name !== slug);
}

function chosen(): string {
  const known = knownCourses(modules);
  const [asked = known.length === 1 ? known[0] : undefined] = names;
  if (asked && known.includes(asked)) return asked;
  return stop(
    `${asked ? `Le parcours «\u00a0${asked}\u00a0» n’existe pas. ` : ''}Nommez le parcours à écrire\u00a0: npm run author -- ${known[0]}\nParcours connus\u00a0: ${known.join(', ')}.`,
  );
}
