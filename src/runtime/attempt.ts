import type { Block, CourseOutline, ModuleContent, ModuleOutline } from '../model/course.ts';
import { localDay } from '../model/day.ts';
import type { Grade } from '../model/interaction.ts';
import { wellFormed } from '../model/well-formed.ts';
import type { Device } from '../storage/device.ts';
import { type Copy, Mirror, type Seal } from '../storage/mirror.ts';
import type { Launch, Progress, Tracker } from '../trackers/tracker.ts';
import type { ActiveTime } from './active-time.ts';
import type { ActivityType, ActivityTypes } from './activity-type.ts';
import { drawQuestions } from './draw.ts';
import type { Merged } from './merge.ts';
import { type CourseProgress, moduleProgress, modulesReached, progressOf } from './progress.ts';
import type { Reading } from './reading.ts';
import {
  apply,
  type Certainty,
  currentCode,
  emptyRecord,
  type LearnerRecord,
  moduleOf,
  type RecordEvent,
  type TextRecord,
} from './record.ts';
import { Reports } from './reports.ts';
import type { Decoded } from './resume-decode.ts';
import { AFTER_ANSWER, Saver } from './saver.ts';
import { type SavingState, type Troubles, without } from './saving.ts';
import type { KnownVersions, TextPlace } from './text-place.ts';

export interface AttemptOptions {
  course: CourseOutline;
  tracker: Tracker;
  /** False when the package's own platform did not answer. */
  lmsFound: boolean;
  /** True when another tab of this browser has the course open: this one only reads. */
  readOnly?: boolean;
  device: Device;
  /** Where the device keeps this learner's copy, once the platform has said who the learner is. */
  deviceKey(learner: string): string;
  /** Seals the device's copy; called only once the platform has given its key back. */
  loadSeal(key: string): Promise<Seal>;
  /** What reads a state, and shortens it; called at launch when there is one. */
  loadReading(): Promise<Reading>;
  /** A new key for the seal: 16 bytes, base64url. */
  makeKey(): string;
  types: ActivityTypes;
  time: ActiveTime;
  now(): Date;
  online(): boolean;
  reachable?(): Promise<boolean>;
  /** 0 to 1, excluded: what a quiz draws by. */
  random?(): number;
}

/** Nothing is held anywhere yet. */
const emptyState: Decoded = { record: emptyRecord, state: 'empty' };
const nothingMerged: Merged = { record: emptyRecord, recovered: [], conflicts: [], resend: [], ahead: false };

/** One learner on one course: the only writer of the record, and the only one to speak to the tracker. */
export class Attempt extends EventTarget {
  #record: LearnerRecord = emptyRecord;
  /** What the platform held at launch: all that review mode may send back, texts aside. */
  #atLaunch: LearnerRecord = emptyRecord;
  /** The same, put together with what this device had kept and the platform may have missed. */
  #opened: LearnerRecord = emptyRecord;
  #launch: Launch | undefined;
  #countedSeconds = 0;
  readonly #reports: Reports;
  #saver!: Saver;

