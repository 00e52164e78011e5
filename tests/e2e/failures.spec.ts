import { expect, goTo, launch, refusals, setFault, stored, test } from './course.ts';

const TEXT = 'Une phrase écrite au mauvais moment.';
const LONG = Array.from({ length: 1400 }, (_, rank) => `mot${(rank * 7919) % 10007}`).join(' ');
const write = async (course: Awaited<ReturnType<typeof launch>>, text = TEXT) => {
  await goTo(course, '#/m1/prendre-du-recul');
  await course.getByLabel('Ce qui s’est passé').fill(text);
};

for (const { fault, says } of [
  { fault: 'refuse-all-commits', says: 'La plateforme n’a pas confirmé l’enregistrement.' },
  { fault: 'expired', says: 'La plateforme n’a pas confirmé l’enregistrement.' },
  { fault: 'http-500', says: 'La plateforme n’a pas confirmé l’enregistrement.' },
]) {
  test(`${fault}: the page says so, and the text is there at the next launch`, async ({ page, preview }) => {
    const learner = fault;
    const course = await launch(page, preview, { learner, lms: 'moodle' });
    await setFault(page, fault);
    await write(course);
    await expect(course.locator('course-banners')).toContainText(says, { timeout: 15_000 });
    await expect(course.locator('save-status')).toContainText('Enregistré sur cet appareil');
    const download = page.waitForEvent('download');
    await course.getByRole('button', { name: 'Télécharger une copie' }).click();
    expect((await download).suggestedFilename()).toBe('essai-copie.txt');

    const again = await launch(page, preview, { learner, lms: 'moodle' });
    await expect(again.getByLabel('Ce qui s’est passé')).toHaveValue(TEXT);
    await expect(again.locator('course-banners')).toContainText('Votre texte a été retrouvé sur cet appareil');
  });
}

test('a platform that says yes and keeps nothing: the next launch finds the text and says it', async ({
  page,
  preview,
}) => {
  const course = await launch(page, preview, { learner: 'pretend' });
  await setFault(page, 'pretend');
  await write(course);
  await expect(course.locator('save-status')).toContainText('Enregistré', { timeout: 15_000 });
  const again = await launch(page, preview, { learner: 'pretend' });
  await expect(again.getByLabel('Ce qui s’est passé')).toHaveValue(TEXT);
  await expect(again.locator('course-banners')).toContainText('la plateforme ne l’avait pas enregistré');
});

test('a network that drops: the page says it and takes it up again', async ({ page, preview, context }) => {
  const course = await launch(page, preview, { learner: 'reseau', lms: 'moodle' });
  await goTo(course, '#/m1/prendre-du-recul');
  await context.setOffline(true);
  await setFault(page, 'offline');
  await course.getByLabel('Ce qui s’est passé').fill(TEXT);
  await expect(course.locator('course-banners')).toContainText('Connexion interrompue.', { timeout: 15_000 });
  await setFault(page, 'none');
  await context.setOffline(false);
  await expect(course.locator('course-banners')).not.toContainText('Connexion interrompue.', { timeout: 15_000 });
  await expect.poll(async () => (await stored(page)).suspendData.split('.').length).toBe(4);
});

test('4,096 characters: one refusal teaches the limit, the page says which text stays on the device', async ({
  page,
  preview,
}) => {
  const course = await launch(page, preview, { learner: 'limite' });
  await write(course, LONG);
  await expect(course.locator('course-banners')).toContainText(
    'La plateforme ne peut pas tout garder : « Et moi, dans mon équipe ? »',
    { timeout: 15_000 },
  );
  expect(await refusals(page)).toEqual(['cmi.suspend_data 405']);
  const again = await launch(page, preview, { learner: 'limite' });
  await expect(again.getByLabel('Ce qui s’est passé')).toHaveValue(LONG);
  expect(await refusals(page)).toEqual([]);
});

test('no platform at all: the page says where the work stays, and keeps it', async ({ page, preview }) => {
  const course = await launch(page, preview, { learner: 'seul', lms: 'none' });
  await expect(course.locator('course-banners')).toContainText('Ce module n’est pas relié à une plateforme');
  await write(course);
  await expect(course.locator('save-status')).toContainText('Enregistré sur cet appareil');
  const again = await launch(page, preview, { learner: 'seul', lms: 'none' });
  await expect(again.getByLabel('Ce qui s’est passé')).toHaveValue(TEXT);
});

test('no platform and no storage: the page says nothing can be kept, and offers copy and download', async ({
  page,
  preview,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  const course = await launch(page, preview, { learner: 'rien', lms: 'none' });
  await write(course);
  await expect(course.locator('save-status')).toContainText('Non enregistré');
  await expect(course.locator('course-banners')).toContainText('Rien ne peut être enregistré ici');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await course.getByRole('button', { name: 'Copier mon texte' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(TEXT);
  await expect(course.getByRole('button', { name: 'Télécharger une copie' })).toBeVisible();
});

test('review keeps the result and lets the journal change; browse keeps nothing', async ({ page, preview }) => {
  const browse = await launch(page, preview, { learner: 'apercu', mode: 'browse' });
  await expect(browse.locator('course-banners')).toContainText('Aperçu');
  await expect(browse.locator('save-status')).toContainText('rien n’est enregistré');
  await write(browse);
  await page.waitForTimeout(500);
  expect((await stored(page)).elements).toEqual({});

  const review = await launch(page, preview, { learner: 'relecture', mode: 'review' });
  await expect(review.locator('course-banners')).toContainText('vous pouvez compléter votre journal');
  await write(review);
  await expect.poll(async () => (await stored(page)).suspendData, { timeout: 15_000 }).not.toBe('');
  expect((await stored(page)).status).not.toBe('completed');
});

test('a network cut soon after the opening: pages never opened still open, and answer', async ({
  page,
  preview,
  context,
}) => {
  const course = await launch(page, preview, { learner: 'tunnel', lms: 'moodle' });
  await page.waitForTimeout(2_500);
  await context.setOffline(true);
  await setFault(page, 'offline');
  for (const address of ['#/m1/comprendre', '#/m1/prendre-du-recul', '#/m1/faire-le-point'])
    await goTo(course, address);
  await expect(course.locator('module-summary')).toContainText('Pour terminer ce module');
  await goTo(course, '#/m1/prendre-du-recul');
  await course.getByLabel('Ce qui s’est passé').fill(TEXT);
  await expect(course.locator('save-status')).toContainText('sur cet appareil', { timeout: 15_000 });
  await context.setOffline(false);
});

test('a server that no longer answers a browser that believes itself online: « Enregistré » is not said', async ({
  page,
  preview,
}) => {
  const course = await launch(page, preview, { learner: 'serveur', lms: 'moodle' });
  await goTo(course, '#/m1/prendre-du-recul');
  await setFault(page, 'offline');
  await page.route('**/content/**', (route) => route.abort('connectionrefused'));
  await course.getByLabel('Ce qui s’est passé').fill(TEXT);
  await expect(course.locator('course-banners')).toContainText('Connexion interrompue.', { timeout: 15_000 });
  await expect(course.locator('save-status')).toContainText('sur cet appareil');
});
