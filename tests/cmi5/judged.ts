import { expect } from 'vitest';
import type { Actor, Statement } from '../../src/campus/lrs/statement.ts';
import { profile } from '../../src/xapi/profile.ts';
import { against } from '../../src/xapi/template-check.ts';
import { walk } from '../profile/guide-walk.ts';
import { essai, type OpenPage, pass } from './learner.ts';
import { StrictLms } from './lms.ts';
import type { MoveOn } from './session.ts';

/** An LMS with the unit of the fixture course. */
export const lmsWith = (unit: { masteryScore?: number; moveOn?: MoveOn } = { masteryScore: 0.8 }, actor?: Actor) =>
  new StrictLms(
    [
      {
        id: 'tag:parcours-coordo,2026:essai/m1',
        url: 'https://lms.example.org/cours/m1/index.html',
        moveOn: 'CompletedOrPassed',
        ...unit,
      },
    ],
    'https://lms.example.org',
    ...(actor ? [actor] : []),
  );

/** Does all that the unit asks, right or wrong. */
export const work = ({ attempt }: OpenPage, right = true) => walk(attempt, essai, { right, texts: TEXTS, pass });
const TEXTS = { private: (number: number) => `Texte ${number}`, shown: 'Montré', day: '2026-12-04' };
export const isComplete = ({ attempt }: OpenPage) =>
  [...attempt.progress.modules.values()].every(({ complete }) => complete);
export const quiz = () => essai.course.modules[0]!.finalQuiz!;

/** Nothing against the standard, nothing against the profile, and each session closed as it must. */
export function judge(lms: StrictLms, ...ended: OpenPage[]): void {
  for (const { session } of ended) lms.judgeEnd(session);
  expect(lms.violations).toEqual([]);
  const byId = new Map(lms.statements.map((one) => [one.id, one]));
  expect(lms.statements.flatMap((one) => against(profile, one, (id) => byId.get(id)))).toEqual([]);
}

export const ofVerb = (lms: StrictLms, name: string): Statement[] =>
  lms.statements.filter(({ verb }) => verb.id.endsWith(`/${name}`));
