import { vi } from 'vitest';
import { deflate } from '../../src/runtime/deflate.ts';
import { decodeResume } from '../../src/runtime/resume-decode.ts';
import type { Device } from '../../src/storage/device.ts';
import { Mirror } from '../../src/storage/mirror.ts';
import { sealWith } from '../../src/storage/seal.ts';
import { cmi5 } from '../../src/trackers/cmi5.ts';
import type { Place } from '../../src/trackers/lrs-opening.ts';
import { xapi } from '../../src/trackers/xapi.ts';
import { StrictLms } from '../cmi5/lms.ts';
import type { Fault } from '../cmi5/lrs.ts';
import { course, MemoryDevice, type Opened, open } from '../runtime/learner.ts';
import { MemoryTab, UNIT } from './au.ts';
import { PlainLrs } from './plain-lrs.ts';

/** What goes wrong with a record store. */
export const FAULTS = {
  none: undefined,
  lost: () => 'lost',
  unheard: () => 'unheard',
  'stored-500': (call) => (call.method === 'GET' ? undefined : { status: 500, stored: true }),
  'down-503': () => ({ status: 503 }),
  'wait-429': () => ({ status: 429, retryAfter: 3 }),
  'expired-401': () => ({ status: 401 }),
  'conflict-409': ({ resource, method }) =>
    resource === 'activities/state' && method === 'PUT' ? { status: 409 } : undefined,
  'changed-412': ({ resource, method }) =>
    resource === 'activities/state' && method === 'PUT' ? { status: 412 } : undefined,
  slow: () => ({ delay: 4_000 }),
} satisfies Record<string, Fault | undefined>;

export type Step =
  | { do: 'type'; wait: number }
  | { do: 'answer'; question: 'desaccord' | 'releve'; option: 0 | 1 }
  | { do: 'finish'; right: boolean }
  | { do: 'retake' }
  | { do: 'wait'; for: number }
  | { do: 'fault'; fault: keyof typeof FAULTS }
  | { do: 'hide' }
  | { do: 'elsewhere' }
  | { do: 'leave'; device: 0 | 1 }
  | { do: 'kill'; device: 0 | 1 };

export type Standard = 'cmi5' | 'xapi';
/** A mistake planted from outside, to prove that the schedules would find it. */
export type Planted = 'outbox-dropped' | 'state-not-merged';

/** A word typed, or an answer given, this long before the page died must be found. */
const PROMISED = 1_000;

/** One learner, two devices, one record store; the runtime, the storage and the trackers are the real ones. */
export class World {
  readonly devices = [new MemoryDevice(), new MemoryDevice()] as const;
  readonly broken: string[] = [];
  readonly lms = new StrictLms([UNIT]);
  readonly lrs = new PlainLrs();
  page!: Opened;
  #device: 0 | 1 = 0;
  #life = { over: false };
  #words = 0;
  #typed: { word: string; at: number }[] = [];
  /** Times each question was answered. */
  readonly #answers = new Map<string, number>();

  constructor(
    readonly standard: Standard,
    readonly planted?: Planted,
  ) {}

