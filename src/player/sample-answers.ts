import type { Cards, Rating } from '../blocks/cards/activity.ts';
import { type CasePath, type CaseStudy, follow, untouched } from '../blocks/case/activity.ts';
import type { Choice } from '../blocks/choice/activity.ts';
import type { Cloze } from '../blocks/cloze/activity.ts';
import type { Hotspot } from '../blocks/hotspot/activity.ts';
import type { Matching } from '../blocks/matching/activity.ts';
import type { Numeric } from '../blocks/numeric/activity.ts';
import type { OpenAnswer } from '../blocks/open-answer/activity.ts';
import type { Scale } from '../blocks/scale/activity.ts';
import type { Sequence } from '../blocks/sequence/activity.ts';
import type { ShortAnswer } from '../blocks/short-answer/activity.ts';
import type { Sorting } from '../blocks/sorting/activity.ts';
import type { TrueFalse } from '../blocks/true-false/activity.ts';
import type { Block } from '../model/course.ts';
import type { Positioning } from '../model/positioning.ts';

/** What a learner answers to each kind of block, right or wrong, as its element would give it. */
const ANSWERS: { [type: string]: (block: never, well: boolean) => unknown } = {
  choice: ({ options, multiple }: Choice, well) => {
    const chosen = options.filter(({ right }) => right === well).map(({ number }) => number);
    return multiple && well ? chosen : chosen.slice(0, 1);
  },
  hotspot: ({ options, multiple }: Hotspot, well) => {
    const chosen = options.filter(({ right }) => right === well).map(({ number }) => number);
    return multiple && well ? chosen : chosen.slice(0, 1);
  },
  'true-false': ({ statements }: TrueFalse, well) =>
    new Map(statements.map(({ number, truth }) => [number, truth === well])),
  matching: ({ lines, targets }: Matching, well) =>
    new Map(
      lines.map(({ number, target }) => [number, well ? target : targets.find((one) => one.number !== target)!.number]),
    ),
  sorting: ({ items, categories }: Sorting, well) =>
    new Map(
      items.map(({ number, category }) => [
        number,
        well ? category : categories.find((one) => one.number !== category)!.number,
      ]),
    ),
  sequence: ({ items }: Sequence, well) => {
    const right = items.map(({ number }) => number);
    return well ? right : right.reverse();
  },
  cloze: ({ gaps }: Cloze, well) =>
    new Map(
      gaps.map(({ number, accepted, options }): [number, string | number] => {
        if (options.length === 0) return [number, well ? accepted[0]! : 'je ne sais pas'];
        return [number, options.find(({ text }) => (text === accepted[0]) === well)!.number];
      }),
    ),
  'short-answer': ({ accepted }: ShortAnswer, well) => (well ? accepted[0]!.text : 'je ne sais pas'),
  numeric: ({ expected, tolerance }: Numeric, well) => (well ? expected : expected + tolerance + 1),
  scale: ({ form, items }: Scale) =>
    new Map((form === 'poll' ? items.slice(0, 1) : items).map(({ number }) => [number, 1])),
  'open-answer': ({ points }: OpenAnswer) => ({
    points: points.slice(0, 1).map(({ number }) => number),
    level: points.length > 0 ? 0 : 2,
  }),
  cards: ({ cards }: Cards, well) => new Map(cards.map(({ number }) => [number, (well ? 3 : 1) as Rating])),
  case: (block: CaseStudy, well) => {
    const ends = block.nodes.filter(({ end }) => end);
    const path = pathTo(block, (well ? ends[0] : ends.at(-1))!.number);
    return follow(block, untouched, path);
  },
  positioning: ({ items }: Positioning) => [
    { day: '2026-11-22', levels: new Map(items.map(({ number }) => [number, 2])) },
  ],
};

/** The shortest way from a node of a case, the first unless said, to another; throws when there is none. */
export function pathTo({ nodes, start }: CaseStudy, end: number, from = start): CasePath {
  const paths = new Map<number, CasePath>([[from, []]]);
  for (const [number, path] of paths) {
    if (number === end) return path;
    for (const choice of nodes.find((node) => node.number === number)?.choices ?? [])
      if (!paths.has(choice.target)) paths.set(choice.target, [...path, choice.number]);
  }
  throw new Error(`No way from node ${from} to node ${end}`);
}

/** Undefined for blocks that are not answered so: journals, quizzes, recalls. */
export const sampleAnswer = (block: Block, well = true): unknown => ANSWERS[block.type]?.(block as never, well);
