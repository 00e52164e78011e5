import type { Block } from './course.ts';

/** 0 to 4: what a learner says of a competency. */
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

/** What a learner said of themselves one day. */
export interface Positioned {
  /** The learner's own day, `2026-11-22`. */
  day: string;
  /** Item number → level, 0 to 4. */
  levels: ReadonlyMap<number, number>;
}

/** Every time, the latest last. */
export type PositioningResponse = readonly Positioned[];

/** Beyond this many times, those between the first and the latest ones go. */
const MOST = 12;

/** A new time; it takes the place of another of the same day. */
export function positionedAgain(history: PositioningResponse, now: Positioned): PositioningResponse {
  const others = history.filter(({ day }) => day !== now.day);
  return [...others.slice(0, 1), ...others.slice(1).slice(-(MOST - 2)), now];
}

/** What was said of one competency, first and last; `again` when it was said more than once. */
export interface CompetencyPositions {
  code: string;
  first: { day: string; level: number };
  latest: { day: string; level: number };
  again: boolean;
}

/** By competency, in the order of `codes`, all the positionings of a course taken together. */
export function positionsOf(
  given: readonly { items: Positioning['items']; history: PositioningResponse }[],
  codes: readonly string[],
): CompetencyPositions[] {
  return codes.flatMap((code) => {
    const times = given
      .flatMap(({ items, history }) =>
        items
          .filter((item) => item.code === code)
          .flatMap(({ number }) =>
            history.flatMap(({ day, levels }) => (levels.has(number) ? [{ day, level: levels.get(number)! }] : [])),
          ),
      )
      // of one day, in the order of the course: a module may begin and end on it
      .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
    const [first, latest] = [times[0], times.at(-1)];
    return first && latest ? [{ code, first, latest, again: times.length > 1 }] : [];
  });
}
