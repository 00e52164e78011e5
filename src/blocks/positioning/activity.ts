import type { Block } from '../../model/course.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

/** 0 to 4: what the learner says of a competency. */
export const LEVELS = ['Non abordé', 'Je découvre', 'Avec appui', 'Autonome', 'Je peux accompagner'] as const;

export interface PositioningItem {
  number: number;
  /** Competency code. */
  code: string;
  title: string;
  indicators: readonly string[];
}

export interface Positioning extends Block {
  type: 'positioning';
  title: string;
  prompt: string;
  items: readonly PositioningItem[];
  required: boolean;
}

/** Item number → level, 0 to 4. */
export type PositioningResponse = ReadonlyMap<number, number>;

export const positioning: ActivityType<Positioning, PositioningResponse> = {
  encode: (response) => [...response].sort(([a], [b]) => a - b).map(([item, level]) => item * 8 + level),
  decode: (code, { items }) =>
    new Map(
      code
        .map((one): [number, number] => [Math.floor(one / 8), one % 8])
        .filter(([item, level]) => level < LEVELS.length && items.some(({ number }) => number === item)),
    ),
  /** A line a trainer reads as it is: `PE-M1.a 3, PE-M1.b 2`. No right answer. */
  interaction: ({ items }, response) => ({
    type: 'fill-in',
    response: [
      items.flatMap(({ number, code }) => (response.has(number) ? [`${code} ${response.get(number)}`] : [])).join(', '),
    ],
  }),
};
