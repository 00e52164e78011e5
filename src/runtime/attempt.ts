import { type Block, bilanId, type CourseOutline, type ModuleContent, type ModuleOutline } from '../model/course.ts';
import type { Grade } from '../model/interaction.ts';
import type { Device } from '../storage/device.ts';
import type { Answer, Launch, ObjectiveProgress, Progress, Save, SaveResult, Tracker } from '../trackers/tracker.ts';
import type { ActiveTime } from './active-time.ts';
import type { ActivityTypes } from './activity-type.ts';
import { merge } from './merge.ts';
import { type CourseProgress, moduleProgress, progressOf } from './progress.ts';
import {
  apply,
  type Certainty,
  emptyRecord,
  type LearnerRecord,
  moduleOf,
  type RecordEvent,
  type Slot,
} from './record.ts';
import { decodeResume, encodeResume, wellFormed } from './resume.ts';
import type { SavingState, Troubles } from './saving.ts';

/** After the last answer or step; what follows within it shares the commit. Milliseconds. */
const AFTER_ANSWER = 2_000;
/** Between two commits while writing. */
const WHILE_WRITING = 10_000;
/** From a key to the copy on the device. */
const TO_DEVICE = 400;
/** Before trying again what the platform refused. */
const RETRY = 30_000;
/** CMIString4096: what a platform that refuses more must accept (SCORM 1.2 RTE 3.4.4). */
const SUSPEND_DATA_MINIMUM = 4096;

export interface AttemptOptions {
  course: CourseOutline;
  tracker: Tracker;
  /** False when the package's own platform did not answer. */
  lmsFound: boolean;
  device: Device;
  /** Where the device keeps this learner's copy, once the platform has said who the learner is. */
  deviceKey(learner: string): string;
  types: ActivityTypes;
  time: ActiveTime;
  now(): Date;
  online(): boolean;
}

/** One learner on one course: the only writer of the record, and the only one to speak to the tracker. */
export class Attempt extends EventTarget {
  #record: LearnerRecord = emptyRecord;
  /** What the platform held at launch: all that review mode may send back, texts aside. */
  #atLaunch: LearnerRecord = emptyRecord;
  #launch: Launch | undefined;
  #content = new Map<number, ModuleContent>();
  #answers = new Map<number, Answer>();
  #objectives = new Map<number, ObjectiveProgress>();
  #key = '';
  #committed = '';
  #lastCommit = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Number.POSITIVE_INFINITY;
  #deviceTimer: ReturnType<typeof setTimeout> | undefined;
  #deviceHolds = true;
  #saving: SavingState = { kind: 'idle' };
  #troubles: Troubles = {};
  #left = false;
  #countedSeconds = 0;
  #busy: Promise<void> = Promise.resolve();

  private constructor(readonly options: AttemptOptions) {
    super();
  }

  /** Opens the attempt: what the platform and the device hold, put together. Rejects when the tracker does. */
  static async open(options: AttemptOptions): Promise<Attempt> {
    const attempt = new Attempt(options);
    await attempt.#open();
    return attempt;
  }

  async #open(): Promise<void> {
    const launch = await this.options.tracker.launch();
    this.#launch = launch;
    this.#key = this.options.deviceKey(launch.learner.id);
    const stored = decodeResume(launch.suspendData);
    this.#atLaunch = stored.record;
    const copies = launch.mode === 'browse' ? [] : await this.options.device.get(this.#key);
    const copy = copies.map((data) => decodeResume(data).record).reduce((a, b) => merge(a, b).record, emptyRecord);
    const merged = merge(stored.record, copy);
    this.#record = merged.record;
    this.#committed = launch.suspendData;
    this.#lastCommit = this.#now();
    this.#troubles = {
      ...(!this.options.lmsFound && { noLms: true }),
      ...(this.options.device.kind === 'none' && launch.mode !== 'browse' && { noDevice: true }),
      ...((stored.state === 'damaged' || stored.state === 'newer') && { unreadable: true }),
      ...(this.#sendsToLms && merged.recovered.length > 0 && { recovered: merged.recovered }),
    };
    this.#deviceHolds = copies.length > 0;
    if (this.#sendsToLms && this.mode === 'normal' && merged.ahead) {
      for (const index of merged.resend) this.#resend.add(index);
      this.#record = { ...this.#record, counter: this.#record.counter + 1 };
      this.#schedule(AFTER_ANSWER);
    }
  }

