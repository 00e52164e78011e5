import { expect, test } from 'vitest';
import { blockOf, issuesOf } from '../../../tests/content/block-of.ts';
import { positionsOf } from '../../model/positioning.ts';

test('a title and some words may be given, nothing has to be', () => {
  expect(blockOf(':::radar\n:::\n')).toMatchObject({
    id: 'radar',
    type: 'radar',
    title: 'Votre positionnement',
    intro: '',
  });
  expect(blockOf(':::radar{id=bilan-radar}\n### L’écart\n\nRegardez.\n:::\n')).toMatchObject({
    id: 'bilan-radar',
    title: 'L’écart',
    intro: '<p>Regardez.</p>\n',
  });
});

test('an unknown attribute is said where it stands', () => {
  expect(issuesOf(':::radar{axes=3}\n:::\n')).toEqual(['1 bloc/attribut-inconnu']);
});

const items = (...codes: string[]) =>
  codes.map((code, rank) => ({ number: rank + 1, code, title: '', indicators: [] }));
const at = (day: string, ...levels: number[]) => ({
  day,
  levels: new Map(levels.map((level, rank) => [rank + 1, level] as const)),
});

test('first and latest are by day, across the positionings of the course', () => {
  const start = { items: items('A', 'B'), history: [at('2026-10-03', 1, 2), at('2026-11-22', 3, 2)] };
  const other = { items: items('B', 'C'), history: [at('2026-09-01', 0, 4)] };
  expect(positionsOf([start, other], ['A', 'B', 'C', 'D'])).toEqual([
    { code: 'A', first: { day: '2026-10-03', level: 1 }, latest: { day: '2026-11-22', level: 3 }, again: true },
    { code: 'B', first: { day: '2026-09-01', level: 0 }, latest: { day: '2026-11-22', level: 2 }, again: true },
    { code: 'C', first: { day: '2026-09-01', level: 4 }, latest: { day: '2026-09-01', level: 4 }, again: false },
  ]);
});

test('a module begun and ended the same day has its first and its latest time', () => {
  const [start, end] = [1, 3].map((level) => ({ items: items('A'), history: [at('2026-11-22', level)] }));
  expect(positionsOf([start!, end!], ['A'])).toEqual([
    { code: 'A', first: { day: '2026-11-22', level: 1 }, latest: { day: '2026-11-22', level: 3 }, again: true },
  ]);
});
