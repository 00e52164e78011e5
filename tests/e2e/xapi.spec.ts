import { playModule } from '../robot.ts';
import { expect, kill, ready, test } from './course.ts';
import { recordStoreFor } from './lrs.ts';

test('a TinCan launch tells the course to a record store, once, across a death and a second device', async ({
  context,
  browser,
  preview,
}) => {
  test.setTimeout(120_000);
  const store = await recordStoreFor(new URL('content/essai-xapi/', preview.url).href);
  const counted = async (verb: string) => (await store.verbs()).filter((one) => one === verb).length;

  const first = await context.newPage();
  await first.goto(store.url);
  await ready(first);
  await playModule(first.mainFrame(), 'm1');
  await expect(first.locator('save-status')).toContainText('Enregistré');
  await expect.poll(() => counted('completed')).toBe(2); // the module, then the course
  await kill(first);

  const elsewhere = await browser.newContext();
  const second = await elsewhere.newPage();
  await second.goto(store.url);
  await ready(second);
  await expect(second.locator('main .resume')).toContainText('Vous reprenez où vous en étiez');
  await second.goto('about:blank');
  await expect.poll(async () => (await store.verbs()).at(-1)).toBe('terminated');
  expect([await counted('initialized'), await counted('answered'), await counted('passed')]).toEqual([2, 5, 1]);
  expect(await counted('completed')).toBe(2);
  await elsewhere.close();
  store.close();
});

test('opened without a launch, the page says that no platform follows it, and works', async ({ page, preview }) => {
  for (const address of ['content/essai-xapi/index.html', 'content/essai-cmi5/m1.html']) {
    await page.goto(new URL(address, preview.url).href);
    await ready(page);
    await expect(page.getByText('Ce module n’est pas relié à une plateforme')).toBeVisible();
  }
});