  /** Interactions to send once the blocks of their module are known. */
  #resend = new Set<number>();

  get record(): LearnerRecord {
    return this.#record;
  }
  get mode(): Launch['mode'] {
    return this.#launch?.mode ?? 'normal';
  }
  get learner(): Launch['learner'] {
    return this.#launch?.learner ?? { id: '', name: '' };
  }
  get saving(): SavingState {
    return this.#saving;
  }
  get troubles(): Troubles {
    return this.#troubles;
  }
  get progress(): CourseProgress {
    return progressOf(this.options.course, this.#record);
  }
  get #sendsToLms(): boolean {
    return this.options.tracker.visibility !== 'device';
  }

  /** The pages of a module, once loaded: needed to grade its answers. */
  load(content: ModuleContent): void {
    this.#content.set(content.module, content);
    this.#queueResend();
  }

  /** To be called when block types become known: what waits to be sent again may now be told. */
  #queueResend(): void {
    for (const index of [...this.#resend]) {
      const slot = this.#record.slots[index]!;
      const answer = slot.block === 0 ? this.#bilanAnswer(slot.module, index) : this.#answerOf(slot, index);
      if (!answer) continue;
      this.#resend.delete(index);
      this.#answers.set(index, answer);
    }
  }

  // ---- what the learner does

  visit(module: number, page: number): void {
    this.#queueResend();
    this.#change({ type: 'visited', module, page }, 'step');
    this.#finishIfComplete(module);
  }

  /** The learner is at this block: where a relaunch comes back to. */
  reach(module: number, page: number, block: number): void {
    this.#change({ type: 'reached', module, page, block }, 'place');
  }

