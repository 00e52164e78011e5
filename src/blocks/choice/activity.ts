import { bitsOf, fromBits } from '../../model/code.ts';
import { gradeOptions } from '../../model/grading.ts';
import type { Question, QuestionOption } from '../../model/question.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

export interface Choice extends Question {
  type: 'choice';
  multiple: boolean;
  options: readonly QuestionOption[];
}

/** Lock numbers of the options chosen, ascending. */
export type ChoiceResponse = readonly number[];

const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

export const choice = {
  encode: (response) => [bitsOf(response)],
  decode: ([bits = 0], { options }) =>
    fromBits(
      bits,
      options.map(({ number }) => number),
    ),
  grade: ({ options, multiple }, response) => gradeOptions(options, multiple, response),
  interaction: ({ options }, response) => ({
    type: 'choice',
    response: ascending(response),
    correct: ascending(options.filter(({ right }) => right).map(({ number }) => number)),
  }),
} satisfies ActivityType<Choice, ChoiceResponse>;
