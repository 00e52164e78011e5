import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { FrameLocator, Page } from 'playwright/test';
import { deflate } from '../../src/runtime/deflate.ts';
import { emptyModule, emptyRecord, type ModuleRecord } from '../../src/runtime/record.ts';
import { encodeResume } from '../../src/runtime/resume.ts';
import { expect, goTo, launch, setFault, stored, test } from './course.ts';

const TEXT = 'Lundi, Basile et moi avons tenu la réunion à deux voix.';
const OLD = 'Ce que j’avais écrit avant la mise à jour.\nSur deux lignes.';
const TITLE = 'Et moi, dans mon équipe\u202f?';
const AT = Date.UTC(2026, 9, 3, 12);

const write = async (course: FrameLocator, text = TEXT) => {
  await goTo(course, '#/m1/prendre-du-recul');
  await course.getByLabel('Ce qui s’est passé').fill(text);
};
const open = async (course: FrameLocator) => {
  await course.getByRole('button', { name: 'Mes données' }).click();
  const screen = course.getByRole('dialog', { name: 'Mes données' });
  await expect(screen.getByRole('heading', { name: 'Effacer' })).toBeVisible();
  return screen;
};
const saved = (course: FrameLocator) =>
  expect(course.locator('save-status')).toContainText('Enregistré à', { timeout: 15_000 });

/** An attempt as the LMS kept it: this module, written by hand. */
const keep = async (page: Page, url: string, learner: string, module: Partial<ModuleRecord>) => {
  const record = { ...emptyRecord, counter: 5, modules: { 1: { ...emptyModule, seen: [1], ...module } } };
  const data = { 'cmi.suspend_data': encodeResume(record, deflate).data, 'cmi.core.lesson_status': 'incomplete' };
  const key = encodeURIComponent(`essai-scorm12~strict~${learner}`);
  expect((await page.request.put(`${url}attempts/${key}`, { data })).ok()).toBe(true);
};

