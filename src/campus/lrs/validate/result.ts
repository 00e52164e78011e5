import { malformed } from '../refusal.ts';
import { durationAt, extensionsAt } from './scalars.ts';
import { booleanAt, membersOf, numberAt, textAt } from './shape.ts';

const CLAUSE = 'xAPI Data 2.4.5';
const SCORE = 'xAPI Data 2.4.5.1';

export function resultAt(value: unknown, place: string): void {
  const allowed = ['score', 'success', 'completion', 'response', 'duration', 'extensions'];
  const result = membersOf(value, place, allowed, CLAUSE);
  if ('score' in result) scoreAt(result.score, `${place}.score`);
  for (const name of ['success', 'completion']) if (name in result) booleanAt(result[name], `${place}.${name}`, CLAUSE);
  if ('response' in result) textAt(result.response, `${place}.response`, CLAUSE);
  if ('duration' in result) durationAt(result.duration, `${place}.duration`);
  if ('extensions' in result) extensionsAt(result.extensions, `${place}.extensions`);
}

/** `scaled` is -1 to 1; `min` is less than `max`, and `raw` is not outside them. */
function scoreAt(value: unknown, place: string): void {
  const score = membersOf(value, place, ['scaled', 'raw', 'min', 'max'], SCORE);
  for (const [name, number] of Object.entries(score)) numberAt(number, `${place}.${name}`, SCORE);
  const { scaled, raw, min, max } = score as Record<string, number | undefined>;
  if (scaled !== undefined && (scaled < -1 || scaled > 1))
    throw malformed(`"${place}.scaled" must be between -1 and 1`, SCORE);
  if (min !== undefined && max !== undefined && min >= max)
    throw malformed(`"${place}.min" must be less than "${place}.max"`, SCORE);
  if (raw !== undefined && min !== undefined && raw < min)
    throw malformed(`"${place}.raw" must not be less than "${place}.min"`, SCORE);
  if (raw !== undefined && max !== undefined && raw > max)
    throw malformed(`"${place}.raw" must not be more than "${place}.max"`, SCORE);
}
