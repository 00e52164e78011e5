import { bitsOf, fromBits } from './code.ts';
import { gradeOptions } from './grading.ts';
import type { Interaction } from './interaction.ts';
import type { QuestionOption } from './question.ts';

/** A question answered by choosing among options, whatever it draws them as. */
export interface OptionQuestion {
  multiple: boolean;
  options: readonly QuestionOption[];
}

/** Lock numbers of the options chosen. */
export type OptionResponse = readonly number[];

const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

/** What such an answer is worth, and how it is kept and told. */
export const optionAnswers = {
  encode: (response: OptionResponse) => [bitsOf(response)],
  decode: ([bits = 0]: readonly number[], { options }: OptionQuestion): OptionResponse =>
    fromBits(
      bits,
      options.map(({ number }) => number),
    ),
  grade: ({ options, multiple }: OptionQuestion, response: OptionResponse) => gradeOptions(options, multiple, response),
  interaction: ({ options }: OptionQuestion, response: OptionResponse): Interaction => ({
    type: 'choice',
    response: ascending(response),
    correct: ascending(options.filter(({ right }) => right).map(({ number }) => number)),
  }),
};
