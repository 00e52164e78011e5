import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { type Browser, chromium } from 'playwright';
import type { CompiledCourse } from '../../packaging/assemble.ts';
import { stateBudget } from '../../packaging/budget.ts';
import { buildBundle } from '../../packaging/bundle.ts';
import { ROOT, readCourses } from '../../packaging/courses.ts';
import { ensureBrowser, launchOptions } from '../browser.ts';
import { answerPage } from '../robot.ts';
import { CHANGES, measureAuthor } from './author.ts';
import {
  type Files,
  firstWords,
  floorOf,
  gzipped,
  RUNS,
  repeat,
  type Subject,
  session,
  timeToAnswer,
  timeToReadable,
  weightAtStart,
} from './measure.ts';
import { nineModules } from './nine-modules.ts';
import { serve } from './server.ts';

/**
 * `npm run bench`: weight, speed and LMS calls of built packages, beside a hand-written page of the same text in the
 * same run. Prints tables with each limit, writes docs/mesures.md, exits with 1 when a limit is passed.
 */
const OUT = join(ROOT, '.cache', 'bench');

/** As long as the one the other tools were given. */
const OPEN_TEXT =
  'Vous cherchez un accueil trois jours par semaine à partir de septembre. Votre dossier passera en commission le 14 mai et vous recevrez un courrier. Mme Arnoult vous répond au relais d’ici là, Madame.';

interface Row {
  what: string;
  value: number;
  unit: string;
  /** Absent: measured, and held to nothing. */
  limit?: number;
}

const zipOf = (name: string) => readFileSync(join(OUT, `${name}.zip`));

