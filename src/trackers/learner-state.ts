import type { Told } from '../storage/outbox.ts';
import { LrsError } from '../xapi/client.ts';
import type { StateDocument, Written } from './state-document.ts';

/** What the record store keeps of a learner for a whole course. */
export interface Kept {
  v: 1;
  /** The resume string: progress, answers, texts. */
  data: string;
  status: string;
  /** 0 to 100; absent when the course has no quiz. */
  score?: number;
  /** Facts that were named and may not have arrived: told again elsewhere, they are the same. */
  told: Readonly<Record<string, Told>>;
  /** Statements that show a text to the training team, by entry: to be voided when it is taken back. */
  shares: Readonly<Record<string, readonly string[]>>;
  /** Percent last told, by module. */
  progress: Readonly<Record<string, number>>;
  /** Finished tries of the final quiz, by module. */
  tries: Readonly<Record<string, number>>;
}

export const nothingKept: Kept = { v: 1, data: '', status: '', told: {}, shares: {}, progress: {}, tries: {} };

/**
 * The learner's state: one document for the whole course and registration, which every module reads and writes; where the
 * record store keeps an AU to its own activity, one per AU.
 */
export class LearnerState {
  #document: StateDocument;
  /** As the store is known to hold it. */
  #stored: Kept = nothingKept;

  constructor(
    readonly shared: StateDocument,
    readonly own: StateDocument,
  ) {
    this.#document = shared;
  }

  get stored(): Kept {
    return this.#stored;
  }

  /** Rejects with `LrsError` when neither can be read. */
  async read(): Promise<Kept> {
    try {
      const text = await this.shared.read();
      // nothing there: an earlier launch may have been refused it
      this.#stored = parse(text ?? (await this.own.read().catch(() => undefined)));
    } catch (error) {
      if (!isKeptOut(error)) throw error;
      this.#document = this.own;
      this.#stored = parse(await this.own.read());
    }
    return this.#stored;
  }

  /** Rejects with `LrsError` when it is not known to be kept. */
  async write(kept: Kept): Promise<Written> {
    const text = JSON.stringify(kept);
    let written: Written;
    try {
      written = await this.#document.write(text);
    } catch (error) {
      if (this.#document === this.own || !isKeptOut(error)) throw error;
      this.#document = this.own;
      await this.own.read();
      written = await this.own.write(text);
    }
    this.#stored = written.kept ? kept : parse(written.elsewhere);
    return written;
  }

  /** While the page goes away. Resolves to whether it was kept. */
  async part(kept: Kept): Promise<boolean> {
    const arrived = await this.#document.part(JSON.stringify(kept));
    if (arrived) this.#stored = kept;
    return arrived;
  }
}

const isKeptOut = (error: unknown) => error instanceof LrsError && [400, 403, 404, 405].includes(error.status);

/** What is not ours to read is given on as it is: the reader of resume strings says what it thinks of it. */
function parse(text: string | undefined): Kept {
  if (text === undefined || text === '') return nothingKept;
  try {
    const kept = JSON.parse(text) as Kept;
    if (kept.v === 1) return { ...nothingKept, ...kept };
  } catch {
    // below
  }
  return { ...nothingKept, data: text };
}
