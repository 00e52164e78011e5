import { expect, type Frame, type Locator } from 'playwright/test';

/** What a robot needs to know of a question to answer it right. */
interface Content {
  pages: Record<string, { blocks: { number: number; type: string; options?: { number: number; right: boolean }[] }[] }>;
}

export interface Play {
  /** Share of right answers wanted, 0 to 1: the first questions are answered right, the others by their first wrong option. */
  right?: number;
  /** What to write in each part of each journal. */
  text?: string;
  /** Called on each page once it is done. */
  onPage?: (title: string) => Promise<void>;
}

/** Runs in the page: every block has been drawn by its element, not only by its placeholder. */
export const alive = (main: Element): boolean =>
  [...main.querySelectorAll<Element & { hasUpdated?: boolean }>('[data-block]')].every(({ hasUpdated }) => hasUpdated);

/** Plays every page of a module in the frame it runs in, with the keyboard alone: reads, answers, writes, follows « Continuer ». */
export async function playModule(
  frame: Frame,
  moduleId: string,
  { right = 1, text = 'Mardi, j’ai relu ma lettre « de mission » 😀.', onPage }: Play = {},
): Promise<void> {
  const content: Content = await frame.evaluate(async (id) => (await fetch(`content/${id}.json`)).json(), moduleId);
  const blocks = new Map(
    Object.values(content.pages).flatMap((page) => page.blocks.map((block) => [block.number, block])),
  );
  const questions = [...blocks.values()].filter(({ type }) => type === 'choice').length;
  let asked = 0;
  await frame.evaluate((id) => {
    window.location.hash = `#/${id}`;
  }, moduleId);
  for (;;) {
    await expect.poll(() => frame.locator('main').evaluate(alive)).toBe(true);
    for (const element of await frame.locator('main [data-block]').all()) {
      const block = blocks.get(Number(await element.getAttribute('data-block')));
      if (block?.type === 'choice' && (await element.locator('form').count()) > 0) {
        const well = asked < Math.round(questions * right);
        asked += 1;
        await answer(
          element,
          block.options!.filter((option) => option.right === well).map(({ number }) => number),
          well,
        );
      } else if (block?.type === 'positioning') await position(element);
      else if (block?.type === 'journal') await write(element, text);
    }
    await onPage?.(await frame.locator('h1').innerText());
    const next = frame.getByRole('link', { name: /^Continuer/ });
    if ((await next.count()) === 0) return;
    const here = await frame.locator('h1').innerText();
    await next.press('Enter');
    await expect(frame.locator('h1')).not.toHaveText(here);
  }
}

async function answer(question: Locator, numbers: readonly number[], well: boolean): Promise<void> {
  for (const number of well ? numbers : numbers.slice(0, 1))
    await question.locator(`.tiles input[value="${number}"]`).press('Space');
  const certainty = question.getByLabel('Moyen');
  if (await certainty.count()) await certainty.press('Space');
  await question.getByRole('button', { name: 'Vérifier ma réponse' }).press('Enter');
  await expect(question.locator('.fb')).toBeVisible();
}

async function position(block: Locator): Promise<void> {
  const save = block.getByRole('button', { name: 'Enregistrer mon positionnement' });
  if ((await save.count()) === 0) return;
  for (const group of await block.locator('form fieldset').all()) await group.getByRole('radio').nth(2).press('Space');
  await save.press('Enter');
}

/** Opens what is folded, one after the other: each click changes the list. */
export async function unfold(part: Locator): Promise<void> {
  const folded = part.locator('details:not([open]) > summary:visible');
  while ((await folded.count()) > 0) await folded.first().press('Enter');
}

async function write(journal: Locator, text: string): Promise<void> {
  await unfold(journal);
  for (const area of await journal.locator('textarea').all()) {
    if ((await area.inputValue()) === '') await area.pressSequentially(text);
  }
}
