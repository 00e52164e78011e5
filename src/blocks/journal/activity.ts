import type { Block } from '../../model/course.ts';

export interface JournalPart {
  number: number;
  label: string;
  hint: string;
}

/** Its text is no answer: it goes through `write`, part by part, and nothing of it becomes an interaction. */
export interface Journal extends Block {
  type: 'journal';
  title: string;
  /** Static HTML of the prompt. */
  prompt: string;
  parts: readonly JournalPart[];
  required: boolean;
  /** Words per part, a mark and never a gate. */
  mark?: { from: number; to: number };
  /** Folded: what a strong entry looks like, and a thin one. */
  examples: readonly { title: string; html: string }[];
  /** The learner says what they commit to, and by when; it comes back in a later module. */
  commitment: boolean;
  /** Days after which the learner is asked to read the entry again; 0 never. */
  reread: number;
}
