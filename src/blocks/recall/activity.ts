import type { Block, RecallMoment } from '../../model/course.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

/** Questions of other modules, met again. */
export interface Recall extends Block {
  type: 'recall';
  /** Static HTML. */
  intro: string;
  /** How many questions come back, at most. */
  count: number;
  when: RecallMoment;
}

export interface RecalledItem {
  module: number;
  block: number;
  correct: boolean;
}

export interface RecallResponse {
  /** Questions that this recall asks; fewer are done while it goes on. */
  total: number;
  items: readonly RecalledItem[];
}

export const recall = {
  encode: ({ total, items }) => [
    total,
    ...items.flatMap(({ module, block, correct }) => [module, block * 2 + Number(correct)]),
  ],
  decode: ([total = 0, ...code]) => ({
    total,
    items: code.flatMap((module, at) =>
      at % 2 === 0 && code[at + 1] !== undefined
        ? [{ module, block: Math.floor(code[at + 1]! / 2), correct: code[at + 1]! % 2 === 1 }]
        : [],
    ),
  }),
  complete: (_, { total, items }) => items.length >= total,
  /** `4/6 ; à revoir : M1 n° 12, M2 n° 3`: numbers are the last of the questions' own ids. */
  interaction: (_, { items }) => {
    const missed = items.filter(({ correct }) => !correct);
    const result = `${items.length - missed.length}/${items.length}`;
    const again = missed.map(({ module, block }) => `M${module} n° ${block}`).join(', ');
    return { type: 'fill-in', response: [again ? `${result}\u202f; à revoir\u00a0: ${again}` : result] };
  },
} satisfies ActivityType<Recall, RecallResponse>;
