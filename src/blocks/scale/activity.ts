import { codeOfPairs, pairsOfCode } from '../../model/code.ts';
import type { Pair } from '../../model/interaction.ts';
import type { Question } from '../../model/question.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

export interface ScaleItem {
  /** Lock number. */
  number: number;
  /** '' when the stem is the one statement. */
  html: string;
}

/** Asked to know what the learners think: no right answer. */
export interface Scale extends Question {
  type: 'scale';
  /** `likert`: a level for each statement. `poll`: one option, or some. */
  form: 'likert' | 'poll';
  items: readonly ScaleItem[];
  /** From the lowest to the highest; none in a poll. */
  levels: readonly string[];
  /** Several options may be chosen. */
  multiple: boolean;
  required: boolean;
}

/** Number of each item → rank of its level, 1-based; in a poll, 1 for each option chosen. */
export type ScaleResponse = ReadonlyMap<number, number>;

export const scale = {
  encode: (response) => codeOfPairs(response),
  decode: (code, { items, levels }) =>
    new Map(
      pairsOfCode(code).filter(
        ([item, level]) =>
          items.some(({ number }) => number === item) && level >= 1 && level <= Math.max(1, levels.length),
      ),
    ),
  interaction: ({ form, items }, response) => {
    const given = items.flatMap(({ number }): Pair[] =>
      response.has(number) ? [[number, response.get(number)!]] : [],
    );
    if (form === 'poll')
      return { type: 'choice', response: given.map(([number]) => number).sort((a, b) => a - b), correct: [] };
    return items.length === 1
      ? { type: 'likert', response: given[0]?.[1] ?? 0 }
      : { type: 'matching', response: given };
  },
} satisfies ActivityType<Scale, ScaleResponse>;
