import type { Copy, Mirror, Seal } from '../storage/mirror.ts';
import type { Answer, Progress, Save, SaveResult, Tracker, Visit } from '../trackers/tracker.ts';
import type { Deflate } from './deflate.ts';
import type { LearnerRecord } from './record.ts';
import { type Encoded, encodeResume } from './resume.ts';
import { type SavingState, type Troubles, without } from './saving.ts';
import { textKey } from './text-place.ts';

/** After the last answer or step; what follows within it shares the commit. Milliseconds. */
export const AFTER_ANSWER = 2_000;
/** Between two commits while writing. */
const WHILE_WRITING = 10_000;
/** From a key to the copy on the device. */
const TO_DEVICE = 400;
/** Before trying again what did not arrive. */
const RETRY = 30_000;
/** CMIString4096: what a platform that refuses more must accept (SCORM 1.2 RTE 3.4.4). */
const SUSPEND_DATA_MINIMUM = 4096;
/** Share of the limit from which the learner is warned. */
const NEARLY_FULL = 0.8;
/** Times a save meets what another page wrote, before the next one tries again. */
const MEETINGS = 3;
/** Versions of a text remembered as known to the platform. */
const KNOWN = 8;

/** What the saver asks of the attempt, whose record it does not own. */
export interface SaverSource {
  /** The record as the platform may hold it: whole, or in review its own with the texts of today. */
  recordForLms(): LearnerRecord;
  /** The record as this device keeps it: with what the platform may not have received. */
  recordForDevice(): LearnerRecord;
  /** Something of the record changes because of a save. */
  learnLimit(limit: number): boolean;
  touch(): void;
  pending(): readonly Answer[];
  progress(): Progress;
  settled(told: readonly Answer[], confirmed: boolean): void;
  /** Pages opened since they were last asked for. */
  visits(): readonly Visit[];
  /** What another page wrote meanwhile is put together with the record. */
  adopt(suspendData: string): Promise<void>;
}

export interface SaverOptions {
  tracker: Tracker;
  mirror: Mirror;
  now(): Date;
  online(): boolean;
  /** Shortens what is kept; a save waits for it, a page that goes away does not. */
  deflate(): Promise<Deflate>;
  /** Whether the platform's own server answers; absent where it cannot be asked. */
  reachable?(): Promise<boolean>;
  /** Called whenever the state or the troubles may have changed. */
  onChange(): void;
}

/** When and where the learner's work is kept: the device at once, the platform in time, and what is true of both. */
export class Saver {
  state: SavingState = { kind: 'idle' };
  troubles: Troubles = {};
  /** Nothing is written anywhere (browse, or another tab writes). */
  silent = false;
  /** In review only texts are kept. */
  textsOnly = false;
  seal: Seal | undefined;
  #known: Record<string, readonly number[]> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Number.POSITIVE_INFINITY;
  #deviceTimer: ReturnType<typeof setTimeout> | undefined;
  #deviceHolds = false;
  #committed = '';
  #lastCommit = 0;
  #doubt = false;
  /** Pieces of work changed since the last save known to have arrived. */
  readonly #changed = new Set<string>();
  /** An answer or a text changed since the last save known to have arrived. */
  #work = false;
  #left = false;
  #deflate: Deflate | undefined;
  #busy: Promise<void> = Promise.resolve();

  constructor(
    readonly source: SaverSource,
    readonly options: SaverOptions,
  ) {}

  /** What was found at launch. */
  start(found: { suspendData: string; known: Copy['known']; onDevice: boolean; troubles: Troubles }): void {
    this.#committed = found.suspendData;
    this.#known = { ...found.known };
    this.#deviceHolds = found.onDevice;
    this.troubles = found.troubles;
    this.#lastCommit = this.#now();
  }

