import type { Interaction, Result } from '../model/interaction.ts';
import { RESPONSE_LENGTH, scorm12Pattern, scorm12Response, scorm12Type } from './scorm12-interaction.ts';
import {
  type Answer,
  type Launch,
  type Progress,
  type Refusal,
  type Save,
  type SaveResult,
  type Tracker,
  TrackerError,
} from './tracker.ts';

/** What an LMS puts on a parent window (SCORM 1.2 RTE 3.3). */
export interface Scorm12Api {
  LMSInitialize(empty: ''): unknown;
  LMSFinish(empty: ''): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(empty: ''): unknown;
  LMSGetLastError(): unknown;
}

/** Longest `cmi.core.lesson_location` (CMIString255). */
const LOCATION_LENGTH = 255;
/** Longest text tried before the standard's own length: what Moodle keeps by default, less some room. */
const LONG_RESPONSE = 60_000;
/** During unload Moodle sends by beacon, refused from about 64 kB in all. */
const LAST_WRITE_LENGTH = 60_000;

/** SCORM 1.2. Refusals are data; nothing is written in browse, and only suspend data in review. */
export function scorm12(api: Scorm12Api): Tracker {
  let mode: Launch['mode'] = 'normal';
  let reading = false;
  let open = false;
  /** What the LMS holds already: nothing is set twice. */
  const sent = new Map<string, string>();
  /** Set since the last save known to have arrived. */
  const doubtful = new Set<string>();

  const errorCode = () => Number(call(() => api.LMSGetLastError()) ?? 0) || 0;
  /** "true" by the standard; some LMSs answer true, 1 or undefined, with error 0. */
  const accepted = (result: unknown) =>
    String(result) === 'true' ||
    ((result === true || result === 1 || result === '1' || result === undefined) && errorCode() === 0);
  const get = (element: string) => String(call(() => api.LMSGetValue(element)) ?? '');
  const set = (element: string, value: string): Refusal[] => {
    if (sent.get(element) === value) return [];
    if (accepted(call(() => api.LMSSetValue(element, value), 'false'))) {
      sent.set(element, value);
      doubtful.add(element);
      return [];
    }
    return [{ element, value, code: errorCode() }];
  };
  const commit = () => accepted(call(() => api.LMSCommit(''), 'false'));

  /** What is in doubt is set to something else, in a commit of its own: the values then set again are sent again. */
  const unsettle = () => {
    const others = [...doubtful].flatMap((element) => {
      const other = otherValue(element, sent.get(element) ?? '');
      return other === undefined ? [] : [{ element, other }];
    });
    for (const { element, other } of others) set(element, other);
    if (others.length > 0) commit();
  };

  const write = ({ answers, progress, suspendData, again }: Save): Refusal[] => {
    if (!open || reading || mode === 'browse') return [];
    if (mode === 'review') return set(STATE, suspendData);
    // first, so that a page that dies half-way leaves word of what was not told
    const refused = set(STATE, suspendData);
    if (again) unsettle();
    else doubtful.clear();
    return [...refused, ...answers.flatMap((answer) => writeAnswer(set, answer)), ...writeProgress(set, progress)];
  };
  const silent = () => reading || mode === 'browse';
  const save = (bundle: Save): SaveResult => {
    const refused = write(bundle);
    return { committed: open && !silent() && commit(), refused };
  };

  return {
    name: 'scorm12',
    visibility: 'lms',
    async launch({ readOnly = false } = {}) {
      reading = readOnly;
      if (!accepted(call(() => api.LMSInitialize(''), 'false')))
        throw new TrackerError(`LMSInitialize refused, error ${errorCode()}`);
      open = true;
      const lessonMode = get('cmi.core.lesson_mode');
      mode = lessonMode === 'browse' || lessonMode === 'review' ? lessonMode : 'normal';
      const status = get(STATUS);
      const suspendData = get(STATE);
      const score = get(SCORE);
      const count = get('cmi.interactions._count');
      sent.set(STATE, suspendData);
      if (score !== '') sent.set(SCORE, String(Number(score)));
      const learner = { id: get('cmi.core.student_id'), name: get('cmi.core.student_name') };
      if (!silent()) {
        // Moodle gives a killed attempt back only if this was stored; and writes `completed` at Finish if no status was.
        if (mode === 'normal' && (status === '' || status === 'not attempted')) set(STATUS, 'incomplete');
        else if (mode === 'normal') sent.set(STATUS, status);
        set('cmi.core.exit', 'suspend');
        commit();
      }
      return {
        mode,
        learner,
        suspendData,
        status,
        ...(score !== '' && { score: Number(score) }),
        ...(/^\d+$/.test(count) && { interactions: Number(count) }),
      };
    },
    save: async (bundle) => save(bundle),
    readBack: () => (open ? get(STATE) : undefined),
    hide: save,
    /** LMSFinish commits by itself (RTE 3.3.4): one write, since Moodle counts all beacons of an unload together. */
    leave(bundle) {
      if (!open) return { committed: false, refused: [] };
      const whole = bundle.suspendData.length <= LAST_WRITE_LENGTH;
      const refused = write(whole ? bundle : { ...bundle, suspendData: sent.get(STATE) ?? '' });
      open = false;
      // another page holds the attempt: ending it here would end it there
      if (reading) return { committed: false, refused: [] };
      const committed = accepted(call(() => api.LMSFinish(''), 'false')) && whole && mode !== 'browse';
      return { committed, refused };
    },
  };
}

