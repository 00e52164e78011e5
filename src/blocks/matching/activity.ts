import { codeOfPairs, pairsOfCode } from '../../model/code.ts';
import { share } from '../../model/grading.ts';
import type { Pair } from '../../model/interaction.ts';
import type { Question } from '../../model/question.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

export interface MatchingLine {
  /** Lock number of its line. */
  number: number;
  html: string;
  /** Number of the target it goes with. */
  target: number;
  feedback: string;
}

export interface MatchingTarget {
  /** Lock number of the first line that has it. */
  number: number;
  text: string;
}

export interface Matching extends Question {
  type: 'matching';
  lines: readonly MatchingLine[];
  /** In the order of the list shown; some may go with no source. */
  targets: readonly MatchingTarget[];
}

/** Number of each source → number of the target chosen. */
export type MatchingResponse = ReadonlyMap<number, number>;

/** One point per right pair: half the pairs give a score of 0.5. */
export const matching = {
  encode: (response) => codeOfPairs(response),
  decode: (code, block) =>
    new Map(
      pairsOfCode(code).filter(
        ([source, target]) =>
          block.lines.some(({ number }) => number === source) && block.targets.some(({ number }) => number === target),
      ),
    ),
  grade: ({ lines }, response) =>
    share(lines.filter(({ number, target }) => response.get(number) === target).length, lines.length),
  interaction: ({ lines }, response) => ({
    type: 'matching',
    response: lines.flatMap(({ number }): Pair[] => (response.has(number) ? [[number, response.get(number)!]] : [])),
    correct: lines.map(({ number, target }): Pair => [number, target]),
  }),
} satisfies ActivityType<Matching, MatchingResponse>;
