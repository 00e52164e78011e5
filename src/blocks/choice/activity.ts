import type { Block } from '../../model/course.ts';
import type { Grade, Interaction } from '../../model/interaction.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

export interface ChoiceOption {
  /** Lock number: what an answer keeps. */
  number: number;
  html: string;
  feedback: string;
  right: boolean;
}

export interface Choice extends Block {
  type: 'choice';
  multiple: boolean;
  /** Static HTML of the question. */
  stem: string;
  options: readonly ChoiceOption[];
  /** Shown whatever the answer; '' when the author wrote none. */
  explanation: string;
  /** The learner says how sure before checking. */
  certainty: boolean;
  /** Where to read again. */
  review?: { href: string; title: string };
  /** What the answer rests on, already in words. */
  sources: readonly string[];
}

/** Lock numbers of the options chosen, ascending. */
export type ChoiceResponse = readonly number[];

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/**
 * One point per option rightly chosen or rightly left, over the number of options; in a single choice, all or nothing.
 * `correct` asks for exactly the right ones.
 */
export function grade({ options, multiple }: Choice, response: ChoiceResponse): Grade {
  const well = options.filter(({ number, right }) => response.includes(number) === right).length;
  const correct = well === options.length;
  return { correct, score: correct ? 1 : multiple ? partial(options, response) : 0 };
}

/** Right ones chosen less wrong ones chosen, over the right ones: ticking everything earns nothing. */
function partial(options: readonly ChoiceOption[], response: ChoiceResponse): number {
  const rights = options.filter(({ right }) => right).length;
  const points = sum(options.filter(({ number }) => response.includes(number)).map(({ right }) => (right ? 1 : -1)));
  return Math.max(0, points / Math.max(1, rights));
}

export const choice: ActivityType<Choice, ChoiceResponse> = {
  /** One bit per lock number. */
  encode: (response) => [sum(response.map((number) => 2 ** (number - 1)))],
  decode: ([bits = 0], { options }) =>
    options.map(({ number }) => number).filter((number) => Math.floor(bits / 2 ** (number - 1)) % 2 === 1),
  grade,
  interaction: ({ options }, response): Interaction => ({
    type: 'choice',
    response: [...response].sort((a, b) => a - b),
    correct: options
      .filter(({ right }) => right)
      .map(({ number }) => number)
      .sort((a, b) => a - b),
  }),
};
