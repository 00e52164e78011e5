import { codeOfTexts, textsOfCode } from '../../model/code.ts';
import type { Question } from '../../model/question.ts';
import { accepts, type Tolerance } from '../../model/text.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

/** A text the author foresaw. */
export interface ForeseenAnswer {
  text: string;
  /** '' for a right one that needs no explanation. */
  feedback: string;
}

export interface ShortAnswer extends Question {
  type: 'short-answer';
  /** The first is the spelling expected. */
  accepted: readonly ForeseenAnswer[];
  /** Wrong ones that have their own explanation. */
  errors: readonly ForeseenAnswer[];
  tolerances: readonly Tolerance[];
}

/** As typed. */
export type ShortAnswerResponse = string;

/** The foreseen answer that this one stands for, right or wrong; undefined when nobody foresaw it. */
export function recognise({ accepted, errors, tolerances }: ShortAnswer, response: ShortAnswerResponse) {
  const among = (list: readonly ForeseenAnswer[], right: boolean) => {
    const found = accepts(
      response,
      list.map(({ text }) => text),
      tolerances,
    );
    return found && { ...list.find(({ text }) => text === found.text)!, exact: found.exact, right };
  };
  return among(accepted, true) ?? among(errors, false);
}

/** All or nothing. */
export const shortAnswer = {
  encode: (response) => codeOfTexts([response]),
  decode: (code) => textsOfCode(code)[0] ?? '',
  grade: (block, response) => {
    const correct = recognise(block, response)?.right ?? false;
    return { correct, score: correct ? 1 : 0 };
  },
  interaction: ({ accepted }, response) => ({
    type: 'fill-in',
    response: [response],
    correct: [accepted.map(({ text }) => text)],
  }),
} satisfies ActivityType<ShortAnswer, ShortAnswerResponse>;
