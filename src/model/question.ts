import type { Block } from './course.ts';

/** What every question has beside its own items. */
export interface Question extends Block {
  /** Static HTML of what is asked; '' when the controls themselves say it. */
  stem: string;
  /** Static HTML shown whatever the answer; '' when the author wrote none. */
  explanation: string;
  /** The learner says how sure before checking. */
  certainty: boolean;
  /** Where to read again. */
  review?: { href: string; title: string };
  /** What the answer rests on, already in words. */
  sources: readonly string[];
}

/** Something to choose, with what its author says of choosing it. */
export interface QuestionOption {
  /** Lock number: what an answer keeps. */
  number: number;
  html: string;
  feedback: string;
  right: boolean;
}
