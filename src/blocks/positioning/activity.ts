import { LEVELS, type Positioned, type Positioning, type PositioningResponse } from '../../model/positioning.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

const EPOCH = Date.UTC(2020, 0, 1);
const DAY = 86_400_000;
/** Beyond this many days a code is damaged: dates have limits. */
const FURTHEST = 365_000;
const daysOf = (day: string) => Math.round((Date.parse(day) - EPOCH) / DAY);
const dayOf = (days: number) => new Date(EPOCH + days * DAY).toISOString().slice(0, 10);
/** Days counted from the time before; a clock that was set back gives an odd number. */
const zigzag = (value: number) => (value >= 0 ? value * 2 : -value * 2 - 1);
const unzigzag = (value: number) => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

/** Levels as one number each, items counted from the one before. */
const codeOfLevels = (levels: Positioned['levels']) =>
  [...levels]
    .sort(([a], [b]) => a - b)
    .map(([item, level], rank, sorted) => (item - (sorted[rank - 1]?.[0] ?? 0)) * 8 + level);

export const positioning: ActivityType<Positioning, PositioningResponse> = {
  /** For each time: days since the one before (since 2020 for the first), how many levels, then each. */
  encode: (response) =>
    response.flatMap(({ day, levels }, rank) => {
      const before = response[rank - 1]?.day;
      const days = daysOf(day) - (before === undefined ? 0 : daysOf(before));
      return [zigzag(days), levels.size, ...codeOfLevels(levels)];
    }),
  decode(code, { items }) {
    const history: Positioned[] = [];
    let days = 0;
    for (let at = 0; at + 1 < code.length; at += 2 + code[at + 1]!) {
      days += unzigzag(code[at]!);
      let item = 0;
      const levels = new Map<number, number>();
      for (const one of code.slice(at + 2, at + 2 + code[at + 1]!)) {
        item += Math.floor(one / 8);
        if (one % 8 < LEVELS.length && items.some(({ number }) => number === item)) levels.set(item, one % 8);
      }
      if (levels.size > 0 && Math.abs(days) < FURTHEST) history.push({ day: dayOf(days), levels });
    }
    return history;
  },
  /** A line a trainer reads as it is, of the latest time: `PE-M1.a 3, PE-M1.b 2`. No right answer. */
  interaction({ items }, response) {
    const levels = response.at(-1)?.levels;
    return {
      type: 'fill-in',
      response: [
        items.flatMap(({ number, code }) => (levels?.has(number) ? [`${code} ${levels.get(number)}`] : [])).join(', '),
      ],
    };
  },
};
