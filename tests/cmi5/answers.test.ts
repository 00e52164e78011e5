import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Block } from '../../src/model/course.ts';
import type { Result } from '../../src/xapi/statement.ts';
import { extension } from '../../src/xapi/vocabulary.ts';
import { judge, lmsWith, ofVerb } from './judged.ts';
import { essai, follow, type OpenPage, pass } from './learner.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') }));
afterEach(() => void vi.useRealTimers());

type Choice = Block & { options: readonly { number: number; right: boolean }[] };
const block = (id: string) =>
  Object.values(essai.content.pages)
    .flatMap(({ blocks }) => blocks)
    .find((one) => one.id === id) as Choice;

/** What the store was told of this question, latest last. */
async function told(id: string, act: (attempt: OpenPage['attempt'], choice: Choice) => void) {
  const lms = lmsWith();
  const page = await follow(lms);
  const choice = block(id);
  act(page.attempt, choice);
  await pass(15);
  await page.leave();
  judge(lms, page);
  return ofVerb(lms, 'answered')
    .filter(({ object }) => (object as { id: string }).id.endsWith(choice.scormId))
    .map(({ result }) => result as Result);
}

test('an answer says how sure the learner was, where the question asks', async () => {
  const [result] = await told('desaccord', (attempt, { number, options }) => {
    attempt.answer(1, number, [options.find(({ right }) => right)!.number], 3, 12);
  });
  expect(result).toMatchObject({
    success: true,
    score: { scaled: 1 },
    extensions: { [extension('certainty')]: 3 },
    duration: 'PT12S',
  });
});

test('the first try keeps its own certainty and its own score, the last one has the others', async () => {
  const results = await told('desaccord', (attempt, { number, options }) => {
    attempt.answer(1, number, [options.find(({ right }) => !right)!.number], 3, 12);
    attempt.answer(1, number, [options.find(({ right }) => right)!.number], 1, 12);
  });
  expect(results.map((one) => [one.score?.scaled, one.extensions?.[extension('certainty')]])).toEqual([
    [0, 3],
    [1, 1],
  ]);
});

test('an answer that is right in part says which part, and no certainty that was not asked for', async () => {
  const [result] = await told('releve', (attempt, { number, options }) => {
    attempt.answer(1, number, [options.find(({ right }) => right)!.number], 0, 12);
  });
  expect(result).toMatchObject({ success: false });
  expect(result?.score?.scaled).toBeGreaterThan(0);
  expect(result?.score?.scaled).toBeLessThan(1);
  expect(result).not.toHaveProperty('extensions');
});
