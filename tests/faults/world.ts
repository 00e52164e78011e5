import { vi } from 'vitest';
import type { Fault } from '../../src/preview/lms/fault.ts';
import { StandIn } from '../../src/preview/lms/stand-in.ts';
import { deflate } from '../../src/runtime/deflate.ts';
import { decodeResume } from '../../src/runtime/resume-decode.ts';
import type { Device } from '../../src/storage/device.ts';
import { Mirror } from '../../src/storage/mirror.ts';
import { sealWith } from '../../src/storage/seal.ts';
import { MemoryDevice, type Opened, open } from '../runtime/learner.ts';

/** What can happen to a learner, one thing after the other. Times in milliseconds. */
export type Step =
  | { do: 'type'; part: 0 | 1; wait: number }
  | { do: 'answer'; question: 'desaccord' | 'releve' | 'q-ouverture' | 'q-trace'; option: 0 | 1 }
  | { do: 'rate' }
  | { do: 'visit'; page: 'se-situer' | 'comprendre' | 'prendre-du-recul' | 'faire-le-point' }
  | { do: 'retake' }
  | { do: 'finish'; right: boolean }
  | { do: 'wait'; for: number }
  | { do: 'lms'; fault: Exclude<Fault, 'slow'> }
  | { do: 'slow' }
  | { do: 'network'; on: boolean }
  | { do: 'storage'; state: 'fine' | 'full' | 'refused' }
  | { do: 'hide' }
  | { do: 'leave'; device: 0 | 1 }
  | { do: 'kill'; device: 0 | 1 }
  | { do: 'second-tab' }
  | { do: 'review' }
  | { do: 'update' };

export type Profile = 'strict' | 'moodle';

/** A mistake planted from outside, to prove that the schedules would find it. */
export type Planted = 'mirror-dropped' | 'true-trusted' | 'purged-too-early';

const JOURNAL = 'ma-reunion';
/** A word typed this long before the page died must be found. */
const PROMISED = 1_000;

/** One learner, two devices, one LMS; the runtime and the storage are the real ones. */
export class World {
  readonly devices = [new MemoryDevice(), new MemoryDevice()] as const;
  readonly broken: string[] = [];
  lms: StandIn;
  page!: Opened;
  #device: 0 | 1 = 0;
  #online = true;
  #refused = false;
  /** Of the page that is open: what a dead page still had in mind reaches nothing. */
  #life = { over: false };
  #release = 1;
  #words = 0;
  /** Words typed, with when; and those that the page said it could not keep. */
  readonly #typed: { word: string; at: number; part: number }[] = [];
  readonly #excused = new Set<string>();
  /** Interactions that this launch's platform said it stored, and did not: only another normal launch can see it. */
  readonly #pretended = new Set<number>();
  #bestScore = 0;

  constructor(
    readonly profile: Profile,
    readonly planted?: Planted,
  ) {
    this.lms = new StandIn({ profile, learner: { id: 'eleve1', name: 'Camille Martin' } });
    this.#watch();
  }

  async start(): Promise<void> {
    await this.#open();
  }

