/** What may be kept between two readings of the same course, by a name of one's own for each thing. */
export interface CourseMemory {
  /** What `make` gave the last time, when it would be made of the very same values; made again otherwise. */
  keep<T>(name: string, madeOf: readonly unknown[], make: () => T): T;
}

/** A module whose sources have not changed is not read again: an author's change is seen sooner. */
export function courseMemory(): CourseMemory {
  const kept = new Map<string, { madeOf: readonly unknown[]; value: unknown }>();
  return {
    keep<T>(name: string, madeOf: readonly unknown[], make: () => T): T {
      const known = kept.get(name);
      if (known && known.madeOf.length === madeOf.length && known.madeOf.every((one, rank) => one === madeOf[rank]))
        return known.value as T;
      const value = make();
      kept.set(name, { madeOf, value });
      return value;
    },
  };
}

/** Nothing is kept. */
export const noMemory: CourseMemory = { keep: (_name, _madeOf, make) => make() };
