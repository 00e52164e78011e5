import { AxeBuilder } from '@axe-core/playwright';
import type { FrameLocator, Page } from 'playwright/test';
import { unfold } from '../robot.ts';
import { expect, goTo, launch, test } from './course.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [1024, 375, 320];

/** The pages of the rail, as its links say. */
const addresses = async (course: FrameLocator) =>
  JSON.parse((await course.locator('#course').textContent()) ?? '{}').modules.flatMap(
    (module: { id: string; pages: { id: string }[] }) => module.pages.map(({ id }) => `#/${module.id}/${id}`),
  ) as string[];

async function audit(page: Page, course: FrameLocator, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(['iframe[title="Cours"]', 'html'])
    .withTags(TAGS)
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${where}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(found).toEqual([]);
  const reflow = await course.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(`${where}: ${reflow} px too wide`).toBe(`${where}: 0 px too wide`);
  const small = await course.locator('html').evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, input, summary, textarea, select')]
      .filter(
        (element) => element.getClientRects().length > 0 && !element.closest('p, li:not(.steps li), dd, .vh, .skip'),
      )
      .map((element) => ({
        element: element.closest('label') ?? element,
        box: (element.closest('label') ?? element).getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ element }) => element.outerHTML.slice(0, 80)),
  );
  expect(small).toEqual([]);
}

for (const zip of ['essai-scorm12', 'petite-enfance-scorm12']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${zip}, ${colorScheme}: axe finds nothing on any page at ${WIDTHS.join(', ')} px, nothing overflows, every target is large enough`, async ({
      page,
      preview,
    }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme });
      const course = await launch(page, preview, { zip, learner: `axe-${zip}-${colorScheme}` });
      for (const address of await addresses(course)) {
        await goTo(course, address);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          await audit(page, course, `${address} at ${width}`);
        }
        await answerAll(course);
        await audit(page, course, `${address} answered at ${WIDTHS.at(-1)}`);
        await page.setViewportSize({ width: 1024, height: 800 });
        await audit(page, course, `${address} answered at 1024`);
      }
    });
  }
}

/** Every question of the page answered by its first option, every text begun: the pages' other states. */
async function answerAll(course: FrameLocator): Promise<void> {
  const open = course.locator('choice-question:has(form)');
  for (let left = await open.count(); left > 0; left -= 1) {
    const question = course.locator(`[data-block="${await open.first().getAttribute('data-block')}"]`);
    await question.locator('.tiles input').first().check();
    const certainty = question.getByLabel('Élevé');
    if (await certainty.count()) await certainty.check();
    await question.getByRole('button', { name: 'Vérifier ma réponse' }).click();
  }
  for (const group of await course.locator('self-positioning form fieldset').all())
    await group.getByRole('radio').nth(2).check();
  const rate = course.getByRole('button', { name: 'Enregistrer mon positionnement' });
  if (await rate.count()) await rate.click();
  await unfold(course.locator('main'));
  for (const area of await course.locator('textarea:visible').all()) await area.fill('Un début de texte.');
  await unfold(course.locator('main'));
}
