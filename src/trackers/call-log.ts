import type { Scorm12Api } from './scorm12.ts';

/** One call to the LMS, for the help desk: nothing a person wrote, nor who they are, can be in it. */
export interface LoggedCall {
  /** Milliseconds since 1970. */
  at: number;
  /** As its standard names it: `LMSSetValue`, `PUT`. */
  method: string;
  /** `''` when the call is about none. */
  element: string;
  /** Characters of the value, sent or received; absent when the call has none. */
  length?: number;
  /** The value itself, only where a closed vocabulary or a figure is all that can stand. */
  value?: string;
  /** What the LMS said to a write: an HTTP status, or `true`, `false`… `other` for words of its own, `exception` when it threw. */
  answer: string;
  /** LMSGetLastError, 0 when all went well; or the HTTP status, 0 when no answer came. */
  code: number;
  refused: boolean;
}

export const RING = 300;
/** Elements whose value may be shown, and all that it may then be. */
const OPEN =
  /^cmi\.(core\.(lesson_status|lesson_mode|exit|session_time)|.*\bscore\.\w+|interactions\.\d+\.(result|type))$/;
const VOCABULARY =
  /^([\d.:]*|passed|completed|failed|incomplete|browsed|not attempted|browse|normal|review|suspend|time-out|logout|correct|wrong|unanticipated|neutral|true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/;
const ANSWERS = /^(true|false|[01]|undefined|null)?$/;

/** The same API, every call of which is kept in `calls`, the oldest leaving first. */
export function logged(api: Scorm12Api, calls: LoggedCall[], now: () => number = Date.now): Scorm12Api {
  const codeAfter = () => {
    try {
      return Number(api.LMSGetLastError()) || 0;
    } catch {
      return 0;
    }
  };
  const keep = (method: keyof Scorm12Api, name: string, value: string | undefined, answer: string, asks: boolean) => {
    const code = asks ? codeAfter() : 0;
    const element = /^cmi\.[\w.]+$/.test(name) ? name : '';
    calls.push({
      at: now(),
      method,
      element,
      ...(value !== undefined && { length: value.length }),
      ...(value !== undefined && OPEN.test(element) && VOCABULARY.test(value) && { value }),
      answer: ANSWERS.test(answer) || answer === 'exception' ? answer : 'other',
      code,
      refused: code !== 0 || /^(false|0|null|exception)$/.test(answer),
    });
    if (calls.length > RING) calls.shift();
  };
  const call = (method: keyof Scorm12Api, element: string, value: string | undefined, act: () => unknown): unknown => {
    try {
      const answer = act();
      if (method === 'LMSGetValue') keep(method, element, String(answer ?? ''), '', (answer ?? '') === '');
      else keep(method, element, value, String(answer), String(answer) !== 'true');
      return answer;
    } catch (error) {
      keep(method, element, value, 'exception', true);
      throw error;
    }
  };
  return {
    LMSInitialize: (empty) => call('LMSInitialize', '', undefined, () => api.LMSInitialize(empty)),
    LMSFinish: (empty) => call('LMSFinish', '', undefined, () => api.LMSFinish(empty)),
    LMSGetValue: (element) => call('LMSGetValue', element, undefined, () => api.LMSGetValue(element)),
    LMSSetValue: (element, value) => call('LMSSetValue', element, value, () => api.LMSSetValue(element, value)),
    LMSCommit: (empty) => call('LMSCommit', '', undefined, () => api.LMSCommit(empty)),
    // not kept: it only explains the call before, where its answer already stands
    LMSGetLastError: () => api.LMSGetLastError(),
  };
}
