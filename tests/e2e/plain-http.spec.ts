import { launchOptions } from '../browser.ts';
import { expect, goTo, launch, stored, test } from './course.ts';

test.use({
  launchOptions: {
    ...launchOptions,
    args: [...launchOptions.args, '--host-resolver-rules=MAP lms.intranet 127.0.0.1'],
  },
});

test('a plain-http LMS on another host than localhost: nothing that needs a secure context is missed', async ({
  page,
  preview,
}) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  const course = await launch(page, preview, { learner: 'http', host: 'lms.intranet' });
  expect(
    await page.evaluate(() => [
      window.isSecureContext,
      'crypto' in window && 'subtle' in window.crypto,
      'locks' in navigator,
    ]),
  ).toEqual([false, false, false]);
  await goTo(course, '#/m1/prendre-du-recul');
  await course.getByLabel('Ce qui s’est passé').fill('Sans contexte sûr');
  await expect.poll(async () => (await stored(page)).suspendData.split('.').length, { timeout: 15_000 }).toBe(4);
  const again = await launch(page, preview, { learner: 'http', host: 'lms.intranet' });
  await expect(again.getByLabel('Ce qui s’est passé')).toHaveValue('Sans contexte sûr');
  expect(problems).toEqual([]);
});

test('a plain-http LMS offers no personal code, and says why', async ({ page, preview }) => {
  const course = await launch(page, preview, { zip: 'exemples-scorm12', learner: 'code-http', host: 'lms.intranet' });
  await goTo(course, '#/m1/journal');
  const journal = course.locator('journal-entry').first();
  await journal.getByRole('button', { name: 'Partager, protéger' }).press('Enter');
  await expect(journal).toContainText('Cette page n’est pas ouverte en https');
  await expect(journal.getByRole('button', { name: 'Protéger avec un code' })).toHaveCount(0);
});