const STATUS = 'cmi.core.lesson_status';
const SCORE = 'cmi.core.score.raw';
const STATE = 'cmi.suspend_data';

/**
 * A value that the same element may hold and that it does not hold now; undefined for what changes by itself. A status
 * never goes above what the LMS held for sure. A score comes down by a hundredth, which no report shows: it may have
 * arrived, and must not be seen to fall.
 */
function otherValue(element: string, value: string): string | undefined {
  if (element === STATUS) return value === 'incomplete' ? undefined : 'incomplete';
  if (element === SCORE) return value === '0' ? undefined : hundredthLess(value);
  if (!/^cmi\.(?:interactions|objectives)\./.test(element)) return undefined;
  if (element.endsWith('.id')) return `${value}_`;
  if (element.endsWith('.type')) return value === 'choice' ? 'fill-in' : 'choice';
  if (element.endsWith('.result')) return value === 'neutral' ? 'unanticipated' : 'neutral';
  if (element.endsWith('.status')) return value === 'incomplete' ? 'completed' : 'incomplete';
  if (element.endsWith('.score.raw')) return value === '0' ? '0.01' : hundredthLess(value);
  if (element.endsWith('.time')) return value === '00:00:00' ? '00:00:01' : '00:00:00';
  if (element.endsWith('.latency')) return value === timespan(0) ? timespan(1) : timespan(0);
  return value === 'a' ? 'b' : 'a';
}

const hundredthLess = (value: string) => (Number(value) - 0.01).toFixed(2);

type Set = (element: string, value: string) => Refusal[];

/** SCORM 1.2 RTE 3.4.2, interactions: write-only, consecutive, `id` first. */
function writeAnswer(set: Set, { index, identifier, interaction, result, objectives, latency, at }: Answer): Refusal[] {
  const here = `cmi.interactions.${index}`;
  const pattern = scorm12Pattern(interaction);
  return [
    ...set(`${here}.id`, identifier),
    ...set(`${here}.type`, scorm12Type(interaction)),
    ...objectives.flatMap((id, rank) => set(`${here}.objectives.${rank}.id`, id)),
    ...set(`${here}.time`, clockTime(at)),
    ...(pattern === undefined ? [] : set(`${here}.correct_responses.0.pattern`, pattern)),
    ...setResponse(set, `${here}.student_response`, interaction),
    ...set(`${here}.result`, RESULTS[result]),
    ...(latency === undefined ? [] : set(`${here}.latency`, timespan(latency))),
  ];
}

/** A long text goes whole where it can; where it is refused as too long (405), cut with a visible mark. */
function setResponse(set: Set, element: string, interaction: Interaction): Refusal[] {
  const refused = set(element, scorm12Response(interaction, LONG_RESPONSE));
  const tooLong = refused.some(({ code, value }) => code === 405 && value.length > RESPONSE_LENGTH);
  return tooLong ? set(element, scorm12Response(interaction)) : refused;
}

const RESULTS: Record<Result, string> = { correct: 'correct', wrong: 'wrong', neutral: 'neutral' };

function writeProgress(set: Set, { status, score, objectives, location, sessionSeconds }: Progress): Refusal[] {
  return [
    ...objectives.flatMap(({ index, id, status: reached, score: raw }) => [
      ...set(`cmi.objectives.${index}.id`, id),
      ...set(`cmi.objectives.${index}.score.raw`, String(raw)),
      ...set(`cmi.objectives.${index}.status`, reached),
    ]),
    ...(score === undefined
      ? []
      : [...set('cmi.core.score.min', '0'), ...set('cmi.core.score.max', '100'), ...set(SCORE, String(score))]),
    ...set(STATUS, status),
    ...set('cmi.core.lesson_location', location.slice(0, LOCATION_LENGTH)),
    ...set('cmi.core.session_time', timespan(sessionSeconds)),
  ];
}

/** CMITimespan `HHHH:MM:SS.SS`. */
export function timespan(seconds: number): string {
  const hundredths = Math.max(0, Math.round(seconds * 100));
  const two = (value: number) => String(value).padStart(2, '0');
  const whole = Math.floor(hundredths / 100);
  return `${String(Math.min(9999, Math.floor(whole / 3600))).padStart(4, '0')}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${two(hundredths % 100)}`;
}

/** CMITime `HH:MM:SS`, the learner's own clock. */
const clockTime = (at: Date) =>
  [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');

/** An LMS may throw out of its API (Moodle does on half a surrogate pair): that is a refusal like another. */
function call(act: () => unknown, otherwise?: unknown): unknown {
  try {
    return act();
  } catch (error) {
    console.error('LMS API threw', error);
    return otherwise;
  }
}
