import { expect, test } from 'vitest';
import { minutesInWords, readingSeconds, secondsOf, TIMES, writingSeconds } from './times.ts';

test.each([
  ['4 min', 240],
  ['2 min 30', 150],
  ['2 min 30 s', 150],
  ['1 h 05', 3900],
  ['1\u00a0h', 3600],
  ['45 s', 45],
  ['1 seconde', 1],
  ['3 minutes', 180],
  ['12:30', 750],
  ['1:02:03', 3723],
  ['2,5 min', 150],
])('« %s » is %i seconds', (text, seconds) => {
  expect(secondsOf(text)).toBe(seconds);
});

test('words that say no duration have none', () => {
  expect(['', 'courte', '12', 'mai 2026'].map(secondsOf)).toEqual([undefined, undefined, undefined, undefined]);
});

test('minutes are whole, never none for what takes some time', () => {
  expect([0, 5, 90, 3600, 3900].map(minutesInWords)).toEqual([
    '0\u00a0min',
    '1\u00a0min',
    '2\u00a0min',
    '1\u00a0h',
    '1\u00a0h\u00a005',
  ]);
});

test('as many words as the speed take one minute', () => {
  expect([readingSeconds(TIMES.reading.value), writingSeconds(TIMES.writing.value)]).toEqual([60, 60]);
});
