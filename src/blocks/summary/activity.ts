import type { Block } from '../../model/course.ts';

/** The end of a module: what is done, what remains, the result. Draws what the runtime knows; nothing is answered here. */
export interface Summary extends Block {
  type: 'summary';
  closing: string;
}
