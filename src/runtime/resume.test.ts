import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wellFormed } from '../model/well-formed.ts';
import { fromBase64url, toBase64url } from './bytes.ts';
import { deflate } from './deflate.ts';
import { type AnswerRecord, type Certainty, emptyRecord, type LearnerRecord, type ModuleRecord } from './record.ts';
import { encodeResume } from './resume.ts';
import { decodeResume } from './resume-decode.ts';

const small = fc.integer({ min: 1, max: 60 });
const byNumber = <T>(value: fc.Arbitrary<T>, max = 12) =>
  fc
    .uniqueArray(fc.tuple(small, value), { selector: ([number]) => number, maxLength: max })
    .map((pairs) => Object.fromEntries(pairs) as Record<number, T>);
const certainty = fc.integer({ min: 0, max: 3 }) as fc.Arbitrary<Certainty>;
const code = fc.array(fc.integer({ min: 0, max: 2 ** 40 }), { maxLength: 200 });
const answer: fc.Arbitrary<AnswerRecord> = fc
  .record({
    code: fc.option(code, { nil: undefined }),
    attempts: fc.integer({ min: 0, max: 3 }),
    certainty,
    correct: fc.boolean(),
    passed: fc.boolean(),
    cleared: fc.boolean(),
    first: fc.record({ code, correct: fc.boolean(), certainty }),
  })
  .map(({ first, code, cleared, ...rest }) => ({
    ...rest,
    ...(code && { code }),
    ...(code && cleared && { cleared }),
    ...(rest.attempts > 1 && { first }),
  }));
const text = fc.record({
  at: fc.integer({ min: 1, max: 2_000_000_000_000 }),
  parts: byNumber(fc.string({ unit: 'grapheme', maxLength: 200 }).map(wellFormed), 4),
});
const module: fc.Arbitrary<ModuleRecord> = fc
  .record({
    seen: fc.uniqueArray(small).map((pages) => pages.sort((a, b) => a - b)),
    seconds: fc.nat(100_000),
    finishedOn: fc.option(fc.constantFrom('2026-11-22', '2028-02-29'), { nil: undefined }),
    answers: byNumber(answer),
    texts: byNumber(text, 4),
    others: byNumber(
      fc
        .uniqueArray(text, { selector: ({ at }) => at, minLength: 1, maxLength: 3 })
        .map((list) => list.sort((a, b) => b.at - a.at)),
      2,
    ),
    versions: byNumber(
      fc
        .uniqueArray(
          fc.record({ text, shared: fc.option(fc.integer({ min: 1, max: 2_000_000_000_000 }), { nil: undefined }) }),
          { selector: ({ text: { at } }) => at, minLength: 1, maxLength: 3 },
        )
        .map((list) =>
          list
            .map(({ text: one, shared }) => ({ ...one, ...(shared !== undefined && { shared }) }))
            .sort((a, b) => b.at - a.at),
        ),
      2,
    ),
    quizzes: fc.option(
      fc
        .record({
          tries: fc.nat(300),
          first: fc.nat(100),
          best: fc.nat(100),
          drawn: fc.option(fc.uniqueArray(small), { nil: undefined }),
        })
        .map(({ drawn, ...rest }) => ({ ...rest, ...(drawn && { drawn }) })),
      { nil: undefined },
    ),
  })
  .map(({ finishedOn, quizzes, ...rest }) => ({
    ...rest,
    ...(finishedOn && { finishedOn }),
    quizzes: (quizzes ? { 61: quizzes } : {}) as ModuleRecord['quizzes'],
  }));
