import type { Block } from '../model/course.ts';
import type { Grade, Interaction } from '../model/interaction.ts';

/** What an answer to a kind of block is worth, and how the standards see it. Pure: runs anywhere. */
// biome-ignore lint/suspicious/noExplicitAny: a list of types of different blocks and responses
export interface ActivityType<B extends Block = any, R = any> {
  /** Small whole numbers, by lock numbers of items: what the resume string keeps. */
  encode(response: R): readonly number[];
  /** The inverse; a number of an item that no longer exists is left out. */
  decode(code: readonly number[], block: B): R;
  /** Absent when there is no right answer. */
  grade?(block: B, response: R): Grade;
  /** `text`: what the learner wrote in the block, for those that have a field of their own. */
  interaction(block: B, response: R, text: string): Interaction;
  /** False while only a part is answered: kept, and not reported yet. Absent: an answer is always whole. */
  complete?(block: B, response: R): boolean;
}

/** By block type, filled as pages load their blocks. */
export type ActivityTypes = ReadonlyMap<string, ActivityType>;
