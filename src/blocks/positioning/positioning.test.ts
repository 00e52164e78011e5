import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lockNumbers, testActivity } from '../../../tests/contract/activity.ts';
import { LEVELS, type Positioning, type PositioningResponse, positionedAgain } from '../../model/positioning.ts';
import { positioning } from './activity.ts';

const block = (...numbers: readonly number[]): Positioning => ({
  type: 'positioning',
  id: 'depart',
  number: 2,
  scormId: 'M1_P01_depart_2',
  competencies: [],
  title: '',
  prompt: '',
  required: true,
  items: numbers.map((number) => ({ number, code: `PE-M1.${number}`, title: '', indicators: [] })),
});

const days = fc
  .integer({ min: 0, max: 20_000 })
  .map((rank) => new Date(Date.UTC(2020, 0, 1 + rank)).toISOString().slice(0, 10));

describe('whatever is written', () =>
  testActivity<Positioning, PositioningResponse>({
    type: positioning,
    block: lockNumbers(1, 12).map((numbers) => block(...numbers)),
    response: ({ items }) =>
      fc.array(
        fc.record({
          day: days,
          levels: fc
            .tuple(
              fc.subarray([...items], { minLength: 1 }),
              fc.array(fc.nat(LEVELS.length - 1), { minLength: items.length, maxLength: items.length }),
            )
            .map(([rated, levels]) => new Map(rated.map(({ number }, rank) => [number, levels[rank]!]))),
        }),
        { maxLength: 12 },
      ),
  }));

const levels = (...pairs: [number, number][]) => new Map(pairs);
const autumn = { day: '2026-10-03', levels: levels([1, 1], [3, 4]) };
const today = { day: '2026-11-22', levels: levels([1, 3], [3, 4]) };

test('a time is its day, counted from the one before, and a number per competency', () => {
  expect(positioning.encode([autumn, today])).toEqual([2467 * 2, 2, 9, 20, 50 * 2, 2, 11, 20]);
});

test('a competency that left the block, or a level that does not exist, is left out', () => {
  const code = positioning.encode([autumn, { day: today.day, levels: levels([2, 2]) }]);
  expect(positioning.decode(code, block(1, 4))).toEqual([{ day: autumn.day, levels: levels([1, 1]) }]);
  expect(positioning.decode([0, 1, 8 + 7], block(1))).toEqual([]);
});

test.each([[[]], [[8]], [[8, 28]], [[9_000_000_000, 1, 9]], [[10, 0, 10, 0]]])(
  'the damaged code %j is read as nothing',
  (code) => {
    expect(positioning.decode(code, block(1))).toEqual([]);
  },
);

test('the same day, a new answer takes the place of the former one; another day, it comes after', () => {
  expect(positionedAgain([], autumn)).toEqual([autumn]);
  expect(positionedAgain([autumn], today)).toEqual([autumn, today]);
  const corrected = { ...today, levels: levels([1, 2], [3, 2]) };
  expect(positionedAgain([autumn, today], corrected)).toEqual([autumn, corrected]);
});

test('of very many times the first and the latest ones stay', () => {
  const times = Array.from({ length: 30 }, (_, rank) => ({
    day: `2026-11-${String(rank + 1).padStart(2, '0')}`,
    levels: levels([1, rank % 5]),
  }));
  const kept = times.reduce<PositioningResponse>(positionedAgain, []);
  expect(kept).toHaveLength(12);
  expect([kept[0], kept.at(-1)]).toEqual([times[0], times.at(-1)]);
});

test('a trainer reads the framework’s codes and the latest levels, without a right answer', () => {
  expect(positioning.interaction(block(1, 3), [autumn, today], '')).toEqual({
    type: 'fill-in',
    response: ['PE-M1.1 3, PE-M1.3 4'],
  });
  expect(positioning.grade).toBeUndefined();
});
