import { AxeBuilder } from '@axe-core/playwright';
import type { FrameLocator, Page } from 'playwright/test';
import { expect } from './course.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
export const WIDTHS = [1024, 375, 320];

/** axe finds nothing, nothing overflows, every target is large enough. */
export async function audit(page: Page, course: FrameLocator, where: string): Promise<void> {
  // a target that the sticky bar half covers is not a small one
  await course.locator('html').evaluate(() => window.scrollTo(0, 0));
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
