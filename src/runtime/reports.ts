import { type Block, bilanId, type CourseOutline, type ModuleContent, type ModuleOutline } from '../model/course.ts';
import { entryMeta, isOwnPart } from '../model/entry.ts';
import type { Answer, ObjectiveProgress, Visit } from '../trackers/tracker.ts';
import type { ActivityTypes } from './activity-type.ts';
import { moduleProgress } from './progress.ts';
import { type LearnerRecord, moduleOf, type RecordEvent, type Slot } from './record.ts';

interface Labelled {
  number: number;
  label: string;
}

/** What stands in the report once the learner has taken a text back. */
const WITHDRAWN = 'Partage retiré par la personne.';

/** What the reports read and change: the record stays the attempt's own. */
export interface RecordAccess {
  get(): LearnerRecord;
  apply(event: RecordEvent): void;
}

/** What the platform is to be told of answers, module ends and competencies, and what it may not have heard. */
export class Reports {
  readonly #content = new Map<number, ModuleContent>();
  /** To be told at the next save, by index. */
  readonly #answers = new Map<number, Answer>();
  readonly #objectives = new Map<number, ObjectiveProgress>();
  #visits: Visit[] = [];
  /** May not be known to the platform: their save was not confirmed, in this launch or in another. */
  readonly #waiting = new Set<number>();
  /** Interactions the platform has, from index 0 on. */
  #held = 0;

  constructor(
    readonly course: CourseOutline,
    readonly types: ActivityTypes,
    readonly record: RecordAccess,
    readonly now: () => Date,
  ) {}

  load(content: ModuleContent): void {
    this.#content.set(content.module, content);
  }

