import type { FrameLocator, Page } from 'playwright/test';
import { answerPage, unfold } from '../robot.ts';
import { audit, WIDTHS } from './audit.ts';
import { courseFrame, goTo, launch, test } from './course.ts';
import { modulesOf } from './modules.ts';

type Outline = { modules: { id: string; pages: { id: string }[] }[] };

/** Addresses of the pages, of one module or of all, as the links of the rail have them. */
const addresses = async (course: FrameLocator, only?: string) => {
  const { modules }: Outline = JSON.parse((await course.locator('#course').textContent()) ?? '{}');
  return modules
    .filter(({ id }) => only === undefined || id === only)
    .flatMap(({ id, pages }) => pages.map((page) => `#/${id}/${page.id}`));
};

const SCHEMES = ['light', 'dark'] as const;
const courses = [
  { zip: 'essai-scorm12', well: false },
  { zip: 'exemples-scorm12', well: false },
  { zip: 'exemples-scorm12', well: true },
];

for (const { zip, well } of courses) {
  for (const colorScheme of SCHEMES) {
    test(`${zip} answered ${well ? 'right' : 'wrong'}, ${colorScheme}: axe finds nothing in any state of any page at ${WIDTHS.join(', ')} px, nothing overflows, every target is large enough`, async ({
      page,
      preview,
    }) => {
      test.setTimeout(400_000);
      await page.emulateMedia({ colorScheme });
      const course = await launch(page, preview, { zip, learner: `axe-${zip}-${colorScheme}-${well}` });
      for (const address of await addresses(course)) {
        await goTo(course, address);
        if (!well)
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 800 });
            await audit(page, course, `${address} at ${width}`);
          }
        if (!well && (await submitEmpty(course)) > 0) await audit(page, course, `${address} with nothing answered`);
        await answerAll(page, course, well);
        await page.setViewportSize({ width: WIDTHS.at(-1)!, height: 800 });
        await audit(page, course, `${address} answered at ${WIDTHS.at(-1)}`);
        await page.setViewportSize({ width: 1024, height: 800 });
        if (!well) await audit(page, course, `${address} answered at 1024`);
      }
    });
  }
}

// the blocks being sound in every state, what is left to see of a course is what its authors wrote
modulesOf('petite-enfance').forEach((id, rank) => {
  const colorScheme = SCHEMES[rank % 2]!;
  test(`petite-enfance ${id}, ${colorScheme}: axe finds nothing on its pages, unfolded, on a narrow phone`, async ({
    page,
    preview,
  }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 800 });
    const course = await launch(page, preview, { zip: 'petite-enfance-scorm12', learner: `axe-${id}` });
    for (const address of await addresses(course, id)) {
      await goTo(course, address);
      await unfold(course.locator('main'));
      await audit(page, course, `${address} at 320`);
    }
  });
});

/** Every question of the page answered, every text begun: the pages' other states. */
async function answerAll(page: Page, course: FrameLocator, well: boolean): Promise<void> {
  await answerPage(courseFrame(page), { well: () => well, text: 'Un début de texte.' });
  await unfold(course.locator('main'));
}

/** « Vérifier » pressed on every question before anything is answered: what is missing is said. */
async function submitEmpty(course: FrameLocator): Promise<number> {
  const forms = await course.locator('[data-block]:not([hidden]) form button.btn--p').all();
  for (const button of forms) await button.press('Enter');
  return forms.length;
}
