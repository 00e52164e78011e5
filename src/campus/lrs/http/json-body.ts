import { malformed } from '../refusal.ts';

/** No statement nests so far; what does would only exhaust who reads it. */
const DEEPEST = 64;

/** Throws a Refusal 400 when the bytes are not UTF-8, not JSON, or JSON deeper than any statement. */
export function parseJson(bytes: Uint8Array): unknown {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw malformed('The body is not JSON in UTF-8', 'xAPI Communication 1.4');
  }
  if (deeperThan(value, DEEPEST)) throw malformed(`The body has more than ${DEEPEST} levels`, 'xAPI Data 2.2');
  return value;
}

const deeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((member) => deeperThan(member, levels - 1)));
