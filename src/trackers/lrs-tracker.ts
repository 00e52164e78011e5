import { attemptKey } from '../storage/attempt-key.ts';
import type { Outbox, Waiting, Weight } from '../storage/outbox.ts';
import { LrsError } from '../xapi/client.ts';
import { xapiResponse } from '../xapi/interaction.ts';
import { newUuid } from '../xapi/new-uuid.ts';
import type { Statement } from '../xapi/statement.ts';
import { statementId } from '../xapi/statement-id.ts';
import type { Kept, LearnerState } from './learner-state.ts';
import { answered, type Dated, progressed, type Speech, scored, shared, visited, voided } from './lrs-statements.ts';
import { bytes, MOST_BYTES, type OutboxSender } from './outbox-sender.ts';
import type { ToldOnce } from './told-once.ts';
import type { Answer, ModuleReached, Save, SaveResult } from './tracker.ts';

/** What one standard asks of what is told. */
export interface Rules {
  /** Whether statements of our own may be told now. */
  mayTell(): boolean;
  /** Whether a page may void what it shared before. */
  voids: boolean;
  /** Modules whose progress may be told. */
  tellsProgress(module: ModuleReached): boolean;
  /** What this save brings that is told once: module ends, results. */
  outcomes(save: Save): void;
  /** The last words of the session. */
  close(save: Save): void;
}

export interface Conversation {
  speech: Speech;
  outbox: Outbox;
  sender: OutboxSender;
  state: LearnerState;
  once: ToldOnce;
  now(): Date;
  /** Nothing is written: another page does, or nothing is followed. */
  silent: boolean;
}

const NOTHING: SaveResult = { committed: false, refused: [] };
/** Statements that leave with a page get at least this, in bytes: the end of a session and what it brought. */
const ROOM_TO_END = 6_000;

/** What every tracker of a record store does: facts become statements, statements wait, the state is kept. */
export class LrsTracker {
  rules!: Rules;
  /** Facts that have their statement. */
  readonly #noted = new WeakSet<Answer>();
  #shares: Readonly<Record<string, readonly string[]>>;
  #progress: Readonly<Record<string, number>>;
  /** Best results at the last save of this launch. */
  readonly #bests = new Map<string, number>();
  /** Told in this launch, of what is told once. */
  readonly #toldNow = new Set<string>();
  /** Statements that this launch found waiting, or told once: another page may have told others. */
  readonly #followed: Set<string>;
  /** Documents that the store has not answered for. */
  readonly #documents = new Set<Promise<unknown>>();
  #ended = false;

  constructor(readonly conversation: Conversation) {
    const { shares, progress, told } = conversation.state.stored;
    conversation.sender.mayEnd = () => this.#documents.size === 0;
    this.#shares = shares;
    this.#followed = new Set(conversation.outbox.waiting.map(({ id }) => id));
    this.#progress = progress;
    for (const [key, one] of Object.entries(told)) conversation.outbox.remember(key, one);
  }

  /** The suspend data that the store is known to hold. */
  readBack(): string {
    return this.conversation.state.stored.data;
  }

