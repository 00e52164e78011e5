import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { VERBS } from '../../src/xapi/vocabulary.ts';
import { type Guide, guide, journals, type Texts, walk } from '../profile/guide-walk.ts';
import { judge, lmsWith } from './judged.ts';
import { follow, type OpenPage, pass } from './learner.ts';
import type { StrictLms } from './lms.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') }));
afterEach(() => void vi.useRealTimers());

/** 4,217 characters, 617 words, a name, a day: each would be found alone. */
const PRIVATE = (number: number) => `Zéphyrine-${number} ${'a pleuré '.repeat(500)}`.padEnd(4_217, 'x');
const SHOWN = 'Montré-à-l’équipe';
const TEXTS: Texts = { private: PRIVATE, shown: SHOWN, day: '2031-07-14' };

/** Two launches over every block of the guide, journals written, one entry shown and taken back. */
async function longWalk(course: Guide, texts: Texts | undefined, show: boolean): Promise<StrictLms> {
  vi.setSystemTime('2026-11-22T10:00:00Z');
  const lms = lmsWith();
  const first = await follow(lms, { course });
  await walk(first.attempt, course, { right: false, ...(texts && { texts }), pass });
  await first.leave();
  const second = await follow(lms, { course });
  await walk(second.attempt, course, { right: true, ...(texts && { texts }), pass });
  if (show) await showAndTakeBack(second, course);
  await second.leave();
  judge(lms, first, second);
  return lms;
}

async function showAndTakeBack({ attempt }: OpenPage, course: Guide): Promise<void> {
  const [journal] = journals(course);
  for (const parts of [{ 1: SHOWN }, { 1: `${SHOWN} bis` }, undefined]) {
    attempt.share(1, journal!.number, parts);
    await pass(15);
  }
}

/** Identifiers aside: their digits are of chance. */
const sent = (lms: StrictLms) =>
  lms.statements.map((one) => JSON.stringify(one).replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ''));

test('no word, no length and no day of a private text stands in any statement of a long walk', async () => {
  const lms = await longWalk(await guide(), TEXTS, true);
  const all = sent(lms);
  expect(all.length).toBeGreaterThan(60);
  // the walk did write them: the learner’s own state, which is not a statement, holds them
  expect(lms.documents.all.some((text) => text.length > 1_000)).toBe(true);
  const traces = ['Zéphyrine', 'pleuré', '4217', '4 217', '617', '2031-07', 'xxxx'];
  expect(all.filter((one) => traces.some((trace) => one.includes(trace)))).toEqual([]);
});

test('who writes private texts and who writes none send the same statements', async () => {
  const course = withoutPrompts(await guide());
  const [quiet, written] = [await longWalk(course, undefined, false), await longWalk(course, TEXTS, false)];
  const shape = (lms: StrictLms) =>
    lms.statements.map(({ verb, object, result, timestamp }) => [
      verb.id,
      'definition' in object && object.definition?.type,
      { ...result, duration: undefined, response: result?.response === SHOWN ? '' : result?.response },
      timestamp,
    ]);
  expect(shape(written)).toEqual(shape(quiet));
});

test('what is shown is sent, by the learner’s own act, and only then', async () => {
  const lms = await longWalk(await guide(), TEXTS, true);
  const shown = lms.statements.filter(({ verb }) => verb.id === VERBS.shared.id);
  expect(shown.map(({ result }) => result?.response)).toEqual([
    expect.stringContaining(SHOWN),
    expect.stringContaining(`${SHOWN} bis`),
    expect.stringContaining('retiré'),
  ]);
});

/** What asks for a text counts in the progress, as it must: here nothing does. */
const withoutPrompts = ({ course, content }: Guide): Guide => ({
  content,
  course: {
    ...course,
    modules: course.modules.map((module) => ({
      ...module,
      tasks: module.tasks.filter(({ kind }) => kind !== 'prompt' && kind !== 'deposit'),
    })),
  },
});
