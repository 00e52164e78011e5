import type { Call, Method, Scorm12Api } from './api.ts';
import { attemptOf, type StoredAttempt } from './attempt.ts';
import type { Fault } from './fault.ts';
import { type Learner, launchValues, type ManifestData } from './launch.ts';
import { moodle } from './moodle.ts';
import type { Held, LaunchMode, Profile, ProfileName } from './profile.ts';
import { Session } from './session.ts';
import { strict } from './strict.ts';

export interface StandInOptions extends ManifestData {
  profile: ProfileName;
  /** Moodle's site option: the standard's lengths, and « Nom, Prénom ». Off by default. */
  scormStandard?: boolean;
  /** `normal` by default; Moodle makes it `review` once the attempt is finished. */
  launchMode?: LaunchMode;
  learner: Learner;
  /** As another stand-in kept it; absent for a first launch. */
  stored?: Pick<StoredAttempt, 'elements'>;
}

/** An LMS that a page can be opened in: no browser, no server, no clock but the one that dates the calls. */
export class StandIn {
  /** What the SCO finds at `window.API`. */
  readonly api: Scorm12Api;
  readonly calls: Call[] = [];
  /** Told of each call, once it is answered. */
  onCall?: (call: Call) => void;
  /** Told of what has just been stored, and of what changed. */
  onStore?: (stored: StoredAttempt, changed: Readonly<Record<string, string>>) => void;
  /** The page is hidden or goes away: Moodle then uses sendBeacon. */
  unloading = false;
  /** How long a commit freezes the page under the fault `slow`, in milliseconds. */
  delay = 1500;
  readonly #options: StandInOptions;
  readonly #profile: Profile;
  readonly #session: Session;
  #stored: StoredAttempt;
  #fault: Fault = 'none';
  #alive = true;
  #waited = 0;

  constructor(options: StandInOptions) {
    this.#options = options;
    this.#profile = options.profile === 'strict' ? strict : moodle({ standard: options.scormStandard });
    this.#stored = attemptOf({ ...options.stored?.elements });
    const { learner, launchMode = 'normal' } = options;
    const launch = launchValues(this.#profile, learner, launchMode, this.#stored, options);
    this.#session = new Session(this.#profile, launch, (fields) => this.#receive(fields));
    this.api = this.#recorded();
  }

  get profile(): ProfileName {
    return this.#profile.name;
  }
  /** What the LMS really keeps, whatever it told the SCO. */
  get stored(): StoredAttempt {
    return this.#stored;
  }
  get fault(): Fault {
    return this.#fault;
  }
  /** A lost session stays lost: only `relaunch` gives another one. */
  set fault(fault: Fault) {
    if (this.#fault !== 'expired') this.#fault = fault;
  }

  /** The page died: nothing more is received. */
  kill(): void {
    this.#alive = false;
  }

  /** The same learner opens the attempt again, in a new page, with nothing wrong. */
  relaunch(overrides: Partial<StandInOptions> = {}): StandIn {
    return new StandIn({ ...this.#options, stored: this.#stored, ...overrides });
  }

  #receive(fields: Readonly<Record<string, Held>>) {
    if (this.#fault === 'slow') this.#freeze();
    const delivery = this.#profile.deliver(this.#fault, fields, this.unloading);
    if (delivery.stored) {
      const received = Object.entries(fields).map(([name, value]) => [name, this.#profile.receive(value)] as const);
      const changed = Object.fromEntries(received.filter(([name, value]) => this.#stored.elements[name] !== value));
      this.#stored = attemptOf({ ...this.#stored.elements, ...changed });
      this.onStore?.(this.#stored, changed);
    }
    return delivery;
  }

  /** As a synchronous request does. */
  #freeze() {
    const end = Date.now() + this.delay;
    while (Date.now() < end);
    this.#waited = this.delay;
  }

  #recorded(): Scorm12Api {
    const session = this.#session;
    const answers: { [name in Method]: (...args: unknown[]) => unknown } = {
      LMSInitialize: (parameter) => `${session.initialize(parameter)}`,
      LMSFinish: (parameter) => `${session.finish(parameter)}`,
      LMSGetValue: (name) => session.get(String(name)),
      LMSSetValue: (name, value) => `${session.set(String(name), value)}`,
      LMSCommit: (parameter) => `${session.commit(parameter)}`,
      LMSGetLastError: () => `${session.error}`,
      LMSGetErrorString: (code) => session.message(code),
      LMSGetDiagnostic: (code) => session.message(code === '' ? session.error : code, true),
    };
    const entries = Object.entries(answers).map(([method, answer]) => [
      method,
      (...args: unknown[]) => this.#answer(method as Method, args, answer),
    ]);
    return Object.fromEntries(entries);
  }

  #answer(method: Method, args: readonly unknown[], answer: (...args: unknown[]) => unknown): unknown {
    if (!this.#alive) return method === 'LMSGetValue' ? '' : 'false';
    const call: Call = { time: Date.now(), method, args, error: 0 };
    this.#waited = 0;
    try {
      call.returned = answer(...args);
      return call.returned;
    } catch (exception) {
      call.thrown = String(exception);
      throw exception;
    } finally {
      call.error = this.#session.error;
      if (this.#waited) call.waited = this.#waited;
      this.calls.push(call);
      this.onCall?.(call);
    }
  }
}
