import type { FrameLocator, Page } from 'playwright/test';
import { audit } from './audit.ts';
import { expect, goTo, launch, test } from './course.ts';

/** States that no answer brings about: what a learner opens, is asked, or did wrong. */
const zip = 'exemples-scorm12';

async function everyWidth(page: Page, course: FrameLocator, where: string): Promise<void> {
  for (const width of [1024, 375, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await audit(page, course, `${where} at ${width}`);
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what is decided about a journal, ${colorScheme}`, async ({ page, preview }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme });
    const learner = `etats-journal-${colorScheme}`;
    const course = await launch(page, preview, { zip, learner, lms: 'moodle' });
    await goTo(course, '#/m1/journal');
    const journal = course.locator('journal-entry').first();
    await journal.getByLabel('Ce qui s’est passé').fill('Mardi, Lina et Mme Kerbrat m’ont attendue.');
    await journal.getByRole('button', { name: 'Partager, protéger' }).press('Enter');
    await everyWidth(page, course, 'options');
    await journal.getByRole('radio', { name: 'L’équipe de formation aussi' }).press('Space');
    await expect(journal.locator('anonymise-panel')).toContainText('Lina');
    await everyWidth(page, course, 'names to check');
    await journal.getByRole('button', { name: 'Partager', exact: true }).press('Enter');
    await expect(journal).toContainText('Code du retour');
    await everyWidth(page, course, 'shared');
    await journal.getByRole('button', { name: 'Lire ce retour' }).press('Enter');
    await expect(journal.locator('.err')).toBeVisible();
    await audit(page, course, 'a return that is none');
    await journal.getByRole('button', { name: 'Protéger avec un code' }).press('Enter');
    await journal.getByRole('button', { name: 'Protéger l’entrée' }).press('Enter');
    await everyWidth(page, course, 'code offered');
    await journal.getByLabel('J’ai noté ce code').press('Space');
    await journal.getByRole('button', { name: 'Protéger l’entrée' }).press('Enter');
    await expect(journal).toContainText('Cette entrée est protégée');
    await expect(course.locator('save-status')).toContainText('Enregistré');
    await page.reload();
    await expect(journal).toContainText('protégée par votre code personnel');
    await everyWidth(page, course, 'locked');
    await journal.getByRole('button', { name: 'Ouvrir avec mon code' }).press('Enter');
    await journal.getByLabel('Votre code personnel').fill('AAA');
    await journal.getByRole('button', { name: 'Ouvrir l’entrée' }).press('Enter');
    await expect(journal.locator('.err')).toBeVisible();
    await everyWidth(page, course, 'wrong code');
  });

  test(`evidence as it is made, kept and taken back, ${colorScheme}`, async ({ page, preview }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme });
    const course = await launch(page, preview, { zip, learner: `etats-preuve-${colorScheme}` });
    await goTo(course, '#/m1/evidence');
    const evidence = course.locator('evidence-item');
    await evidence.getByRole('button', { name: 'Déposer une preuve' }).press('Enter');
    await evidence.getByRole('button', { name: 'Déposer', exact: true }).press('Enter');
    await expect(evidence.locator('.err').first()).toBeVisible();
    await everyWidth(page, course, 'evidence missing');
    await evidence.getByRole('radio', { name: 'Un fichier' }).press('Space');
    await evidence.getByLabel('Votre fichier').setInputFiles({
      name: 'compte rendu.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Relevé de décisions'),
    });
    await expect(evidence).toContainText('Empreinte');
    await everyWidth(page, course, 'evidence file');
    await evidence.getByLabel('Titre de votre preuve').fill('Compte rendu de Mme Kerbrat');
    await evidence.getByRole('button', { name: 'Déposer', exact: true }).press('Enter');
    await everyWidth(page, course, 'evidence kept');
    await evidence.getByRole('button', { name: 'Vérifier les noms' }).press('Enter');
    await expect(evidence.locator('anonymise-panel').first()).toContainText('Kerbrat');
    await everyWidth(page, course, 'evidence names');
    await evidence.getByRole('button', { name: 'Retirer' }).first().press('Enter');
    await everyWidth(page, course, 'evidence to remove');
  });

  test(`a term of the glossary, a case half-way, a radar with two times, ${colorScheme}`, async ({ page, preview }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme });
    const course = await launch(page, preview, { zip, learner: `etats-divers-${colorScheme}` });
    await goTo(course, '#/m1/glossary');
    await course.locator('main').getByRole('button', { name: 'autorité organisatrice' }).first().press('Enter');
    await expect(course.locator('[popover]:popover-open')).toBeVisible();
    await everyWidth(page, course, 'term open');
    await page.keyboard.press('Escape');
    await expect(course.locator('[popover]:popover-open')).toHaveCount(0);
    await goTo(course, '#/m1/case');
    const study = course.locator('case-study');
    await study.locator('.tiles input').first().press('Space');
    await study.locator('form button.btn--p').press('Enter');
    await everyWidth(page, course, 'consequence');
    await study.getByRole('button', { name: 'Continuer' }).press('Enter');
    await everyWidth(page, course, 'second step');
  });
}
