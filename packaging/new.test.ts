import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatIssue } from '../src/content/issue.ts';
import { type ReadCourse, ROOT, readCourses } from './courses.ts';
import { questionQuality } from './question-quality.ts';
import { newBlock } from './scaffold/block.ts';
import { newCourse } from './scaffold/course.ts';
import { newLesson } from './scaffold/lesson.ts';
import { newModule } from './scaffold/module.ts';

let folder: string;
let modules: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-'));
  modules = join(folder, 'mes parcours');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Said {
  code: number;
  out: string;
  error: string;
}

/** A command of this project, typed in `from`. */
const run = (script: string, words: readonly string[], { from = folder, root = ROOT } = {}) =>
  new Promise<Said>((resolve) => {
    const argv = ['--import', join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs'), join(root, 'packaging', script)];
    execFile(process.execPath, [...argv, ...words], { cwd: from }, (error, out, said) =>
      resolve({ code: error ? Number(error.code) : 0, out, error: said }),
    );
  });
const make = (...words: string[]) => run('new.ts', [...words, '--modules', modules]);
const issues = async () => (await readCourses([], modules)).flatMap(({ compiled }) => compiled.issues.map(formatIssue));
const filesIn = (path: string) => (existsSync(path) ? readdirSync(path, { recursive: true }).map(String).sort() : []);

describe('a course', () => {
  test('passes check and report, can be compiled, and does not need the repository', async () => {
    const { code, out } = await make('course', 'mon-parcours', '--title', 'Mon « premier » parcours');
    expect(code).toBe(0);
    expect(await issues()).toEqual([]);
    const [{ compiled }] = (await readCourses(['mon-parcours'], modules)) as [ReadCourse];
    expect(questionQuality(compiled)).toEqual([]);
    expect(compiled.outline?.title).toBe('Mon «\u00a0premier\u00a0» parcours');
    expect(compiled.outline?.modules.map(({ pages }) => pages.length)).toEqual([4]);
    expect(compiled.outline?.modules[0]?.finalQuiz).toBeDefined();
    expect(compiled.factUses.get('MP-1')?.length).toBeGreaterThan(0);
    expect(readFileSync(join(modules, 'organisation.yaml'), 'utf8')).toContain('à compléter');
    expect(existsSync(join(modules, '.vscode', 'settings.json'))).toBe(true);
    for (const next of ['author', 'check', 'package'])
      expect(out).toContain(`npm run ${next} -- mon-parcours --modules "`);
    expect((await run('check.ts', ['--modules', 'mes parcours'])).out).toContain('rien à signaler');
  });

  test('stands beside another without touching what both share', async () => {
    await make('course', 'un');
    const organisation = join(modules, 'organisation.yaml');
    writeFileSync(organisation, readFileSync(organisation, 'utf8').replace(/^name: .*$/m, 'name: Le nôtre'));
    expect((await make('course', 'deux')).code).toBe(0);
    expect(readFileSync(organisation, 'utf8')).toContain('name: Le nôtre');
    expect(await issues()).toEqual([]);
  });
});

describe('a module and a lesson', async () => {
  beforeEach(async () => void (await make('course', 'c')));

  test('join a course that still passes check, at the end of what they follow', async () => {
    const list = join(modules, 'c', 'course.yaml');
    writeFileSync(list, readFileSync(list, 'utf8').replace('modules: ', '# les miens\nmodules:   '));
    expect((await make('module', 'c', '02-equipe', '--title', 'Faire équipe')).code).toBe(0);
    expect(readFileSync(list, 'utf8')).toContain(
      '# les miens\nmodules:   [01-premier-module, 02-equipe] # les dossiers',
    );
    for (const name of ['ecouter', 'repondre']) expect((await make('lesson', 'c/02-equipe', name)).code).toBe(0);
    expect(await issues()).toEqual([]);
    const [{ compiled }] = (await readCourses(['c'], modules)) as [ReadCourse];
    const added = compiled.outline?.modules[1];
    expect(`${added?.id} ${added?.title}`).toBe('m2 Faire équipe');
    expect(added?.pages.map(({ id, step }) => `${id} ${step}`)).toEqual([
      'se-situer se-situer',
      'premiere-lecon comprendre',
      'ecouter comprendre',
      'repondre comprendre',
      'prendre-du-recul prendre-du-recul',
      'faire-le-point faire-le-point',
    ]);
  });

  test('take a letter when no rank is free between two pages', async () => {
    const at = join(modules, 'c', '01-premier-module');
    cpSync(join(at, '08-prendre-du-recul.md'), join(at, '04-prendre-du-recul.md'));
    rmSync(join(at, '08-prendre-du-recul.md'));
    await run('lock.ts', ['--modules', modules]);
    await make('lesson', 'c/01-premier-module', 'conclure');
    expect(existsSync(join(at, '03b-conclure.md'))).toBe(true);
    expect(await issues()).toEqual([]);
  });

  test('leave the numbers of a course in disorder to its author', async () => {
    const page = join(modules, 'c', '01-premier-module', '03-ouvrir-une-reunion.md');
    writeFileSync(page, `${readFileSync(page, 'utf8')}\n[Nulle part](rien.md)\n`);
    const lock = join(modules, 'c', 'course.lock.json');
    const before = readFileSync(lock, 'utf8');
    expect((await make('lesson', 'c/01-premier-module', 'conclure')).out).toContain('npm run lock -- c');
    expect(readFileSync(lock, 'utf8')).toBe(before);
  });

  test('a file of a course that is gone is not written over', async () => {
    rmSync(join(modules, 'c'), { recursive: true });
    const before = filesIn(modules);
    expect((await make('course', 'c')).error).toContain('c.yaml\u00a0» existe déjà');
    expect(filesIn(modules)).toEqual(before);
  });

  test('are refused in French, with a cure, when their name or their place will not do', async () => {
    const [{ compiled }] = (await readCourses(['c'], modules)) as [ReadCourse];
    const course = (name: string) => newCourse(modules, name, 'T');
    const module = (name: string) => newModule(modules, 'c', compiled, name, 'T');
    const lesson = (folder: string, name: string) => newLesson(modules, 'c', folder, name, 'T');
    const first = '01-premier-module';
    for (const [refusal, what, cure] of [
      [course('c'), 'existe déjà', 'npm run new -- module c'],
      [course('Équipe d’accueil'), 'ne peut pas servir', 'npm run new -- course equipe-d-accueil'],
      [course('facts'), 'le dossier des faits', 'un autre nom'],
      [module('equipe'), 'n’a pas de rang', 'module c 02-equipe'],
      [module('02-Équipe'), 'ne peut pas servir', 'module c 02-equipe'],
      [module('01-equipe'), `déjà celui du module «\u00a0${first}\u00a0»`, 'module c 02-equipe'],
      [lesson('01-premier-modul', 'ecouter'), 'n’existe pas', `Vouliez-vous dire «\u00a0${first}\u00a0»`],
      [lesson('99-autre', 'ecouter'), 'n’existe pas', `Modules connus\u00a0: ${first}`],
      [lesson(first, 'Écouter'), 'ne peut pas servir', `lesson c/${first} ecouter`],
      [lesson(first, 'ouvrir-une-reunion'), '03-ouvrir-une-reunion.md', 'un autre nom'],
    ] as const) {
      expect(refusal).toHaveProperty('refused', expect.stringContaining(what));
      expect(refusal).toHaveProperty('hint', expect.stringContaining(cure));
    }
  });
});

test.each([
  [['course'], 'Il manque un nom', 'npm run new -- course mon-parcours'],
  [['course', 'Été'], 'ne peut pas servir', 'npm run new -- course ete --modules "'],
  [['course', 'd', '--title', 'Deux', 'mots'], 'Trop de mots\u00a0: mots', 'entre guillemets'],
  [['course', 'd', '--titre', 'T'], '--titre n’existe pas', '--title'],
  [['course', 'd', '--title', 'a'.repeat(201)], 'plus de 200 caractères', 'raccourcissez'],
  [['lesson', 'c', 'ecouter'], 'Dites dans quel module', 'lesson mon-parcours/02-equipe ecouter'],
  [['block', 'mon-bloc'], '--modules n’existe pas ici', 'npm run new -- block mon-bloc'],
  [['parcours', 'd'], 'n’est ni course, ni module', 'npm run new -- course'],
])('%j is refused in French, and nothing is written', async (words, what, cure) => {
  const { code, error } = await make(...words);
  expect(code).toBe(1);
  expect(error).toContain(what);
  expect(error).toContain(cure);
  expect(error).not.toMatch(/\bat \S+ \(/);
  expect(existsSync(modules)).toBe(false);
});

test.each(['check', 'lock', 'report', 'coverage', 'release', 'cli', 'author'])(
  '%s says that there is no such folder of courses, and how to begin one',
  async (script) => {
    const { code, error } = await run(`${script}.ts`, ['c', '--modules', 'rien', '--out', folder]);
    expect(code).toBe(1);
    expect(error).toContain('«\u00a0rien\u00a0» n’existe pas');
    expect(error).toContain('npm run new -- course mon-parcours');
  },
);

test('a folder that holds no course is said too', async () => {
  const { code, error } = await run('check.ts', ['--modules', folder]);
  expect(code).toBe(1);
  expect(error).toContain('ne contient aucun parcours');
});

describe('a kind of block', () => {
  test('has an element, a grade, a page of the guide and its tests, which all pass at once', async () => {
    const copy = join(folder, 'copy');
    for (const name of [
      'src',
      'packaging',
      'tests',
      'docs',
      'modules',
      'package.json',
      'tsconfig.json',
      'vitest.config.ts',
      'vite.config.ts',
      'playwright.config.ts',
      'biome.json',
    ])
      cpSync(join(ROOT, name), join(copy, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const { code, out } = await run('new.ts', ['block', 'mon-bloc'], { from: copy, root: copy });
    expect(code).toBe(0);
    const touched = [...out.matchAll(/^(?:Créé|Complété)\u00a0: (\S+)$/gm)].map(([, path]) => path!);
    expect(touched).toContain('src/blocks/runtime.ts');

    const bin = (name: string) => join(copy, 'node_modules', '.bin', name);
    const tool = (name: string, ...words: string[]) =>
      new Promise<string>((resolve) => {
        execFile(
          bin(name),
          words,
          { cwd: copy, encoding: 'utf8', shell: process.platform === 'win32' },
          (_, said, error) => resolve(said + error),
        );
      });
    const types = await tool('tsc', '--noEmit');
    expect(types.split('\n').filter((line) => touched.some((path) => line.startsWith(path)))).toEqual([]);
    const formatted = touched.filter((path) => path.endsWith('.ts') || path.endsWith('.css'));
    expect(await tool('biome', 'check', '--error-on-warnings', '--vcs-enabled=false', ...formatted)).toContain(
      'No fixes applied',
    );
    const tests = await tool(
      'vitest',
      'run',
      '--reporter=json',
      'src/blocks/mon-bloc',
      'tests/guide',
      'tests/architecture',
      'tests/content/issue-kinds.test.ts',
    );
    const { numFailedTests, numPassedTests } = JSON.parse(tests.slice(tests.indexOf('{"'))) as Record<string, number>;
    expect(numFailedTests).toBe(0);
    expect(numPassedTests).toBeGreaterThan(10);
  }, 120_000);

  test.each(['quiz', 'choix-unique', 'Mon Bloc'])('is not made under the name %s', (name) => {
    expect(newBlock(name)).toHaveProperty('refused', expect.stringMatching(/existe déjà|ne peut pas servir/));
  });
});

test('without a word, says what can be begun', async () => {
  const { code, out } = await run('new.ts', []);
  expect(code).toBe(0);
  for (const kind of ['course', 'module', 'lesson', 'block']) expect(out).toContain(`npm run new -- ${kind} `);
});
