import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf, issuesOf } from '../../../tests/content/block-of.ts';
import { lockNumbers, questionBase, testActivity } from '../../../tests/contract/activity.ts';
import { inOrder, type Sequence, sequence, shuffled } from './activity.ts';

const block = (numbers: readonly number[], number = 1): Sequence => ({
  ...questionBase,
  type: 'sequence',
  number,
  items: numbers.map((one) => ({ number: one, html: '', text: '', feedback: '' })),
});
const numbersOf = ({ items }: Sequence) => items.map(({ number }) => number);
const blocks = fc
  .tuple(lockNumbers(3, 9), fc.integer({ min: 1, max: 500 }))
  .map(([list, number]) => block(list, number));

describe('whatever is written', () =>
  testActivity({
    type: sequence,
    block: blocks,
    response: (one) => {
      const numbers = numbersOf(one);
      return fc.shuffledSubarray(numbers, { minLength: numbers.length, maxLength: numbers.length });
    },
    right: numbersOf,
  }));

test('the order first shown holds every item, and is never the right one', () => {
  fc.assert(
    fc.property(blocks, (one) => {
      const shown = shuffled(one);
      expect([...shown].sort()).toEqual(numbersOf(one).sort());
      expect(shown).not.toEqual(numbersOf(one));
    }),
  );
});

test('the order first shown is spread over the orders there are', () => {
  const seen = new Set(Array.from({ length: 200 }, (_, rank) => shuffled(block([1, 2, 3, 4], rank + 1)).join('')));
  expect(seen.size).toBeGreaterThan(18);
});

test('the order first shown does not change with a corrected order, nor by itself', () => {
  expect(shuffled(block([1, 2, 3, 4, 5], 7))).toEqual([2, 4, 1, 5, 3]);
  expect(shuffled(block([2, 1, 3, 4, 5], 7))).toEqual([2, 4, 1, 5, 3]);
});

test.each([
  [[1, 2, 3, 4, 5], 5, { correct: true, score: 1 }],
  [[2, 3, 4, 5, 1], 4, { correct: false, score: 0.75 }],
  [[2, 1, 4, 3, 5], 3, { correct: false, score: 0.5 }],
  [[5, 4, 3, 2, 1], 1, { correct: false, score: 0 }],
  [[], 0, { correct: false, score: 0 }],
])('%j has %d items in order', (order, count, expected) => {
  expect(inOrder(block([1, 2, 3, 4, 5]), order)).toBe(count);
  expect(sequence.grade(block([1, 2, 3, 4, 5]), order)).toEqual(expected);
});

test('an item that is gone is left out of the answer', () => {
  expect(sequence.decode([4, 2, 1, 3], block([1, 2, 3]))).toEqual([2, 1, 3]);
});

const source = (list: string) => `:::ordre{id=q}\nDans quel ordre ?\n\n${list}\n:::\n`;

test('each line may have its explanation, two spaces or three before it', () => {
  const { items, explanation } = blockOf(
    source('1. Un\n  > Avec deux.\n2. Deux\n   > Avec trois.\n3. Trois\n\nÀ retenir.'),
  ) as unknown as Sequence;
  expect(items.map(({ number, text }) => `${number} ${text}`)).toEqual(['1 Un', '2 Deux', '3 Trois']);
  expect(items.map(({ feedback }) => feedback.replace(/<[^>]+>|\s+$/g, '').trim())).toEqual([
    'Avec deux.',
    'Avec trois.',
    '',
  ]);
  expect(explanation).toContain('À retenir.');
});

test.each([
  ['1. Un\n2. Deux', ['1 ordre/items']],
  ['Rien', ['1 ordre/items']],
  [Array.from({ length: 10 }, (_, rank) => `${rank + 1}. Étape ${rank}`).join('\n'), ['1 ordre/items']],
  ['1. Un\n2. Deux\n3. Un', ['6 ordre/double']],
  ['1. Un\n2. Deux\n3.\n', ['6 ordre/html']],
  ['- Un\n- Deux\n- Trois', ['4 ordre/numeros']],
])('%j gives %j', (list, issues) => {
  expect(issuesOf(source(list))).toEqual(issues);
});