  /** Without it the string is longer, and as good: nothing waits for a piece that cannot be loaded. */
  async #ready(): Promise<void> {
    try {
      this.#deflate ??= await this.options.deflate();
    } catch (error) {
      console.error(error);
    }
  }

  /** What does not fit, said before anything is sent. */
  measure(): void {
    if (this.#sendsToLms && !this.silent) this.#encoded();
  }

  /** Per text, the dates of the versions that the platform is known to have held. */
  get known(): Copy['known'] {
    return this.#known;
  }

  /** These versions are the platform's own, those that did not fit aside. */
  know(record: LearnerRecord, leftOut: Troubles['leftOut'] = []): void {
    const absent = leftOut.map(textKey);
    for (const [module, { texts }] of Object.entries(record.modules)) {
      for (const [block, { at }] of Object.entries(texts)) {
        const key = textKey({ module: Number(module), block: Number(block) });
        if (absent.includes(key)) continue;
        const known = this.#known[key] ?? [];
        if (!known.includes(at)) this.#known[key] = [...known, at].slice(-KNOWN);
      }
    }
  }

  /** The record changed. `what` names the piece of work, for the words said when the platform is back. */
  changed(kind: 'answer' | 'step' | 'text' | 'place', what = ''): void {
    if (this.silent) return;
    if (kind === 'text' || kind === 'answer') this.#say({ kind: 'editing' });
    if (what) this.#changed.add(what);
    this.#work ||= kind === 'answer' || kind === 'text';
    if (this.troubles.restored !== undefined) this.troubles = without(this.troubles, 'restored');
    this.#deviceTimer ??= setTimeout(() => this.toDevice(), kind === 'text' ? TO_DEVICE : 0);
    if (this.textsOnly && kind !== 'text') return;
    if (kind === 'answer' || kind === 'step') this.schedule(AFTER_ANSWER, true);
    else this.schedule(Math.max(AFTER_ANSWER, this.#lastCommit + WHILE_WRITING - this.#now()));
  }

  /** `restart`: the delay counts from now, even if a save was due sooner. */
  schedule(delay: number, restart = false): void {
    if (this.#left || this.silent || !this.#sendsToLms) return;
    const due = this.#now() + Math.max(0, delay);
    if (this.#timer !== undefined && !restart && this.#due <= due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => void this.flush(), Math.max(0, delay));
  }

  /** One at a time: a slow platform never gets two saves at once. */
  flush(force = false): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#busy = this.#busy.then(async () => {
      await this.#ready();
      if (this.#left || this.silent || !this.#sendsToLms || !(force || this.#pending())) return;
      if (force && !this.#pending()) this.source.touch();
      this.#say({ kind: 'saving' });
      let bundle = this.#bundle();
      let result = await this.options.tracker.save(bundle);
      if (this.#learnLimit(result))
        result = await this.options.tracker.save({ ...bundle, suspendData: this.#encoded().data });
      for (let left = MEETINGS; left > 0 && result.elsewhere !== undefined && !this.#left; left -= 1) {
        await this.source.adopt(result.elsewhere);
        bundle = this.#bundle();
        result = await this.options.tracker.save(bundle);
      }
      this.#settle(bundle, result, await this.#reached(result));
    });
    return this.#busy;
  }

  hide(): void {
    this.#lastWord();
    if (this.#left || this.silent || !this.#pending()) return;
    this.#inOneTurn((bundle) => this.options.tracker.hide(bundle));
  }

  /** The learner goes back to the platform, which takes the page: all is saved and ended first. */
  async exit(): Promise<void> {
    this.#lastWord();
    await this.flush();
    this.#left = true;
    await this.options.tracker.exit?.(this.#bundle());
  }

  leave(): void {
    this.#lastWord();
    if (this.#left) return;
    clearTimeout(this.#timer);
    this.#inOneTurn((bundle) => this.options.tracker.leave(bundle));
    this.#left = true;
  }

  /** The copy on this device: everything, whatever the platform's limit. */
  toDevice(): void {
    clearTimeout(this.#deviceTimer);
    this.#deviceTimer = undefined;
    if (this.silent) return;
    void this.options.mirror.write(this.#copy(), this.seal).then((held) => {
      this.#deviceHolds = held;
      this.troubles = held ? without(this.troubles, 'noDevice') : { ...this.troubles, noDevice: true };
      if (!this.#sendsToLms || (this.state.kind === 'unsaved' && held)) this.#say(this.#deviceState());
      else this.options.onChange();
    });
  }

  /** At the learner's own request; what is typed later is kept again. */
  async eraseDevice(): Promise<void> {
    clearTimeout(this.#deviceTimer);
    this.#deviceTimer = undefined;
    await this.options.mirror.purge();
    this.#deviceHolds = false;
  }

  get #sendsToLms(): boolean {
    return this.options.tracker.visibility !== 'device';
  }

  #copy = (): Copy => ({
    data: encodeResume(this.source.recordForDevice(), this.#deflate).data,
    known: this.#known,
    at: this.#now(),
  });

  /** What the device does not hold yet: at once, and again in the ordinary way for a page that stays. */
  #lastWord(): void {
    if (this.silent || this.#deviceTimer === undefined) return;
    this.options.mirror.last(this.#copy(), this.seal);
    this.toDevice();
  }

  #inOneTurn(write: Tracker['hide']): void {
    const bundle = this.#bundle();
    let result = write(bundle);
    if (result instanceof Promise) {
      // the answer comes to a page that is still there, or to nobody
      const answer = result;
      this.#busy = this.#busy.then(async () => {
        const given = await answer;
        if (!given) return;
        this.#settle(bundle, given, !given.unreached && this.options.online());
        if (given.elsewhere !== undefined) void this.flush(true);
      });
      return;
    }
    if (this.#learnLimit(result)) result = write({ ...bundle, suspendData: this.#encoded().data }) as SaveResult;
    this.#settle(bundle, result, this.options.online());
  }

  #pending(): boolean {
    return this.#sendsToLms && (this.source.pending().length > 0 || this.#encoded().data !== this.#committed);
  }

  #bundle(): Save {
    // what did not arrive arrives only if it changes
    if (this.#doubt) this.source.touch();
    const progress = this.source.progress();
    return {
      answers: this.source.pending(),
      visits: this.source.visits(),
      progress,
      suspendData: this.#encoded().data,
      unkept: this.#work,
      ...(this.#doubt && { again: true }),
    };
  }

  #encoded(): Encoded {
    const record = this.source.recordForLms();
    const encoded = encodeResume(record, this.#deflate, record.limit);
    const rest = without(this.troubles, 'leftOut', 'nearlyFull', 'recovered');
    const absent = encoded.leftOut.map(textKey);
    // a text that does not fit is not « sent again »
    const recovered = this.troubles.recovered?.filter((place) => !absent.includes(textKey(place))) ?? [];
    const share = record.limit ? encoded.data.length / record.limit : 0;
    this.troubles = {
      ...rest,
      ...(recovered.length > 0 && { recovered }),
      ...(encoded.leftOut.length > 0 && { leftOut: encoded.leftOut.filter(({ other }) => !other) }),
      ...(encoded.leftOut.length === 0 && share >= NEARLY_FULL && { nearlyFull: Math.round(share * 100) }),
    };
    return encoded;
  }

  /** A limit is learnt from a refusal, never assumed; true when the save must be made again, shorter. */
  #learnLimit({ refused }: SaveResult): boolean {
    const tooLong = refused.some(
      ({ element, value, code }) =>
        element === 'cmi.suspend_data' && code === 405 && value.length > SUSPEND_DATA_MINIMUM,
    );
    return tooLong && this.source.learnLimit(SUSPEND_DATA_MINIMUM);
  }

  /** A platform may say yes to a page that no longer reaches it (Moodle falls back to a beacon). */
  async #reached({ committed, unreached }: SaveResult): Promise<boolean> {
    if (unreached || !this.options.online()) return false;
    return committed && this.options.reachable ? this.options.reachable() : true;
  }

  #settle(bundle: Save, { committed, refused }: SaveResult, reached: boolean): void {
    if (!this.#sendsToLms || this.silent) return;
    const confirmed = committed && reached && !refused.some(({ element }) => element === 'cmi.suspend_data');
    this.#lastCommit = this.#now();
    if (refused.length > 0) console.warn('The LMS refused', refused);
    this.source.settled(bundle.answers, confirmed);
    if (confirmed) {
      this.troubles = without(this.troubles, 'offline', 'refused');
      if (this.#doubt && this.options.tracker.readBack() === bundle.suspendData) {
        this.troubles = { ...this.troubles, restored: this.#changed.size };
        this.#doubt = false;
      }
      if (!this.#doubt) this.#changed.clear();
      if (this.#encoded().data === bundle.suspendData) this.#work = false;
      this.#committed = bundle.suspendData;
      this.know(this.source.recordForLms(), this.troubles.leftOut);
      this.#say(this.troubles.leftOut ? this.#deviceState() : { kind: 'saved', at: this.options.now() });
      return;
    }
    this.#doubt = true;
    this.troubles = {
      ...without(this.troubles, 'offline', 'refused', 'restored'),
      ...(reached ? { refused: true } : { offline: true }),
    };
    this.#say(this.#deviceState());
    this.schedule(RETRY);
  }

  #deviceState(): SavingState {
    return this.#deviceHolds ? { kind: 'device', at: this.options.now() } : { kind: 'unsaved' };
  }

  #say(state: SavingState): void {
    this.state = state;
    this.options.onChange();
  }

  #now = (): number => this.options.now().getTime();
}
