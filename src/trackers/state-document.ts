import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Expected, type LrsClient, LrsError, type StatePlace } from '../xapi/client.ts';

/** What became of a write: kept, or not, since another page wrote this meanwhile. */
export type Written = { kept: true } | { kept: false; elsewhere: string };

const KEPT: Written = { kept: true };
const CHANGED = [409, 412];
const OURS = 4;

/**
 * One document of a record store that several pages may write: a write never covers what it has not read. ETags are the
 * SHA-1 of the text (xAPI Communication 3.1), guessed where the store does not let a page read them.
 */
export class StateDocument {
  #etag: string | undefined;
  /** Our last texts, whether or not a write of them was said to be kept. */
  #ours: readonly string[] = [];

  constructor(
    readonly client: Pick<LrsClient, 'readState' | 'writeState'>,
    readonly place: StatePlace,
  ) {}

  /** Undefined when there is none. Rejects with `LrsError`. */
  async read(): Promise<string | undefined> {
    const found = await this.client.readState(this.place);
    this.#etag = found && (found.etag ?? etagOf(found.text));
    return found?.text;
  }

  /** Rejects with `LrsError` when it is not known to be kept. */
  async write(text: string): Promise<Written> {
    try {
      return await this.#put(text);
    } catch (error) {
      if (!(error instanceof LrsError && CHANGED.includes(error.status))) throw error;
    }
    const there = await this.read();
    if (there === text) return KEPT;
    // an earlier write of ours arrived after all, or the document is gone
    if (there === undefined || this.#ours.includes(there)) return this.#put(text);
    return { kept: false, elsewhere: there };
  }

  /** The page goes away: sent in this very turn, nothing is asked afterwards. Resolves to whether it was kept. */
  part(text: string): Promise<boolean> {
    return this.#put(text, true).then(
      () => true,
      () => false,
    );
  }

  async #put(text: string, keepalive = false): Promise<Written> {
    const expected: Expected = this.#etag === undefined ? 'new' : { etag: this.#etag };
    this.#ours = [text, ...this.#ours].slice(0, OURS);
    const sent = this.client.writeState(this.place, text, expected, { keepalive });
    // what follows in this turn comes after it
    if (keepalive) this.#etag = etagOf(text);
    this.#etag = (await sent) ?? etagOf(text);
    return KEPT;
  }
}

const etagOf = (text: string) => `"${bytesToHex(sha1(utf8ToBytes(text)))}"`;
