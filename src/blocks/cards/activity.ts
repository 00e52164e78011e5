import { bitsOf, fromBits } from '../../model/code.ts';
import type { Block } from '../../model/course.ts';
import type { Pair } from '../../model/interaction.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

export interface Card {
  /** Lock number. */
  number: number;
  /** Static HTML of each side. */
  front: string;
  back: string;
}

export interface Cards extends Block {
  type: 'cards';
  title: string;
  /** Static HTML; '' when the author wrote none. */
  intro: string;
  cards: readonly Card[];
  required: boolean;
  /** What the cards rest on, already in words. */
  sources: readonly string[];
}

/** « Vous aviez la réponse ? »: 1 not at all, 2 almost, 3 yes. */
export const RATINGS = [1, 2, 3] as const;
export type Rating = (typeof RATINGS)[number];

/** Card number → rating; grows as one goes. */
export type CardsResponse = ReadonlyMap<number, Rating>;

export const cards = {
  encode: (response) =>
    RATINGS.map((rating) => bitsOf([...response].flatMap(([card, given]) => (given === rating ? [card] : [])))),
  decode: (code, block) => {
    const known = block.cards.map(({ number }) => number);
    return new Map(RATINGS.flatMap((rating, rank) => fromBits(code[rank] ?? 0, known).map((card) => [card, rating])));
  },
  complete: (block, response) => block.cards.every(({ number }) => response.has(number)),
  interaction: (block, response) => ({
    type: 'matching',
    response: block.cards.flatMap(({ number }): Pair[] =>
      response.has(number) ? [[number, response.get(number)!]] : [],
    ),
  }),
} satisfies ActivityType<Cards, CardsResponse>;
