import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf, issuesOf } from '../../../tests/content/block-of.ts';
import { lockNumbers, questionBase, testActivity } from '../../../tests/contract/activity.ts';
import { type Sorting, sorting } from './activity.ts';

/** The first numbers are the categories; the items go round them. */
const block = (numbers: readonly number[], count: number): Sorting => {
  const categories = numbers.slice(0, count).map((number) => ({ number, text: `catégorie ${number}` }));
  return {
    ...questionBase,
    type: 'sorting',
    categories,
    items: numbers
      .slice(count)
      .map((number, rank) => ({ number, html: '', category: categories[rank % count]!.number, feedback: '' })),
  };
};

describe('whatever is written', () =>
  testActivity({
    type: sorting,
    block: fc
      .tuple(lockNumbers(9, 36), fc.integer({ min: 2, max: 6 }))
      .map(([numbers, count]) => block(numbers, count)),
    response: ({ items, categories }) =>
      fc
        .array(fc.constantFrom(...categories), { minLength: items.length, maxLength: items.length })
        .map((chosen) => new Map(items.map(({ number }, rank) => [number, chosen[rank]!.number]))),
    right: ({ items }) => new Map(items.map(({ number, category }) => [number, category])),
  }));

test.each([
  [[1, 2, 1], { correct: true, score: 1 }],
  [[1, 1, 1], { correct: false, score: 2 / 3 }],
  [[2, 1, 2], { correct: false, score: 0 }],
])('items put in %j', (put, expected) => {
  const given = new Map(put.map((category, rank) => [rank + 3, category]));
  expect(sorting.grade(block([1, 2, 3, 4, 5], 2), given)).toEqual(expected);
});

test('an item or a category that is gone is left out of the answer', () => {
  const given = new Map([
    [3, 1],
    [4, 2],
    [9, 1],
    [5, 9],
  ]);
  expect(sorting.decode(sorting.encode(given), block([1, 2, 3, 4, 5], 2))).toEqual(
    new Map([
      [3, 1],
      [4, 2],
    ]),
  );
});

const source = (list: string) => `:::classement{id=q}\nOù va chacun ?\n\n${list}\n:::\n`;

test('categories come first in the lock; items are shown by their words', () => {
  const { categories, items } = blockOf(
    source('- Fruits\n  - Poire\n    > Elle pousse sur un arbre.\n  - Abricot\n- Légumes\n  - Navet\n'),
  ) as unknown as Sorting;
  expect(categories).toEqual([
    { number: 1, text: 'Fruits' },
    { number: 2, text: 'Légumes' },
  ]);
  expect(items.map(({ number, html, category }) => `${number} ${html} ${category}`)).toEqual([
    '4 Abricot 1',
    '5 Navet 2',
    '3 Poire 1',
  ]);
  expect(items[2]!.feedback).toContain('Elle pousse');
});

const many = (count: number) => Array.from({ length: count }, (_, rank) => `  - n${rank}`).join('\n');

test.each([
  ['- A\n  - a\n  - b\n  - c', ['1 classement/categories']],
  [[1, 2, 3, 4, 5, 6, 7].map((n) => `- C${n}\n  - i${n}`).join('\n'), ['1 classement/categories']],
  ['- A\n  - a\n  - b\n  - c\n- B', ['8 classement/items']],
  ['- A\n  - a\n- B\n  - b', ['1 classement/categories']],
  ['- A\n  - a\n  - b\n- B\n  - a', ['8 classement/double']],
  ['- A\n  - a\n  - b\n- B\n  - A', ['8 classement/double']],
  [`- A\n${many(33)}\n- B\n  - b`, []],
  [`- A\n${many(34)}\n- B\n  - b`, ['1 classement/categories']],
  ['- A\n  > Pourquoi.\n  - a\n  - b\n- B\n  - c', ['4 classement/explication']],
  ['- A\n  - a\n    - b\n  - c\n- B\n  - d', ['5 classement/niveaux']],
])('%j gives %j', (list, issues) => {
  expect(issuesOf(source(list))).toEqual(issues);
});
