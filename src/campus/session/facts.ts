import { secondsIn } from '../../xapi/duration.ts';
import { listAt, numberAt, textAt } from '../../xapi/loose.ts';
import { CMI5, VERBS } from '../../xapi/vocabulary.ts';
import type { StoredStatement } from '../lrs/statement.ts';
import type { Mode } from './sessions.ts';

/** What a course said of a module. */
export interface Outcome {
  type: 'outcome';
  /** Publisher identifier. */
  unit: string;
  verb: 'completed' | 'passed' | 'failed';
  /** Milliseconds since 1970. */
  at: number;
  /** 0 to 100; absent without one. */
  score?: number;
  seconds?: number;
}

/** What a statement of a session tells the platform. */
export type Fact = { type: 'opened' } | { type: 'ended'; seconds: number } | Outcome;

/** Of which launch statements are read. */
export interface Heard {
  /** Publisher identifier of what was launched. */
  unit: string;
  mode: Mode;
  /** The platform’s name of a launched unit of cmi5; absent for TinCan, which has none. */
  activity?: string;
}

const OUTCOMES = ['completed', 'passed', 'failed'] as const;

/** Undefined for what only the register cares about. */
export function factOf(statement: StoredStatement, { unit, mode, activity }: Heard): Fact | undefined {
  const object = textAt(statement, 'object', 'id');
  // statements of the unit's own, on whatever it likes, say nothing to the platform (cmi5 7.1.3)
  if (activity !== undefined && (object !== activity || !isDefined(statement))) return undefined;
  const seconds = secondsIn(textAt(statement, 'result', 'duration') ?? '');
  const verb = statement.verb.id;
  if (verb === VERBS.initialized.id || verb === VERBS.resumed.id) return { type: 'opened' };
  if (verb === VERBS.terminated.id || (activity === undefined && verb === VERBS.suspended.id))
    return { type: 'ended', seconds: seconds ?? 0 };
  const said = OUTCOMES.find((one) => VERBS[one].id === verb);
  const about = activity === undefined ? object : unit;
  if (!said || about === undefined || mode !== 'Normal') return undefined;
  const score = scoreIn(statement);
  return {
    type: 'outcome',
    unit: about,
    verb: said,
    at: Date.parse(statement.timestamp),
    ...(score !== undefined && { score }),
    ...(seconds !== undefined && { seconds }),
  };
}

/** cmi5 9.6.2.1. */
const isDefined = (statement: unknown) =>
  listAt(statement, 'context', 'contextActivities', 'category').some((category) => textAt(category, 'id') === CMI5);

function scoreIn(statement: unknown): number | undefined {
  const number = (name: string) => numberAt(statement, 'result', 'score', name);
  const [scaled, raw, min = 0, max = 100] = ['scaled', 'raw', 'min', 'max'].map(number);
  const share = scaled ?? (raw === undefined || max <= min ? undefined : (raw - min) / (max - min));
  return share === undefined ? undefined : Math.round(share * 10_000) / 100;
}
