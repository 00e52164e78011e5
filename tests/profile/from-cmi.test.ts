import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { profile } from '../../src/xapi/profile.ts';
import { against } from '../../src/xapi/template-check.ts';
import { VERBS } from '../../src/xapi/vocabulary.ts';
import { guide, journals, type Texts, walk } from './guide-walk.ts';
import { ScormCampus } from './told-by-scorm.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') }));
afterEach(() => void vi.useRealTimers());

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);
const texts: Texts = {
  private: (number) => `Texte privé no ${number}.`,
  shown: 'Texte montré à l’équipe.',
  day: '2031-07-14',
};

/** Three sessions: a look, all wrong, then all right; an entry shown, corrected, taken back. */
async function longWalk(): Promise<ScormCampus> {
  const course = await guide();
  const campus = new ScormCampus(course);
  const look = await campus.open();
  await pass(30);
  look.leave();
  const first = await campus.open();
  await walk(first.attempt, course, { right: false, texts, pass });
  first.leave();
  await pass(60);
  const second = await campus.open();
  for (const { number } of Object.values(course.content.pages)
    .flatMap(({ blocks }) => blocks)
    .filter(({ type }) => type === 'quiz'))
    second.attempt.restartQuiz(1, number);
  await walk(second.attempt, course, { right: true, texts, pass });
  const [journal] = journals(course);
  for (const shown of [texts.shown, `${texts.shown} Corrigé.`, undefined]) {
    second.attempt.share(1, journal!.number, shown === undefined ? undefined : { 1: shown });
    await pass(20);
  }
  second.leave();
  return campus;
}

test('every statement told from SCORM follows its template, on a long walk over the guide', async () => {
  const { statements } = await longWalk();
  const byId = new Map(statements.map((one) => [one.id, one]));
  expect(statements.flatMap((one) => against(profile, one, (id) => byId.get(id)))).toEqual([]);
  const told = new Set(statements.map(({ verb }) => Object.entries(VERBS).find(([, { id }]) => id === verb.id)?.[0]));
  expect([...told].sort().join(' ')).toBe(
    'answered completed experienced initialized scored shared suspended terminated voided',
  );
  expect(statements.length).toBeGreaterThan(60);
});
