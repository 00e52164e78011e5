import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf, issuesOf } from '../../../tests/content/block-of.ts';
import { questionBase, testActivity } from '../../../tests/contract/activity.ts';
import { rounded } from '../../model/french-number.ts';
import { errorOf, type Numeric, numeric } from './activity.ts';

const block = (expected: number, tolerance = 0, errors: Numeric['errors'] = []): Numeric => ({
  ...questionBase,
  type: 'numeric',
  expected,
  tolerance,
  margin: '',
  unit: '',
  feedback: '',
  errors,
});

const value = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(rounded),
  fc.double({ min: -1, max: 1, noNaN: true }).map(rounded),
);

describe('whatever is written', () =>
  testActivity({
    type: numeric,
    block: fc
      .tuple(value, fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true }).map(rounded)))
      .map(([expected, tolerance]) => block(expected, tolerance)),
    response: ({ expected }) => fc.oneof(value, fc.constant(expected)),
    right: ({ expected }) => expected,
  }));

test.each([
  [12.5, 0, 12.5, true],
  [12.5, 0, 12.500001, false],
  [12.5, 0.5, 13, true],
  [12.5, 0.5, 12, true],
  [12.5, 0.5, 13.000001, false],
  [0.3, 0.1, 0.4, true],
  [0.3, 0.1, 0.2, true],
  [1.1, 0.1, 1.2, true],
  [-5, 1, -6, true],
  [-5, 1, 5, false],
  [999_999_999.9, 0.1, 1e9, true],
])('%d, give or take %d: %d is right: %s', (expected, tolerance, response, right) => {
  expect(numeric.grade(block(expected, tolerance), response)).toEqual({ correct: right, score: right ? 1 : 0 });
});

test.each([
  [-12.5, [1, 249]],
  [0, [0, 0]],
  [3500, [0, 7000]],
  [0.000001, [6, 2]],
  [-1e9, [0, 1_999_999_999]],
])('%d is kept as %j', (response, code) => {
  expect(numeric.encode(response)).toEqual(code);
  expect(numeric.decode(code)).toBe(response);
});

test('a foreseen error is the nearest one within half the tolerance, or the very value when there is none', () => {
  const [low, high] = [
    { value: 20, feedback: 'bas' },
    { value: 21, feedback: 'haut' },
  ];
  expect(errorOf(block(10, 2, [low, high]), 20.8)).toBe(high);
  expect(errorOf(block(10, 2, [low, high]), 19)).toBe(low);
  expect(errorOf(block(10, 2, [low, high]), 18.9)).toBeUndefined();
  expect(errorOf(block(10, 0, [low]), 20)).toBe(low);
  expect(errorOf(block(10, 0, [low]), 20.000001)).toBeUndefined();
});

const source = (list: string, attributes = '') =>
  `:::reponse-numerique{id=n ${attributes}}\nCombien ?\n\n${list}\n:::\n`;
const read = (list: string, attributes?: string) => blockOf(source(list, attributes)) as Numeric;

test('a value, its errors, how far one may be and in what unit', () => {
  const one = read('- [x] 1 200,5 ETP\n  > Oui.\n- [ ] -3\n  > Le signe.', 'tolerance="0,5" unite="ETP"');
  expect(one).toMatchObject({ expected: 1200.5, tolerance: 0.5, margin: '0,5', unit: 'ETP' });
  expect(one.feedback).toContain('Oui.');
  expect(one.errors).toEqual([{ value: -3, feedback: expect.stringContaining('Le signe.') }]);
});

test.each([
  ['tolerance="5 %"', 10, '5\u00a0%'],
  ['tolerance="5%"', 10, '5\u00a0%'],
  ['tolerance=2.5', 2.5, '2,5'],
  ['', 0, ''],
])('with %j, 200 is right within %d', (attributes, tolerance, margin) => {
  expect(read('- [x] 200', attributes)).toMatchObject({ tolerance, margin });
});

test.each([
  ['- [ ] 5\n  > Non.', '', ['1 reponse-numerique/values']],
  ['- [x] 5\n- [x] 6', '', ['1 reponse-numerique/values']],
  ['- [x] 5\n- [ ] 6', '', ['5 reponse-numerique/feedback']],
  ['- [x] douze', '', ['4 reponse-numerique/value']],
  ['- [x] 5\n- [ ] - 6\n  > Non.', '', ['5 reponse-numerique/value']],
  ['- [x] 5 places', 'unite="ETP"', ['4 reponse-numerique/value']],
  ['- [x] 5\n- [ ] 5\n  > Non.', '', ['5 reponse-numerique/double']],
  ['- [x] 5\n- [ ] 6\n  > Non.\n- [ ] 6\n  > Non plus.', '', ['7 reponse-numerique/double']],
  ['- [x] 5\n- [ ] 6\n  > Non.', 'tolerance="1"', ['5 reponse-numerique/dans-tolerance']],
  ['- [x] 200\n- [ ] 210\n  > Non.', 'tolerance="5 %"', ['5 reponse-numerique/dans-tolerance']],
  ['- [x] 5', 'tolerance="peu"', ['1 reponse-numerique/tolerance']],
  ['- [x] 5', 'tolerance="-1"', ['1 reponse-numerique/tolerance']],
  ['- [x] 5', 'tolerance=""', ['1 reponse-numerique/tolerance']],
  ['- [x] 5\n- 6\n  > Non.', '', ['5 reponse-numerique/case']],
])('%j {%s} is refused', (list, attributes, issues) => {
  expect(issuesOf(source(list, attributes))).toEqual(issues);
});

test('what the standards receive', () => {
  expect(numeric.interaction(block(12.5, 0.5), 12.8)).toEqual({
    type: 'numeric',
    response: 12.8,
    correct: { expected: 12.5, min: 12, max: 13 },
  });
});
