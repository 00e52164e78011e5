import { expect, type Frame, type Locator } from 'playwright/test';
import type { Block } from '../src/model/course.ts';
import { writeNumber } from '../src/model/french-number.ts';
import { sampleAnswer } from '../src/player/sample-answers.ts';

export interface Play {
  /** Share of right answers wanted, 0 to 1: the first questions are answered right, the others wrong. */
  right?: number;
  /** What to write in each field that asks for a text of one's own. */
  text?: string;
  /** Called on each page once it is done. */
  onPage?: (title: string) => Promise<void>;
}

const TEXT = 'Mardi, j’ai relu ma lettre « de mission » 😀.';

/** Runs in the page: every block has been drawn by its element, not only by its placeholder. */
export const alive = (main: Element): boolean =>
  [...main.querySelectorAll<HTMLElement & { hasUpdated?: boolean }>('[data-block]')].every(
    ({ hasUpdated, hidden }) => hasUpdated || hidden,
  );

/** Plays every page of a module in the frame it runs in, with the keyboard alone: reads, answers, writes, follows « Continuer ». */
export async function playModule(
  frame: Frame,
  moduleId: string,
  { right = 1, text = TEXT, onPage }: Play = {},
): Promise<void> {
  const questions = await frame.evaluate(async (id) => {
    const { pages } = await (await fetch(`content/${id}.json`)).json();
    return Object.values(pages as Record<string, { blocks: object[] }>).flatMap(({ blocks }) =>
      blocks.filter((block) => 'stem' in block),
    ).length;
  }, moduleId);
  let asked = 0;
  await expect.poll(() => frame.locator('main').evaluate(alive)).toBe(true);
  await arrives(frame, () =>
    frame.evaluate((id) => {
      if (window.location.hash === `#/${id}`) window.dispatchEvent(new HashChangeEvent('hashchange'));
      else window.location.hash = `#/${id}`;
    }, moduleId),
  );
  for (;;) {
    await expect(frame.locator('main .page-nav')).toBeVisible();
    await expect.poll(() => frame.locator('main').evaluate(alive)).toBe(true);
    asked += await answerPage(frame, { text, well: (rank) => asked + rank < Math.round(questions * right) });
    await onPage?.(await frame.locator('h1').innerText());
    const next = frame.getByRole('link', { name: /^Continuer/ });
    if ((await next.count()) === 0) return;
    await arrives(frame, () => next.press('Enter'));
  }
}

/** On a slow machine the page before is still there for a while: the player says when the next one has come. */
async function arrives(frame: Frame, go: () => Promise<unknown>): Promise<void> {
  const arrived = frame.evaluate(
    () =>
      new Promise<void>((resolve) =>
        document.querySelector('main')!.addEventListener('arrived', () => resolve(), { once: true }),
      ),
  );
  await Promise.all([arrived, go()]);
}

/** Answers every block of the page on screen, by keyboard; says how many questions it found open. */
export async function answerPage(
  frame: Frame,
  {
    well = () => true,
    text = TEXT,
    most = Number.POSITIVE_INFINITY,
  }: { well?: (rank: number) => boolean; text?: string; most?: number } = {},
): Promise<number> {
  let asked = 0;
  for (const element of await frame.locator('main [data-block]:not([hidden])').all()) {
    const block = await blockOf(element);
    if (block.type === 'journal') await write(element, text);
    else if (block.type === 'evidence') await deposit(element, text);
    else if (block.type === 'recall') await recall(element);
    else if (asked < most && (await answerBlock(element, block, well(asked), text)) && 'stem' in block) asked += 1;
  }
  return asked;
}

/** Once its element has drawn it: on a slow machine the page may still have its placeholder. */
async function blockOf(element: Locator): Promise<Block> {
  const drawn = () => element.evaluate((one) => (one as unknown as { hasUpdated?: boolean }).hasUpdated === true);
  await expect.poll(drawn, 'the block is drawn').toBe(true);
  return element.evaluate((one) => (one as unknown as { block: Block }).block);
}

/** False when the block is not to be answered, or already is. */
export async function answerBlock(element: Locator, block: Block, well: boolean, text = TEXT): Promise<boolean> {
  const answer = sampleAnswer(block, well);
  const act = ACTS[block.type];
  if (!act || answer === undefined) return false;
  if (block.type !== 'cards' && (await element.locator('form').count()) === 0) return false;
  await act(element, answer as never, text);
  const certainty = element.getByLabel('Moyen', { exact: true });
  if (await certainty.count()) await certainty.press('Space');
  const submit = element.locator('form button.btn--p');
  if (await submit.count()) await submit.press('Enter');
  await expect(element.locator('form')).toHaveCount(0);
  return true;
}

const tick = (element: Locator, name: string | number, value: string | number | boolean) =>
  element.locator(`input[name="${name}"][value="${value}"]`).press('Space');

