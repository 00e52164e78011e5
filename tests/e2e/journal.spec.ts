import { expect, goTo, launch, ready, refusals, stored, test } from './course.ts';

const zip = 'exemples-scorm12';
const WHAT = 'Ce qui s’est passé';
const TEXT = 'Mardi, Lina m’a rappelé la commande de l’adjointe, et j’ai dit « oui » trop vite 😀.';

test('an entry is private, then shared as its learner leaves it, changed, answered, taken back', async ({
  page,
  preview,
}) => {
  const course = await launch(page, preview, { zip, learner: 'journal', lms: 'moodle' });
  await goTo(course, '#/m1/journal');
  const journal = course.locator('journal-entry').first();
  await expect(journal).toContainText('Moi uniquement');
  await journal.getByLabel(WHAT).fill(TEXT);
  await expect(course.locator('save-status')).toContainText('Enregistré');
  expect((await stored(page)).interactions).toEqual([]);

  await test.step('names are looked for, what is replaced changes the copy alone', async () => {
    await journal.getByRole('button', { name: 'Partager, protéger' }).press('Enter');
    await journal.getByRole('radio', { name: 'L’équipe de formation aussi' }).press('Space');
    await expect(journal.locator('.sharing')).toContainText('Partager cette entrée avec l’équipe de formation');
    await expect(journal.locator('anonymise-panel')).toContainText('Lina');
    await journal
      .locator('anonymise-panel')
      .getByRole('button', { name: /^Remplacer/ })
      .first()
      .press('Enter');
    await expect(journal.locator('.sharing .verbatim').first()).not.toContainText('Lina');
    await journal.getByRole('button', { name: 'Partager', exact: true }).press('Enter');
    await expect(journal.locator('.tag').first()).toContainText('Partagé');
    await expect(journal.getByLabel(WHAT)).toHaveValue(TEXT);
    await expect.poll(async () => (await stored(page)).interactions.length).toBe(1);
    const [shared] = (await stored(page)).interactions;
    expect(shared).toMatchObject({
      id: expect.stringMatching(/^M1_J01_une_commande_/),
      type: 'fill-in',
      result: 'neutral',
    });
    expect(shared!.response).toContain('a rappelé la commande');
    expect(shared!.response).not.toContain('Lina');
  });

  await test.step('a change is said, and waits for the learner', async () => {
    await journal.getByLabel(WHAT).fill(`${TEXT} Je l’ai rappelée jeudi.`);
    await expect(journal.locator('.tag').first()).toContainText('Modifié depuis le partage');
    await page.waitForTimeout(2_500);
    expect((await stored(page)).interactions[0]!.response).not.toContain('jeudi');
  });

  await test.step('a damaged answer is refused, a true one is kept with the entry', async () => {
    const code = await course.locator('body').evaluate(() => {
      const { iri } = JSON.parse(document.querySelector('#course')!.textContent!) as { iri: string };
      return iri;
    });
    const { feedbackCode } = await import('../../src/runtime/feedback.ts');
    const entry = (await stored(page)).interactions[0]!.id;
    const given = feedbackCode({
      course: code,
      entry,
      from: 'Maud Le Bihan',
      day: '2026-11-23',
      text: 'À qui servait ce « oui » ?',
    });
    await journal.getByLabel('Code du retour').fill(given.slice(0, -6));
    await journal.getByRole('button', { name: 'Lire ce retour' }).press('Enter');
    await expect(journal.locator('.err')).toContainText('incomplet ou abîmé');
    await journal.getByLabel('Code du retour').fill(`Bonjour,\n${given}\nBien à vous`);
    await journal.getByRole('button', { name: 'Lire ce retour' }).press('Enter');
    await expect(journal).toContainText('Retour de Maud Le Bihan, le 23 novembre 2026');
    await expect(journal).toContainText('À qui servait ce « oui » ?');
  });

  await test.step('and taken back', async () => {
    await journal.getByRole('radio', { name: 'Moi uniquement' }).press('Space');
    await expect(journal.locator('.tag').first()).toContainText('Non partagé');
    await expect
      .poll(async () => (await stored(page)).interactions[0]!.response)
      .toBe('Partage retiré par la personne.');
  });
  expect(await refusals(page)).toEqual([]);
});

