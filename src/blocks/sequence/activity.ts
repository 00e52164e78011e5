import { share } from '../../model/grading.ts';
import type { Question } from '../../model/question.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

export interface SequenceItem {
  /** Lock number. */
  number: number;
  html: string;
  /** The same in plain words, for the names of its buttons. */
  text: string;
  feedback: string;
}

export interface Sequence extends Question {
  type: 'sequence';
  /** In the right order. */
  items: readonly SequenceItem[];
}

/** Numbers of the items, in the learner's order. */
export type SequenceResponse = readonly number[];

const numbersOf = ({ items }: Pick<Sequence, 'items'>) => items.map(({ number }) => number);

/** Mixes the bits of a whole number; two different numbers never give the same. */
function scatter(seed: number): number {
  let mixed = seed;
  for (let round = 0; round < 2; round += 1) mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The order first shown: it comes from the lock, so it is the same at each visit and release; never the right one. */
export function shuffled(block: Pick<Sequence, 'number' | 'items'>): readonly number[] {
  const right = numbersOf(block);
  const place = (number: number) => scatter(block.number * 64 + number);
  const [first, ...rest] = [...right].sort((a, b) => place(a) - place(b));
  const order = [first!, ...rest];
  return order.every((number, rank) => number === right[rank]) ? [...rest, first!] : order;
}

/** How many items already follow one another in the right order, others between them or not. */
export function inOrder(block: Pick<Sequence, 'items'>, response: SequenceResponse): number {
  const right = numbersOf(block);
  const ranks = response.map((number) => right.indexOf(number));
  const lengths: number[] = [];
  for (const [at, rank] of ranks.entries())
    lengths.push(1 + Math.max(0, ...lengths.filter((_, before) => before < at && ranks[before]! < rank)));
  return Math.max(0, ...lengths);
}

/** What need not move is worth its share: one item to move out of five leaves 3 links out of 4. */
export const sequence = {
  encode: (response) => response,
  decode: (code, block) => code.filter((number) => numbersOf(block).includes(number)),
  grade: (block, response) => share(Math.max(0, inOrder(block, response) - 1), block.items.length - 1),
  interaction: (block, response) => ({ type: 'sequencing', response, correct: numbersOf(block) }),
} satisfies ActivityType<Sequence, SequenceResponse>;
