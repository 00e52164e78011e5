import { codeOfTexts, textsOfCode } from '../../model/code.ts';
import { share } from '../../model/grading.ts';
import type { Question } from '../../model/question.ts';
import { accepts, type Tolerance } from '../../model/text.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

export interface ClozeGap {
  /** Lock number. */
  number: number;
  /** The words around it, « … » in its place: what tells it from the others. */
  near: string;
  /** What is right, the expected spelling first; one text alone when it is chosen from a list. */
  accepted: readonly string[];
  /** What its list offers; empty when the learner writes. Gaps that offer the same text share its lock number. */
  options: readonly { number: number; text: string }[];
  feedback: string;
}

export interface Cloze extends Question {
  type: 'cloze';
  /** The text, with one empty `<span data-gap>` per gap, by lock number. */
  html: string;
  /** In the order of the text. */
  gaps: readonly ClozeGap[];
  tolerances: readonly Tolerance[];
}

/** Number of each gap → what was written in it, or the number of the option chosen. */
export type ClozeResponse = ReadonlyMap<number, string | number>;

/** What was given in a gap, in words, and how far it is what was expected. */
export function judge(
  { tolerances }: Pick<Cloze, 'tolerances'>,
  { number, accepted, options }: ClozeGap,
  response: ClozeResponse,
): { text: string; right: boolean /** The spelling expected, when it is another. */; close?: string } {
  const given = response.get(number);
  const text = typeof given === 'number' ? options.find((one) => one.number === given)?.text : given;
  if (text === undefined) return { text: '', right: false };
  if (options.length > 0) return { text, right: text === accepted[0] };
  const found = accepts(text, accepted, tolerances);
  return { text, right: found !== undefined, ...(found && !found.exact && { close: found.text }) };
}

/** A gap's number and, in the last bit, whether an option follows or a text. */
function decode(code: readonly number[], { gaps }: Cloze): ClozeResponse {
  const response = new Map<number, string | number>();
  for (let at = 0; at + 1 < code.length; ) {
    const [head = 0, next = 0] = code.slice(at, at + 2);
    const gap = gaps.find(({ number }) => number === Math.floor(head / 2));
    if (head % 2 === 1) {
      if (gap?.options.some(({ number }) => number === next)) response.set(gap.number, next);
      at += 2;
    } else {
      const [text = ''] = textsOfCode(code.slice(at + 1, at + 2 + next));
      if (gap?.options.length === 0) response.set(gap.number, text);
      at += 2 + next;
    }
  }
  return response;
}

/** One point per right gap. */
export const cloze = {
  encode: (response) =>
    [...response].flatMap(([gap, given]) =>
      typeof given === 'number' ? [gap * 2 + 1, given] : [gap * 2, ...codeOfTexts([given])],
    ),
  decode,
  grade: (block, response) =>
    share(block.gaps.filter((gap) => judge(block, gap, response).right).length, block.gaps.length),
  interaction: (block, response) => ({
    type: 'fill-in',
    response: block.gaps.map((gap) => judge(block, gap, response).text),
    correct: block.gaps.map(({ accepted }) => accepted),
  }),
} satisfies ActivityType<Cloze, ClozeResponse>;
