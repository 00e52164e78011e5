import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Block, CourseOutline, ModuleContent } from '../model/course.ts';
import type { ActivityType } from '../runtime/activity-type.ts';
import type { ModuleProgress } from '../runtime/progress.ts';
import type { Certainty, LearnerRecord, ModuleRecord, TextRecord } from '../runtime/record.ts';
import type { SavingState } from '../runtime/saving.ts';

/** What the player lends to every block: properties go down. */
export interface BlockContext {
  /** The facts of this module. */
  module: ModuleRecord;
  progress: ModuleProgress;
  saving: SavingState;
  /** Where texts can be read, for the journal's honest line. */
  visibility: 'lms' | 'lrs' | 'device';
  /** Decoded last answer of a block; undefined when there is none. */
  response(block: Block): unknown;
  /** Rank of a question on its page and how many there are, 1-based. */
  rank?: { rank: number; total: number };
  /** Blocks of the same quiz, for its head and its result. */
  questions: readonly Block[];
  /** Threshold of the final quiz, whole percent. */
  threshold: number;
  competencies: readonly { code: string; title: string }[];
  /** `review`: the platform takes nothing but texts. `browse`: nothing is kept. */
  mode: 'normal' | 'review' | 'browse';
  /** Nothing may be changed here: another tab writes. */
  readOnly: boolean;
  /** One answer only: in a quiz, in a recall. */
  once: boolean;
  /** The version that a conflict set aside and the learner has not chosen about yet. */
  conflict(block: number): TextRecord | undefined;
  /** The module's pages, in order. */
  pages: readonly { number: number; title: string; href: string }[];
  course: CourseAccess;
  /** Begins every id of a block that another block shows; absent for the page's own. */
  scope?: string;
}

/** The rest of the course, for the blocks that look beyond their module. */
export interface CourseAccess {
  outline: CourseOutline;
  /** Number of the module on screen. */
  module: number;
  record: LearnerRecord;
  /** The learner's own day, `2026-11-22`. */
  today: string;
  /** Name the platform gives, to be looked for before a text is shown to others; '' when there is none. */
  learner: string;
  /** The pages of a module, once all its kinds of blocks can be drawn and graded; rejects when they cannot be had. */
  open(module: number): Promise<ModuleContent>;
  type(block: Block): ActivityType | undefined;
}

/** A block as a native part of its page: light DOM, so that labels, errors and styles reach every control. */
export class BlockElement<B extends Block = Block> extends LitElement {
  @property({ attribute: false }) block!: B;
  @property({ attribute: false }) context!: BlockContext;

  override createRenderRoot() {
    return this;
  }

  /** The static placeholder stays until the player gives the block. */
  override shouldUpdate() {
    return this.block !== undefined && this.context !== undefined;
  }

  /** Lit appends to existing light-DOM children: the placeholder goes first. */
  override willUpdate() {
    if (!this.hasUpdated) this.replaceChildren();
  }

  /** What the record holds of it. */
  get answer() {
    return this.context.module.answers[this.block.number];
  }

  /** An id unique in the page. */
  uid(name: string | number) {
    return `${this.context.scope ?? ''}b${this.block.number}-${name}`;
  }
}

/** The learner validated an answer. */
export class AnswerEvent extends Event {
  static readonly type = 'activity-answer';
  constructor(
    readonly block: number,
    readonly response: unknown,
    readonly certainty: Certainty = 0,
  ) {
    super(AnswerEvent.type, { bubbles: true, composed: true });
  }
}

/** « Passer ». */
export class PassEvent extends Event {
  static readonly type = 'activity-pass';
  constructor(readonly block: number) {
    super(PassEvent.type, { bubbles: true, composed: true });
  }
}

/** A part of a text changed; `text` is the whole of it. */
export class WriteEvent extends Event {
  static readonly type = 'text-written';
  constructor(
    readonly block: number,
    readonly part: number,
    readonly text: string,
  ) {
    super(WriteEvent.type, { bubbles: true, composed: true });
  }
}

/** The learner shows the training team these parts of a text, in clear; or takes it back, without parts. */
export class ShareEvent extends Event {
  static readonly type = 'text-shared';
  constructor(
    readonly block: number,
    readonly parts?: Readonly<Record<number, string>>,
    /** Of the learner's own words at that moment: tells later whether they changed. */
    readonly sum?: string,
  ) {
    super(ShareEvent.type, { bubbles: true, composed: true });
  }
}

/** The learner's code hides a text from now on, or no longer does; `parts` is the whole of it, part 0 included. */
export class SealEvent extends Event {
  static readonly type = 'text-sealed';
  constructor(
    readonly block: number,
    readonly parts: Readonly<Record<number, string>>,
  ) {
    super(SealEvent.type, { bubbles: true, composed: true });
  }
}

/** The learner chose between two versions of a text. */
export class ConflictEvent extends Event {
  static readonly type = 'text-conflict';
  constructor(
    readonly block: number,
    readonly keep: 'current' | 'other',
  ) {
    super(ConflictEvent.type, { bubbles: true, composed: true });
  }
}

/** A new try of a quiz is asked for. */
export class RestartEvent extends Event {
  static readonly type = 'quiz-restart';
  constructor(readonly block: number) {
    super(RestartEvent.type, { bubbles: true, composed: true });
  }
}

/** Something to be said once by the page's status region. */
export class SayEvent extends Event {
  static readonly type = 'say';
  constructor(readonly words: string) {
    super(SayEvent.type, { bubbles: true, composed: true });
  }
}

/** HTML the compiler made of an author's Markdown, where raw HTML is refused. */
export const markup = (html: string) => unsafeHTML(html);
