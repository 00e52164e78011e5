import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { playModule } from '../robot.ts';
import { type RunningCampus, startCampus } from './campus-server.ts';
import { courseFrame, ready } from './course.ts';
import { DIST } from './setup.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let folder: string;
let campus: RunningCampus;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = mkdtempSync(join(tmpdir(), 'campus-e2e-'));
  const words = ['--demo', '--no-open', '--no-build', '--port', '0', '--out', DIST, '--data', folder];
  campus = await startCampus(words);
});
test.afterAll(async () => {
  await campus.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** From the catalogue, as anyone would. */
async function follow(page: Page, course: string, learner: string) {
  await page.goto(campus.url);
  const card = page.locator('.courses > li').filter({ has: page.getByRole('heading', { name: course }) });
  await card.getByLabel('Suivre').selectOption({ label: learner });
  await card.getByRole('button', { name: 'Ouvrir' }).press('Enter');
  const frame = page.frameLocator('iframe[title="Cours"]');
  await ready(frame);
  return frame;
}

test('the demonstration is ready within a minute, with its keys and its addresses said once', () => {
  const seconds = Number(/prête en (\d+)/.exec(campus.said())?.[1]);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThan(60);
  expect(campus.said()).toMatch(/Lecture\s: clé \w+, secret \S{43}/);
  expect(campus.said()).toMatch(/LRS .*\s: \S+xapi\//);
});

test('a module done in the campus is finished in Tentatives, and told in sentences in Relevé', async ({ page }) => {
  test.setTimeout(120_000);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const course = await follow(page, 'Parcours d’essai', 'Nadia Ferrand');
  await playModule(courseFrame(page), 'm1');
  await expect(course.locator('module-summary')).toContainText('Module terminé');
  await expect(course.locator('save-status')).toContainText('Enregistré', { timeout: 15_000 });
  await page.getByRole('link', { name: 'Quitter' }).click();

  const line = page.getByRole('row').filter({ hasText: 'Nadia Ferrand' });
  await expect(line).toContainText('Terminé');
  await expect(line).toContainText('100\u00a0%');
  await line.getByRole('link').click();
  await expect(page.getByText('Deux collègues sont en désaccord')).toBeVisible();

  await page.getByRole('navigation').getByRole('link', { name: 'Relevé' }).click();
  await page.getByLabel('Apprenant').selectOption({ label: 'Nadia Ferrand' });
  await page.getByRole('button', { name: 'Filtrer' }).click();
  const register = page.locator('main');
  await expect(register).toContainText('Nadia Ferrand a terminé');
  await expect(register).toContainText('a répondu à');
  expect(errors).toEqual([]);
});

test('opened again, the course comes back where it was; a page left at once is told as ended', async ({ page }) => {
  const first = await follow(page, 'Parcours d’essai', 'Malo Kerdraon');
  await first.getByRole('link', { name: /^Continuer/ }).click();
  const title = await first.locator('h1').innerText();
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').withTags(TAGS).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.goto(`${campus.url}tentatives`); // without a word: the page goes away with what it had to say
  await expect(page.getByRole('row').filter({ hasText: 'Malo Kerdraon' })).toContainText('En cours');
  await page.goto(`${campus.url}releve`);
  await expect(page.locator('main')).toContainText('Malo Kerdraon a interrompu');
  const again = await follow(page, 'Parcours d’essai', 'Malo Kerdraon');
  await expect(again.locator('h1')).toHaveText(title);
});

test('the page left open elsewhere is told that the course goes on in the other one', async ({ page, context }) => {
  await follow(page, 'Parcours d’essai', 'Rui Pedrosa');
  const other = await context.newPage();
  await follow(other, 'Parcours d’essai', 'Rui Pedrosa');
  const status = await page.evaluate(() =>
    (window as unknown as { API: { LMSCommit(empty: string): string } }).API.LMSCommit(''),
  );
  expect(status).toBe('false');
  await expect(page.getByRole('status').first()).toContainText('rouvert ailleurs');
});

test('its pages are read by everyone, narrow or wide, light or dark', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(`${campus.url}tentatives`);
  const attempt = await page.locator('tbody a').first().getAttribute('href');
  for (const width of [375, 1024]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      for (const path of ['/', '/apercu', '/tentatives', attempt!, `${attempt}/effacer`, '/absente']) {
        await page.goto(new URL(path, campus.url).href);
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
        expect(found, `${path} ${width} ${colorScheme}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      }
    }
  }
});
