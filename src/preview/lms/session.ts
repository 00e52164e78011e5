import { elementOf, isIndexed, isKept } from './elements.ts';
import { LmsEngine } from './engine.ts';
import type { Delivery } from './fault.ts';
import type { Held, LaunchMode, Profile } from './profile.ts';

/**
 * The API of one opened page: scorm-again under the profile's rules. What is written is held here, because scorm-again
 * corrects some words, refuses lengths that Moodle takes, and goes on answering after LMSFinish.
 */
export class Session {
  /** LMSGetLastError. */
  error = 0;
  #profile: Profile;
  #launch: ReadonlyMap<string, string>;
  #post: (fields: Record<string, Held>) => Delivery;
  #values = new Map<string, Held>();
  /** What the page believes it sent, with what the LMS gave at launch. */
  #sent = new Map<string, Held>();
  #engine!: LmsEngine;
  #open = false;
  #finished = false;
  /** An interaction or objective was touched, be it in vain, and then a commit went over it. */
  #numbered = false;
  #committedNumbered = false;

  constructor(profile: Profile, launch: ReadonlyMap<string, string>, post: (fields: Record<string, Held>) => Delivery) {
    this.#profile = profile;
    this.#launch = launch;
    this.#post = post;
    for (const [name, value] of launch) if (!isIndexed(name)) this.#sent.set(name, value);
    this.#load();
  }

  initialize(parameter: unknown): boolean {
    if (this.#profile.reopens) this.#load(); // Moodle does it at every call, even one it refuses
    this.error = 0;
    if (parameter !== '') return this.#refuse(201);
    if (this.#open || (this.#finished && !this.#profile.reopens)) return this.#refuse(101);
    this.#open = this.#engine.initialize();
    return this.#open;
  }

  get(name: string): unknown {
    this.error = 0;
    if (!this.#open) return this.#blank(301);
    const element = elementOf(name);
    if (element?.access === 'write') return this.#blank(404);
    const held = this.#values.get(name);
    if (held !== undefined) return this.#profile.give(name, held);
    if (element && this.#isBeyond(name)) return this.#profile.readsBeyond ? '' : this.#blank(201);
    const { value, error } = this.#engine.get(name);
    if (error || !element) return this.#blank(error === 202 || error === 203 ? error : 201);
    return this.#profile.give(name, element.kind ? undefined : value);
  }

  set(name: string, value: unknown): boolean {
    this.error = 0;
    if (!this.#open) return this.#refuse(301);
    const element = elementOf(name);
    if (!element) return this.#refuse(201);
    if (!element.kind) return this.#refuse(element.access === 'keyword' ? 402 : 403);
    const text = String(value);
    const type = this.#values.get(name.replace(/^(cmi\.interactions\.\d+)\..*/, '$1.type'));
    if (!this.#profile.accepts(element.kind, text, type?.toString())) return this.#refuse(405);
    if (isIndexed(name)) this.#numbered = true;
    const refusal = this.#engine.set(name, text);
    if (refusal && refusal !== 405) return this.#refuse(refusal); // an index that skips; a 405 is the profile's to say
    this.#values.set(name, this.#profile.hold(element.kind, text, this.#values.get(name)));
    return true;
  }

  /** Throws `URIError` when Moodle cannot encode a value. */
  commit(parameter: unknown): boolean {
    this.error = 0;
    if (parameter !== '') return this.#refuse(201);
    if (!this.#open) return this.#refuse(301);
    return this.#engine.commit() || this.#refuse(101);
  }

  /** Throws like `commit`. */
  finish(parameter: unknown): boolean {
    this.error = 0;
    if (parameter !== '') return this.#refuse(201);
    if (!this.#open) return this.#refuse(301);
    if (this.#values.get(STATUS) === 'not attempted') {
      this.#hold(STATUS, this.#profile.finishStatus(this.#launch.get('cmi.core.lesson_mode') as LaunchMode));
    }
    if (this.#profile.reopens) this.#open = false;
    if (!this.#engine.finish()) return this.#refuse(101);
    this.#open = false;
    this.#finished = true;
    return true;
  }

  message = (code: unknown, detail = false) => this.#engine.message(String(code), detail);

  /**
   * Takes the data model back to what was last sent: at launch, and whenever Moodle initializes. Once a commit went over
   * an interaction, Moodle then writes it back into an object it has just thrown away: the exception reaches the SCO.
   */
  #load() {
    const broken = this.#committedNumbered;
    this.#values = new Map([...this.#launch, ...this.#sent].filter(([name]) => !broken || !isIndexed(name)));
    this.#numbered = [...this.#values.keys()].some(isIndexed);
    if (!broken && !this.#values.get(STATUS)) this.#values.set(STATUS, 'not attempted');
    this.#engine = new LmsEngine(this.#values, (terminate, status) => this.#transmit(terminate, status));
    if (this.#open) this.#engine.initialize();
    if (broken) throw new TypeError("Cannot read properties of undefined (reading 'objectives')");
  }

  #transmit(terminate: boolean, status: string): boolean {
    if (terminate) this.#values.set(STATUS, status); // a mastery score may have changed it
    const fields = this.#profile.sendsChangesOnly ? this.#changes() : this.#everything();
    this.#committedNumbered ||= this.#numbered;
    if (terminate) {
      const [total, session] = [TOTAL, 'cmi.core.session_time'].map((name) => `${this.#values.get(name)}`);
      fields[TOTAL] = this.#profile.addTime(total ?? '', session ?? '');
    }
    return this.#post(fields).answer;
  }

  /** All but what was never written: an emptied value is sent too. */
  #everything() {
    const fields = [...this.#values].filter(([name, value]) => isKept(name) && (value !== '' || this.#sent.get(name)));
    for (const [name, value] of fields) this.#sent.set(name, value);
    return Object.fromEntries(fields);
  }

  #changes() {
    const fields: Record<string, Held> = {};
    for (const [name, value] of this.#values) {
      if (!isKept(name) || this.#sent.get(name) === value) continue;
      encodeURIComponent(value); // throws on half a surrogate pair, with what came before already marked as sent
      this.#sent.set(name, value);
      fields[name] = value;
    }
    return fields;
  }

  /** scorm-again counts zero children in an interaction that does not exist. */
  #isBeyond(name: string): boolean {
    const [, parent, index] = /^(cmi\.\w+)\.(\d+)\./.exec(name) ?? [];
    return parent !== undefined && Number(index) >= Number(this.#engine.get(`${parent}._count`).value);
  }
  #hold(name: string, value: string) {
    this.#engine.set(name, value);
    this.#values.set(name, value);
  }
  #refuse(code: number): false {
    this.error = code;
    return false;
  }
  #blank(code: number): '' {
    this.error = code;
    return '';
  }
}

const STATUS = 'cmi.core.lesson_status';
const TOTAL = 'cmi.core.total_time';