  get statements() {
    return this.standard === 'cmi5' ? this.lms.statements : this.lrs.statements;
  }
  get #documents() {
    return (this.standard === 'cmi5' ? this.lms : this.lrs).documents;
  }

  async start(): Promise<void> {
    await this.#open();
  }

  async run(step: Step): Promise<void> {
    switch (step.do) {
      case 'type': {
        this.#words += 1;
        const word = `mot${this.#words}`;
        this.#typed.push({ word, at: Date.now() });
        this.page.write('ma-reunion', 0, `${textOf(this.page, 1)} ${word}`.trim());
        return pass(step.wait);
      }
      case 'answer':
        this.page.choose(step.question, step.option);
        this.#count(step.question);
        return pass(50);
      case 'finish':
        this.page.finish(step.right);
        for (const id of ['desaccord', 'releve', 'q-ouverture', 'q-trace', 'depart']) this.#count(id);
        return pass(50);
      case 'retake':
        this.page.attempt.restartQuiz(1, this.page.block('quiz-final').number);
        return;
      case 'wait':
        return pass(step.for);
      case 'fault':
        this.lms.fault = FAULTS[step.fault];
        this.lrs.fault = FAULTS[step.fault];
        return;
      case 'hide':
        this.page.attempt.hide();
        return pass(10);
      case 'elsewhere':
        return this.#elsewhere();
      case 'leave':
        this.page.attempt.leave();
        await pass(10);
        return this.#reopen(step.device);
      case 'kill':
        return this.#reopen(step.device);
    }
  }

  /** All is well again; the learner opens the course on each device, and all must be there. */
  async finish(): Promise<void> {
    for (const device of [0, 1, 0] as const) {
      await this.#reopen(device);
      await pass(60_000);
      this.page.attempt.leave();
      await pass(1_000);
    }
    await this.#findWords();
    // a device that the store never heard of knows less for a while; in the end nobody does
    const { score = 0 } = this.page.attempt.progress;
    if (score < this.#told()) this.broken.push(`the score fell from ${this.#told()} to ${score}`);
    this.#judgeStatements();
    if (this.standard === 'cmi5')
      for (const { clause, why } of this.lms.violations) this.broken.push(`cmi5 ${clause}: ${why}`);
    for (const one of this.lrs.wrong) this.broken.push(one);
  }

  /** While this page stays open, the learner writes on a borrowed device, which is never seen again. */
  async #elsewhere(): Promise<void> {
    // a second launch of cmi5 closes the first one
    if (this.standard === 'cmi5' || this.lrs.fault) return;
    const borrowed = await this.#page(new MemoryDevice(), { over: false });
    this.#words += 1;
    const word = `mot${this.#words}`;
    borrowed.write('ma-reunion', 1, `${textOf(borrowed, 2)} ${word}`.trim());
    await pass(15_000);
    if (borrowed.attempt.saving.kind === 'saved') this.#typed.push({ word, at: 0 });
    borrowed.attempt.leave();
    await pass(1_000);
  }

  #count(question: string): void {
    const { scormId } = this.page.block(question);
    this.#answers.set(scormId, (this.#answers.get(scormId) ?? 0) + 1);
  }

  async #reopen(device: 0 | 1): Promise<void> {
    this.#life.over = true;
    const now = Date.now();
    this.#typed = this.#typed.filter(({ at }) => now - at >= PROMISED);
    this.#device = device;
    this.lms.fault = undefined;
    this.lrs.fault = undefined;
    await this.#open();
  }

  async #open(): Promise<void> {
    const life = { over: false };
    this.#life = life;
    this.page = await this.#page(this.devices[this.#device], life);
    await pass(0);
  }

  async #page(memory: MemoryDevice, life: { over: boolean }): Promise<Opened> {
    const device = mortal(memory, life, this.planted === 'outbox-dropped');
    const fetch = this.standard === 'cmi5' ? this.lms.fetch : this.lrs.fetch;
    const place: Place = {
      search: new URL(this.standard === 'cmi5' ? this.lms.launch().url : this.lrs.url()).search,
      course,
      ...(this.standard === 'cmi5' && { module: course.modules[0]! }),
      device,
      tab: new MemoryTab(),
      fetch: async (input, init) => {
        if (life.over) return new Promise<Response>(() => undefined);
        return fetch(input, this.planted === 'state-not-merged' ? withoutMatch(init) : init);
      },
      now: () => new Date(),
      random: () => 0.5,
      goTo: () => undefined,
      reloading: () => false,
    };
    const tracker = this.standard === 'cmi5' ? cmi5(place) : xapi(place);
    return open(undefined, device, undefined, { tracker: tracker! });
  }

  /** The best result that the record store was told of. */
  #told(): number {
    const scores = this.statements.flatMap(({ result }) => (result?.score as { raw?: number } | undefined)?.raw ?? []);
    return Math.max(0, ...scores);
  }

  /** Every version of every text, in the store and on both devices. */
  async #findWords(): Promise<void> {
    const states = this.#documents.all.flatMap((text) => {
      const { data } = JSON.parse(text) as { data?: string };
      return data ? [decodeResume(data, deflate).record] : [];
    });
    const key = states.find((one) => one.key)?.key;
    const name = `essai/${this.page.attempt.learner.id}`;
    const copies = await Promise.all(
      this.devices.map((device) => new Mirror(device, name).read(key ? sealWith(key) : undefined)),
    );
    const records = [
      ...states,
      ...copies.flatMap((one) => one.copies.map(({ data }) => decodeResume(data, deflate).record)),
    ];
    const kept = records
      .flatMap(({ modules }) =>
        Object.values(modules).flatMap(({ texts, others, versions }) =>
          [texts, ...Object.values(others), ...Object.values(versions)].flatMap((some) => Object.values(some)),
        ),
      )
      .flatMap(({ parts }) => Object.values(parts))
      .join(' ')
      .split(/\s+/);
    const lost = this.#typed.filter(({ word }) => !kept.includes(word));
    if (lost.length > 0) this.broken.push(`lost: ${lost.map(({ word }) => word).join(' ')}`);
  }

  #judgeStatements(): void {
    const of = (verb: string) => this.statements.filter((one) => one.verb.id.endsWith(`/${verb}`));
    for (const [question, times] of this.#answers) {
      const told = of('answered').filter(({ object }) => JSON.stringify(object).includes(`questions/${question}"`));
      if (told.length > times) this.broken.push(`${question} was answered ${times} times, and told ${told.length}`);
      const block = course.modules[0] && this.page.block(idOf(this.page, question));
      const held = block && this.page.attempt.record.modules[1]?.answers[block.number];
      if (held?.attempts && told.length === 0) this.broken.push(`${question} was never told`);
    }
    for (const verb of ['completed', 'passed']) {
      const objects = of(verb).map(({ object }) => (object as { id: string }).id);
      if (new Set(objects).size < objects.length) this.broken.push(`${verb} twice: ${objects.join(' ')}`);
    }
    const module = this.page.attempt.progress.modules.get(1)!;
    if (module.complete && of('completed').length === 0) this.broken.push('the end was never told');
    if (module.mastered && of('passed').length === 0) this.broken.push('the success was never told');
  }
}

const pass = async (milliseconds: number): Promise<void> => void (await vi.advanceTimersByTimeAsync(milliseconds));

const textOf = ({ attempt, block }: Opened, part: number) =>
  attempt.record.modules[1]?.texts[block('ma-reunion').number]?.parts[part] ?? '';

const idOf = (page: Opened, scormId: string) =>
  ['desaccord', 'releve', 'q-ouverture', 'q-trace', 'depart'].find((id) => page.block(id).scormId === scormId)!;

const withoutMatch = (init: RequestInit | undefined): RequestInit | undefined => {
  if (!init?.headers) return init;
  const headers = new Headers(init.headers);
  headers.delete('if-match');
  headers.delete('if-none-match');
  return { ...init, headers };
};

/** `forgetful`: what waits to be sent is never kept. */
function mortal(device: MemoryDevice, life: { over: boolean }, forgetful: boolean): Device {
  const drops = (value: string) => life.over || (forgetful && value.includes('"waiting"'));
  return {
    kind: device.kind,
    get: device.get,
    set: async (key, value) => !drops(value) && device.set(key, value),
    last: (key, value) => void (drops(value) || device.last(key, value)),
    delete: async (key) => void (life.over || (await device.delete(key))),
  };
}
