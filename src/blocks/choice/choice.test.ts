import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Choice, choice } from './activity.ts';

const { grade } = choice;

const question = (multiple: boolean, ...rights: boolean[]): Choice => ({
  type: 'choice',
  id: 'q',
  number: 1,
  scormId: 'M1_Q01_q_1',
  competencies: [],
  multiple,
  stem: '',
  explanation: '',
  certainty: false,
  sources: [],
  options: rights.map((right, rank) => ({ number: rank + 1, html: '', feedback: '', right })),
});

describe('what an answer is worth', () => {
  const single = question(false, false, true, false);
  const several = question(true, true, true, false, false);
  test.each([
    ['the right option', single, [2], { correct: true, score: 1 }],
    ['a wrong option', single, [1], { correct: false, score: 0 }],
    ['all the right ones', several, [1, 2], { correct: true, score: 1 }],
    ['half the right ones', several, [1], { correct: false, score: 0.5 }],
    ['one right, one wrong', several, [1, 3], { correct: false, score: 0 }],
    ['everything ticked', several, [1, 2, 3, 4], { correct: false, score: 0 }],
    ['nothing', several, [], { correct: false, score: 0 }],
  ])('%s', (_, block, response, expected) => {
    expect(grade(block, response)).toEqual(expected);
  });
});

const rights = fc.array(fc.boolean(), { minLength: 2, maxLength: 36 }).filter((list) => list.includes(true));

test('a grade stands between 0 and 1, and is 1 for the right answer alone', () => {
  fc.assert(
    fc.property(fc.boolean(), rights, fc.array(fc.nat(35)), (multiple, list, picks) => {
      const block = question(multiple, ...list);
      const response = [...new Set(picks.map((pick) => (pick % list.length) + 1))];
      const right = block.options.filter((option) => option.right).map(({ number }) => number);
      const { correct, score } = grade(block, response);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(correct).toBe(score === 1);
      expect(grade(block, right)).toEqual({ correct: true, score: 1 });
    }),
  );
});

test('an answer comes back from its code, whatever the order of the options', () => {
  fc.assert(
    fc.property(rights, fc.array(fc.nat(35)), (list, picks) => {
      const block = question(true, ...list);
      const response = [...new Set(picks.map((pick) => (pick % list.length) + 1))].sort((a, b) => a - b);
      const reordered = { ...block, options: [...block.options].reverse() };
      expect([...choice.decode(choice.encode(response), reordered)].sort((a, b) => a - b)).toEqual(response);
    }),
  );
});

test('an option that no longer exists is left out of the answer', () => {
  const block = question(true, true, true, false);
  expect(choice.decode(choice.encode([1, 3]), { ...block, options: block.options.slice(0, 2) })).toEqual([1]);
});

test('the standards see item numbers, ascending', () => {
  expect(choice.interaction(question(true, true, false, true), [3, 1])).toEqual({
    type: 'choice',
    response: [1, 3],
    correct: [1, 3],
  });
});
