import { expect, test } from 'vitest';
import { merge } from './merge.ts';
import { apply, emptyRecord, type LearnerRecord, type RecordEvent } from './record.ts';

const after = (record: LearnerRecord, ...events: RecordEvent[]) => events.reduce(apply, record);
const wrote = (text: string, at: number, block = 4): RecordEvent => ({
  type: 'wrote',
  module: 1,
  block,
  part: 1,
  text,
  at,
});
const answered = (block: number, code: number): RecordEvent => ({
  type: 'answered',
  module: 1,
  block,
  code: [code],
  certainty: 0,
  correct: true,
});
const slot = (block: number): RecordEvent => ({ type: 'slot-taken', slot: { module: 1, block } });
const textOf = ({ record }: { record: LearnerRecord }, block = 4) => record.modules[1]?.texts[block]?.parts[1];

test('the newer text wins, block by block, and what the platform missed is named', () => {
  const common = after(emptyRecord, wrote('un', 10), wrote('deux', 11, 5));
  const lms = after(common, wrote('plateforme', 30));
  const device = after(common, wrote('appareil', 20), wrote('appareil aussi', 40, 5));
  const merged = merge(lms, device);
  expect([textOf(merged), textOf(merged, 5)]).toEqual(['plateforme', 'appareil aussi']);
  expect(merged.recovered).toEqual([{ module: 1, block: 5 }]);
});

test('an answer the platform never got is sent again, after those it holds', () => {
  const lms = after(emptyRecord, answered(1, 1), slot(1));
  const device = after(lms, answered(2, 2), slot(2));
  const { record, resend, ahead } = merge(lms, device);
  expect(record.slots).toEqual([
    { module: 1, block: 1 },
    { module: 1, block: 2 },
  ]);
  expect({ resend, ahead }).toEqual({ resend: [1], ahead: true });
});

test('nothing is sent again when both hold the same', () => {
  const both = after(emptyRecord, answered(1, 1), slot(1), wrote('un', 10));
  expect(merge(both, both)).toMatchObject({ resend: [], recovered: [], ahead: false });
});

test('score, status and quiz results never fall, whoever is behind', () => {
  const high = after(
    emptyRecord,
    { type: 'told', score: 90, status: 'completed' },
    { type: 'quiz-finished', module: 1, quiz: 5, score: 90 },
  );
  const low = after(
    emptyRecord,
    { type: 'told', score: 40, status: 'incomplete' },
    { type: 'quiz-finished', module: 1, quiz: 5, score: 40 },
  );
  for (const [lms, device] of [
    [high, low],
    [low, high],
  ] as const) {
    const { record } = merge(lms, device);
    expect(record).toMatchObject({ score: 90, status: 'completed' });
    expect(record.modules[1]?.quizzes[5]?.best).toBe(90);
  }
});

test('another device’s interactions come after the platform’s, each counted once', () => {
  const lms = after(emptyRecord, slot(1), slot(2), slot(1));
  const device = after(emptyRecord, slot(1), slot(1), slot(3));
  expect(merge(lms, device).record.slots.map(({ block }) => block)).toEqual([1, 2, 1, 3]);
});