const record: fc.Arbitrary<LearnerRecord> = fc
  .record({
    counter: fc.nat(),
    modules: byNumber(module, 5),
    slots: fc.array(fc.record({ module: small, block: fc.integer({ min: 0, max: 200 }) }), { maxLength: 40 }),
    objectives: fc.uniqueArray(small),
    unsent: fc.uniqueArray(fc.nat(60)).map((list) => list.sort((a, b) => a - b)),
    key: fc.option(fc.uint8Array({ minLength: 16, maxLength: 16 }).map(toBase64url), { nil: undefined }),
    status: fc.constantFrom('incomplete' as const, 'completed' as const, 'passed' as const),
    score: fc.option(fc.nat(100), { nil: undefined }),
    limit: fc.option(fc.constant(4096), { nil: undefined }),
    location: fc.option(fc.record({ module: small, page: small, block: small }), { nil: undefined }),
  })
  .map(({ score, limit, location, key, ...rest }) => ({
    ...rest,
    ...(key && { key }),
    ...(score !== undefined && { score }),
    ...(limit && { limit }),
    ...(location && { location }),
  }));

test('what was kept comes back, whatever the record', () => {
  fc.assert(
    fc.property(record, (one) => {
      const { data, leftOut } = encodeResume(one, deflate);
      expect(leftOut).toEqual([]);
      expect(data).toMatch(/^[A-Za-z0-9._-]+$/);
      expect(decodeResume(data, deflate)).toEqual({ record: one, state: 'whole' });
    }),
    { numRuns: 500 },
  );
});

test('a string cut anywhere costs texts from its end, never progress once the head is whole', () => {
  fc.assert(
    fc.property(record, fc.double({ min: 0, max: 1, noNaN: true }), (one, share) => {
      const { data } = encodeResume(one, deflate);
      const head = data.split('.').slice(0, 3).join('.').length;
      const cut = decodeResume(data.slice(0, head + Math.floor((data.length - head) * share)), deflate);
      expect(cut.state).not.toBe('damaged');
      const withoutTexts = (kept: LearnerRecord) =>
        Object.entries(kept.modules).map(([number, { texts: _, others: __, versions: ___, ...rest }]) => [
          number,
          rest,
        ]);
      expect(withoutTexts(cut.record)).toEqual(withoutTexts(one));
    }),
    { numRuns: 300 },
  );
});

test('no string makes the decoder throw', () => {
  fc.assert(fc.property(fc.string(), (data) => void expect(decodeResume(data, deflate).state).toBeTruthy()));
  fc.assert(
    fc.property(record, fc.nat(), fc.string({ maxLength: 3 }), (one, at, noise) => {
      const { data } = encodeResume(one, deflate);
      const place = at % data.length;
      expect(decodeResume(data.slice(0, place) + noise + data.slice(place + 1), deflate).state).toBeTruthy();
    }),
  );
});

test('a string from a later version is said newer, a foreign one damaged', () => {
  expect(decodeResume('2.dABC.xyz', deflate).state).toBe('newer');
  expect(decodeResume('{"page":3}', deflate).state).toBe('damaged');
  expect(decodeResume('1.dAAAA.AAA', deflate).state).toBe('damaged');
});

test('under a limit, progress stays and the latest texts are kept whole', () => {
  const texts = { 1: { at: 10, parts: { 1: 'ancien '.repeat(5) } }, 2: { at: 20, parts: { 1: 'récent '.repeat(5) } } };
  const one: LearnerRecord = {
    ...emptyRecord,
    counter: 3,
    modules: { 1: { seen: [1], seconds: 60, answers: {}, quizzes: {}, others: {}, versions: {}, texts } },
  };
  const whole = encodeResume(one, deflate).data.length;
  const { data, leftOut } = encodeResume(one, deflate, whole - 1);
  expect(leftOut).toEqual([{ module: 1, block: 1 }]);
  expect(decodeResume(data, deflate).record.modules[1]?.texts).toEqual({ 2: texts[2] });
  expect(encodeResume(one, deflate, 10).leftOut).toHaveLength(2);
  expect(decodeResume(encodeResume(one, deflate, 10).data, deflate).record.counter).toBe(3);
});

test('NUL and halves of pairs are taken out, everything else stays', () => {
  expect(wellFormed('a\0b\ud83dc\ude00d😀é’')).toBe('ab\ufffdc\ufffdd😀é’');
});

test('base64url is its own inverse', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)));
});