  async run(step: Step): Promise<void> {
    switch (step.do) {
      case 'type': {
        this.#words += 1;
        const word = `mot${this.#words}`;
        const before = this.#text(step.part);
        this.#typed.push({ word, at: Date.now(), part: step.part });
        this.page.write(JOURNAL, step.part, `${before}${before ? ' ' : ''}${word}`);
        return this.#pass(step.wait);
      }
      case 'answer':
        this.page.choose(step.question, step.option);
        return this.#pass(50);
      case 'rate':
        this.page.attempt.answer(1, this.page.block('depart').number, [
          {
            day: '2026-11-22',
            levels: new Map([
              [1, 2],
              [2, 1],
            ]),
          },
        ]);
        return;
      case 'visit':
        this.page.visit(step.page);
        return this.#pass(50);
      case 'retake':
        this.page.attempt.restartQuiz(1, this.page.block('quiz-final').number);
        return;
      case 'finish':
        this.page.finish(step.right);
        return this.#pass(50);
      case 'wait':
        return this.#pass(step.for);
      case 'lms':
        this.#meet(step.fault);
        if (step.fault === 'offline') this.#online = false;
        return;
      case 'slow':
        this.lms.delay = 0;
        this.#meet('slow');
        return this.#pass(100);
      case 'network':
        this.#online = step.on;
        this.#meet(step.on ? 'none' : 'offline');
        if (step.on) {
          void this.page.attempt.retry();
          await this.#pass(10);
        }
        return;
      case 'storage':
        this.devices[this.#device].full = step.state === 'full';
        this.#refused = step.state === 'refused';
        return;
      case 'hide':
        this.page.attempt.hide();
        return this.#pass(10);
      case 'leave':
        this.lms.unloading = true;
        this.page.attempt.leave();
        await this.#pass(10);
        return this.#reopen(step.device);
      case 'kill':
        return this.#reopen(step.device);
      case 'second-tab':
        return this.#secondTab();
      case 'review':
        this.page.attempt.leave();
        await this.#pass(10);
        return this.#reopen(this.#device, this.lms.stored.status === 'completed' ? 'review' : 'normal');
      case 'update':
        this.#release += 1;
        this.page.attempt.leave();
        await this.#pass(10);
        return this.#reopen(this.#device);
    }
  }

  /** The end of every schedule: all is well again, the learner opens the course once more, and all must be there. */
  async finish(): Promise<void> {
    await this.#reopen(0);
    await this.#pass(15_000);
    this.page.attempt.leave();
    await this.#pass(10);
    await this.#reopen(1);
    await this.#pass(15_000);
    await this.#findWords('at the end');
    this.#count();
    const { record } = this.page.attempt;
    if (this.lms.stored.status !== record.status)
      this.broken.push(`LMS says ${this.lms.stored.status}, the record ${record.status}`);
    if ((this.lms.stored.score ?? 0) !== (record.score ?? 0))
      this.broken.push(`LMS scores ${this.lms.stored.score}, the record ${record.score}`);
  }

  async #open(mode: 'normal' | 'review' = 'normal'): Promise<void> {
    this.#life = { over: false };
    const device = this.#refused ? refusing : this.#plant(mortal(this.devices[this.#device], this.#life));
    this.page = await open(this.lms, device, () => this.#online, {
      release: this.#release,
      afterSave: this.#afterSave(device),
    });
    if (this.page.attempt.mode === 'normal') this.#pretended.clear();
    if (mode === 'normal') await this.#pass(0);
  }

  async #reopen(device: 0 | 1, launchMode: 'normal' | 'review' = 'normal'): Promise<void> {
    await this.#excuse();
    this.lms.kill();
    this.#life.over = true;
    this.#typed.push({ word: '', at: Date.now(), part: -1 });
    this.#forgetUnpromised();
    await this.#findWords('after the page died');
    for (const one of this.devices) one.full = false;
    this.#refused = false;
    this.#online = true;
    this.#device = device;
    this.lms = this.lms.relaunch({ launchMode });
    this.#watch();
    await this.#open(launchMode);
  }

  async #secondTab(): Promise<void> {
    const lms = this.lms.relaunch();
    const reader = await open(lms, this.devices[this.#device], () => this.#online, { readOnly: true });
    reader.attempt.write(1, reader.block(JOURNAL).number, 1, 'écrit dans le second onglet');
    await this.#pass(11_000);
    reader.attempt.leave();
    const wrote = lms.calls.filter(
      ({ method }) => method === 'LMSSetValue' || method === 'LMSCommit' || method === 'LMSFinish',
    );
    if (wrote.length > 0) this.broken.push('the second tab wrote');
  }

  /** Words of the last second before the page died are not promised. */
  #forgetUnpromised(): void {
    const now = Date.now();
    for (const { word, at } of this.#typed) if (now - at < PROMISED) this.#excused.add(word);
  }

  #meet(fault: Fault): void {
    if (this.lms.fault === 'pretend' && fault !== 'pretend') {
      const stored = new Set(this.lms.stored.interactions.map(({ index }) => index));
      for (const index of this.page.attempt.record.slots.keys()) if (!stored.has(index)) this.#pretended.add(index);
    }
    this.lms.fault = fault;
  }

  /** What the page itself said it could keep nowhere. */
  async #excuse(): Promise<void> {
    const { troubles, saving } = this.page.attempt;
    if (!troubles.noDevice && saving.kind !== 'unsaved') return;
    const kept = await this.#everyVersion();
    for (const { word } of this.#typed) if (!kept.includes(word)) this.#excused.add(word);
  }

  async #findWords(when: string): Promise<void> {
    const kept = (await this.#everyVersion()).split(/\s+/);
    const lost = this.#typed.filter(({ word }) => word && !this.#excused.has(word) && !kept.includes(word));
    if (lost.length > 0) this.broken.push(`lost ${when}: ${lost.map(({ word }) => word).join(' ')}`);
  }

  /** Every version of every text, on the LMS and on both devices, whatever sealed it. */
  async #everyVersion(): Promise<string> {
    const lms = decodeResume(this.lms.stored.suspendData, deflate).record;
    const seal = lms.key ? sealWith(lms.key) : undefined;
    const copies = await Promise.all(this.devices.map((device) => new Mirror(device, 'essai/eleve1').read(seal)));
    const records = [
      lms,
      ...copies.flatMap((read) => read.copies.map(({ data }) => decodeResume(data, deflate).record)),
    ];
    return records
      .flatMap(({ modules }) =>
        Object.values(modules).flatMap(({ texts, others }) => [
          ...Object.values(texts),
          ...Object.values(others).flat(),
        ]),
      )
      .flatMap(({ parts }) => Object.values(parts))
      .join(' ');
  }

  /** Each activity at most twice (first and last try), each module end once. */
  #count(): void {
    const times = new Map<string, number>();
    for (const { id } of this.lms.stored.interactions) times.set(id, (times.get(id) ?? 0) + 1);
    for (const [id, count] of times)
      if (count > (id === 'M1_bilan' ? 1 : 2)) this.broken.push(`${id} stands ${count} times`);
    const known = new Map(this.lms.stored.interactions.map((one) => [one.index, one]));
    // in review Moodle is told nothing more: its own record says what it must hold
    decodeResume(this.lms.stored.suspendData, deflate).record.slots.forEach((slot, index) => {
      if (this.#pretended.has(index) && !known.has(index)) return;
      const { id = '', response = '', result = '' } = known.get(index) ?? {};
      if (!id || !result || (!response && slot.block !== 0))
        this.broken.push(`interaction ${index} (block ${slot.block}) is not in the LMS: ${id} ${response} ${result}`);
    });
  }

  #watch(): void {
    this.lms.onStore = ({ score = 0 }) => {
      // a hundredth less for an instant is how a score in doubt is told again (docs/decisions/0007)
      if (Math.round(score) < this.#bestScore) this.broken.push(`score fell from ${this.#bestScore} to ${score}`);
      this.#bestScore = Math.max(this.#bestScore, score);
    };
  }

  #text(part: 0 | 1): string {
    const block = this.page.block(JOURNAL) as unknown as { number: number; parts: { number: number }[] };
    return this.page.attempt.record.modules[1]?.texts[block.number]?.parts[block.parts[part]!.number] ?? '';
  }

  async #pass(milliseconds: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(milliseconds);
  }

  #plant(device: Device): Device {
    if (this.planted === 'mirror-dropped')
      return {
        kind: device.kind,
        get: device.get,
        delete: device.delete,
        set: async () => true,
        last: () => undefined,
      };
    if (this.planted !== 'purged-too-early') return device;
    const get = async (key: string) => {
      const found = await device.get(key);
      await device.delete(key);
      return found;
    };
    return { kind: device.kind, get, delete: device.delete, set: device.set, last: device.last };
  }

  /** « It said true, so the copy may go. » */
  #afterSave(device: Device): (committed: boolean) => void {
    return (committed) => {
      if (this.planted === 'true-trusted' && committed) void device.delete('essai/eleve1');
    };
  }
}

function mortal(device: MemoryDevice, life: { over: boolean }): Device {
  return {
    kind: device.kind,
    get: device.get,
    set: async (key, value) => !life.over && device.set(key, value),
    last: (key, value) => void (life.over || device.last(key, value)),
    delete: async (key) => void (life.over || (await device.delete(key))),
  };
}

const refusing: Device = {
  kind: 'none',
  get: async () => [],
  set: async () => false,
  last: () => undefined,
  delete: async () => undefined,
};
