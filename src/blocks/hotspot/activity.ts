import { bitsOf, fromBits } from '../../model/code.ts';
import { gradeOptions } from '../../model/grading.ts';
import type { Question, QuestionOption } from '../../model/question.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

/** In percent of the image, from its top left corner. */
export interface Zone {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface HotspotOption extends QuestionOption {
  zone: Zone;
}

export interface Hotspot extends Question {
  type: 'hotspot';
  multiple: boolean;
  /** Static HTML of the image, whose alternative lets one answer without seeing it. */
  image: string;
  options: readonly HotspotOption[];
}

/** Lock numbers of the zones chosen. */
export type HotspotResponse = readonly number[];

const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

export const hotspot = {
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
} satisfies ActivityType<Hotspot, HotspotResponse>;
