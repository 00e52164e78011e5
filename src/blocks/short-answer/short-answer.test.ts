import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf, issuesOf } from '../../../tests/content/block-of.ts';
import { questionBase, testActivity } from '../../../tests/contract/activity.ts';
import { comparable, TOLERANCES, type Tolerance } from '../../model/text.ts';
import { recognise, type ShortAnswer, shortAnswer } from './activity.ts';

const block = (
  accepted: readonly string[],
  errors: readonly string[] = [],
  tolerances: readonly Tolerance[] = TOLERANCES,
): ShortAnswer => ({
  ...questionBase,
  type: 'short-answer',
  accepted: accepted.map((text) => ({ text, feedback: '' })),
  errors: errors.map((text) => ({ text, feedback: `non\u00a0: ${text}` })),
  tolerances,
});

const words = fc.string({ unit: 'grapheme', maxLength: 200 });
const written = words.filter((text) => comparable(text, TOLERANCES) !== '');

describe('whatever is written', () =>
  testActivity({
    type: shortAnswer,
    block: fc
      .tuple(
        fc.array(written, { minLength: 1, maxLength: 5 }),
        fc.array(written, { maxLength: 3 }),
        fc.subarray([...TOLERANCES]),
      )
      .map(([accepted, errors, tolerances]) => block(accepted, errors, tolerances)),
    response: ({ accepted, errors }) =>
      fc.oneof(words, fc.constantFrom(...[...accepted, ...errors].map(({ text }) => text))),
    right: ({ accepted }) => accepted[0]!.text,
  }));

test.each([
  ['autorité organisatrice', true, true],
  ['L\u0027autorité organisatrice.', true, true],
  ['autorites organisatrices', true, false],
  ['AO', true, true],
  ['financeur', false, true],
  ['les financeurs', false, false],
  ['la PMI', undefined, undefined],
  ['', undefined, undefined],
])('%j: right %s, spelled as expected %s', (response, right, exact) => {
  const one = block(['autorité organisatrice', 'AO'], ['financeur']);
  expect(recognise(one, response)?.right).toBe(right);
  expect(recognise(one, response)?.exact).toBe(exact);
  expect(shortAnswer.grade(one, response)).toEqual({ correct: right === true, score: right ? 1 : 0 });
});

test('an exact spelling may be asked for', () => {
  const one = block(['élu'], [], []);
  expect(shortAnswer.grade(one, ' élu ').correct).toBe(true);
  for (const other of ['Élu', 'elu', 'élus', 'l’élu']) expect(shortAnswer.grade(one, other).correct).toBe(false);
});

const source = (list: string, attributes = '') => `:::reponse-courte{id=r ${attributes}}\nQui ?\n\n${list}\n:::\n`;

test('accepted answers, the expected spelling first, and foreseen errors with what is said of them', () => {
  const one = blockOf(
    source(
      "- [x] l'autorité organisatrice\n- [x] AO\n  > Le sigle suffit.\n- [ ] Caf\n  > Elle finance.",
      'tolerance="casse"',
    ),
  ) as ShortAnswer;
  expect(one.accepted.map(({ text }) => text)).toEqual(['l’autorité organisatrice', 'AO']);
  expect(one.accepted[1]!.feedback).toContain('Le sigle suffit.');
  expect(one.errors).toEqual([{ text: 'Caf', feedback: expect.stringContaining('Elle finance.') }]);
  expect(one.tolerances).toEqual(['casse']);
  expect((blockOf(source('- [x] Caf')) as ShortAnswer).tolerances).toEqual(TOLERANCES);
  expect((blockOf(source('- [x] Caf', 'tolerance=aucune')) as ShortAnswer).tolerances).toEqual([]);
});

test.each([
  ['- [ ] Caf\n  > Non.', '', ['1 reponse-courte/answers']],
  ['- [x] Caf\n- [ ] PMI', '', ['5 reponse-courte/feedback']],
  ['- [x] Caf\n- [ ] la caf\n  > Non.', '', ['5 reponse-courte/contradiction']],
  ['- [x] bureau\n- [x] bureaux', '', ['5 reponse-courte/double']],
  ['- [x] Caf\n- PMI\n  > Non.', '', ['5 reponse-courte/case']],
  ['- [x] Caf\n- [ ]\n  > Non.', '', ['5 reponse-courte/text']],
  ['- [x] …', '', ['4 reponse-courte/text']],
  [`- [x] ${'a'.repeat(201)}`, '', ['4 reponse-courte/text']],
  ['- [x] Caf', 'tolerance="casse accent"', ['1 reponse-courte/tolerance']],
  ['- [x] Caf', 'tolerance="aucune casse"', ['1 reponse-courte/tolerance']],
  ['- [x] Caf', 'tolerance=""', ['1 reponse-courte/tolerance']],
])('%j {%s} is refused', (list, attributes, issues) => {
  expect(issuesOf(source(list, attributes))).toEqual(issues);
});

test('two spellings that nothing lets pass are two answers', () => {
  expect(issuesOf(source('- [x] bureau\n- [x] bureaux', 'tolerance="accents casse"'))).toEqual([]);
});
