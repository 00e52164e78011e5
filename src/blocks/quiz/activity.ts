import type { Block } from '../../model/course.ts';

/** Holds questions, which are blocks of their own; its results come from their answers, try after try. */
export interface Quiz extends Block {
  type: 'quiz';
}