  async save(save: Save): Promise<SaveResult> {
    const { outbox, silent } = this.conversation;
    if (silent || this.#ended) return NOTHING;
    await this.#note(save);
    if (this.#ended) return NOTHING;
    const named = Object.keys(outbox.told);
    const [kept, arrived] = await Promise.all([this.#keep(save), this.deliver()]);
    if (kept !== 'kept') return { committed: false, refused: [], ...kept };
    if (arrived) await outbox.forget(named);
    return { committed: arrived, refused: [], unreached: !arrived };
  }

  /** Sends what waits; resolves to whether all of it arrived. What is told once is written down first. */
  async deliver(): Promise<boolean> {
    const { once, sender, outbox } = this.conversation;
    const written = await this.#onItsWay(once.write()).then(
      () => true,
      () => false,
    );
    const arrived = await sender.flush();
    const waiting = new Set(outbox.waiting.map(({ id }) => id));
    once.settle(new Set([...this.#followed].filter((id) => !waiting.has(id))));
    // nothing follows the end of a session: that it arrived is seen at the next one
    if (!this.#ended) await this.#onItsWay(once.write()).catch(() => undefined);
    return arrived && written;
  }

  /** In one synchronous turn; the answer comes later, if the page is still there. */
  async hide(save: Save): Promise<SaveResult | undefined> {
    const { outbox, silent } = this.conversation;
    if (silent || this.#ended) return NOTHING;
    void this.#note(save);
    const named = Object.keys(outbox.told);
    const [held, arrived] = await Promise.all([this.#part(save), this.conversation.sender.flush()]);
    if (held === undefined) return undefined;
    if (held && arrived) await outbox.forget(named);
    return { committed: held && arrived, refused: [], unreached: !(held && arrived) };
  }

  async leave(save: Save): Promise<SaveResult> {
    if (this.#ended) return NOTHING;
    this.#ended = true;
    const { silent } = this.conversation;
    if (!silent) void this.#note(save);
    this.rules.close(save);
    const held = await this.#part(save, true);
    return { committed: held === true, refused: [] };
  }

  /** All of it, with time to wait for the answers. Resolves to whether everything arrived. */
  async end(save: Save): Promise<boolean> {
    const { silent, outbox, sender } = this.conversation;
    if (!silent) await this.save(save);
    this.#ended = true;
    this.rules.close(save);
    await Promise.allSettled([outbox.add(), ...this.#documents]);
    const arrived = await this.deliver();
    sender.stop();
    return arrived;
  }

  /** A statement that is made now, of a fact of `at`. */
  tell(statement: Statement, weight: Weight): Promise<boolean> {
    const { outbox, speech } = this.conversation;
    const waiting: Waiting = { id: statement.id, session: speech.session, weight, text: JSON.stringify(statement) };
    return outbox.add(waiting);
  }

  dated(at: Date = this.conversation.now()): Dated {
    return { id: newUuid(), at };
  }

  /** What the save tells becomes statements, which the device holds before any of them leaves. */
  async #note(save: Save): Promise<void> {
    if (!this.rules.mayTell()) return;
    const { outbox, speech } = this.conversation;
    for (const visit of save.visits) void this.tell(visited(speech, this.dated(visit.at), visit), 'trace');
    for (const answer of save.answers) this.#noteAnswer(answer);
    for (const module of save.progress.modules) this.#noteProgress(module);
    this.rules.outcomes(save);
    await outbox.add();
  }

  #noteAnswer(answer: Answer): void {
    if (this.#noted.has(answer) || answer.about === 'module-end') return;
    this.#noted.add(answer);
    const { speech } = this.conversation;
    const dated = this.#datedFact(answer);
    if (answer.about === 'question') void this.tell(answered(speech, dated, answer), 'answer');
    else this.#noteShare(answer, dated);
  }

  /** Told again, a fact is the same one, from the same moment. */
  #datedFact(answer: Answer): Dated {
    const { outbox } = this.conversation;
    const { identifier, interaction, result, about } = answer;
    const key = attemptKey(identifier, `${about} ${result}`, xapiResponse(interaction));
    const known = answer.again && outbox.told[key];
    const dated = known ? { id: known.id, at: new Date(known.at) } : this.dated(answer.at);
    outbox.remember(key, { id: dated.id, at: dated.at.toISOString() });
    return dated;
  }

  /** The version shown before is voided where a page may; elsewhere the next one says what stands. */
  #noteShare(answer: Answer, dated: Dated): void {
    const { speech } = this.conversation;
    const { identifier } = answer;
    const before = (this.#shares[identifier] ?? []).filter((id) => id !== dated.id);
    if (this.rules.voids)
      for (const id of before) void this.tell(voided(speech, this.dated(answer.at), answer, id), 'answer');
    const tells = answer.about === 'shared' || (!this.rules.voids && before.length > 0);
    if (tells) void this.tell(shared(speech, dated, answer), 'answer');
    this.#shares = { ...this.#shares, [identifier]: tells ? [dated.id] : [] };
  }

  #noteProgress(module: ModuleReached): void {
    const { id, percent, best = 0 } = module;
    const { speech } = this.conversation;
    if (percent < 100 && percent > (this.#progress[id] ?? 0) && this.rules.tellsProgress(module)) {
      this.#progress = { ...this.#progress, [id]: percent };
      void this.tell(progressed(speech, this.dated(), module), 'trace');
    }
    const before = this.#bests.get(id);
    this.#bests.set(id, best);
    if (before !== undefined && best > before) void this.tell(scored(speech, this.dated(), module), 'answer');
  }

  /**
   * Once in a registration, under an identifier that two devices would give alike; again, as the same fact, when it may
   * not have arrived. False when there was nothing to tell.
   */
  tellOnce(key: string, make: (dated: Dated) => Statement): boolean {
    const { once, speech } = this.conversation;
    const waiting = once.waiting.find((one) => one.key === key);
    if (once.has(key) && (!waiting || this.#toldNow.has(key))) return false;
    const dated = waiting ? { id: waiting.id, at: new Date(waiting.at) } : { ...this.dated(), id: onceId(speech, key) };
    once.add(key, { id: dated.id, at: dated.at.toISOString() });
    this.#toldNow.add(key);
    this.#followed.add(dated.id);
    void this.tell(make(dated), 'outcome');
    return true;
  }

  #kept({ suspendData, progress: { status, score, modules } }: Save): Kept {
    return {
      v: 1,
      data: suspendData,
      status,
      ...(score !== undefined && { score }),
      told: this.conversation.outbox.told,
      shares: this.#shares,
      progress: this.#progress,
      tries: Object.fromEntries(modules.map(({ id, tries }) => [id, tries])),
    };
  }

  async #keep(save: Save): Promise<'kept' | Partial<SaveResult>> {
    const { state } = this.conversation;
    try {
      const written = await this.#onItsWay(state.write(this.#kept(save)));
      return written.kept ? 'kept' : { elsewhere: this.#meet() };
    } catch (error) {
      if (!(error instanceof LrsError)) throw error;
      const { status } = error;
      // no answer, or a server that cannot: it will be tried again
      if (status === 0 || status >= 500 || status === 429) return { unreached: true };
      return { refused: [{ element: 'state', value: '', code: status }] };
    }
  }

  /** What another page told becomes ours too; the learner's own state is put together by whoever knows how. */
  #meet(): string {
    const { state, outbox } = this.conversation;
    const { data, told, shares, progress } = state.stored;
    for (const [key, one] of Object.entries(told)) if (!(key in outbox.told)) outbox.remember(key, one);
    this.#shares = { ...shares, ...this.#shares };
    this.#progress = { ...this.#progress, ...progress };
    return data;
  }

  /**
   * What leaves with the page, in this very turn. The end of a session waits for every document on its way: whatever
   * reaches a store after it is refused.
   */
  #part(save: Save, ending = false): Promise<boolean | undefined> {
    const { outbox, sender, state, once, silent } = this.conversation;
    outbox.last();
    let room = MOST_BYTES;
    let held: Promise<boolean | undefined> = Promise.resolve(undefined);
    if ((save.unkept || save.answers.length > 0) && !silent) {
      held = Promise.resolve(false);
      const kept = this.#kept(save);
      const size = bytes(JSON.stringify(kept));
      if (size <= MOST_BYTES - ROOM_TO_END) {
        room -= size;
        held = this.#onItsWay(state.part(kept));
      }
    }
    const { unkept } = once;
    if (unkept !== undefined && !silent) {
      room -= bytes(unkept);
      void this.#onItsWay(once.document.part(unkept));
    }
    const parted = sender.part(room);
    if (ending)
      void Promise.allSettled([parted, sender.idle(), ...this.#documents])
        .then(() => sender.part(MOST_BYTES))
        .then(() => sender.stop());
    return held;
  }

  #onItsWay<T>(document: Promise<T>): Promise<T> {
    this.#documents.add(document);
    const gone = () => void this.#documents.delete(document);
    document.then(gone, gone);
    return document;
  }
}

/** The identifier of what is told once in a registration: the same from every device. */
export const onceId = ({ registration, module }: Speech, key: string): string =>
  statementId(registration, key, module.iri);
