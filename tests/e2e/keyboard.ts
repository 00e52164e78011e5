import { expect, type FrameLocator, type Locator, type Page } from 'playwright/test';

/** Presses Tab until the element has the focus: what a learner without a mouse does. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 250; presses += 1) {
    if (await target.evaluate((element) => element.ownerDocument.activeElement === element)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`250 × ${key} never reached ${target}`);
}

/** Focus is visible and not wholly under the sticky bar. */
export async function expectFocusSeen(course: FrameLocator): Promise<void> {
  const seen = await course.locator(':focus').evaluate((element) => {
    const box = (element.closest('.tile, .seg label') ?? element).getBoundingClientRect();
    const bar = document.querySelector('.top')!.getBoundingClientRect();
    const style = getComputedStyle(element.closest('.tile') ?? element);
    return {
      hidden: !element.closest('.top') && box.bottom <= bar.bottom,
      outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    };
  });
  expect(seen).toEqual({ hidden: false, outline: true });
}

/** Answers a question with the keyboard alone: options by rank, 0-based as drawn. */
export async function answerByKeyboard(
  page: Page,
  question: Locator,
  ranks: readonly number[],
  certainty?: 'Faible' | 'Moyen' | 'Élevé',
): Promise<void> {
  const inputs = question.locator('.tiles input');
  const multiple = (await inputs.first().getAttribute('type')) === 'checkbox';
  if (multiple) {
    for (const rank of ranks) {
      await tabTo(page, inputs.nth(rank));
      await page.keyboard.press('Space');
    }
  } else {
    await tabTo(page, inputs.first());
    await page.keyboard.press('Space');
    for (let step = 0; step < (ranks[0] ?? 0); step += 1) await page.keyboard.press('ArrowDown');
  }
  if (certainty) {
    const levels = question.getByRole('group', { name: 'Votre degré de certitude' }).getByRole('radio');
    await tabTo(page, levels.first());
    await page.keyboard.press('Space');
    for (let step = 0; step < ['Faible', 'Moyen', 'Élevé'].indexOf(certainty); step += 1)
      await page.keyboard.press('ArrowRight');
  }
  await tabTo(page, question.getByRole('button', { name: 'Vérifier ma réponse' }));
  await page.keyboard.press('Enter');
  await expect(question.locator('.fb')).toBeVisible();
}
