import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright/test';
import { expect, goTo, launch, setFault, stored, test } from './course.ts';

const FIELD = 'Ce qui s’est passé';
const page = async (browser: Browser) =>
  (await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' })).newPage();

test('a second tab only reads, and says why; once the first is closed it writes', async ({ context, preview }) => {
  const first = await context.newPage();
  const one = await launch(first, preview, { learner: 'onglets' });
  await goTo(one, '#/m1/prendre-du-recul');
  await one.getByLabel(FIELD).fill('Depuis le premier onglet');
  await expect.poll(async () => (await stored(first)).suspendData.split('.').length, { timeout: 15_000 }).toBe(4);

  const second = await context.newPage();
  const two = await launch(second, preview, { learner: 'onglets' });
  await expect(two.locator('course-banners')).toContainText('déjà ouvert dans un autre onglet');
  await expect(two.getByLabel(FIELD)).toHaveValue('Depuis le premier onglet');
  await expect(two.getByLabel(FIELD)).not.toBeEditable();
  await goTo(two, '#/m1/comprendre');
  await expect(two.getByRole('button', { name: 'Vérifier ma réponse' })).toBeHidden();
  const wrote = await second.evaluate(() =>
    (window as unknown as { standIn: { calls: { method: string }[] } }).standIn.calls.some(
      ({ method }) => method !== 'LMSGetValue' && method !== 'LMSInitialize' && method !== 'LMSGetLastError',
    ),
  );
  expect(wrote).toBe(false);

  await first.close();
  const again = await launch(second, preview, { learner: 'onglets' });
  await expect(again.locator('course-banners')).not.toContainText('autre onglet');
  await expect(again.getByLabel(FIELD)).toBeEditable();
});

test('a text written apart on two devices: both are shown, the learner chooses, nothing is thrown away', async ({
  browser,
  preview,
}) => {
  const office = await page(browser);
  const atOffice = await launch(office, preview, { learner: 'deux' });
  await goTo(atOffice, '#/m1/prendre-du-recul');
  await atOffice.getByLabel(FIELD).fill('Commun');
  await expect.poll(async () => (await stored(office)).suspendData.split('.').length, { timeout: 15_000 }).toBe(4);
  await setFault(office, 'refuse-all-commits');
  await atOffice.getByLabel(FIELD).fill('Écrit au bureau');
  await expect(atOffice.locator('save-status')).toContainText('sur cet appareil', { timeout: 15_000 });

  const home = await page(browser);
  const atHome = await launch(home, preview, { learner: 'deux' });
  await expect(atHome.getByLabel(FIELD)).toHaveValue('Commun');
  await atHome.getByLabel(FIELD).fill('Écrit à la maison');
  await expect(atHome.locator('save-status')).toContainText('Enregistré', { timeout: 15_000 });
  await expect.poll(async () => (await stored(home)).suspendData.split('.').length, { timeout: 15_000 }).toBe(4);
  await home.waitForTimeout(11_000);

  const back = await launch(office, preview, { learner: 'deux' });
  await expect(back.locator('course-banners')).toContainText('modifié ici et ailleurs');
  await expect(back.getByLabel(FIELD)).toHaveValue('Écrit à la maison');
  await expect(back.locator('journal-entry')).toContainText('Une version plus récente existe (aujourd’hui,');
  await back.locator('journal-entry summary', { hasText: 'Comparer' }).click();
  await expect(back.locator('.verbatim').first()).toHaveText('Écrit au bureau');
  const { violations } = await new AxeBuilder({ page: office }).include(['iframe[title="Cours"]', 'html']).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await back.getByRole('button', { name: 'Garder celle-ci' }).click();
  await expect(back.getByLabel(FIELD)).toHaveValue('Écrit au bureau');
  await expect(back.locator('course-banners')).not.toContainText('modifié ici et ailleurs');
  await back.getByRole('button', { name: 'Mes données' }).click();
  await expect(back.getByRole('dialog')).toContainText('Écrit à la maison');
});

test('where the system is dark, the learner may ask for light, and finds it again', async ({ page: tab, preview }) => {
  await tab.emulateMedia({ colorScheme: 'dark' });
  const course = await launch(tab, preview, { learner: 'clair' });
  const colour = () => course.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(await colour()).toBe('rgb(18, 25, 27)');
  await course.getByRole('button', { name: 'Affichage clair' }).click();
  expect(await colour()).toBe('rgb(251, 249, 246)');
  const again = await launch(tab, preview, { learner: 'clair' });
  await expect(again.getByRole('button', { name: 'Affichage du système' })).toBeVisible();
  await tab.emulateMedia({ colorScheme: 'light' });
  await expect(again.getByRole('button', { name: 'Affichage du système' })).toBeHidden();
});
