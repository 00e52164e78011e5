import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawQuestions } from './draw.ts';
import type { AnswerRecord } from './record.ts';

const answered = (correct: boolean): AnswerRecord => ({ code: [1], attempts: 1, certainty: 0, correct, passed: false });
const pool = [1, 2, 3, 4, 5, 6, 7, 8];

test('a new try asks what was missed, then what was never asked, then the rest', () => {
  const answers = { 1: answered(true), 2: answered(false), 3: answered(true), 4: answered(false) };
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), (stream) => {
      const random = () => stream.next().value as number;
      expect(drawQuestions(pool, 2, answers, random)).toEqual([2, 4]);
      const more = drawQuestions(pool, 5, answers, random);
      expect(more).toEqual([...more].sort((a, b) => a - b));
      expect(more.slice(0, 2)).toEqual([2, 4]);
      expect(more.every((block) => block !== 1 && block !== 3)).toBe(true);
      expect(drawQuestions(pool, 20, answers, random)).toEqual(pool);
    }),
  );
});

test('a question deliberately passed comes back', () => {
  expect(drawQuestions(pool, 1, { 5: { ...answered(true), passed: true } }, () => 0.5)).toEqual([5]);
});

test('chance decides among equals', () => {
  const seen = new Set(Array.from({ length: 60 }, () => drawQuestions(pool, 3, {}, Math.random).join()));
  expect(seen.size).toBeGreaterThan(5);
});
