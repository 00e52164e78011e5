import type { Grade } from './interaction.ts';
import type { QuestionOption } from './question.ts';

/** `right` items out of `total`, as a grade: correct only when all are. */
export const share = (right: number, total: number): Grade => ({
  correct: right === total,
  score: total === 0 ? 1 : right / total,
});

/**
 * What choosing these options is worth. A single choice is all or nothing; of several, right ones chosen less wrong
 * ones chosen, over the right ones: ticking everything earns nothing.
 */
export function gradeOptions(
  options: readonly Pick<QuestionOption, 'number' | 'right'>[],
  multiple: boolean,
  response: readonly number[],
): Grade {
  const correct = options.every(({ number, right }) => response.includes(number) === right);
  if (correct || !multiple) return { correct, score: correct ? 1 : 0 };
  const chosen = options.filter(({ number }) => response.includes(number));
  const rights = options.filter(({ right }) => right).length;
  const points = chosen.reduce((sum, { right }) => sum + (right ? 1 : -1), 0);
  return { correct, score: Math.max(0, points / Math.max(1, rights)) };
}
