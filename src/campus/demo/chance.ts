/** Chance that can be repeated: the same seed gives the same throws (mulberry32). */
export interface Chance {
  /** 0 to 1, excluded. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** One of a list that has at least one. */
  among<T>(list: readonly T[]): T;
  bytes(length: number): Buffer;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    among: (list) => list[between(0, list.length - 1)]!,
    bytes: (length) => Buffer.from(Array.from({ length }, () => between(0, 255))),
  };
}
