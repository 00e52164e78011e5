import { codeOfPairs, pairsOfCode } from '../../model/code.ts';
import { share } from '../../model/grading.ts';
import type { Pair } from '../../model/interaction.ts';
import type { Question } from '../../model/question.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

export interface SortingItem {
  /** Lock number. */
  number: number;
  html: string;
  /** Number of the category it belongs to. */
  category: number;
  feedback: string;
}

export interface SortingCategory {
  /** Lock number, of the same series as the items'. */
  number: number;
  text: string;
}

export interface Sorting extends Question {
  type: 'sorting';
  /** As the author wrote them. */
  categories: readonly SortingCategory[];
  /** As they are shown, mixed. */
  items: readonly SortingItem[];
}

/** Number of each item → number of the category it was put in. */
export type SortingResponse = ReadonlyMap<number, number>;

/** One point per item in its category. */
export const sorting = {
  encode: (response) => codeOfPairs(response),
  decode: (code, { items, categories }) =>
    new Map(
      pairsOfCode(code).filter(
        ([item, category]) =>
          items.some(({ number }) => number === item) && categories.some(({ number }) => number === category),
      ),
    ),
  grade: ({ items }, response) =>
    share(items.filter(({ number, category }) => response.get(number) === category).length, items.length),
  interaction: ({ items }, response) => ({
    type: 'matching',
    response: items.flatMap(({ number }): Pair[] => (response.has(number) ? [[number, response.get(number)!]] : [])),
    correct: items.map(({ number, category }): Pair => [number, category]),
  }),
} satisfies ActivityType<Sorting, SortingResponse>;
