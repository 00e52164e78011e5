import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPreview } from '../../src/preview/server.ts';
import { playModule } from '../robot.ts';
import { packageCorrected } from './corrected-course.ts';
import { expect, kill, ready, test } from './course.ts';
import { type Platform, platformFor } from './lrs.ts';

const COURSE = 'tag:parcours-coordo,2026:essai';
let platform: Platform;

test.beforeEach(async ({ preview }) => {
  platform = await platformFor(new URL('content/essai-cmi5/', preview.url).href, COURSE, ['m1']);
});
test.afterEach(() => platform.close());

const verbs = () => platform.lms.statements.map(({ verb }) => verb.id.split('/').at(-1));
const counted = (verb: string) => verbs().filter((one) => one === verb).length;
const saved = /Enregistré/;

test('a unit is done, told, and its window goes back to the platform', async ({ page }) => {
  const { lms } = platform;
  const session = await platform.launch(page, { returnUrl: `${lms.origin}/retour` });
  await playModule(page.mainFrame(), 'm1');
  await page.getByRole('button', { name: 'Enregistrer et revenir à la plateforme' }).click();
  await expect(page.getByText('Merci', { exact: true })).toBeVisible();
  lms.judgeEnd(session);
  expect(lms.violations).toEqual([]);
  expect(lms.standing()).toMatchObject({ completed: true, passed: true, satisfied: true });
  expect(verbs().at(0)).toBe('initialized');
  expect(verbs().at(-1)).toBe('terminated');
  expect(counted('answered')).toBe(5);
});

test('a window that is closed ends its session, without a button', async ({ page }) => {
  const { lms } = platform;
  const session = await platform.launch(page);
  await page.getByRole('link', { name: /^Continuer/ }).click();
  await page.goto('about:blank');
  await expect.poll(() => verbs().at(-1)).toBe('terminated');
  lms.judgeEnd(session);
  expect(lms.violations).toEqual([]);
});

test('a reload goes on with the session, without asking for a second key', async ({ page }) => {
  const { lms } = platform;
  const session = await platform.launch(page);
  await page.getByRole('link', { name: /^Continuer/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Durée, règle, trace' })).toBeVisible();
  await page.keyboard.press('F5'); // without a window around it, the key alone does nothing
  await page.reload();
  await ready(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Durée, règle, trace' })).toBeVisible();
  await playModule(page.mainFrame(), 'm1');
  await expect(page.locator('save-status')).toContainText(saved);
  await page.goto('about:blank');
  await expect.poll(() => verbs().at(-1)).toBe('terminated');
  lms.judgeEnd(session);
  expect(lms.violations).toEqual([]);
  expect([session.fetches, counted('initialized'), counted('passed')]).toEqual([1, 1, 1]);
});

test('after the browser’s own button the session is over, and the page says where to go', async ({ page }) => {
  const { lms } = platform;
  await platform.launch(page, { returnUrl: `${lms.origin}/retour` });
  await page.getByRole('link', { name: /^Continuer/ }).click();
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('ouvrez de nouveau ce module depuis votre plateforme');
  await expect(page.getByRole('link', { name: 'Revenir à la plateforme' })).toHaveAttribute('href', /retour$/);
  await platform.launch(page);
  await expect(page.locator('main .resume')).toContainText('Durée, règle, trace');
  expect(lms.violations).toEqual([]);
});

test('a page that is killed is found again where it was, and another device has all of it', async ({
  context,
  browser,
}) => {
  const { lms } = platform;
  const first = await context.newPage();
  await platform.launch(first);
  await first.evaluate(() => {
    window.location.hash = '#/m1/prendre-du-recul';
  });
  await first.getByRole('textbox').first().fill('Mardi, la réunion a duré une heure.');
  await expect(first.locator('save-status')).toContainText(saved, { timeout: 20_000 });
  await kill(first);

  const again = await context.newPage();
  await platform.launch(again);
  await expect(again.getByRole('textbox').first()).toHaveValue('Mardi, la réunion a duré une heure.');
  await again.close();

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await platform.launch(other);
  await expect(other.locator('main .resume')).toContainText('Vous reprenez où vous en étiez');
  await expect(other.getByRole('textbox').first()).toHaveValue('Mardi, la réunion a duré une heure.');
  await playModule(other.mainFrame(), 'm1');
  await expect(other.locator('save-status')).toContainText(saved);
  await elsewhere.close();
  expect(lms.violations).toEqual([]);
  expect([counted('completed'), counted('passed')]).toEqual([1, 1]);
});

test('a course that was corrected finds the learner’s work, and tells nothing of it twice', async ({ page }) => {
  const { lms } = platform;
  await platform.launch(page);
  await playModule(page.mainFrame(), 'm1');
  await expect(page.locator('save-status')).toContainText(saved);
  await page.goto('about:blank');
  await expect.poll(() => verbs().at(-1)).toBe('terminated');
  const before = counted('answered');

  const folder = mkdtempSync(join(tmpdir(), 'corrige-'));
  packageCorrected(folder, 'cmi5');
  const corrected = await startPreview({ dist: folder, port: 0 });
  const { url, session } = lms.launch();
  await page.goto(url.replace(/^.*\/content\//, `${corrected.url}content/`));
  await ready(page);
  await expect(page.locator('main .resume')).toContainText('Vous reprenez où vous en étiez');
  await page.goto('about:blank');
  await expect.poll(() => session.terminatedAt).toBeDefined();
  await corrected.close();
  rmSync(folder, { recursive: true, force: true });
  expect(lms.violations).toEqual([]);
  expect([counted('answered'), counted('completed'), counted('passed')]).toEqual([before, 1, 1]);
});