/** A list by its keys: from the first line down to the one wanted. */
async function choose(select: Locator, value: string | number): Promise<void> {
  const rank = await select.evaluate(
    (list, wanted) => [...(list as HTMLSelectElement).options].findIndex((option) => option.value === wanted),
    String(value),
  );
  await select.press('Home');
  for (let step = 0; step < rank; step += 1) await select.press('ArrowDown');
  await expect(select).toHaveValue(String(value));
}

async function tickAll(element: Locator, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) await element.locator(`.tiles input[value="${number}"]`).press('Space');
}

async function setEach(element: Locator, pairs: ReadonlyMap<number, number | boolean>): Promise<void> {
  for (const [name, value] of pairs) {
    const list = element.locator(`select[name="${name}"]`);
    if (await list.count()) await choose(list, value as number);
    else await tick(element, name, value);
  }
}

const ACTS: Record<string, (element: Locator, answer: never, text: string) => Promise<void>> = {
  choice: tickAll,
  hotspot: tickAll,
  'true-false': setEach,
  matching: setEach,
  sorting: setEach,
  async sequence(element, order: readonly number[]) {
    for (const [rank, number] of order.entries()) {
      const up = element.locator(`button[id$="up-${number}"]`);
      const line = up.locator('xpath=ancestor::li');
      while (Number(await line.locator('.sequence__rank').innerText()) > rank + 1) await up.press('Enter');
    }
  },
  async cloze(element, answer: ReadonlyMap<number, string | number>) {
    for (const [gap, given] of answer) {
      const control = element.locator(`[data-gap="${gap}"]`).locator('input, select');
      if (typeof given === 'number') await choose(control, given);
      else await control.pressSequentially(given);
    }
  },
  'short-answer': async (element, answer: string) => element.locator('input[type="text"]').pressSequentially(answer),
  numeric: async (element, answer: number) =>
    element.locator('input[name="number"]').pressSequentially(writeNumber(answer)),
  async scale(element, answer: ReadonlyMap<number, number>) {
    if (await element.locator('.tiles').count()) await tickAll(element, [...answer.keys()]);
    else await setEach(element, answer);
  },
  async 'open-answer'(element, { points, level }: { points: readonly number[]; level: number }, text) {
    await element.locator('textarea').pressSequentially(text);
    await element.getByRole('button', { name: 'Comparer avec une réponse possible' }).press('Enter');
    await tickAll(element, points);
    if (level > 0) await tick(element, 'level', level);
  },
  async cards(element, answer: ReadonlyMap<number, number>) {
    for (const rating of answer.values()) {
      await element.getByRole('button', { name: 'Retourner la carte' }).press('Enter');
      await element.getByRole('button', { name: rating === 3 ? 'Oui' : 'Pas du tout' }).press('Enter');
    }
  },
  async case(element, { path }: { path: readonly number[] }) {
    for (const number of path) {
      const choice = element.locator(`.tiles input[value="${number}"]`);
      if (await choice.count()) await choice.press('Space');
      await element.locator('form button.btn--p').press('Enter');
      const on = element.locator('.fb + .row > button.btn--p');
      if (await on.count()) await on.press('Enter');
    }
  },
  async positioning(element, [{ levels }]: readonly [{ levels: ReadonlyMap<number, number> }]) {
    for (const [number, level] of levels) await tick(element, `level-${number}`, level);
  },
};

/** Each question that comes back; none where there is nothing to recall yet, which it says. */
export async function recall(element: Locator): Promise<void> {
  const item = element.locator('.recall__item > *');
  const on = element.getByRole('button', { name: /^(Question suivante|Voir le résultat)$/ });
  await expect(element.locator('.recall__item > *, .recall__result, .hint svg').first()).toBeVisible();
  while ((await item.count()) > 0) {
    await expect(item.locator('form')).toHaveCount(1);
    await answerBlock(item, await blockOf(item), true);
    await on.press('Enter');
  }
}

/** Opens what is folded, one after the other: each click changes the list. */
export async function unfold(part: Locator): Promise<void> {
  const folded = part.locator('details:not([open]) > summary:visible');
  while ((await folded.count()) > 0) await folded.first().press('Enter');
}

/** A text as evidence, with its first criterion. */
async function deposit(element: Locator, text: string): Promise<void> {
  const start = element.getByRole('button', { name: 'Déposer une preuve' });
  if ((await start.count()) === 0) return;
  await start.press('Enter');
  await tick(element, 'kind', 'texte');
  await element.locator('input[name="title"]').pressSequentially('Compte rendu');
  await element.locator('textarea[name="content"]').pressSequentially(text);
  await element.locator('.tiles input').first().press('Space');
  await element.locator('form button.btn--p').press('Enter');
  await expect(element.locator('form')).toHaveCount(0);
}

async function write(journal: Locator, text: string): Promise<void> {
  await unfold(journal);
  for (const area of await journal.locator('textarea').all()) {
    if ((await area.inputValue()) === '') await area.pressSequentially(text);
  }
}
