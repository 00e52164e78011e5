import type { Scorm12API as Engine } from 'scorm-again';
import * as scorm12 from 'scorm-again/scorm12';

/** The module exports a name, its declaration a default; the package root, which agrees with itself, weighs five times more. */
const { Scorm12API } = scorm12 as unknown as { Scorm12API: typeof Engine };

/** What one commit brings out of scorm-again. */
export type Transmit = (terminate: boolean, status: string) => boolean;

/**
 * scorm-again, holding the tree of the data model: children, counts, indexes, what the LMS says at launch, the status a
 * mastery score decides. It needs no browser as long as it is given its own way to post.
 */
export class LmsEngine {
  #api: Engine;

  constructor(launch: Iterable<readonly [string, string | number]>, transmit: Transmit) {
    const post = {
      updateSettings() {},
      processHttpRequest(_url: string, commit: unknown, terminate: boolean) {
        const { 'cmi.core.lesson_status': status } = commit as Record<string, string>;
        const answer = transmit(terminate, status ?? '');
        return { result: `${answer}`, errorCode: answer ? 0 : 101 };
      },
    };
    const settings = { lmsCommitUrl: 'stand-in', dataCommitFormat: 'flattened', logLevel: 5 } as const; // 5: silent
    this.#api = new Scorm12API(settings, post);
    for (const [name, value] of launch) this.#load(name, String(value));
  }

  initialize = () => this.#api.LMSInitialize('') === 'true';
  commit = () => this.#api.LMSCommit('') === 'true';
  finish = () => this.#api.LMSFinish('') === 'true';
  get(name: string): { value: string; error: number } {
    const value = String(this.#api.LMSGetValue(name));
    return { value, error: this.#error() };
  }
  /** 0, or the code of the refusal. After 405 the place in the tree exists all the same. */
  set(name: string, value: string | number): number {
    return this.#api.LMSSetValue(name, String(value)) === 'true' ? 0 : this.#error();
  }
  message = (code: string, detail = false) => this.#api.getLmsErrorMessageDetails(code, detail);

  #error = () => Number(this.#api.LMSGetLastError());

  /** Before LMSInitialize every element can be set; a value scorm-again finds too long is held by the session alone. */
  #load(name: string, value: string) {
    if (value === '' || value === 'not attempted') return;
    try {
      this.#api.setCMIValue(name, value);
    } catch {
      // its place in the tree exists
    }
  }
}
