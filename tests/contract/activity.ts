import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../src/model/course.ts';
import type { Interaction } from '../../src/model/interaction.ts';
import type { ActivityType } from '../../src/runtime/activity-type.ts';
import { deflate } from '../../src/runtime/deflate.ts';
import { emptyModule, emptyRecord, type LearnerRecord } from '../../src/runtime/record.ts';
import { encodeResume } from '../../src/runtime/resume.ts';
import { decodeResume } from '../../src/runtime/resume-decode.ts';
import { scorm12Pattern, scorm12Response, scorm12Type } from '../../src/trackers/scorm12-interaction.ts';
import { scorm2004Patterns, scorm2004Response } from '../../src/trackers/scorm2004-interaction.ts';
import { xapiPattern, xapiResponse } from '../../src/xapi/interaction.ts';

export interface Subject<B extends Block, R> {
  type: ActivityType<B, R>;
  /** Any block an author may write. */
  block: fc.Arbitrary<B>;
  /** Any answer a learner may give to it. */
  response: (block: B) => fc.Arbitrary<R>;
  /** The right answer; absent where there is none. */
  right?: (block: B) => R;
}

/** What every kind of block that is answered must hold, whatever its author and its learners write. */
export function testActivity<B extends Block, R>({ type, block, response, right }: Subject<B, R>): void {
  const both = block.chain((one) => fc.tuple(fc.constant(one), response(one)));

  test('an answer comes back from its code, and from a resume string', () => {
    fc.assert(
      fc.property(both, ([one, given]) => {
        const code = type.encode(given);
        for (const number of code) expect(Number.isSafeInteger(number) && number >= 0).toBe(true);
        expect(type.decode(code, one)).toEqual(given);
        expect(type.decode(kept(code), one)).toEqual(given);
      }),
    );
  });

  if (right)
    test('a grade stands between 0 and 1, and is 1 for the right answer', () => {
      fc.assert(
        fc.property(both, ([one, given]) => {
          const { correct, score } = type.grade!(one, given);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(correct).toBe(score === 1);
          expect(type.grade!(one, right(one))).toEqual({ correct: true, score: 1 });
        }),
      );
    });
  else
    test('there is no right answer', () => {
      expect(type.grade).toBeUndefined();
    });

  test('what the standards are told follows their grammar', () => {
    fc.assert(
      fc.property(both, fc.string({ unit: 'grapheme', maxLength: 5_000 }), ([one, given], text) => {
        if (type.complete?.(one, given) === false) return;
        expectGrammar(type.interaction(one, given, text));
      }),
    );
  });
}

function kept(code: readonly number[]): readonly number[] {
  const answer = { code, attempts: 1, certainty: 0, correct: false, passed: false } as const;
  const record: LearnerRecord = { ...emptyRecord, modules: { 1: { ...emptyModule, answers: { 1: answer } } } };
  return decodeResume(encodeResume(record, deflate).data, deflate).record.modules[1]!.answers[1]!.code!;
}

const SCORM12: Record<string, RegExp> = {
  'true-false': /^[tf]$/,
  choice: /^([0-9a-z](,[0-9a-z])*)?$/,
  'fill-in': /^[^\r\n\u2028\u2029]{0,255}$/,
  matching: /^[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*$/,
  sequencing: /^[0-9a-z](,[0-9a-z])*$/,
  numeric: /^-?\d+(\.\d+)?$/,
  likert: /^[0-9a-z]$/,
};

const DELIMITED: Record<string, RegExp> = {
  'true-false': /^(true|false)$/,
  choice: /^(\w+(\[,\]\w+)*)?$/,
  'fill-in': /^[\s\S]*$/,
  'long-fill-in': /^[\s\S]*$/,
  matching: /^\w+\[\.\]\w+(\[,\]\w+\[\.\]\w+)*$/,
  sequencing: /^\w+(\[,\]\w+)*$/,
  numeric: /^-?\d+(\.\d+)?$/,
  likert: /^\w+$/,
};
const RANGE = /^(-?\d+(\.\d+)?)?\[:\](-?\d+(\.\d+)?)?$/;

/** SCORM 1.2 RTE 3.4.4 (CMIFeedback), SCORM 2004 4th RTE 4.1.1.7 and 4.2.9.1, xAPI 1.0.3 Data 2.4.4.1. */
export function expectGrammar(interaction: Interaction): void {
  const { type } = interaction;
  expect(scorm12Type(interaction)).toMatch(
    /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/,
  );
  const short = SCORM12[scorm12Type(interaction)]!;
  expect(scorm12Response(interaction)).toMatch(short);
  expect(scorm12Response(interaction).length).toBeLessThanOrEqual(255);
  expect(scorm12Pattern(interaction) ?? scorm12Response(interaction)).toMatch(short);
  expect(xapiResponse(interaction)).toMatch(DELIMITED[type]!);
  expect(scorm2004Response(interaction)).toMatch(DELIMITED[type]!);
  if (type === 'fill-in') {
    const texts = scorm2004Response(interaction).split('[,]');
    expect(texts).toHaveLength(interaction.response.length);
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(254);
  }
  if (type === 'long-fill-in') expect(scorm2004Response(interaction).length).toBeLessThanOrEqual(4000);
  for (const pattern of xapiPattern(interaction) ?? []) {
    if (type === 'numeric') expect(DELIMITED.numeric!.test(pattern) || RANGE.test(pattern)).toBe(true);
    else expect(pattern).toMatch(DELIMITED[type]!);
  }
  for (const pattern of scorm2004Patterns(interaction))
    expect(pattern).toMatch(type === 'numeric' ? RANGE : DELIMITED[type]!);
}

/** Fields that no activity looks at. */
export const questionBase = {
  id: 'q',
  number: 1,
  scormId: 'M1_Q01_q_1',
  competencies: [],
  stem: '',
  explanation: '',
  certainty: false,
  sources: [],
};

/** Lock numbers of a question's items: different, in no order. */
export const lockNumbers = (min: number, max: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: 36 }), { minLength: min, maxLength: max });
