import { type ChildProcess, execSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playModule } from '../robot.ts';
import { courseFrame, expect, goTo, launch, refusals, stored, test } from './course.ts';
import { stopServer } from './stop-server.ts';

/** The author's guide alone: what it tells to type is typed, what it tells to change is changed. */
const ROOT = join(import.meta.dirname, '..', '..');
const GUIDE = readFileSync(join(ROOT, 'docs', 'guide-auteur.md'), 'utf8');
const SECTION = /^## Votre premier parcours\n([\s\S]*?)^## /m.exec(GUIDE)?.[1] ?? '';
const COMMANDS = [...SECTION.matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)].flatMap(([, text]) =>
  text!
    .trim()
    .split('\n')
    .map((line) => line.trim()),
);
const FOLDER = '../mes-parcours';
const isServer = (command: string) => /^npm (?:start|run author)\b/.test(command);

let courses: string;
const servers: ChildProcess[] = [];

test.beforeEach(() => {
  courses = join(mkdtempSync(join(tmpdir(), 'premier-')), 'mes parcours'); // a space, as on many disks
});
test.afterEach(async () => {
  await Promise.all(servers.splice(0).map(stopServer));
  rmSync(join(courses, '..'), { recursive: true, force: true });
});

/** As the guide has it, the folder of the courses aside. */
const typed = (command: string) => command.replace(/\.\.\/mes-parcours(\S*)/g, `"${courses}$1"`);

const run = (command: string) => execSync(typed(command), { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' });

/** Starts a command that serves, on a free port and without a browser; gives the address it says. */
function serve(command: string): Promise<string> {
  const data = join(courses, '..', 'campus'); // not the one of whoever runs the tests
  const server = spawn(`${typed(command)} --no-open --port 0 --data "${data}"`, {
    cwd: ROOT,
    shell: true,
    detached: true,
  });
  servers.push(server);
  return new Promise((resolve, reject) => {
    let said = '';
    const read = (data: Buffer) => {
      said += data;
      const address = /Aperçu\s:\s(\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('close', (code) => reject(new Error(`"${command}" ended with ${code}:\n${said}`)));
  });
}

test('from nothing to a finished course in an LMS, by the guide alone', async ({ page, context }) => {
  test.setTimeout(240_000);
  expect(COMMANDS.length).toBeGreaterThanOrEqual(6);
  const after = COMMANDS.findIndex(isServer);
  const [author, start] = COMMANDS.filter(isServer);

  await test.step('creates the course', () => {
    for (const command of COMMANDS.slice(0, after)) expect(run(command)).toContain('Créé');
  });

  await test.step('sees a page change as it is written', async () => {
    const url = await serve(author!);
    await page.goto(url);
    const course = page.frameLocator('iframe[title="Cours"]');
    await expect(course.getByRole('heading', { level: 1 })).toBeVisible();
    const [, file] = /le fichier `(.+?\.md)`/.exec(SECTION) ?? [];
    const [, before, then] = /Remplacez `(.+?)` par `(.+?)`/.exec(SECTION) ?? [];
    await goTo(course, `#/m1/${/\/\d+-([^/]+)\.md$/.exec(file!)![1]}`);
    const title = course.getByRole('heading', { level: 1 });
    await expect(title).toHaveText(before!.replace('titre: ', ''));
    const path = join(courses, file!);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(before);
    writeFileSync(path, text.replace(before!, then!));
    await expect(title).toHaveText(then!.replace('titre: ', ''));
  });

  await test.step('adds a lesson, and nothing is to be said of the course', () => {
    const said = COMMANDS.slice(after + 1)
      .filter((command) => !isServer(command))
      .map(run);
    expect(said.join('\n')).toContain('rien à signaler');
    expect(said.join('\n')).toContain('mon-parcours-scorm12.zip');
  });

  await test.step('plays the package to its end in a strict LMS', async () => {
    const url = await serve(start!);
    const learner = await context.newPage();
    const course = await launch(learner, { url }, { zip: 'mon-parcours-scorm12', lms: 'strict', learner: 'premier' });
    await playModule(courseFrame(learner), 'm1');
    await expect(course.locator('module-summary')).toContainText('Module terminé');
    await expect.poll(async () => (await stored(learner)).status, { timeout: 10_000 }).toBe('completed');
    expect((await stored(learner)).score).toBe(100);
    expect(await refusals(learner)).toEqual([]);
  });
});

test('every command of the guide looks in the same folder', () => {
  for (const command of COMMANDS) expect(command).toContain(`--modules ${FOLDER}`);
});
