import type { Block } from '../../model/course.ts';

/** What the learner committed to in earlier modules, brought back. Nothing is answered here. */
export interface Commitments extends Block {
  type: 'commitments';
  /** Static HTML; '' when the author wrote none. */
  prompt: string;
}
