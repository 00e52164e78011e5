import { wellFormed } from '../model/well-formed.ts';
import { secondsIn } from './duration.ts';
import type { Score } from './statement.ts';

/** Elements of a launch by their name, as an LMS keeps them: `cmi.core.lesson_status` → `incomplete`. */
export type CmiElements = Readonly<Record<string, unknown>>;

/** The value as text; `''` when there is none. */
export function element(cmi: CmiElements, ...names: readonly string[]): string {
  for (const name of names) {
    const value = Object.hasOwn(cmi, name) ? cmi[name] : undefined;
    if (typeof value === 'string' && value !== '') return wellFormed(value);
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  }
  return '';
}

/** What both versions of SCORM say of a whole launch. */
export interface Situation {
  completed: boolean;
  /** Undefined: nobody judged. */
  success?: boolean;
  score?: Score;
  /** 0 to 100, whole; SCORM 1.2 has none. */
  progress?: number;
  /** Seconds of this session. */
  seconds?: number;
  /** The learner means to come back. */
  suspended: boolean;
  location: string;
}

export function situationOf(cmi: CmiElements): Situation {
  const lesson = element(cmi, 'cmi.core.lesson_status'); // says both in one word
  const judged = element(cmi, 'cmi.success_status') || lesson;
  const score = scoreOf(cmi);
  const progress = decimalIn(element(cmi, 'cmi.progress_measure'));
  const seconds = secondsIn(element(cmi, 'cmi.core.session_time', 'cmi.session_time'));
  return {
    completed: element(cmi, 'cmi.completion_status') === 'completed' || lesson === 'completed' || lesson === 'passed',
    ...(judged === 'passed' && { success: true }),
    ...(judged === 'failed' && { success: false }),
    ...(score && { score }),
    ...(progress !== undefined && progress >= 0 && progress <= 1 && { progress: Math.round(progress * 100) }),
    ...(seconds !== undefined && { seconds }),
    suspended: element(cmi, 'cmi.core.exit', 'cmi.exit') === 'suspend',
    location: element(cmi, 'cmi.core.lesson_location', 'cmi.location'),
  };
}

/** A number as SCORM writes it, decimal point, no exponent; undefined for anything else. */
export function decimalIn(text: string): number | undefined {
  return /^-?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})$/.test(text) ? Number(text) || 0 : undefined;
}

/** As a statement may hold it (xAPI Data 2.4.5.1): bounds that the score goes beyond are left out. */
function scoreOf(cmi: CmiElements): Score | undefined {
  const number = (name: string) => decimalIn(element(cmi, `cmi.score.${name}`, `cmi.core.score.${name}`));
  const [raw, scaled] = [number('raw'), number('scaled')];
  const [min, max] = [number('min') ?? 0, number('max') ?? 100];
  const given = scaled !== undefined && Math.abs(scaled) <= 1 ? scaled : undefined;
  if (raw === undefined) return given === undefined ? undefined : { scaled: given };
  if (!(min < max && raw >= min && raw <= max)) return { ...(given !== undefined && { scaled: given }), raw };
  return { scaled: given ?? (raw - min) / (max - min), raw, min, max };
}