  private constructor(readonly options: AttemptOptions) {
    super();
    const access = { get: () => this.#record, apply: (event: RecordEvent) => void this.#apply(event) };
    this.#reports = new Reports(options.course, options.types, access, options.now);
  }

  /** Opens the attempt: what the platform and the device hold, put together. Rejects when the tracker does. */
  static async open(options: AttemptOptions): Promise<Attempt> {
    const attempt = new Attempt(options);
    await attempt.#open();
    return attempt;
  }

  async #open(): Promise<void> {
    const { options } = this;
    const launch = await options.tracker.launch({ readOnly: options.readOnly ?? false });
    this.#launch = launch;
    const mirror = new Mirror(options.device, options.deviceKey(launch.learner.id));
    this.#saver = this.#newSaver(mirror);
    const stored = await this.#read(launch.suspendData);
    this.#atLaunch = stored.record;
    const seal = stored.record.key ? await options.loadSeal(stored.record.key) : undefined;
    const { copies, locked } = launch.mode === 'browse' ? { copies: [], locked: 0 } : await mirror.read(seal);
    const known: KnownVersions = Object.assign({}, ...copies.map((copy) => copy.known));
    const merged = await this.#together(stored.record, copies, known);
    this.#record = this.#opened = merged.record;
    this.#saver.seal = seal;
    this.#saver.silent = launch.mode === 'browse' || options.readOnly === true;
    this.#saver.textsOnly = launch.mode === 'review';
    const sends = options.tracker.visibility !== 'device';
    this.#saver.start({
      suspendData: launch.suspendData,
      known,
      onDevice: copies.length > 0,
      troubles: {
        ...(!options.lmsFound && { noLms: true }),
        ...(options.readOnly && { otherTab: true }),
        ...(options.device.kind === 'none' && !this.#saver.silent && { noDevice: true }),
        ...((stored.state === 'damaged' || stored.state === 'newer') && { unreadable: true }),
        ...(locked > 0 && { locked: true }),
        ...(sends && merged.recovered.length > 0 && { recovered: merged.recovered }),
        ...(merged.conflicts.length > 0 && { conflicts: merged.conflicts }),
      },
    });
    this.#saver.know(stored.record);
    this.#saver.measure();
    if (this.#saver.silent) return;
    if (sends && copies.length > 0 && locked === 0 && !merged.ahead) await mirror.purge();
    if (this.mode !== 'normal') return;
    if (!this.#record.key) this.#record = apply(this.#record, { type: 'key-made', key: options.makeKey() });
    this.#reports.tellAgain(merged.resend, launch.interactions);
    const behind =
      launch.status !== '' && this.#record.status !== 'incomplete' && launch.status !== this.#record.status;
    if (sends && (merged.ahead || behind || (this.#record.score ?? 0) > (launch.score ?? 0))) {
      this.#record = { ...this.#record, counter: this.#record.counter + 1 };
      this.#saver.schedule(AFTER_ANSWER);
    }
  }

  /** Rejects when what reads it cannot be loaded: a record half read would be written over the whole one. */
  async #read(data: string): Promise<Decoded> {
    return data === '' ? emptyState : (await this.options.loadReading()).decode(data);
  }

  /** The platform's record and the copies of this device; nothing is loaded for a learner who begins. */
  async #together(stored: LearnerRecord, copies: readonly Copy[], known: KnownVersions): Promise<Merged> {
    if (stored === emptyRecord && copies.length === 0) return nothingMerged;
    const { merge } = await this.options.loadReading();
    const held = await Promise.all(copies.map(({ data }) => this.#read(data)));
    const device = held.map(({ record }) => record).reduce((a, b) => merge(a, b).record, emptyRecord);
    return merge(stored, device, copies.length > 0 ? known : undefined);
  }

  #newSaver(mirror: Mirror): Saver {
    const { tracker, now, online, reachable, loadReading } = this.options;
    const source = {
      recordForLms: () => this.#kept(this.#atLaunch),
      recordForDevice: () => this.#kept(this.#opened),
      learnLimit: (limit: number) => this.#apply({ type: 'limit-learnt', limit }),
      touch: () => {
        this.#record = { ...this.#record, counter: this.#record.counter + 1 };
      },
      pending: () => this.#reports.pending,
      progress: () => this.#progressTold(),
      settled: (...told: Parameters<Reports['settle']>) => this.#reports.settle(...told),
      visits: () => this.#reports.takeVisits(),
      adopt: (suspendData: string) => this.#adopt(suspendData),
    };
    const onChange = () => this.dispatchEvent(new Event('saving'));
    return new Saver(source, {
      tracker,
      mirror,
      now,
      online,
      deflate: async () => (await loadReading()).deflate,
      ...(reachable && { reachable }),
      onChange,
    });
  }

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
    return this.#saver.state;
  }
  get troubles(): Troubles {
    return this.#saver.troubles;
  }
  /** Whether the copy on this device is unreadable without the platform. */
  get sealed(): boolean {
    return this.#saver.seal !== undefined;
  }
  get progress(): CourseProgress {
    return progressOf(this.options.course, this.#record);
  }
  /** Modules to load so that what the platform missed can be told again. */
  get modulesWaiting(): readonly number[] {
    return this.#reports.modulesWaiting;
  }

  /** The pages of a module, once loaded: needed to grade its answers. */
  load(content: ModuleContent): void {
    this.#reports.load(content);
    this.retell();
  }

  /** To be called when pages or kinds of blocks became known. */
  retell(): void {
    if (this.#reports.queueWaiting()) this.#saver.schedule(AFTER_ANSWER);
  }

  // ---- what the learner does

  visit(module: number, page: number): void {
    this.#drawFirst(module, page);
    this.#reports.visited(module, page);
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
    if (type.complete?.(block, response) === false) {
      this.#change({ type: 'answer-kept', module, block: number, code: type.encode(response) }, 'answer');
      return undefined;
    }
    const grade = type.grade?.(block, response);
    this.#apply({
      type: 'answered',
      module,
      block: number,
      code: type.encode(response),
      certainty,
      correct: grade?.correct ?? false,
    });
    const tries = moduleOf(this.#record, module).answers[number]?.attempts ?? 1;
    this.#reports.answered(module, number, tries > 1, latency);
    if (block.quiz !== undefined) this.#finishQuizIfAnswered(module, block.quiz);
    this.#finishIfComplete(module);
    this.#changed('answer', block.scormId);
    return grade;
  }

  /** « Passer »: counts as seen, worth nothing. */
  pass(module: number, number: number): void {
    const block = this.block(module, number);
    this.#apply({ type: 'passed', module, block: number });
    if (block.quiz !== undefined) this.#finishQuizIfAnswered(module, block.quiz);
    this.#finishIfComplete(module);
    this.#changed('answer', block.scormId);
  }

  /** One part of a text, whole, as it now stands. */
  write(module: number, block: number, part: number, text: string): void {
    const at = this.#dateFor(module, block);
    if (this.#apply({ type: 'wrote', module, block, part, text: wellFormed(text), at }))
      this.#changed('text', `text ${module}/${block}`);
    this.#finishIfComplete(module);
  }

  /** The training team may read these parts of a text, as they now stand; without parts, no longer. */
  share(module: number, block: number, parts?: Readonly<Record<number, string>>, sum?: string): void {
    const at = this.#dateFor(module, block);
    this.#apply(parts ? { type: 'shared', module, block, at, parts, sum } : { type: 'unshared', module, block, at });
    if (this.mode === 'normal') this.#reports.shared(module, block);
    this.#changed('answer', `text ${module}/${block}`);
  }

  /** The learner's own code hides a text, or no longer does: `parts` is the whole of it as it is to be kept. */
  seal(module: number, block: number, parts: Readonly<Record<number, string>>): void {
    this.#change({ type: 'sealed', module, block, at: this.#dateFor(module, block), parts }, 'text');
  }

  /** Now, and later than any version of that text. */
  #dateFor(module: number, block: number): number {
    return Math.max(this.options.now().getTime(), (moduleOf(this.#record, module).texts[block]?.at ?? 0) + 1);
  }

  /** A new try: other questions are drawn, those failed first; their answers are cleared, the results kept. */
  restartQuiz(module: number, quiz: number): void {
    this.#draw(module, quiz);
    this.#change(
      { type: 'quiz-restarted', module, blocks: this.questionsAsked(module, quiz).map(({ number }) => number) },
      'answer',
    );
  }

  /** Questions of the present try of a quiz: those drawn, or all; none before the first draw. */
  questionsAsked(module: number, quiz: number): readonly Block[] {
    const all = this.#reports.blocks(module).filter((block) => block.quiz === quiz);
    const drawn = moduleOf(this.#record, module).quizzes[quiz]?.drawn;
    if (!drawn) return this.#reports.block(module, quiz)?.draw === undefined ? all : [];
    const asked = all.filter(({ number }) => drawn.includes(number));
    // a release took them all away
    return asked.length > 0 ? asked : all;
  }

  /** Before a quiz is shown for the first time. */
  #drawFirst(module: number, page: number): void {
    const { quizzes } = moduleOf(this.#record, module);
    for (const { number } of this.#reports.pageBlocks(module, page).filter(({ draw }) => draw !== undefined))
      if (!quizzes[number]?.drawn) this.#draw(module, number);
  }

  #draw(module: number, quiz: number): void {
    const { draw } = this.block(module, quiz);
    if (draw === undefined) return;
    const pool = this.#reports.blocks(module).flatMap((block) => (block.quiz === quiz ? [block.number] : []));
    const { answers } = moduleOf(this.#record, module);
    const blocks = drawQuestions(pool, draw, answers, this.options.random ?? Math.random);
    this.#change({ type: 'quiz-drawn', module, quiz, blocks }, 'step');
  }

  /** The version set aside last, while the learner has not chosen. */
  conflictOf({ module, block }: TextPlace): TextRecord | undefined {
    const open = this.troubles.conflicts?.some((one) => one.module === module && one.block === block);
    return open ? moduleOf(this.#record, module).others[block]?.[0] : undefined;
  }

  /** The learner chose between two versions; the other one stays retrievable. */
  settleConflict(place: TextPlace, keep: 'current' | 'other'): void {
    const { module, block } = place;
    const other = this.conflictOf(place);
    const conflicts = this.troubles.conflicts?.filter((one) => one.module !== module || one.block !== block) ?? [];
    this.#saver.troubles = { ...without(this.troubles, 'conflicts'), ...(conflicts.length > 0 && { conflicts }) };
    if (keep === 'other' && other) this.takeBack(place, other.at);
    this.dispatchEvent(new Event('change'));
  }

  /** A version set aside becomes the text again; what stood there takes its place aside. */
  takeBack({ module, block }: TextPlace, at: number): void {
    this.#change({ type: 'other-kept', module, block, at }, 'text');
  }

  /** The learner no longer wants a version that a conflict set aside. */
  eraseOther({ module, block }: TextPlace, at: number): void {
    this.#change({ type: 'other-erased', module, block, at }, 'text');
  }

  block(module: number, number: number): Block {
    const block = this.#reports.block(module, number);
    if (!block) throw new Error(`No block ${number} in module ${module}: was its content loaded?`);
    return block;
  }

  /** The last answer given to a block, decoded; undefined when there is none, or when it was cleared. */
  responseTo(module: number, block: Block): unknown {
    const code = currentCode(moduleOf(this.#record, module).answers[block.number]);
    return code && this.#typeOf(block).decode(code, block);
  }

  // ---- keeping and leaving

  /** Saves now; used by « Réessayer » and when the network is back. */
  retry(): Promise<void> {
    return this.#saver.flush(true);
  }

  /** The page is hidden: one synchronous turn, since it may never be shown again. */
  hide(): void {
    this.#countTime();
    this.#saver.hide();
  }

  /** The page goes away for good: one synchronous turn. Twice is harmless. */
  leave(): void {
    this.#countTime();
    this.#saver.leave();
  }

  /** The learner goes back to the platform that asked for it (`Launch.returns`): all is saved and ended first. */
  async exit(): Promise<void> {
    this.#countTime();
    await this.#saver.exit();
  }

  /** Whether the platform waits for the learner, and whether it asked for silence. */
  get returns(): boolean {
    return this.#launch?.returns === true;
  }
  get silence(): boolean {
    return this.#launch?.audio === 'off';
  }

  /** Another device saved while this page was open: both are put together, as at a launch. */
  async #adopt(suspendData: string): Promise<void> {
    const theirs = await this.#read(suspendData);
    const { merge } = await this.options.loadReading();
    const merged = merge(theirs.record, this.#record, this.#saver.known);
    this.#record = { ...merged.record, counter: merged.record.counter + 1 };
    this.#saver.know(theirs.record);
    this.#reports.startAgain(merged.resend);
    if (merged.conflicts.length > 0) this.#saver.troubles = { ...this.troubles, conflicts: merged.conflicts };
    this.dispatchEvent(new Event('change'));
  }

  /** Another tab answered late: this one stops writing. */
  yieldTo(): void {
    this.#saver.silent = true;
    this.#saver.troubles = { ...this.troubles, otherTab: true };
    this.dispatchEvent(new Event('saving'));
  }

  /** What this device keeps of the attempt is erased, at the learner's own request; the platform's copy stays. */
  async eraseDevice(): Promise<void> {
    await this.#saver.eraseDevice();
  }

  /** A copy the learner exported, put together with what is here: nothing is lost on either side. */
  async importRecord(record: LearnerRecord): Promise<Troubles['recovered']> {
    const { merge } = await this.options.loadReading();
    // no version of the file is taken for one this device knows: what differs is kept aside
    const merged = merge(this.#record, record, {});
    this.#record = { ...merged.record, counter: merged.record.counter + 1 };
    this.#reports.tellAgain(merged.resend, 0);
    if (merged.conflicts.length > 0) this.#saver.troubles = { ...this.troubles, conflicts: merged.conflicts };
    this.#changed(this.mode === 'review' ? 'text' : 'answer');
    return merged.recovered;
  }

  // ---- the record

  #apply(event: RecordEvent): boolean {
    const next = apply(this.#record, event);
    const changed = next !== this.#record;
    this.#record = next;
    return changed;
  }

  #change(event: RecordEvent, what: 'answer' | 'step' | 'text' | 'place'): void {
    if (this.#apply(event)) this.#changed(what);
  }

  #changed(what: 'answer' | 'step' | 'text' | 'place', piece = ''): void {
    this.#saver.changed(what, piece);
    this.dispatchEvent(new Event('change'));
  }

  #finishIfComplete(number: number): void {
    if (this.mode !== 'normal' || !moduleProgress(this.#module(number), moduleOf(this.#record, number)).complete)
      return;
    if (!this.#apply({ type: 'module-finished', module: number, on: localDay(this.options.now()) })) return;
    this.#reports.finished(number);
    this.#changed('answer');
  }

  #finishQuizIfAnswered(module: number, quiz: number): void {
    const { answers, quizzes } = moduleOf(this.#record, module);
    const questions = this.questionsAsked(module, quiz);
    if (
      questions.length === 0 ||
      questions.some(({ number }) => !currentCode(answers[number]) && !answers[number]?.passed)
    )
      return;
    const scores = questions.map((block) => {
      const code = answers[block.number]?.passed ? undefined : currentCode(answers[block.number]);
      const type = this.#typeOf(block);
      return code ? (type.grade?.(block, type.decode(code, block)).score ?? 1) : 0;
    });
    const score = Math.round((scores.reduce((sum, one) => sum + one, 0) / Math.max(1, scores.length)) * 100);
    this.#apply({ type: 'quiz-finished', module, quiz, score });
    const after = moduleOf(this.#record, module);
    if (after.finishedOn && after.quizzes[quiz]?.best !== quizzes[quiz]?.best) this.#reports.finished(module);
  }

  // ---- what the platform is told

  #progressTold(): Progress {
    this.#countTime();
    const { status, score } = this.progress;
    if (this.mode === 'normal') this.#apply({ type: 'told', score, status });
    const { location } = this.#record;
    const module = location && this.options.course.modules.find(({ number }) => number === location.module);
    const address = [module?.id, module?.pages.find(({ number }) => number === location?.page)?.id, location?.block];
    return {
      status: this.#record.status,
      ...(this.#record.score !== undefined && { score: this.#record.score }),
      objectives: this.#reports.objectives,
      modules: modulesReached(this.options.course, this.#record),
      location: address.filter((part) => part !== undefined).join('/'),
      sessionSeconds: this.options.time.seconds,
    };
  }

  /** In review the platform, and the device, get their own record back with the texts of today, and nothing else. */
  #kept(before: LearnerRecord): LearnerRecord {
    if (this.mode !== 'review') return this.#record;
    const modules = { ...before.modules };
    for (const [number, { texts, others }] of Object.entries(this.#record.modules)) {
      modules[Number(number)] = { ...moduleOf(before, Number(number)), texts, others };
    }
    return { ...before, modules, counter: this.#record.counter, limit: this.#record.limit };
  }

  #countTime(): void {
    const seconds = this.options.time.seconds;
    const spent = seconds - this.#countedSeconds;
    const module = this.#record.location?.module;
    if (module === undefined || spent <= 0) return;
    this.#countedSeconds = seconds;
    this.#apply({ type: 'time-spent', module, seconds: spent });
  }

  #module(number: number): ModuleOutline {
    const module = this.options.course.modules.find((one) => one.number === number);
    if (!module) throw new Error(`No module ${number} in course "${this.options.course.slug}"`);
    return module;
  }

  #typeOf(block: Block): ActivityType {
    const type = this.options.types.get(block.type);
    if (!type) throw new Error(`No block type "${block.type}": is it listed in blocks/runtime.ts, and loaded?`);
    return type;
  }
}
