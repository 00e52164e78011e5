import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { stopServer } from './stop-server.ts';

const ROOT = join(import.meta.dirname, '..', '..');
let folder: string;
let server: ChildProcess;
let url: string;
/** The lesson that the tests write in. */
const lesson = () => join(folder, 'courses', 'essai', '01-cadre', '02-comprendre.md');
const opened = () => join(folder, 'opened.txt');
const edit = (change: (text: string) => string) => writeFileSync(lesson(), change(readFileSync(lesson(), 'utf8')));

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'author-'));
  cpSync(join(ROOT, 'tests/fixtures/courses'), join(folder, 'courses'), { recursive: true });
  const editor = join(folder, 'code'); // stands for an editor that knows lines
  writeFileSync(editor, `#!/bin/sh\necho "$@" > "${opened()}"\n`);
  chmodSync(editor, 0o755);
  const words = ['packaging/author.ts', 'essai', '--modules', join(folder, 'courses'), '--port', '0', '--no-open'];
  server = spawn(process.execPath, ['--import', 'tsx', ...words], {
    cwd: ROOT,
    detached: true,
    env: { ...process.env, LAUNCH_EDITOR: editor },
  });
  url = await new Promise((resolve, reject) => {
    server.stdout?.on('data', (data) => {
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(data))?.[0];
      if (address) resolve(address);
    });
    server.on('close', (code) => reject(new Error(`The author's preview ended with ${code}`)));
  });
});
test.afterEach(async () => {
  await stopServer(server);
  rmSync(folder, { recursive: true, force: true });
});

test('a saved change is seen where the author was reading, without opening the course again', async ({ page }) => {
  await page.goto(url);
  const course = page.frameLocator('iframe[title="Cours"]');
  await page.locator('.blocks').getByRole('link').nth(1).click();
  await expect(course.locator('h1')).toBeVisible();
  const frame = page.frames().find((one) => one.url().includes('/content/'))!;
  await frame.evaluate(() => {
    Object.assign(window, { sameDocument: true });
    window.scrollTo(0, 120);
  });
  await expect.poll(() => frame.evaluate(() => window.scrollY)).toBe(120);
  edit((text) => text.replace('\n---\n', '\n---\nUne phrase ajoutée.\n\n'));
  await expect(course.locator('.page')).toContainText('Une phrase ajoutée.');
  await expect.poll(() => frame.evaluate(() => [window.scrollY, 'sameDocument' in window])).toEqual([120, true]);
});

test('what is saved while the course is still loading is in it once it is there', async ({ page }) => {
  // the part of the player that listens comes late
  await page.route('**/player/live-*.js', async (route) => {
    edit((text) => text.replace('\n---\n', '\n---\nUne phrase d’avant.\n\n'));
    await expect(page.locator('.blocks li').first()).toBeVisible();
    await page.waitForTimeout(1_000);
    await route.continue();
  });
  await page.goto(url);
  await page.locator('.blocks').getByRole('link').nth(1).click();
  await expect(page.frameLocator('iframe[title="Cours"]').locator('.page')).toContainText('Une phrase d’avant.');
});

test('a block that is added, then taken away, comes and goes with its module’s list', async ({ page }) => {
  await page.goto(url);
  const course = page.frameLocator('iframe[title="Cours"]');
  await page.locator('.blocks').getByRole('link').nth(1).click();
  const before = await page.locator('.blocks li').count();
  edit(
    (text) =>
      `${text}\n:::vrai-faux{id=ajoute}\nUne question ajoutée.\n\n- [x] Elle est là.\n  > Elle vient d’être écrite.\n:::\n`,
  );
  await expect(course.getByText('Une question ajoutée.')).toBeVisible();
  await expect(page.locator('.blocks li')).toHaveCount(before + 1);
  await expect(page.getByRole('button', { name: 'Donner les numéros' })).toBeVisible();
  await page.getByRole('button', { name: 'Donner les numéros' }).click();
  await expect(page.locator('.issues')).toHaveCount(0);
  edit((text) => text.replace(/\n:::vrai-faux\{id=ajoute\}[\s\S]*$/, '\n'));
  await expect(course.getByText('Une question ajoutée.')).toHaveCount(0);
});

test('what is wrong lies over the course, opens in the editor at its line, and goes once mended', async ({ page }) => {
  await page.goto(url);
  const course = page.frameLocator('iframe[title="Cours"]');
  await page.locator('.blocks').getByRole('link').nth(1).click();
  await expect(course.locator('.page')).toBeVisible();
  edit((text) => text.replace('\n---\n', '\n---\n[Une page](absente.md)\n\n'));
  const issues = page.getByRole('region', { name: 'Erreurs' });
  await expect(issues).toContainText('ne mène nulle part');
  await expect(issues).toContainText('→');
  const place = issues.getByRole('button', { name: /02-comprendre\.md:\d+$/ });
  const line = /:(\d+)$/.exec((await place.textContent())!.trim())?.[1];
  await place.click();
  await expect.poll(() => existsSync(opened())).toBe(true);
  expect(readFileSync(opened(), 'utf8')).toContain(`${lesson()}:${line}:1`);
  edit((text) => text.replace('[Une page](absente.md)\n\n', ''));
  await expect(issues.locator('.issues')).toHaveCount(0);
});

test('any block is shown in any state, played by someone new, and the LMS hears it', async ({ page }) => {
  await page.goto(url);
  const course = page.frameLocator('iframe[title="Cours"]');
  const line = page.locator('.blocks li').filter({ hasText: 'choix-unique' }).first();
  await line.getByRole('button', { name: /^Juste/ }).click();
  await expect(course.locator('.verdict, .feedback').first()).toBeVisible();
  await expect(page.getByRole('log', { name: 'LMS' })).toContainText('.result = correct');
  await line.getByRole('button', { name: /^Faux/ }).click();
  await expect(page.getByRole('log', { name: 'LMS' })).toContainText('.result = wrong');
  await line.getByRole('button', { name: /^Neuf/ }).click();
  await expect(course.getByRole('button', { name: 'Vérifier ma réponse' }).first()).toBeVisible();
  const journal = page.locator('.blocks li').filter({ hasText: 'journal' }).first();
  await journal.getByRole('button', { name: /^Écrit/ }).click();
  await expect(course.locator('textarea').first()).not.toHaveValue('');
});

test('another site can neither read the preview under its own name nor open the editor', async ({ request }) => {
  const elsewhere = await request.post(`${url}author/open`, {
    headers: { origin: 'https://ailleurs.fr' },
    data: { file: lesson(), line: 1 },
  });
  expect(elsewhere.status()).toBe(403);
  expect((await request.get(url, { headers: { host: 'ailleurs.fr' }, maxRedirects: 0 })).status()).toBe(403);
  const outside = await request.post(`${url}author/open`, { data: { file: '../../etc/passwd', line: 1 } });
  expect(outside.status()).toBe(404);
});
