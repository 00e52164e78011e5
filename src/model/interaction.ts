/**
 * The answer types the standards share. Between a block and a tracker stands this short list, so that a new block or a
 * new standard costs one file. Numbers are lock numbers of items (1-based), levels and texts are as the learner gave them.
 */
export type Interaction =
  | { type: 'choice'; response: readonly number[]; correct: readonly number[] }
  | { type: 'fill-in'; response: string; correct?: readonly string[] }
  | { type: 'likert'; response: number };

export type Result = 'correct' | 'wrong' | 'neutral';

/** What an answer is worth. */
export interface Grade {
  correct: boolean;
  /** 0 to 1. */
  score: number;
}

const TOKENS = 'abcdefghijklmnopqrstuvwxyz0123456789';

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
