import { type Outbox, type Waiting, WEIGHTS } from '../storage/outbox.ts';
import type { LrsClient, LrsError } from '../xapi/client.ts';

/** Statements of one request. */
const MOST = 50;
/** Bytes of one request: what a page that goes away may still send, less some room. */
export const MOST_BYTES = 60_000;
/** A request this small goes on when the page goes away. */
const SMALL = 16_000;
/** Seconds between two tries: doubled at each failure, up to the longest. */
const FIRST_WAIT = 1;
const LONGEST_WAIT = 60;

export interface SenderOptions {
  outbox: Outbox;
  client: Pick<LrsClient, 'send'>;
  /** This launch: what it was refused waits for another one. */
  session: string;
  /** What another session left is sent as it is; otherwise it waits to be told in this one. */
  sendsEarlier: boolean;
  /** 0 to 1: spreads the tries of many pages. */
  random(): number;
  /** Refused in a session and again in another: said, then let go. */
  onLost(statement: Waiting, error: LrsError): void;
}

/** Empties the outbox, in order, in requests that a record store takes whole or not at all. */
export class OutboxSender {
  #busy: Promise<boolean> | undefined;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The key no longer opens: nothing more leaves before another launch. */
  #closed = false;
  readonly #flying = new Set<string>();
  #parting: Promise<void> = Promise.resolve();
  /** Whether the end of this session may leave: nothing may reach the store after it. */
  mayEnd: () => boolean = () => true;

  constructor(readonly options: SenderOptions) {}

  /** Resolves to true when all that may be sent was seen to arrive. Never rejects. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#busy ??= this.#flushAll().finally(() => {
      this.#busy = undefined;
    });
    return this.#busy;
  }

  /** Resolves once nothing is on its way any more, by `flush`. Never rejects. */
  async idle(): Promise<void> {
    await this.#busy;
  }

  /** The page is gone: no later try. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#closed = true;
  }

  async #flushAll(): Promise<boolean> {
    await this.#parting;
    for (let batch = this.#next(); batch.length > 0; batch = this.#next()) {
      if (this.#closed) return false;
      try {
        await this.#send(batch);
        this.#failures = 0;
      } catch (error) {
        this.#later(error as LrsError);
        return false;
      }
    }
    return true;
  }

  /** The first statements that wait, of one session. */
  #next(): Waiting[] {
    const [first, ...rest] = this.#sendable();
    if (!first) return [];
    const batch = [first];
    let size = bytes(first.text);
    for (const one of rest) {
      size += bytes(one.text) + 1;
      const full = batch.length === MOST || size > MOST_BYTES;
      if (full || one.session !== first.session || first.weight === 'begin') break;
      batch.push(one);
    }
    return batch;
  }

  #sendable(): readonly Waiting[] {
    const { outbox, session: here, sendsEarlier } = this.options;
    return outbox.waiting.filter(
      ({ id, session, refusedIn, weight }) =>
        (sendsEarlier || session === here) &&
        refusedIn !== here &&
        !this.#flying.has(id) &&
        (weight !== 'end' || session !== here || this.mayEnd()),
    );
  }

  /**
   * A store takes a request whole or not at all: one statement it knows already (409) or refuses (4xx) is found by
   * halves. Alone and known, it is stored. Rejects when it is not known whether they arrived.
   */
  async #send(batch: readonly Waiting[]): Promise<void> {
    const { outbox } = this.options;
    const ids = batch.map(({ id }) => id);
    try {
      await this.#request(batch, batch.reduce((sum, { text }) => sum + bytes(text), 0) <= SMALL);
      await outbox.done(ids);
    } catch (error) {
      const { status } = error as LrsError;
      if (status !== 409 && !isRefusal(status)) throw error;
      if (batch.length > 1) {
        const middle = Math.ceil(batch.length / 2);
        await this.#send(batch.slice(0, middle));
        await this.#send(batch.slice(middle));
      } else if (status === 409) await outbox.done(ids);
      else await this.#refused(batch[0]!, error as LrsError);
    }
  }

  async #request(batch: readonly Waiting[], keepalive: boolean): Promise<void> {
    for (const { id } of batch) this.#flying.add(id);
    try {
      await this.options.client.send(
        batch.map(({ text }) => text),
        { keepalive },
      );
    } finally {
      for (const { id } of batch) this.#flying.delete(id);
    }
  }

  async #refused(statement: Waiting, error: LrsError): Promise<void> {
    const { outbox, session, onLost } = this.options;
    if (statement.refusedIn === undefined) {
      await outbox.setAside(statement.id, session);
      return;
    }
    onLost(statement, error);
    await outbox.done([statement.id]);
  }

  #later({ status, retryAfter }: LrsError): void {
    if (status === 401) this.#closed = true;
    if (this.#closed) return;
    const wait = retryAfter ?? Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#failures);
    this.#failures += 1;
    const spread = 0.5 + this.options.random() / 2;
    this.#timer = setTimeout(() => void this.flush(), wait * 1000 * (retryAfter === undefined ? spread : 1));
  }

  /**
   * The page may die now: one request, most important first, sent in this very turn. `end` goes with it only when it
   * may leave and nothing else waits. `room`: bytes.
   */
  part(room: number): Promise<void> {
    if (this.#closed) return Promise.resolve();
    const opening = this.options.outbox.waiting.find(
      ({ weight, session }) => weight === 'begin' && session === this.options.session,
    );
    if (opening && this.#flying.has(opening.id)) return Promise.resolve();
    const sendable = opening ? [opening] : this.#sendable();
    const chosen = new Set<Waiting>();
    let left = room;
    for (const weight of WEIGHTS)
      for (const one of sendable) {
        if (one.weight !== weight || chosen.size === MOST || bytes(one.text) + 1 > left) continue;
        if (weight === 'end' && (this.#flying.size > 0 || chosen.size < sendable.indexOf(one))) continue;
        chosen.add(one);
        left -= bytes(one.text) + 1;
      }
    const batch = sendable.filter((one) => chosen.has(one));
    if (batch.length === 0) return Promise.resolve();
    this.#parting = this.#request(batch, true).then(
      () => void this.options.outbox.done(batch.map(({ id }) => id)),
      () => undefined, // they wait still
    );
    return this.#parting;
  }
}

/** Not taken, and will not be as it is. */
const isRefusal = (status: number) => status >= 400 && status < 500 && ![401, 408, 409, 425, 429].includes(status);

const encoder = new TextEncoder();
export const bytes = (text: string): number => encoder.encode(text).length;
