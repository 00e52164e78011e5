import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issuesOf } from '../../../tests/content/block-of.ts';
import { questionBase, testActivity } from '../../../tests/contract/activity.ts';
import { type Recall, recall } from './activity.ts';

const block: Recall = { ...questionBase, type: 'recall', intro: '', count: 6, when: 'module' };
const item = fc.record({
  module: fc.integer({ min: 1, max: 40 }),
  block: fc.integer({ min: 1, max: 400 }),
  correct: fc.boolean(),
});

describe('whatever is recalled', () =>
  testActivity({
    type: recall,
    block: fc.constant(block),
    response: () => fc.array(item, { minLength: 1, maxLength: 20 }).map((items) => ({ total: items.length, items })),
  }));

test('a recall is whole once all its questions are answered', () => {
  expect(recall.complete(block, { total: 2, items: [{ module: 1, block: 3, correct: true }] })).toBe(false);
});

test('a trainer reads how many came back, and which did not', () => {
  const items = [
    { module: 1, block: 12, correct: false },
    { module: 2, block: 3, correct: true },
  ];
  expect(recall.interaction(block, { total: 2, items })).toEqual({
    type: 'fill-in',
    response: ['1/2\u202f; à revoir\u00a0: M1 n° 12'],
  });
});

test.each([
  ['nombre=beaucoup', '1 rappel/count'],
  ['nombre=0', '1 rappel/count'],
  ['quand=demain', '1 rappel/when'],
])('%s is refused', (attributes, issue) => {
  expect(issuesOf(`:::rappel{id=r ${attributes}}\n:::\n`)).toEqual([issue]);
});
