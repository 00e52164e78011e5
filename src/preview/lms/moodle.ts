import { isIndexed, type Kind } from './elements.ts';
import { type Fault, LOST, REFUSED, STORED } from './fault.ts';
import type { Fields, Profile } from './profile.ts';
import { lastNameFirst } from './strict.ts';

/** As Moodle writes them, unescaped dots included: « 8x5 » passes as a number's shape, then fails as a number. */
const DECIMAL = /^-?([0-9]{0,3})(.[0-9]*)?$/;
const INTEGER = /^-?([0-9]+)$/;
const TIMESPAN = /^([0-9]{2,4}):([0-9]{2}):([0-9]{2})(.[0-9]{1,2})?$/;
const STATUS = /^(passed|completed|failed|incomplete|browsed)$/;

const RANGES: Partial<Record<Kind, { pattern: RegExp; low: number; high: number }>> = {
  score: { pattern: DECIMAL, low: 0, high: 100 },
  weighting: { pattern: DECIMAL, low: -100, high: 100 },
  audio: { pattern: INTEGER, low: -1, high: 100 },
  speed: { pattern: INTEGER, low: -100, high: 100 },
  text: { pattern: INTEGER, low: -1, high: 1 },
};
const WORDS: Partial<Record<Kind, RegExp>> = {
  identifier: /^[!-~]{0,255}$/,
  decimal: DECIMAL,
  time: /^([0-2][0-9]):([0-5][0-9]):([0-5][0-9])(.[0-9]{1,2})?$/,
  timespan: TIMESPAN,
  status: STATUS,
  'objective-status': /^(passed|completed|failed|incomplete|browsed|not attempted)$/,
  exit: /^(time-out|suspend|logout|)$/,
  'interaction-type': /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/,
  result: /^(correct|wrong|unanticipated|neutral|[0-9]{0,3}(.[0-9]*)?)$/,
};

/** Bytes of one `sendBeacon`, names and values together: 63,800 characters of suspend data were refused. */
const BEACON_LIMIT = 63_800;
const bytes = (fields: Fields) =>
  Object.entries(fields).reduce((sum, pair) => sum + new TextEncoder().encode(pair.join('=')).length, 0);

/**
 * Moodle 4.5.6, as measured with a browser (shared/research/moodle.md) and compared call by call with its own JavaScript.
 * `standard`: the site option `scormstandard`, off by default.
 */
export const moodle = ({ standard = false } = {}): Profile => ({
  name: 'moodle',
  accepts(kind, value) {
    const range = RANGES[kind];
    if (range) return range.pattern.test(value) && Number(value) >= range.low && Number(value) <= range.high;
    const words = WORDS[kind];
    if (words) return words.test(value);
    const long = kind === 'string4096' || kind === 'comments';
    return value.length <= (standard ? (long ? 4096 : 255) : 64_000); // answers too: the type is not looked at
  },
  hold(kind, value, before) {
    if (kind === 'comments') return `${before ?? ''}${value}`; // each write is appended
    return RANGES[kind] ? Number(value) : value;
  },
  give(name, value) {
    if (name.endsWith('._count')) return value === '0' && !isIndexed(name) ? '0' : Number(value);
    if (value === undefined) return name.includes('.score.') ? '' : undefined; // never the empty string of the standard
    return value;
  },
  studentName: (name) => (standard ? lastNameFirst(name) : name),
  preference: '0',
  lessonMode(asked, storedStatus) {
    const finished = /^(completed|passed|failed)$/.test(storedStatus);
    return asked === 'normal' && finished ? 'review' : asked; // and what is written then is stored all the same
  },
  finishStatus: () => 'completed',
  addTime,
  receive: (value) => String(value).replaceAll('\0', ''),
  deliver(fault: Fault, fields, unloading) {
    if (fault === 'refuse-all-commits') return REFUSED;
    // A page that goes away, or finds no network, hands its data to sendBeacon, and takes its « queued » for an answer.
    const beacon = unloading || fault === 'offline';
    if (beacon && bytes(fields) >= BEACON_LIMIT) return REFUSED;
    if (fault === 'none' || fault === 'slow') return STORED;
    return beacon || fault === 'pretend' ? LOST : REFUSED;
  },
  readsBeyond: true,
  sendsChangesOnly: true,
  reopens: true,
});

/** Moodle's own sum: always hundredths at the end, and « .5 » counts as five hundredths. */
function addTime(total: string, session: string): string {
  const [a, b] = [total, session].map((time) => time.split(/[:.]/).map((part) => Number.parseInt(part, 10) || 0));
  const digits: string[] = [];
  let carry = 0;
  for (const [place, base] of [
    [3, 100],
    [2, 60],
    [1, 60],
  ] as const) {
    const sum = (a?.[place] ?? 0) + (b?.[place] ?? 0) + carry;
    digits.unshift(String(sum % base).padStart(2, '0'));
    carry = Math.floor(sum / base);
  }
  const hours = String((a?.[0] ?? 0) + (b?.[0] ?? 0) + carry).padStart(2, '0');
  return `${hours}:${digits[0]}:${digits[1]}.${digits[2]}`;
}
