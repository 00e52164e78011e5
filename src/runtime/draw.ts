import type { AnswerRecord } from './record.ts';

/**
 * Questions of a new try of a quiz, in the order of the pool: those last answered wrong (or passed) first, then those
 * never asked, then the others; by chance among equals.
 * @param random 0 to 1, excluded.
 */
export function drawQuestions(
  pool: readonly number[],
  count: number,
  answers: Readonly<Record<number, AnswerRecord>>,
  random: () => number,
): number[] {
  const urgency = (block: number) => {
    const answer = answers[block];
    if (!answer) return 1;
    return answer.correct && !answer.passed ? 2 : 0;
  };
  const first = pool
    .map((block) => ({ block, urgency: urgency(block), chance: random() }))
    .sort((a, b) => a.urgency - b.urgency || a.chance - b.chance)
    .slice(0, count);
  return pool.filter((block) => first.some((one) => one.block === block));
}
