import type { Device } from './device.ts';

/**
 * From what a platform must not miss to what only draws a picture. `begin` opens a session: it is sent alone, and nothing
 * before it was seen to arrive; `end` closes one and comes last of it.
 */
export const WEIGHTS = ['begin', 'outcome', 'answer', 'trace', 'end'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** A statement that has not been seen to arrive. */
export interface Waiting {
  /** Its own, made when the fact happened. */
  id: string;
  /** Launch that it belongs to: it keeps that context wherever it is sent from. */
  session: string;
  weight: Weight;
  /** As JSON, ready to be sent. */
  text: string;
  /** Session in which the record store refused it for good; another one tries it once more. */
  refusedIn?: string;
}

/** A fact that was given an identifier, until the platform is seen to hold it: told again, it is the same one. */
export interface Told {
  id: string;
  /** ISO 8601, UTC: when it happened. */
  at: string;
}

interface Kept {
  v: 1;
  waiting: readonly Waiting[];
  told: Readonly<Record<string, Told>>;
}

/**
 * What is to be sent, in its order. It is kept by the device before anything leaves, and stays there until it is seen to
 * have arrived; without a device it lasts as long as the page.
 */
export class Outbox {
  #waiting: Waiting[] = [];
  #told: Record<string, Told> = {};
  #writing: Promise<boolean> = Promise.resolve(true);
  /** A write that has not begun: it will hold whatever stands then. */
  #queued: Promise<boolean> | undefined;

  private constructor(
    readonly device: Device,
    readonly key: string,
  ) {}

  /** With what earlier launches left. */
  static async open(device: Device, key: string): Promise<Outbox> {
    const outbox = new Outbox(device, key);
    for (const text of await device.get(key)) outbox.#take(read(text));
    return outbox;
  }

  #take({ waiting, told }: Kept): void {
    const known = new Set(this.#waiting.map(({ id }) => id));
    this.#waiting.push(...waiting.filter(({ id }) => !known.has(id)));
    this.#told = { ...told, ...this.#told };
  }

  get waiting(): readonly Waiting[] {
    return this.#waiting;
  }
  get told(): Readonly<Record<string, Told>> {
    return this.#told;
  }

  /** Once per identifier. Resolves to false when only this page holds them. */
  add(...statements: readonly Waiting[]): Promise<boolean> {
    this.#take({ v: 1, waiting: statements, told: {} });
    return this.#write();
  }

  /** They arrived, or will never be taken. */
  done(ids: Iterable<string>): Promise<boolean> {
    const gone = new Set(ids);
    this.#waiting = this.#waiting.filter(({ id }) => !gone.has(id));
    return this.#write();
  }

  /** Another form of a statement that waits, under the same identifier, at the end of the line. */
  replace(statement: Waiting): Promise<boolean> {
    this.#waiting = [...this.#waiting.filter(({ id }) => id !== statement.id), statement];
    return this.#write();
  }

  /** Refused for good in this session: it stays where it is, and is not offered again before another one. */
  setAside(id: string, session: string): Promise<boolean> {
    this.#waiting = this.#waiting.map((one) => (one.id === id ? { ...one, refusedIn: session } : one));
    return this.#write();
  }

  /** What a fact is called, by a key of its content. */
  remember(key: string, told: Told): void {
    this.#told = { ...this.#told, [key]: told };
  }

  /** The platform holds all of them. */
  forget(keys: Iterable<string>): Promise<boolean> {
    const gone = new Set(keys);
    this.#told = Object.fromEntries(Object.entries(this.#told).filter(([key]) => !gone.has(key)));
    return this.#write();
  }

  /** One synchronous turn, while the page goes away. */
  last(): void {
    if (!this.#empty) this.device.last(this.key, this.#text());
  }

  get #empty(): boolean {
    return this.#waiting.length === 0 && Object.keys(this.#told).length === 0;
  }

  #text(): string {
    return JSON.stringify({ v: 1, waiting: this.#waiting, told: this.#told } satisfies Kept);
  }

  /** One write at a time, each of what stands then. */
  #write(): Promise<boolean> {
    if (this.#queued) return this.#queued;
    this.#queued = this.#writing.then(async () => {
      this.#queued = undefined;
      if (!this.#empty) return this.device.set(this.key, this.#text());
      await this.device.delete(this.key);
      return true;
    });
    this.#writing = this.#queued;
    return this.#queued;
  }
}

/** What this device holds and cannot be read is left out: it was written by no version of ours. */
function read(text: string): Kept {
  try {
    const kept = JSON.parse(text) as Kept;
    if (kept.v === 1) return kept;
  } catch {
    // damaged
  }
  return { v: 1, waiting: [], told: {} };
}