  /** Indexes may not skip (SCORM 1.2 RTE 3.4.2): what stands after a gap waits until the gap can be told. */
  get pending(): readonly Answer[] {
    let next = this.#held;
    const ready: Answer[] = [];
    for (const answer of [...this.#answers.values()].sort((a, b) => a.index - b.index)) {
      if (answer.index > next) break;
      if (answer.index === next) next += 1;
      ready.push(answer);
    }
    return ready;
  }
  get objectives(): readonly ObjectiveProgress[] {
    return [...this.#objectives.values()];
  }
  /** Modules whose pages must be loaded before what waits can be told. */
  get modulesWaiting(): readonly number[] {
    const { slots } = this.record.get();
    return [...new Set([...this.#waiting].flatMap((index) => slots[index]?.module ?? []))].filter(
      (module) => !this.#content.has(module),
    );
  }

  /**
   * Interactions of an earlier launch that the platform may not hold. `held`: how many it says it has; when some are
   * missing nobody knows which, and all are told again.
   */
  tellAgain(indexes: readonly number[], held?: number): void {
    const known = this.record.get().slots.length;
    this.#held = Math.min(held ?? known, known);
    const missing = this.#held < known ? [...Array(known).keys()] : [];
    for (const index of [...indexes, ...missing]) this.#waiting.add(index);
    this.queueWaiting();
  }

  /** The record was put together with another one: places among the interactions changed. */
  startAgain(resend: readonly number[]): void {
    this.#answers.clear();
    this.#waiting.clear();
    this.tellAgain(resend);
  }

  /** A page was opened. */
  visited(module: number, page: number): void {
    const { id, pages } = this.#module(module);
    const opened = pages.find(({ number }) => number === page);
    if (opened) this.#visits.push({ address: `${id}/${opened.id}`, at: this.now() });
  }

  /** Pages opened since this was last called. */
  takeVisits(): readonly Visit[] {
    const visits = this.#visits;
    this.#visits = [];
    return visits;
  }

  /** To be called when pages or kinds of blocks become known; true when something new is to be told. */
  queueWaiting(): boolean {
    let queued = false;
    for (const index of this.#waiting) {
      const slot = this.record.get().slots[index];
      if (!slot || this.#answers.has(index)) continue;
      const answer = slot.block === 0 ? this.#bilan(slot.module, index) : this.#answer(slot, index);
      if (!answer) continue;
      this.#answers.set(index, { ...answer, again: true });
      queued = true;
    }
    return queued;
  }

  /** An answer was given: `again` when the block had one before. */
  answered(module: number, block: number, again: boolean, latency?: number): void {
    this.record.apply({ type: 'objectives-opened', competencies: this.#module(module).competencies });
    const index = this.#slot({ module, block }, again);
    const answer = this.#answer({ module, block }, index, latency);
    if (answer) this.#answers.set(index, answer);
    this.#measure(module);
  }

  /** A text was shown to the training team, or taken back: one interaction per text, for ever the same. */
  shared(module: number, block: number): void {
    const index = this.#slot({ module, block }, false);
    const answer = this.#shared({ module, block }, index);
    if (answer) this.#answers.set(index, answer);
  }

  /** A module ended, or its best result rose. */
  finished(module: number): void {
    const index = this.#slot({ module, block: 0 }, false);
    const answer = this.#bilan(module, index);
    if (answer) this.#answers.set(index, answer);
  }

  /** What was in a save that the platform confirmed, or not. */
  settle(told: readonly Answer[], confirmed: boolean): void {
    for (const answer of told) {
      if (!confirmed) this.#waiting.add(answer.index);
      else {
        this.#waiting.delete(answer.index);
        this.#held = Math.max(this.#held, answer.index + 1);
        if (this.#answers.get(answer.index) === answer) this.#answers.delete(answer.index);
      }
    }
    this.record.apply({ type: 'left-unsent', slots: [...this.#waiting] });
  }

  block(module: number, number: number): Block | undefined {
    return this.blocks(module).find((one) => one.number === number);
  }
  pageBlocks(module: number, page: number): readonly Block[] {
    return this.#content.get(module)?.pages[page]?.blocks ?? [];
  }
  blocks(module: number): readonly Block[] {
    return Object.values(this.#content.get(module)?.pages ?? {}).flatMap(({ blocks }) => blocks);
  }

  /** An answer's own place among the interactions: the first for ever, and one more for the later tries. */
  #slot(slot: Slot, again: boolean): number {
    const same = this.record
      .get()
      .slots.flatMap(({ module, block }, index) => (module === slot.module && block === slot.block ? [index] : []));
    const index = again ? same[1] : same[0];
    if (index !== undefined) return index;
    this.record.apply({ type: 'slot-taken', slot });
    return this.record.get().slots.length - 1;
  }

  #answer({ module, block: number }: Slot, index: number, latency?: number): Answer | undefined {
    const block = this.block(module, number);
    const type = block && this.types.get(block.type);
    const { answers, texts } = moduleOf(this.record.get(), module);
    const answer = answers[number];
    const isFirst = !this.record
      .get()
      .slots.slice(0, index)
      .some((slot) => slot.module === module && slot.block === number);
    const told = (isFirst && answer?.first) || answer;
    if (block && !type) return this.#shared({ module, block: number }, index);
    if (!block || !type || !told?.code) return undefined;
    const text = Object.values(texts[number]?.parts ?? {}).join('\n');
    const response = type.decode(told.code, block);
    return {
      index,
      about: 'question',
      ...this.#named(module, block),
      identifier: block.scormId,
      interaction: type.interaction(block, response, text),
      result: type.grade ? (told.correct ? 'correct' : 'wrong') : 'neutral',
      score: type.grade?.(block, response).score,
      certainty: told.certainty,
      objectives: block.competencies,
      ...(latency !== undefined && { latency }),
      at: this.now(),
    };
  }

  /** What the training team reads: the version shared last, never the text as it stands. */
  #shared({ module, block: number }: Slot, index: number): Answer | undefined {
    const block = this.block(module, number) as (Block & { parts?: readonly Labelled[] }) | undefined;
    const { texts, versions } = moduleOf(this.record.get(), module);
    const version = versions[number]?.find(({ shared }) => shared !== undefined);
    if (!block || !version) return undefined;
    const lines = Object.entries(version.parts).flatMap(([part, text]) => {
      if (!isOwnPart(Number(part)) || text.trim() === '') return [];
      const label = block.parts?.find((one) => one.number === Number(part))?.label;
      return [label ? `${label}\u00a0: ${text}` : text];
    });
    const { shared } = entryMeta(texts[number]?.parts);
    return {
      index,
      about: shared ? 'shared' : 'withdrawn',
      ...this.#named(module, block),
      identifier: block.scormId,
      interaction: {
        type: 'long-fill-in',
        response: shared ? lines.join('\n') : WITHDRAWN,
      },
      result: 'neutral',
      objectives: [],
      at: this.now(),
    };
  }

  #named(module: number, block: Block & { stem?: string }): Pick<Answer, 'name' | 'asks'> {
    const name = this.#module(module).tasks.find((task) => task.block === block.number)?.label;
    if (name) return { name };
    return block.stem ? { asks: block.stem } : {};
  }

  #bilan(number: number, index: number): Answer | undefined {
    const module = moduleOf(this.record.get(), number);
    if (!module.finishedOn) return undefined;
    const { best } = moduleProgress(this.#module(number), module);
    const response = best === undefined ? module.finishedOn : `${module.finishedOn} ${best} %`;
    return {
      index,
      about: 'module-end',
      identifier: bilanId(this.#module(number)),
      interaction: { type: 'fill-in', response: [response] },
      result: 'neutral',
      objectives: [],
      at: this.now(),
    };
  }

  /** A competency's score: the mean of the answers to the questions of this module that exercise it, unanswered = 0. */
  #measure(number: number): void {
    const record = this.record.get();
    const { answers } = moduleOf(record, number);
    for (const competency of this.course.competencies) {
      const index = record.objectives.indexOf(competency.number);
      const questions = this.blocks(number).filter(
        (block) => block.competencies.includes(competency.id) && this.types.get(block.type)?.grade,
      );
      if (index < 0 || questions.length === 0) continue;
      const scores = questions.map((block) => {
        const code = answers[block.number]?.code;
        const type = this.types.get(block.type);
        return code ? (type?.grade?.(block, type.decode(code, block)).score ?? 0) : 0;
      });
      const done = questions.every(
        (block) => (answers[block.number]?.attempts ?? 0) > 0 || answers[block.number]?.passed,
      );
      const score = Math.round((scores.reduce((sum, one) => sum + one, 0) / questions.length) * 100);
      const status = !done ? 'incomplete' : score >= this.#module(number).masteryScore * 100 ? 'passed' : 'completed';
      this.#objectives.set(index, { index, id: competency.id, status, score });
    }
  }

  #module(number: number): ModuleOutline {
    const module = this.course.modules.find((one) => one.number === number);
    if (!module) throw new Error(`No module ${number} in course "${this.course.slug}"`);
    return module;
  }
}
