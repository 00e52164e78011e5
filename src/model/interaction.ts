/** From an item to the one it was put with; both by lock number. */
export type Pair = readonly [source: number, target: number];

/**
 * The answer types the standards share. Between a block and a tracker stands this short list, so that a new block or a
 * new standard costs one file. Numbers are lock numbers of items (1-based), levels and texts are as the learner gave
 * them. No `correct`, or an empty one: there is no right answer.
 */
export type Interaction =
  | { type: 'true-false'; response: boolean; correct: boolean }
  | { type: 'choice'; response: readonly number[]; correct: readonly number[] }
  /** One text per gap, in the order of the page; `correct` holds what each gap accepts, best first. */
  | { type: 'fill-in'; response: readonly string[]; correct?: readonly (readonly string[])[] }
  | { type: 'long-fill-in'; response: string }
  | { type: 'matching'; response: readonly Pair[]; correct?: readonly Pair[] }
  | { type: 'sequencing'; response: readonly number[]; correct: readonly number[] }
  | { type: 'numeric'; response: number; correct: { expected: number; min: number; max: number } }
  | { type: 'likert'; response: number };

export type Result = 'correct' | 'wrong' | 'neutral';

/** What an answer is worth. */
export interface Grade {
  correct: boolean;
  /** 0 to 1. */
  score: number;
}

const TOKENS = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Items that one question can have in its whole life. */
export const MOST_ITEMS = TOKENS.length;

/**
 * One character for an item, after its lock number: `a` for 1, `0` for 27 (SCORM 1.2 RTE 3.4.7: a choice is one
 * character). Throws beyond 36, which the content check refuses first.
 */
export function itemToken(number: number): string {
  const token = TOKENS[number - 1];
  if (!token)
    throw new Error(`No one-character token for item ${number}: a question has at most ${TOKENS.length} items`);
  return token;
}

/** A number as every standard takes it: digits and a point, never an exponent. */
export const decimal = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : value.toFixed(6).replace(/\.?0+$/, '');
