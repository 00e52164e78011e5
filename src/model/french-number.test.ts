import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber, rounded, writeNumber } from './french-number.ts';

test.each([
  ['12,5', '', 12.5],
  ['12.5', '', 12.5],
  [' 12 ', '', 12],
  [',5', '', 0.5],
  ['1 234,5', '', 1234.5],
  ['1\u202f234\u202f567', '', 1_234_567],
  ['1\u00a0000', '', 1000],
  ['1000', '', 1000],
  ['-3', '', -3],
  ['\u2212 3', '', -3],
  ['+3', '', 3],
  ['-0', '', 0],
  ['12,5.', '', 12.5],
  ['12,5 ETP', 'ETP', 12.5],
  ['12,5etp.', 'ETP', 12.5],
  ['3 équivalents temps plein', 'ETP', 3],
  ['12 place', 'places', 12],
  ['20 %', '', 20],
  ['20%', '%', 20],
  ['20 pour cent', '%', 20],
  ['1 200 euros', '€', 1200],
  ['0,1234567', '', 0.123457],
  ['1000000000', '', 1e9],
  ['', '', undefined],
  ['-', '', undefined],
  [',', '', undefined],
  ['douze', '', undefined],
  ['environ 12', '', undefined],
  ['12 à 14', '', undefined],
  ['12 13', '', undefined],
  ['1 23', '', undefined],
  ['1234 567', '', undefined],
  ['1.234,5', '', undefined],
  ['1e3', '', undefined],
  ['12 %', 'ETP', undefined],
  ['12 ETP', '', undefined],
  ['1000000001', '', undefined],
  ['Infinity', '', undefined],
])('%j (unit %j) is %s', (text, unit, expected) => {
  expect(readNumber(text, unit)).toBe(expected);
});

test.each([
  [12.5, 'ETP', '12,5\u00a0ETP'],
  [-3, '', '\u22123'],
  [0, '', '0'],
  [100, '', '100'],
  [1_234_567.25, '', '1\u202f234\u202f567,25'],
  [0.1 + 0.2, '', '0,3'],
  [-0.0000001, '', '0'],
])('%d is written %j', (value, unit, expected) => {
  expect(writeNumber(value, unit)).toBe(expected);
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.constantFrom('', 'ETP', '%', '€'),
      (value, unit) => {
        expect(readNumber(writeNumber(value, unit), unit)).toBe(rounded(value));
      },
    ),
  );
});
