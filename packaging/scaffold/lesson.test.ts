import { expect, test } from 'vitest';
import { rankBetween } from './lesson.ts';

test.each([
  ['03-a.md', '08-z.md', '04'],
  ['07-a.md', '08-z.md', '07b'],
  ['07b-a.md', '08-z.md', '07c'],
  ['07z-a.md', '08-z.md', undefined],
  ['09-a.md', undefined, '10'],
  ['9-a.md', undefined, '9b'],
  ['099-a.md', undefined, '100'],
  [undefined, '03-z.md', '01'],
  [undefined, '01-z.md', '00b'],
  [undefined, undefined, '01'],
  ['sans-rang.md', undefined, undefined],
])('between %s and %s, the rank %s', (before, after, rank) => {
  expect(rankBetween(before, after)).toBe(rank);
  if (rank)
    expect([after, `${rank}-x.md`, before].filter(Boolean).sort()).toEqual(
      [before, `${rank}-x.md`, after].filter(Boolean),
    );
});