test('a personal code hides an entry from all who can read what the platform keeps, and opens it in another browser', async ({
  browser,
  page,
  preview,
}) => {
  const course = await launch(page, preview, { zip, learner: 'code', lms: 'moodle' });
  await goTo(course, '#/m1/journal');
  const journal = course.locator('journal-entry').first();
  await journal.getByLabel(WHAT).fill(TEXT);
  await journal.getByRole('button', { name: 'Partager, protéger' }).press('Enter');
  await journal.getByRole('button', { name: 'Protéger avec un code' }).press('Enter');
  const code = await journal.locator('output.code').innerText();
  expect(code).toMatch(/^([0-9A-Z]{3}-){3}[0-9A-Z]{3}$/);
  await journal.getByRole('button', { name: 'Protéger l’entrée' }).press('Enter');
  await expect(journal.locator('.err')).toContainText('Notez le code');
  await journal.getByLabel('J’ai noté ce code').press('Space');
  await journal.getByRole('button', { name: 'Protéger l’entrée' }).press('Enter');
  await expect(journal).toContainText('Cette entrée est protégée');
  await expect(journal.getByLabel(WHAT)).toHaveValue(TEXT);
  await journal.getByLabel(WHAT).fill(`${TEXT} Suite.`);
  await expect(course.locator('save-status')).toContainText('Enregistré');
  const { deflate } = await import('../../src/runtime/deflate.ts');
  const { decodeResume } = await import('../../src/runtime/resume-decode.ts');
  await expect
    .poll(async () => JSON.stringify(decodeResume((await stored(page)).suspendData, deflate).record))
    .toContain('code1:');
  expect(JSON.stringify(decodeResume((await stored(page)).suspendData, deflate).record)).not.toContain('adjointe');
  await page.close();

  const elsewhere = await (await browser.newContext()).newPage();
  const again = await launch(elsewhere, preview, { zip, learner: 'code', lms: 'moodle' });
  await ready(again);
  const entry = again.locator('journal-entry').first();
  await expect(entry).toContainText('protégée par votre code personnel');
  await expect(entry.getByLabel(WHAT)).toHaveCount(0);
  await entry.getByRole('button', { name: 'Ouvrir avec mon code' }).press('Enter');
  await entry.getByLabel('Votre code personnel').fill('AAA-AAA-AAA-AAA');
  await entry.getByRole('button', { name: 'Ouvrir l’entrée' }).press('Enter');
  await expect(entry.locator('.err')).toContainText('n’ouvre pas cette entrée');
  await entry.getByLabel('Votre code personnel').fill(code.toLowerCase().replace(/-/g, ' '));
  await entry.getByRole('button', { name: 'Ouvrir l’entrée' }).press('Enter');
  await expect(entry.getByLabel(WHAT)).toHaveValue(`${TEXT} Suite.`);
  await elsewhere.context().close();
});

test('a commitment comes back in the next module', async ({ page, preview }) => {
  const course = await launch(page, preview, { zip, learner: 'engagement' });
  await goTo(course, '#/m2/commitments');
  await expect(course.locator('earlier-commitments')).toContainText('pas pris d’engagement');
  await goTo(course, '#/m1/journal');
  await course.getByLabel('Ce que je vais faire').fill('Rappeler l’adjointe avant de répondre.');
  await course.getByLabel('D’ici le').fill('2026-12-04');
  await goTo(course, '#/m2/commitments');
  await expect(course.locator('earlier-commitments')).toContainText('Rappeler l’adjointe avant de répondre.');
  await expect(course.locator('earlier-commitments')).toContainText('D’ici le 4 décembre 2026');
  await course.getByRole('link', { name: 'Relire l’entrée' }).press('Enter');
  await expect(course.locator('journal-entry').first()).toBeInViewport();
});

test('without a platform, sharing hands over a file that holds the copy and nothing else', async ({
  page,
  preview,
}) => {
  const course = await launch(page, preview, { zip: 'exemples-web', lms: 'none', learner: 'web' });
  await goTo(course, '#/m1/journal');
  const journal = course.locator('journal-entry').first();
  await journal.getByLabel(WHAT).fill(TEXT);
  await journal.getByRole('button', { name: 'Partager, protéger' }).press('Enter');
  await journal.getByRole('radio', { name: 'L’équipe de formation aussi' }).press('Space');
  await expect(journal.locator('.sharing')).toContainText('un fichier vous est remis');
  const download = page.waitForEvent('download');
  await journal.getByRole('button', { name: 'Partager', exact: true }).press('Enter');
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toContain(TEXT);
  expect(text).toContain('Une commande que j’ai reçue');
  await expect(journal.locator('.tag').first()).toContainText('Partagé');
});
