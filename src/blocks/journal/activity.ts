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
}
