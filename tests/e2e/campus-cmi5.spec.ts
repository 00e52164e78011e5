import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type FrameLocator, type Page, test } from 'playwright/test';
import { playModule } from '../robot.ts';
import { type RunningCampus, startCampus } from './campus-server.ts';
import { CORRECTION, packageCorrected } from './corrected-course.ts';
import { courseFrame, goTo, kill, ready } from './course.ts';
import { DIST } from './setup.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const TEXT = 'Mardi, la réunion a duré une heure.';
const SAVED = /Enregistré/;
let folder: string;
let campus: RunningCampus;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = mkdtempSync(join(tmpdir(), 'campus-cmi5-'));
  for (const target of ['cmi5', 'xapi'])
    copyFileSync(join(DIST, `essai-${target}.zip`), join(folder, `essai-${target}.zip`));
  const words = ['--no-open', '--no-build', '--port', '0', '--out', folder, '--data', join(folder, 'campus')];
  campus = await startCampus(words);
});
test.afterAll(async () => {
  await campus.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** From the catalogue, as anyone would; stops at the page of the course. */
async function choose(page: Page, paquet: string, learner: string) {
  await page.goto(campus.url);
  const card = page.locator('.courses > li').filter({ has: page.getByRole('heading', { name: 'Parcours d’essai' }) });
  await card.getByLabel('Suivre').selectOption({ label: learner });
  await card.getByLabel('avec le paquet').selectOption({ label: paquet });
  await card.getByRole('button', { name: 'Ouvrir' }).press('Enter');
}

async function follow(page: Page, paquet: string, learner: string, mode = 'Suivre'): Promise<FrameLocator> {
  await choose(page, paquet, learner);
  await page.getByRole('button', { name: new RegExp(`^${mode}`) }).press('Enter');
  const frame = page.frameLocator('iframe[title="Cours"]');
  await ready(frame);
  return frame;
}

/** What the register tells of someone, a sentence each, latest first. */
async function register(page: Page, learner: string): Promise<string[]> {
  await page.goto(`${campus.url}releve`);
  await page.getByLabel('Apprenant').selectOption({ label: learner });
  await page.getByRole('button', { name: 'Filtrer' }).click();
  return page.locator('main summary', { hasText: 'de l’énoncé' }).allTextContents();
}

const times = (sentences: readonly string[], words: string) =>
  sentences.filter((sentence) => sentence.includes(words)).length;

/** The attempt of someone, opened from the list. */
async function attempt(page: Page, learner: string) {
  await page.goto(`${campus.url}tentatives`);
  await page.getByRole('row').filter({ hasText: learner }).getByRole('link').click();
  return page.locator('main');
}

for (const [paquet, learner] of [
  ['cmi5', 'Nadia Ferrand'],
  ['xAPI', 'Malo Kerdraon'],
] as const)
  test(`${paquet}: killed, taken up again, ended on another device, it is told once and finished in Tentatives`, async ({
    context,
    browser,
  }) => {
    test.setTimeout(180_000);
    const first = await context.newPage();
    const errors: string[] = [];
    const course = await follow(first, paquet, learner);
    await goTo(course, '#/m1/prendre-du-recul');
    await course.getByRole('textbox').first().fill(TEXT);
    await expect(course.locator('save-status')).toContainText(SAVED, { timeout: 20_000 });
    await kill(first);

    const again = await context.newPage();
    const resumed = await follow(again, paquet, learner);
    await expect(resumed.getByRole('textbox').first()).toHaveValue(TEXT);
    await again.close();

    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    other.on('pageerror', ({ message }) => errors.push(message));
    const there = await follow(other, paquet, learner);
    await expect(there.getByRole('textbox').first()).toHaveValue(TEXT);
    await playModule(courseFrame(other), 'm1');
    await expect(there.locator('module-summary')).toContainText('Module terminé');
    await expect(there.locator('save-status')).toContainText(SAVED, { timeout: 20_000 });
    if (paquet === 'cmi5') {
      await there.getByRole('button', { name: 'Enregistrer et revenir à la plateforme' }).click();
      await expect(there.getByRole('heading', { name: 'La séance est terminée' })).toBeVisible();
      await expect(there.locator('main')).toContainText('est enregistré.');
      await there.getByRole('link', { name: 'Revenir au parcours' }).click();
    } else await other.getByRole('link', { name: 'Quitter' }).click();
    await expect(other.locator('.courses')).toContainText('Terminé');

    const shown = await attempt(other, learner);
    await expect(shown.getByRole('row').filter({ hasText: 'Poser un cadre' })).toContainText('Terminé');
    await expect(shown.getByRole('row').filter({ hasText: 'Poser un cadre' })).toContainText('100\u00a0%');
    await expect(shown).toContainText('3 séances');
    const told = await register(other, learner);
    expect(times(told, `${learner} a répondu à`)).toBeGreaterThan(3);
    expect(times(told, `${learner} a terminé le module`)).toBe(1);
    expect(times(told, `${learner} a réussi le module`)).toBe(1);
    expect(times(told, TEXT)).toBe(0);
    if (paquet === 'cmi5') {
      expect(times(told, 'a lancé')).toBe(3);
      expect(times(told, 'a quitté sans prévenir')).toBe(1);
      expect(times(told, 'a satisfait aux conditions de')).toBe(1);
    }
    expect(errors).toEqual([]);
    await elsewhere.close();
  });

for (const [paquet, learner, target] of [
  ['cmi5', 'Rui Pedrosa', 'cmi5'],
  ['xAPI', 'Ioana Petrescu', 'xapi'],
] as const)
  test(`${paquet}: the work of a course that was corrected is found, a reload goes on with it, and nothing is told twice`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const course = await follow(page, paquet, learner);
    await playModule(courseFrame(page), 'm1');
    await expect(course.locator('save-status')).toContainText(SAVED, { timeout: 20_000 });
    await page.getByRole('link', { name: 'Quitter' }).click();
    await expect(page.locator('.courses')).toContainText('Terminé');
    const before = await register(page, learner);

    packageCorrected(folder, target);
    await choose(page, paquet, learner);
    await expect(page.locator('.courses')).toContainText('Terminé');
    await page.getByRole('button', { name: /^Suivre/ }).press('Enter');
    const corrected = page.frameLocator('iframe[title="Cours"]');
    await ready(corrected);
    await expect(corrected.locator('main .resume')).toContainText('Vous reprenez où vous en étiez');
    await goTo(corrected, '#/m1/comprendre');
    await expect(corrected.locator('main')).toContainText(CORRECTION);
    const address = page.url();
    await corrected.locator('h1').press('F5');
    await page.reload();
    await ready(corrected);
    expect(page.url()).toBe(address);
    await page.getByRole('link', { name: 'Quitter' }).click();
    const after = await register(page, learner);
    expect(times(before, 'a terminé le module')).toBe(1);
    for (const words of ['a répondu à', 'a terminé le module', 'a réussi le module'])
      expect(times(after, words), words).toBe(times(before, words));
    expect(times(after, 'sans prévenir')).toBe(0);
    if (paquet === 'cmi5') expect(times(after, 'a lancé')).toBe(times(before, 'a lancé') + 1);
  });

test('looking around leaves no trace, and preferences are obeyed', async ({ page }) => {
  test.setTimeout(120_000);
  await choose(page, 'cmi5', 'Fatou Diarrassouba');
  await expect(page.getByRole('button', { name: /^Revoir/ })).toHaveCount(0);
  await page.getByLabel('Son').selectOption('Sans le son');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByLabel('Son')).toHaveValue('off');
  const course = await follow(page, 'cmi5', 'Fatou Diarrassouba', 'Parcourir sans trace');
  await goTo(course, '#/m1/prendre-du-recul');
  await page.getByRole('link', { name: 'Quitter' }).click();
  await expect(page.locator('.courses')).toContainText('Pas commencé');
  const told = await register(page, 'Fatou Diarrassouba');
  expect(times(told, 'a consulté')).toBe(0);
  expect(times(told, 'a lancé')).toBe(1);
});

test('its pages are read by everyone, narrow or wide, light or dark', async ({ page }) => {
  test.setTimeout(120_000);
  await choose(page, 'cmi5', 'Nadia Ferrand');
  const chosen = page.url();
  await page.getByRole('button', { name: /^Suivre/ }).press('Enter');
  await ready(page.frameLocator('iframe[title="Cours"]'));
  const session = page.url();
  const framed = await new AxeBuilder({ page }).exclude('iframe').withTags(TAGS).analyze();
  expect(framed.violations.map(({ id }) => id)).toEqual([]);
  await page.goto(`${campus.url}tentatives`);
  const attempts = await page
    .locator('tbody a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  for (const width of [375, 1024])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      for (const address of [campus.url, chosen, attempts[0]!, session, `${session}/fin`]) {
        await page.goto(address);
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
        expect(found, `${address} ${width} ${colorScheme}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(width);
      }
    }
});