  /** Records, grades and reports an answer; the grade comes back for the element to show. */
  answer(
    module: number,
    number: number,
    response: unknown,
    certainty: Certainty = 0,
    latency?: number,
  ): Grade | undefined {
    const block = this.block(module, number);
    const type = this.#typeOf(block);
    const grade = type.grade?.(block, response);
    const code = type.encode(response);
    this.#apply({ type: 'answered', module, block: number, code, certainty, correct: grade?.correct ?? false });
    this.#openObjectives(module);
    const tries = moduleOf(this.#record, module).answers[number]?.attempts ?? 1;
    const index = this.#slotFor({ module, block: number }, tries > 1);
    const answer = this.#answerOf({ module, block: number }, index, latency);
    if (answer) this.#answers.set(index, answer);
    if (block.quiz !== undefined) this.#finishQuizIfAnswered(module, block.quiz);
    this.#measureObjectives(module);
    this.#finishIfComplete(module);
    this.#changed('answer');
    return grade;
  }

  /** « Passer »: counts as seen, worth nothing. */
  pass(module: number, number: number): void {
    const block = this.block(module, number);
    this.#apply({ type: 'passed', module, block: number });
    if (block.quiz !== undefined) this.#finishQuizIfAnswered(module, block.quiz);
    this.#finishIfComplete(module);
    this.#changed('answer');
  }

  /** One part of a text, whole, as it now stands. */
  write(module: number, block: number, part: number, text: string): void {
    const at = Math.floor(this.#now() / 1000);
    this.#change({ type: 'wrote', module, block, part, text: wellFormed(text), at }, 'text');
    this.#finishIfComplete(module);
  }

  /** A new try: the answers of its questions are cleared, the results kept. */
  restartQuiz(module: number, quiz: number): void {
    this.#change(
      { type: 'quiz-restarted', module, blocks: this.#questionsOf(module, quiz).map(({ number }) => number) },
      'answer',
    );
  }

  block(module: number, number: number): Block {
    const block = this.#blocks(module).find((one) => one.number === number);
    if (!block) throw new Error(`No block ${number} in module ${module}: was its content loaded?`);
    return block;
  }

  /** The last answer given to a block, decoded; undefined when there is none, or when it was cleared. */
  responseTo(module: number, block: Block): unknown {
    const code = moduleOf(this.#record, module).answers[block.number]?.code;
    return code && this.#typeOf(block).decode(code, block);
  }

  // ---- leaving

  /** Saves what is pending, now; used by « Réessayer » and when the network is back. */
  async retry(): Promise<void> {
    if (this.#sendsToLms && this.mode === 'normal')
      this.#record = { ...this.#record, counter: this.#record.counter + 1 };
    await this.#flush(true);
  }

  /** The page is hidden: one synchronous turn, since it may never be shown again. */
  hide(): void {
    this.#lastWord();
    if (this.#left || !this.#pending()) return;
    this.#settle(this.#saved((bundle) => this.options.tracker.hide(bundle)));
  }

  /** The page goes away for good: one synchronous turn. Twice is harmless. */
  leave(): void {
    this.#lastWord();
    if (this.#left) return;
    this.#left = true;
    clearTimeout(this.#timer);
    this.#countTime();
    this.#settle(this.#saved((bundle) => this.options.tracker.leave(bundle)));
  }

  /** What the device does not hold yet: at once, and again in the ordinary way for a page that stays. */
  #lastWord(): void {
    if (this.mode === 'browse' || this.#deviceTimer === undefined) return;
    this.options.device.last(this.#key, encodeResume(this.#forLms()).data);
    this.#toDevice();
  }

  // ---- the record

  #apply(event: RecordEvent): boolean {
    const next = apply(this.#record, event);
    const changed = next !== this.#record;
    this.#record = next;
    return changed;
  }

  #change(event: RecordEvent, what: What): void {
    if (this.#apply(event)) this.#changed(what);
  }

  #changed(what: What): void {
    if (this.mode === 'browse') {
      this.dispatchEvent(new Event('change'));
      return;
    }
    if (what === 'text' || what === 'answer') this.#say({ kind: 'editing' });
    this.#deviceTimer ??= setTimeout(() => this.#toDevice(), what === 'text' ? TO_DEVICE : 0);
    if (this.mode === 'normal' || what === 'text') {
      this.#schedule(
        what === 'answer' || what === 'step'
          ? AFTER_ANSWER
          : Math.max(AFTER_ANSWER, this.#lastCommit + WHILE_WRITING - this.#now()),
      );
    }
    this.dispatchEvent(new Event('change'));
  }

  #finishIfComplete(number: number): void {
    const outline = this.#module(number);
    const module = moduleOf(this.#record, number);
    if (this.mode !== 'normal' || !moduleProgress(outline, module).complete) return;
    const first = this.#apply({ type: 'module-finished', module: number, on: localDay(this.options.now()) });
    const index = this.#slotFor({ module: number, block: 0 }, false);
    const answer = this.#bilanAnswer(number, index);
    if (first && answer) {
      this.#answers.set(index, answer);
      this.#changed('answer');
    }
  }

  #finishQuizIfAnswered(module: number, quiz: number): void {
    const { answers, quizzes } = moduleOf(this.#record, module);
    const questions = this.#questionsOf(module, quiz);
    if (questions.some(({ number }) => !answers[number]?.code && !answers[number]?.passed)) return;
    const scores = questions.map((block) => {
      const code = answers[block.number]?.code;
      const type = this.#typeOf(block);
      return code ? (type.grade?.(block, type.decode(code, block)).score ?? 1) : 0;
    });
    const score = Math.round((scores.reduce((sum, one) => sum + one, 0) / Math.max(1, scores.length)) * 100);
    this.#apply({ type: 'quiz-finished', module, quiz, score });
    const best = moduleOf(this.#record, module).quizzes[quiz]?.best;
    if (best !== quizzes[quiz]?.best && moduleOf(this.#record, module).finishedOn) {
      const index = this.#slotFor({ module, block: 0 }, false);
      const answer = this.#bilanAnswer(module, index);
      if (answer) this.#answers.set(index, answer);
    }
  }

  // ---- what the platform is told

  #slotFor(slot: Slot, again: boolean): number {
    const { slots } = this.#record;
    const mine = slots.flatMap(({ module, block }, index) =>
      module === slot.module && block === slot.block ? [index] : [],
    );
    const index = again ? mine[1] : mine[0];
    if (index !== undefined) return index;
    this.#apply({ type: 'slot-taken', slot });
    return this.#record.slots.length - 1;
  }

  #answerOf({ module, block: number }: Slot, index: number, latency?: number): Answer | undefined {
    const block = this.#blocks(module).find((one) => one.number === number);
    const type = block && this.options.types.get(block.type);
    const answer = moduleOf(this.#record, module).answers[number];
    const isFirst = !this.#record.slots.slice(0, index).some((slot) => slot.module === module && slot.block === number);
    const told = (isFirst && answer?.first) || answer;
    if (!block || !type || !told?.code) return undefined;
    const response = type.decode(told.code, block);
    return {
      index,
      identifier: block.scormId,
      interaction: type.interaction(block, response),
      result: type.grade ? (told.correct ? 'correct' : 'wrong') : 'neutral',
      objectives: block.competencies,
      ...(latency !== undefined && { latency }),
      at: this.options.now(),
    };
  }

  #bilanAnswer(number: number, index: number): Answer | undefined {
    const module = moduleOf(this.#record, number);
    if (!module.finishedOn) return undefined;
    const { best } = moduleProgress(this.#module(number), module);
    return {
      index,
      identifier: bilanId(this.#module(number)),
      interaction: {
        type: 'fill-in',
        response: best === undefined ? module.finishedOn : `${module.finishedOn} ${best} %`,
      },
      result: 'neutral',
      objectives: [],
      at: this.options.now(),
    };
  }

  #openObjectives(module: number): void {
    this.#apply({ type: 'objectives-opened', competencies: this.#module(module).competencies });
  }

  /** A competency's score: the mean of the answers to the questions of this module that exercise it, unanswered = 0. */
  #measureObjectives(number: number): void {
    const { answers } = moduleOf(this.#record, number);
    for (const competency of this.options.course.competencies) {
      const index = this.#record.objectives.indexOf(competency.number);
      const questions = this.#blocks(number).filter(
        (block) => block.competencies.includes(competency.id) && this.options.types.get(block.type)?.grade,
      );
      if (index < 0 || questions.length === 0) continue;
      const scores = questions.map((block) => {
        const code = answers[block.number]?.code;
        const type = this.#typeOf(block);
        return code ? (type.grade?.(block, type.decode(code, block)).score ?? 0) : 0;
      });
      const done = questions.every(
        (block) => (answers[block.number]?.attempts ?? 0) > 0 || answers[block.number]?.passed,
      );
      const score = Math.round((scores.reduce((sum, one) => sum + one, 0) / questions.length) * 100);
      const status = !done ? 'incomplete' : score >= this.#module(number).masteryScore * 100 ? 'passed' : 'completed';
      this.#objectives.set(index, { index, id: competency.id, status, score });
    }
  }

  #bundle(): Save {
    const { status, score } = this.progress;
    if (this.mode === 'normal') this.#apply({ type: 'told', score, status });
    const { location } = this.#record;
    const address = location && [
      this.#module(location.module).id,
      this.#module(location.module).pages.find(({ number }) => number === location.page)?.id,
      location.block,
    ];
    const progress: Progress = {
      status: this.#record.status,
      ...(this.#record.score !== undefined && { score: this.#record.score }),
      objectives: [...this.#objectives.values()],
      location: address?.filter((part) => part !== undefined).join('/') ?? '',
      sessionSeconds: this.options.time.seconds,
    };
    return {
      answers: [...this.#answers.values()].sort((a, b) => a.index - b.index),
      progress,
      suspendData: this.#encoded(),
    };
  }

  #encoded(): string {
    const { data, leftOut } = encodeResume(this.#forLms(), this.#record.limit);
    const { leftOut: _, ...others } = this.#troubles;
    this.#troubles = leftOut.length > 0 ? { ...others, leftOut } : others;
    return data;
  }

  /** In review the platform gets its own record back with the texts of today, and nothing else. */
  #forLms(): LearnerRecord {
    if (this.mode !== 'review') return this.#record;
    const modules = { ...this.#atLaunch.modules };
    for (const [number, { texts }] of Object.entries(this.#record.modules)) {
      modules[Number(number)] = { ...moduleOf(this.#atLaunch, Number(number)), texts };
    }
    return { ...this.#atLaunch, modules, counter: this.#record.counter, limit: this.#record.limit };
  }

  // ---- when it is told

  #schedule(delay: number): void {
    const due = this.#now() + Math.max(0, delay);
    if (this.#left || !this.#sendsToLms || (this.#timer !== undefined && this.#due <= due && delay !== AFTER_ANSWER))
      return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => void this.#flush(), Math.max(0, delay));
  }

  #pending(): boolean {
    return (
      this.#sendsToLms && this.mode !== 'browse' && (this.#answers.size > 0 || this.#encoded() !== this.#committed)
    );
  }

  /** One at a time: a slow platform never gets two saves at once. */
  #flush(force = false): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#busy = this.#busy.then(async () => {
      if (this.#left || !(force || this.#pending())) return;
      this.#say({ kind: 'saving' });
      this.#countTime();
      const bundle = this.#bundle();
      let result = await this.options.tracker.save(bundle);
      if (this.#learnLimit(result))
        result = await this.options.tracker.save({ ...bundle, suspendData: this.#encoded() });
      this.#settle({ bundle, result });
    });
    return this.#busy;
  }

  #saved(write: (bundle: Save) => SaveResult): { bundle: Save; result: SaveResult } {
    this.#countTime();
    let bundle = this.#bundle();
    let result = write(bundle);
    if (this.#learnLimit(result)) {
      bundle = { ...bundle, suspendData: this.#encoded() };
      result = write(bundle);
    }
    return { bundle, result };
  }

  /** A limit is learnt from a refusal, never assumed; true when the save must be made again, shorter. */
  #learnLimit({ refused }: SaveResult): boolean {
    const tooLong = refused.find(
      ({ element, value, code }) =>
        element === 'cmi.suspend_data' && code === 405 && value.length > SUSPEND_DATA_MINIMUM,
    );
    return tooLong !== undefined && this.#apply({ type: 'limit-learnt', limit: SUSPEND_DATA_MINIMUM });
  }

  #settle({ bundle, result }: { bundle: Save; result: SaveResult }): void {
    if (!this.#sendsToLms) return;
    const online = this.options.online();
    const refusedText = result.refused.some(({ element }) => element === 'cmi.suspend_data');
    const confirmed = result.committed && online && !refusedText;
    const { offline: _, refused: __, ...others } = this.#troubles;
    this.#troubles = { ...others, ...(!online && { offline: true }), ...(online && !confirmed && { refused: true }) };
    this.#lastCommit = this.#now();
    if (result.refused.length > 0) console.warn('The LMS refused', result.refused);
    if (confirmed) {
      this.#committed = bundle.suspendData;
      for (const answer of bundle.answers)
        if (this.#answers.get(answer.index) === answer) this.#answers.delete(answer.index);
      this.#say(this.#troubles.leftOut ? this.#deviceState() : { kind: 'saved', at: this.options.now() });
    } else {
      this.#say(this.#deviceState());
      this.#schedule(RETRY);
    }
  }

  #deviceState(): SavingState {
    return this.#deviceHolds ? { kind: 'device', at: this.options.now() } : { kind: 'unsaved' };
  }

  /** The copy on this device: everything, whatever the platform's limit. */
  #toDevice(): void {
    clearTimeout(this.#deviceTimer);
    this.#deviceTimer = undefined;
    if (this.mode === 'browse') return;
    void this.options.device.set(this.#key, encodeResume(this.#forLms()).data).then((held) => {
      this.#deviceHolds = held;
      const { noDevice: _, ...others } = this.#troubles;
      this.#troubles = held ? others : { ...others, noDevice: true };
      if (!this.#sendsToLms || (this.#saving.kind === 'unsaved' && held)) this.#say(this.#deviceState());
      else if (!held) this.dispatchEvent(new Event('saving'));
    });
  }

  #countTime(): void {
    const seconds = this.options.time.seconds;
    const spent = seconds - this.#countedSeconds;
    const module = this.#record.location?.module;
    if (module === undefined || spent <= 0) return;
    this.#countedSeconds = seconds;
    this.#apply({ type: 'time-spent', module, seconds: spent });
  }

  #say(saving: SavingState): void {
    this.#saving = saving;
    this.dispatchEvent(new Event('saving'));
  }

  #now = (): number => this.options.now().getTime();

  #module(number: number): ModuleOutline {
    const module = this.options.course.modules.find((one) => one.number === number);
    if (!module) throw new Error(`No module ${number} in course "${this.options.course.slug}"`);
    return module;
  }

  #blocks(module: number): readonly Block[] {
    return Object.values(this.#content.get(module)?.pages ?? {}).flatMap(({ blocks }) => blocks);
  }

  #questionsOf(module: number, quiz: number): readonly Block[] {
    return this.#blocks(module).filter((block) => block.quiz === quiz);
  }

  #typeOf(block: Block) {
    const type = this.options.types.get(block.type);
    if (!type) throw new Error(`No block type "${block.type}": is it listed in blocks/runtime.ts, and loaded?`);
    return type;
  }
}

type What = 'answer' | 'step' | 'text' | 'place';

/** The learner's own day, `2026-11-22`. */
function localDay(date: Date): string {
  return [
    date.getFullYear(),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');
}
