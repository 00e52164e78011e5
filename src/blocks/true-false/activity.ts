import { bitsOf, fromBits } from '../../model/code.ts';
import { share } from '../../model/grading.ts';
import type { Pair } from '../../model/interaction.ts';
import type { Question } from '../../model/question.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

export interface Statement {
  /** Lock number. */
  number: number;
  html: string;
  /** Whether what it states is so. */
  truth: boolean;
  feedback: string;
}

export interface TrueFalse extends Question {
  type: 'true-false';
  statements: readonly Statement[];
}

/** Number of each statement → true when the learner said it is so. */
export type TrueFalseResponse = ReadonlyMap<number, boolean>;

/** As targets of a matching: the 20th and the 6th letters, so that a report reads `a.t,b.f`. */
const TRUE = 20;
const FALSE = 6;
const letter = (truth: boolean) => (truth ? TRUE : FALSE);

/** One point per statement well judged. */
export const trueFalse = {
  encode: (response) => {
    const said = [...response];
    return [bitsOf(said.flatMap(([number, truth]) => (truth ? number : []))), bitsOf(said.map(([number]) => number))];
  },
  decode: ([trues = 0, answered = 0], { statements }) => {
    const known = statements.map(({ number }) => number);
    const saidTrue = fromBits(trues, known);
    return new Map(fromBits(answered, known).map((number) => [number, saidTrue.includes(number)]));
  },
  grade: ({ statements }, response) =>
    share(statements.filter(({ number, truth }) => response.get(number) === truth).length, statements.length),
  interaction: ({ statements }, response) => {
    const [first] = statements;
    if (first && statements.length === 1)
      return { type: 'true-false', response: response.get(first.number) ?? false, correct: first.truth };
    return {
      type: 'matching',
      response: statements.flatMap(({ number }): Pair[] =>
        response.has(number) ? [[number, letter(response.get(number)!)]] : [],
      ),
      correct: statements.map(({ number, truth }): Pair => [number, letter(truth)]),
    };
  },
} satisfies ActivityType<TrueFalse, TrueFalseResponse>;