/** Seconds that the packager says it took, player already built. */
function packageCommand(slug: string, { modules = 'modules', module }: { modules?: string; module?: string } = {}) {
  const words = ['packaging/cli.ts', slug, '--modules', modules, '--target', 'scorm12', '--out', OUT];
  if (module) words.push('--module', module);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Packaging failed: ${stderr}`);
  return Number(/paquets\u00a0: ([\d,]+) s/.exec(stdout)?.[1]?.replace(',', '.'));
}

const open = (name: string): Files => new Map(Object.entries(unzipSync(zipOf(name))));

ensureBrowser();
mkdirSync(OUT, { recursive: true });
packageCommand('petite-enfance');
packageCommand('petite-enfance', { module: 'm1' });
const packaging = {
  course: packageCommand('petite-enfance'),
  three: packageCommand('trois-pages', { modules: 'tests/fixtures/trois-pages' }),
};
const [course, module, three] = [
  open('petite-enfance-scorm12'),
  open('petite-enfance-scorm12-m1'),
  open('trois-pages-scorm12'),
];
const server = await serve({
  ...{ course, courseFloor: floorOf(course) },
  ...{ module, moduleFloor: floorOf(module) },
  ...{ three, threeFloor: floorOf(three) },
});
const browser = await chromium.launch(launchOptions);
const tables = {
  'Le parcours entier, cinq modules (`petite-enfance-scorm12.zip`), ouvert sur son accueil':
    await measureCourse(browser),
  'Son module 1 seul (`petite-enfance-scorm12-m1.zip`)': await measureModule(browser),
  'Trois pages (`trois-pages-scorm12.zip`), le parcours sur lequel d’autres outils ont été mesurés':
    await measureThree(browser),
  'Le lecteur et ses blocs, sans les écrans ouverts à la demande': await measureBundle(),
  'Écrire, sur le parcours le plus long': await measureWriting(browser),
};
await browser.close();
server.close();
report(tables);

async function speed(subject: Subject): Promise<Row[]> {
  const words = firstWords(subject.files);
  const floor = { ...subject, name: `${subject.name}Floor` };
  await timeToReadable(subject, words, false);
  const [quick, quickFloor] = [
    await repeat(() => timeToReadable(subject, words, false)),
    await repeat(() => timeToReadable(floor, words, false)),
  ];
  const [slow, slowFloor] = [
    await repeat(() => timeToReadable(subject, words, true)),
    await repeat(() => timeToReadable(floor, words, true)),
  ];
  const start = await weightAtStart(subject);
  return [
    { what: 'JS + CSS au démarrage, gzip', value: start.bytes / 1000, unit: 'ko', limit: 45 },
    { what: 'Requêtes au démarrage', value: start.requests, unit: '', limit: 8 },
    { what: 'Requêtes hors du paquet', value: start.outside, unit: '', limit: 0 },
    { what: 'Lisible : rapport à une page écrite à la main', value: quick / quickFloor, unit: '×', limit: 2 },
    { what: 'Lisible, processeur ÷ 4 et réseau lent : même rapport', value: slow / slowFloor, unit: '×', limit: 2.3 },
  ];
}

async function measureCourse(browser: Browser): Promise<Row[]> {
  const rows = await speed({ browser, url: server.url, name: 'course', files: course });
  return [...rows, { what: 'Mise en paquet, lecteur déjà construit', value: packaging.course, unit: 's', limit: 1 }];
}

async function measureModule(browser: Browser): Promise<Row[]> {
  const subject: Subject = { browser, url: server.url, name: 'module', files: module };
  const rows = await speed(subject);
  const answerable = await repeat(() => timeToAnswer(subject));
  const played = await session(subject, (frame) => answerPage(frame, { most: 2 }));
  const compiled = (await readCourses(['petite-enfance']))[0]!.compiled as CompiledCourse;
  const alone = { ...compiled, outline: { ...compiled.outline, modules: compiled.outline.modules.slice(0, 1) } };
  return [
    ...rows,
    { what: 'Première question utilisable, même lenteur', value: answerable / 1000, unit: 's', limit: 1.5 },
    { what: 'Appels au LMS à l’ouverture', value: played.launch, unit: '', limit: 12 },
    { what: 'Enregistrements (commits) sur trois pages', value: played.commits, unit: '', limit: 10 },
    {
      what: 'État d’un module terminé, sans texte',
      value: stateBudget(alone).withoutText,
      unit: 'caractères',
      limit: 200,
    },
    {
      what: 'État de neuf modules, tout répondu, sans texte libre',
      value: nineModules(),
      unit: 'caractères',
      limit: 1_500,
    },
  ];
}

async function measureThree(browser: Browser): Promise<Row[]> {
  const subject: Subject = { browser, url: server.url, name: 'three', files: three };
  const rows = await speed(subject);
  const played = await session(subject, (frame) => answerPage(frame, { text: OPEN_TEXT }));
  const media = [...three]
    .filter(([path]) => path.startsWith('media/'))
    .reduce((sum, [, data]) => sum + data.length, 0);
  return [
    ...rows,
    { what: 'Zip, image retirée', value: (zipOf('trois-pages-scorm12').length - media) / 1000, unit: 'ko', limit: 150 },
    { what: 'Fichiers dans le zip', value: three.size, unit: '', limit: 60 },
    { what: 'Appels au LMS à l’ouverture', value: played.launch, unit: '', limit: 12 },
    { what: 'Enregistrements (commits), les trois pages faites', value: played.commits, unit: '', limit: 8 },
    { what: 'État à la fin, texte libre compris', value: played.state, unit: 'caractères', limit: 600 },
    { what: 'Mise en paquet, lecteur déjà construit', value: packaging.three, unit: 's', limit: 1 },
  ];
}

async function measureBundle(): Promise<Row[]> {
  const { bundle } = await buildBundle();
  const files: Files = new Map(bundle.files.map(({ path, data }) => [path, data as Uint8Array]));
  const weight = (types: Iterable<string>) => {
    const chunks = [...types].map((type) => {
      const chunk = bundle.blocks.get(type);
      if (!chunk) throw new Error(`No chunk for block "${type}"`);
      return chunk;
    });
    const paths = chunks.flatMap(({ scripts }) => scripts);
    return gzipped(files, new Set([bundle.script, bundle.style, ...bundle.shared, ...paths])) / 1000;
  };
  const few = ['choice', 'true-false', 'matching', 'journal'];
  const heavy = ['cloze', 'sequence', 'hotspot', 'journal'];
  const later = ['case', 'commitments', 'evidence', 'radar'];
  const questions = [...bundle.blocks.keys()].filter((type) => !later.includes(type));
  return [
    {
      what: 'Trois sortes de questions et un journal (choix, vrai-faux, association)',
      value: weight(few),
      unit: 'ko',
      limit: 45,
    },
    { what: 'Les trois plus lourdes et un journal (texte à trous, ordre, zone)', value: weight(heavy), unit: 'ko' },
    {
      what: `Questions, quiz, rappel, journal, positionnement (${questions.length} blocs)`,
      value: weight(questions),
      unit: 'ko',
      limit: 75,
    },
    { what: `Tous les blocs (${bundle.blocks.size})`, value: weight(bundle.blocks.keys()), unit: 'ko' },
  ];
}

async function measureWriting(browser: Browser): Promise<Row[]> {
  const { slug, check, change, slowest } = await measureAuthor(browser);
  return [
    { what: `\`npm run check -- ${slug}\`, démarrage compris`, value: check / 1000, unit: 's', limit: 2 },
    {
      what: `\`npm run author\` : changement enregistré, puis vu (médiane de ${CHANGES})`,
      value: Math.round(change),
      unit: 'ms',
      limit: 200,
    },
    { what: 'Le plus lent des mêmes', value: Math.round(slowest), unit: 'ms' },
  ];
}

function report(tables: Readonly<Record<string, readonly Row[]>>): void {
  const show = (value: number, unit: string) =>
    `${Number.isInteger(value) ? value : value.toFixed(2).replace('.', ',')}${unit ? ` ${unit}` : ''}`;
  const sections = Object.entries(tables).map(([title, rows]) => {
    const lines = rows.map(
      ({ what, value, unit, limit }) =>
        `| ${what} | ${show(value, unit)} | ${limit === undefined ? '' : `≤ ${show(limit, unit)}`} | ${limit === undefined ? '' : value <= limit ? 'tenu' : '**dépassé**'} |`,
    );
    return `## ${title}\n\n| Mesure | Valeur | Limite | |\n|---|---|---|---|\n${lines.join('\n')}\n`;
  });
  const page = `# Mesures\n\nPage écrite par \`npm run bench\` (médianes de ${RUNS} ouvertures à froid, Chromium sans fenêtre, réseau local ; lenteur : processeur ÷ 4, 150 ms, 1,6 Mbit/s). Les temps dépendent de la machine : comptent les rapports à une page écrite à la main, mesurée dans la même passe.\n\n${sections.join('\n')}`;
  writeFileSync(join(ROOT, 'docs', 'mesures.md'), page);
  console.log(page);
  if (Object.values(tables).some((rows) => rows.some(({ value, limit }) => limit !== undefined && !(value <= limit))))
    process.exitCode = 1;
}
