import { expect, test } from 'vitest';
import { isDay, localDay } from './day.ts';

test('a day is written year, month, day, by the clock of the place', () => {
  expect(localDay(new Date(2027, 0, 5, 23, 59))).toBe('2027-01-05');
});

test.each([
  ['2026-11-22', true],
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2026-13-01', false],
  ['22/11/2026', false],
  ['2026-11-22T10:00:00Z', false],
  ['', false],
])('%j is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