async function audit(page: Page, course: FrameLocator): Promise<void> {
  for (const width of [1024, 375]) {
    await page.setViewportSize({ width, height: 800 });
    const { violations } = await new AxeBuilder({ page })
      .include(['iframe[title="Cours"]', 'html'])
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${width}: ${id} ${nodes.map(({ target }) => target.join(' '))}`)).toEqual(
      [],
    );
    const wide = await course
      .locator('html')
      .evaluate((html) =>
        [html, ...document.querySelectorAll('dialog[open]')].map((one) => one.scrollWidth - one.clientWidth),
      );
    expect(Math.max(...wide)).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1024, height: 768 });
}

test('what is exported comes back in another browser, and the screen says what came in', async ({
  page,
  preview,
  browser,
}) => {
  const course = await launch(page, preview, { learner: 'export' });
  await write(course);
  await saved(course);
  const screen = await open(course);
  await expect(screen).toContainText(TEXT);
  await expect(screen).toContainText('Se trouve sur la plateforme et sur cet appareil.');
  await expect(screen).toContainText('La copie de cet appareil n’est pas encore chiffrée');
  const download = page.waitForEvent('download');
  await screen.getByRole('button', { name: 'Exporter mes données' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('essai-mes-donnees.json');
  const exported = JSON.parse(await readFile(await file.path(), 'utf8'));
  expect(exported).toMatchObject({ format: 'parcours-coordo/1', release: 0 });
  expect(exported.texts).toMatchObject([{ title: TITLE, parts: [{ label: 'Ce qui s’est passé', text: TEXT }] }]);
  expect(Math.abs(Date.parse(exported.texts[0].changed) - Date.now())).toBeLessThan(600_000);
  await page.keyboard.press('Escape');
  await expect(screen).toBeHidden();
  await expect(course.getByRole('button', { name: 'Mes données' })).toBeFocused();

  const context = await browser.newContext({ locale: 'fr-FR' });
  const other = await context.newPage();
  const fresh = await launch(other, preview, { learner: 'import' });
  const here = await open(fresh);
  const give = (content: unknown) =>
    here.getByLabel('Importer').setInputFiles({
      name: 'donnees.json',
      mimeType: 'application/json',
      buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
    });
  for (const { content, says } of [
    { content: 'pas du JSON', says: 'n’a pas été fait par' },
    { content: { ...exported, format: 'parcours-coordo/2' }, says: 'version plus récente' },
    { content: { ...exported, course: 'https://example.org/autre' }, says: 'vient d’un autre parcours' },
    { content: { ...exported, resume: exported.resume.slice(0, -30) }, says: 'abîmé ou incomplet' },
  ]) {
    await give(content);
    await expect(here.getByRole('alert')).toContainText(says);
    await expect(here.getByRole('alert')).toContainText('Rien n’a été changé.');
  }
  await give(exported);
  await expect(here.locator('.screen__said')).toContainText(`Importé : 1 texte (« ${TITLE} »)`);
  await expect(here.getByRole('alert')).toHaveText('');
  await expect(here).toContainText(TEXT);
  await give(exported);
  await expect(here.locator('.screen__said')).toContainText('Rien de nouveau');
  await here.getByRole('button', { name: 'Fermer' }).click();
  await goTo(fresh, '#/m1/prendre-du-recul');
  await expect(fresh.getByLabel('Ce qui s’est passé')).toHaveValue(TEXT);
  await context.close();
});

test('a text of a block that was retired is shown whole under « Anciennes réponses », beside the rest', async ({
  page,
  preview,
}) => {
  await keep(page, preview.url, 'retire', {
    seconds: 600,
    texts: { 99: { at: AT, parts: { 1: OLD } }, 4: { at: AT, parts: { 1: TEXT } } },
    answers: {
      1: {
        code: [2],
        attempts: 2,
        certainty: 3,
        correct: true,
        passed: false,
        first: { code: [1], correct: false, certainty: 1 },
      },
    },
    quizzes: { 5: { tries: 2, first: 50, best: 100 } },
  });
  const course = await launch(page, preview, { learner: 'retire' });
  const screen = await open(course);
  const retired = screen.locator('.col', { has: page.locator('h4', { hasText: 'Anciennes réponses' }) });
  await expect(retired.locator('.screen__words')).toHaveText(OLD);
  await expect(retired).toContainText('Modifié le 3 octobre 2026, 14 h 00. Se trouve sur la plateforme');
  await expect(retired).not.toContainText(TEXT);
  await expect(screen).toContainText('2 essais, premier résultat : pas exact, certitude : faible');
  await expect(screen).toContainText('premier résultat 50 %, meilleur résultat 100 %');
  await expect(screen).toContainText('Temps actif : 10 min');
  await expect(screen).toContainText('le délégué à la protection des données');
  await audit(page, course);
});

test('a version set aside is taken back, or deleted once that is confirmed', async ({ page, preview }) => {
  await keep(page, preview.url, 'ecart', {
    texts: { 4: { at: AT, parts: { 1: TEXT } } },
    others: { 4: [{ at: AT - 60_000, parts: { 1: OLD } }] },
  });
  const course = await launch(page, preview, { learner: 'ecart' });
  const screen = await open(course);
  const aside = screen.locator('.col', { has: page.locator('h4', { hasText: 'Versions mises de côté' }) });
  await expect(aside.locator('.screen__words')).toHaveText(OLD);
  await aside.getByRole('button', { name: 'Reprendre cette version' }).click();
  await expect(aside.locator('.screen__words')).toHaveText(TEXT);
  await aside.getByRole('button', { name: 'Supprimer' }).click();
  await aside.getByRole('button', { name: 'La garder' }).click();
  await aside.getByRole('button', { name: 'Supprimer' }).click();
  await aside.getByRole('button', { name: 'Supprimer définitivement cette version' }).click();
  await expect(aside).toBeHidden();
  await screen.getByRole('button', { name: 'Fermer' }).click();
  await goTo(course, '#/m1/prendre-du-recul');
  await expect(course.getByLabel('Ce qui s’est passé')).toHaveValue(OLD);
});

test('erasing this device says what stays on the platform, and leaves it there', async ({ page, preview }) => {
  const course = await launch(page, preview, { learner: 'efface' });
  await write(course);
  await saved(course);
  const screen = await open(course);
  await screen.getByRole('button', { name: 'Effacer sur cet appareil' }).click();
  await expect(screen.getByRole('heading', { name: 'Effacer la copie de cet appareil ?' })).toBeFocused();
  await expect(screen).toContainText('La plateforme garde ce qu’elle a reçu');
  await expect(screen.getByRole('checkbox')).toHaveCount(0);
  await audit(page, course);
  await screen.getByRole('button', { name: 'Effacer définitivement' }).click();
  await expect(screen.locator('.screen__said')).toContainText('La copie de cet appareil est effacée.');
  await expect(screen).toContainText('Cet appareil ne garde aucune copie en ce moment.');
  await expect(screen).toContainText('Se trouve sur la plateforme.');
  expect((await stored(page)).suspendData.split('.').length).toBe(4);
  const again = await launch(page, preview, { learner: 'efface' });
  await expect(again.getByLabel('Ce qui s’est passé')).toHaveValue(TEXT);
});

test('a text that the platform does not have is not erased without a copy or a second yes', async ({
  page,
  preview,
}) => {
  const course = await launch(page, preview, { learner: 'seulement', lms: 'moodle' });
  await setFault(page, 'refuse-all-commits');
  await write(course);
  await expect(course.locator('course-banners')).toContainText('n’a pas confirmé', { timeout: 15_000 });
  const screen = await open(course);
  await expect(screen).toContainText('Se trouve sur cet appareil seulement.');
  await screen.getByRole('button', { name: 'Effacer sur cet appareil' }).click();
  await expect(screen).toContainText(`La plateforme n’a pas ces textes : « ${TITLE} ».`);
  await screen.getByRole('button', { name: 'Effacer définitivement' }).click();
  await expect(screen).toContainText('Téléchargez vos textes, ou cochez la case');
  const download = page.waitForEvent('download');
  await screen.getByRole('group').getByRole('button', { name: 'Télécharger mes textes' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain(TEXT);
  await screen.getByRole('button', { name: 'Effacer définitivement' }).click();
  await expect(screen.locator('.screen__said')).toContainText('est effacée');
});

test('without a platform the copy is said to be readable, and the only one', async ({ page, preview }) => {
  const course = await launch(page, preview, { learner: 'sans', lms: 'none' });
  await write(course);
  await expect(course.locator('save-status')).toContainText('Enregistré sur cet appareil');
  const screen = await open(course);
  await expect(screen).toContainText('Cette copie n’est pas chiffrée');
  await expect(screen).toContainText('Se trouve sur cet appareil seulement.');
  await screen.getByRole('button', { name: 'Effacer sur cet appareil' }).click();
  await expect(screen).toContainText('tout sera perdu');
  await screen.getByRole('checkbox').check();
  await screen.getByRole('button', { name: 'Effacer définitivement' }).click();
  await expect(screen.locator('.screen__said')).toContainText('Fermez maintenant cette page');
  const again = await launch(page, preview, { learner: 'sans', lms: 'none' });
  await goTo(again, '#/m1/prendre-du-recul');
  await expect(again.getByLabel('Ce qui s’est passé')).toHaveValue('');
});

test('at the second opening the copy of this device is sealed, and the screen says so', async ({ page, preview }) => {
  await write(await launch(page, preview, { learner: 'scelle' }));
  await expect.poll(async () => (await stored(page)).suspendData.split('.').length, { timeout: 15_000 }).toBe(4);
  const course = await launch(page, preview, { learner: 'scelle' });
  await write(course, `${TEXT} Et la suite.`);
  await saved(course);
  await expect(await open(course)).toContainText(
    'La copie de cet appareil est chiffrée : seule la plateforme en donne la clé.',
  );
  await expect(course.locator('my-data')).toContainText('Se trouve sur la plateforme et sur cet appareil.');
});

test('five clicks on the brand open the tracking panel, whose diagnosis names nobody and quotes nothing', async ({
  page,
  preview,
}) => {
  const learner = 'zoe.marchetti';
  const course = await launch(page, preview, { learner });
  await write(
    course,
    `${TEXT} ${'mot '.repeat(300)}${Array.from({ length: 1200 }, (_, rank) => `x${(rank * 7919) % 10007}`).join(' ')}`,
  );
  await expect(course.locator('course-banners')).toContainText('ne peut pas tout garder', { timeout: 15_000 });
  for (let click = 0; click < 5; click += 1) await course.locator('.brand b').click();
  const panel = course.getByRole('dialog', { name: 'Suivi technique' });
  await expect(panel.getByRole('heading', { name: 'Suivi technique' })).toBeFocused();
  await expect(panel).toContainText('API trouvée dans une page qui entoure celle-ci, niveau 1');
  await expect(panel).toContainText('Parcours d’essai, version non publiée, cible scorm12');
  await expect(panel).toContainText('4096 caractères');
  await expect(panel.getByRole('row', { name: /cmi\.suspend_data.*refusé, code 405/ })).toBeVisible();
  const diagnosis = panel.getByLabel('Diagnostic à copier pour l’assistance');
  await expect(diagnosis).toHaveValue(/LMSSetValue cmi\.suspend_data \(\d+\) false REFUS 405/);
  await expect(diagnosis).toHaveValue(/le référent du parcours/);
  const words = `${await diagnosis.inputValue()} ${await panel.innerText()}`;
  for (const secret of [learner, 'zoe', 'marchetti', 'Basile', 'Lundi', 'mot mot']) expect(words).not.toContain(secret);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.getByRole('button', { name: 'Copier le diagnostic' }).click();
  await expect(panel.getByRole('status')).toHaveText('Diagnostic copié.');
  await audit(page, course);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await page.keyboard.press('Control+Alt+s');
  await expect(panel).toBeVisible();
});

test('?suivi in the address opens the tracking panel; without clipboard the diagnosis is selected', async ({
  page,
  preview,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await page.goto(`${preview.url}preview/?zip=essai-scorm12&lms=strict&learner=adresse&suivi`);
  const panel = page.frameLocator('iframe[title="Cours"]').getByRole('dialog', { name: 'Suivi technique' });
  await panel.getByRole('button', { name: 'Copier le diagnostic' }).click();
  await expect(panel.getByRole('status')).toContainText('le texte est sélectionné');
  const selected = await panel
    .getByRole('textbox')
    .evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart);
  expect(selected).toBeGreaterThan(200);
});
