import { secondsIn } from '../../xapi/duration.ts';

/** Elements of SCORM's data model by name; 1.2's have `cmi.core`, 2004's have not. */
export type Elements = Readonly<Record<string, string>>;

/** What Moodle accepts and SCORM 2004 guarantees; SCORM 1.2 guarantees 4,096. Characters. */
export const SUSPEND_DATA_LIMIT = 64_000;

/** What the campus itself gives at each launch: it keeps none of it from a page. */
const GIVEN =
  /^cmi\.(?:core\.(?:student_id|student_name|credit|entry|lesson_mode|total_time)|student_data\..+|launch_data|learner_id|learner_name|credit|entry|mode|total_time|scaled_passing_score|completion_threshold|max_time_allowed|time_limit_action|comments_from_lms.*)$/;
const NAME = /^cmi\.[a-z_]+(?:\.(?:[a-z_]+|\d{1,4}))*$/;

/** What is kept of a commit, over what was kept before: an emptied value is emptied, what is not told stays. */
export function merged(before: Elements, committed: Elements): Elements {
  const told = Object.entries(committed).filter(
    // most of a commit says again what was said before
    ([name, value]) => (before[name] ?? '') !== value && NAME.test(name) && !GIVEN.test(name),
  );
  return { ...before, ...Object.fromEntries(told) };
}

export type Status = 'not attempted' | 'incomplete' | 'completed' | 'passed' | 'failed' | 'browsed';
const STATUSES: readonly string[] = ['not attempted', 'incomplete', 'completed', 'passed', 'failed', 'browsed'];

/** One word for both standards: 2004's success, when there is one, says more than its completion. */
export function statusOf(cmi: Elements): Status {
  const success = cmi['cmi.success_status'];
  if (success === 'passed' || success === 'failed') return success;
  const told = cmi['cmi.core.lesson_status'] ?? cmi['cmi.completion_status'] ?? '';
  return STATUSES.includes(told) ? (told as Status) : 'not attempted';
}

/** 0 to 100; undefined when no score was given. */
export function scoreOf(cmi: Elements): number | undefined {
  const scaled = cmi['cmi.score.scaled'];
  if (scaled) return round(Number(scaled) * 100);
  const at = cmi['cmi.core.score.raw'] ? 'cmi.core.score' : 'cmi.score';
  const raw = cmi[`${at}.raw`];
  if (!raw) return undefined;
  const [min, max] = [Number(cmi[`${at}.min`] || 0), Number(cmi[`${at}.max`] || 100)];
  return max > min ? round(((Number(raw) - min) / (max - min)) * 100) : undefined;
}
const round = (score: number) => (Number.isFinite(score) ? Math.round(score * 100) / 100 : undefined);

/** Of the launch that commits. */
export const sessionSeconds = (cmi: Elements): number =>
  secondsIn(cmi['cmi.core.session_time'] ?? cmi['cmi.session_time'] ?? '') ?? 0;

/** One answer as the platform was told of it. */
export interface Interaction {
  index: number;
  id: string;
  type: string;
  response: string;
  result: string;
  seconds: number;
}

/** In the order of their indexes. */
export function interactionsOf(cmi: Elements): Interaction[] {
  const indexes = new Set(
    Object.keys(cmi).flatMap((name) => /^cmi\.interactions\.(\d+)\./.exec(name)?.slice(1).map(Number) ?? []),
  );
  return [...indexes]
    .sort((a, b) => a - b)
    .map((index) => {
      const text = (name: string) => cmi[`cmi.interactions.${index}.${name}`] ?? '';
      return {
        index,
        id: text('id'),
        type: text('type'),
        response: text('student_response') || text('learner_response'),
        result: text('result'),
        seconds: secondsIn(text('latency')) ?? 0,
      };
    });
}

/** The end of a module, as our courses tell it. */
export interface ModuleEnd {
  /** `2026-11-22`. */
  day: string;
  /** Of its final quiz, 0 to 100; absent when it has none. */
  score?: number;
}

/** By the module's number; empty for a course made with other tools. */
export function moduleEnds(cmi: Elements): Map<number, ModuleEnd> {
  return new Map(
    interactionsOf(cmi).flatMap(({ id, response }) => {
      const module = /^M(\d+)_bilan$/.exec(id)?.[1];
      const [, day, score] = /^(\d{4}-\d\d-\d\d)(?: (\d+) %)?$/.exec(response) ?? [];
      if (module === undefined || day === undefined) return [];
      return [[Number(module), { day, ...(score !== undefined && { score: Number(score) }) }]];
    }),
  );
}
