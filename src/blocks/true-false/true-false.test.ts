import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf, issuesOf } from '../../../tests/content/block-of.ts';
import { lockNumbers, questionBase, testActivity } from '../../../tests/contract/activity.ts';
import { type TrueFalse, trueFalse } from './activity.ts';

const block = (numbers: readonly number[], truths: readonly boolean[]): TrueFalse => ({
  ...questionBase,
  type: 'true-false',
  statements: numbers.map((number, rank) => ({ number, html: '', truth: truths[rank] ?? false, feedback: '' })),
});

const truths = fc.array(fc.boolean(), { minLength: 36, maxLength: 36 });

describe('whatever is written', () =>
  testActivity({
    type: trueFalse,
    block: fc.tuple(lockNumbers(1, 36), truths).map(([numbers, list]) => block(numbers, list)),
    response: ({ statements }) =>
      truths.map((said) => new Map(statements.map(({ number }, rank) => [number, said[rank]!]))),
    right: ({ statements }) => new Map(statements.map(({ number, truth }) => [number, truth])),
  }));

test.each([
  ['all well judged', [true, false, true], { correct: true, score: 1 }],
  ['one out of three', [false, true, true], { correct: false, score: 1 / 3 }],
  ['none', [false, true, false], { correct: false, score: 0 }],
])('%s', (_, said, expected) => {
  const given = new Map(said.map((truth, rank) => [rank + 1, truth]));
  expect(trueFalse.grade(block([1, 2, 3], [true, false, true]), given)).toEqual(expected);
});

test('a statement alone is a true-false; several read « a.t,b.f »', () => {
  expect(trueFalse.interaction(block([4], [true]), new Map([[4, false]]))).toEqual({
    type: 'true-false',
    response: false,
    correct: true,
  });
  const both = new Map([
    [1, true],
    [2, true],
  ]);
  expect(trueFalse.interaction(block([1, 2], [true, false]), both)).toEqual({
    type: 'matching',
    response: [
      [1, 20],
      [2, 20],
    ],
    correct: [
      [1, 20],
      [2, 6],
    ],
  });
});

test('what was said of a statement that is gone is left out', () => {
  const code = trueFalse.encode(
    new Map([
      [1, true],
      [2, false],
    ]),
  );
  expect(trueFalse.decode(code, block([3, 2], [true, true]))).toEqual(new Map([[2, false]]));
});

const source = (body: string) => `:::vrai-faux{id=q}\n${body}\n:::\n`;
const item = (box: string, text: string) => `- ${box} ${text}\n  > Parce que ${text}.\n`;

test('the box says the truth; the paragraph before the list may be absent', () => {
  const { stem, statements, explanation } = blockOf(
    source(`${item('[x]', 'Un')}${item('[ ]', 'Deux')}\nÀ retenir.`),
  ) as unknown as TrueFalse;
  expect(stem).toBe('');
  expect(statements.map(({ number, html, truth }) => `${number} ${html} ${truth}`)).toEqual([
    '1 Un true',
    '2 Deux false',
  ]);
  expect(statements[0]!.feedback).toContain('Parce que Un.');
  expect(explanation).toContain('À retenir.');
});

test.each([
  ['Vrai ou faux ?', ['1 vrai-faux/statements']],
  ['- [x]\n  > Parce que.', ['2 vrai-faux/html']],
  ['- [x] Un', ['2 vrai-faux/feedback']],
  ['- Un\n  > Parce que.', ['2 vrai-faux/case']],
  [`${item('[x]', 'Un')}- [ ] Un\n  > Autre.`, ['4 vrai-faux/double']],
  ['- [x] Un\n  > Oui.\n- [ ] Deux\n  > Oui.', ['4 vrai-faux/explication-double']],
  [['Un', 'Deux', 'Trois'].map((text) => item('[x]', text)).join(''), ['1 vrai-faux/devinable']],
  [['Un', 'Deux', 'Trois'].map((text) => item('[ ]', text)).join(''), ['1 vrai-faux/devinable']],
  [['Un', 'Deux'].map((text) => item('[x]', text)).join(''), []],
])('%j gives %j', (body, issues) => {
  expect(issuesOf(source(body))).toEqual(issues);
});
