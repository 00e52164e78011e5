import { expect, test } from 'vitest';
import { type Positioning, positioning } from './activity.ts';

const block: Positioning = {
  type: 'positioning',
  id: 'depart',
  number: 2,
  scormId: 'M1_P01_depart_2',
  competencies: [],
  title: '',
  prompt: '',
  required: true,
  items: [
    { number: 1, code: 'PE-M1.a', title: '', indicators: [] },
    { number: 3, code: 'PE-M1.c', title: '', indicators: [] },
  ],
};

test('levels come back from their code, one number per competency', () => {
  const response = new Map([
    [3, 4],
    [1, 0],
  ]);
  expect(positioning.encode(response)).toEqual([8, 28]);
  expect(positioning.decode([8, 28], block)).toEqual(
    new Map([
      [1, 0],
      [3, 4],
    ]),
  );
});

test('a competency that left the block, or a level that does not exist, is left out', () => {
  expect(positioning.decode([8 + 2, 16 + 1, 24 + 7], block)).toEqual(new Map([[1, 2]]));
});

test('a trainer reads the framework’s codes and levels, without a right answer', () => {
  expect(
    positioning.interaction(
      block,
      new Map([
        [1, 2],
        [3, 4],
      ]),
      '',
    ),
  ).toEqual({ type: 'fill-in', response: ['PE-M1.a 2, PE-M1.c 4'] });
  expect(positioning.grade).toBeUndefined();
});
