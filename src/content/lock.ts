import * as v from 'valibot';

/** Numbers of course.lock.json: small, 1-based, never reused once published. They identify; ranks only draw. */
const BlockLock = v.object({
  number: v.number(),
  type: v.string(),
  scormId: v.string(),
  /** Number → text, as last locked: how an item is found again after a correction. */
  items: v.optional(v.record(v.string(), v.string()), {}),
  /** Numbers in the order written. */
  order: v.optional(v.array(v.number()), []),
  /** First release that carried it; absent before. */
  published: v.optional(v.number()),
  retired: v.optional(v.boolean()),
});
const ModuleLock = v.object({
  number: v.number(),
  published: v.optional(v.number()),
  pages: v.record(
    v.string(),
    v.object({ number: v.number(), published: v.optional(v.number()), retired: v.optional(v.boolean()) }),
  ),
  blocks: v.record(v.string(), BlockLock),
});
export const CourseLock = v.object({
  format: v.literal(1),
  release: v.number(),
  competencies: v.record(v.string(), v.number()),
  modules: v.record(v.string(), ModuleLock),
});
export type BlockLock = v.InferOutput<typeof BlockLock>;
export type ModuleLock = v.InferOutput<typeof ModuleLock>;
export type CourseLock = v.InferOutput<typeof CourseLock>;

export const emptyLock: CourseLock = { format: 1, release: 0, competencies: {}, modules: {} };

/** One past the highest ever given. */
export const nextNumber = (given: Iterable<number>) => Math.max(0, ...given) + 1;

export interface DraftBlock {
  id: string;
  type: string;
  letter: string;
  /** One text per item. */
  items: readonly string[];
}

/**
 * The numbers of a module after an edition: what was known keeps its number, what is new takes the next one, what has
 * gone is forgotten if it was never published and kept (marked) if it was.
 */
export function lockModule(
  previous: ModuleLock | undefined,
  number: number,
  pages: readonly string[],
  blocks: readonly DraftBlock[],
  retired: ReadonlySet<string>,
): ModuleLock {
  const before = previous ?? { number, pages: {}, blocks: {} };
  const pageNumbers = keepPublished(before.pages, new Set(pages));
  let nextPage = nextNumber(numbersOf(before.pages));
  for (const id of pages) pageNumbers[id] = before.pages[id] ?? { number: nextPage++ };
  const kept: Record<string, BlockLock> = {};
  for (const [id, block] of Object.entries(before.blocks)) {
    if (block.published !== undefined) kept[id] = retired.has(id) ? { ...block, retired: true } : block;
  }
  const ranks = new Map<string, number>();
  let nextBlock = nextNumber(numbersOf(before.blocks));
  for (const { id, type, letter, items } of blocks) {
    const known = before.blocks[id];
    const rank = (ranks.get(letter) ?? 0) + 1;
    ranks.set(letter, rank);
    const blockNumber = known?.number ?? nextBlock++;
    const locked = assignItems(known, items);
    const scormId =
      known?.published === undefined ? scormIdOf(before.number, letter, rank, id, blockNumber) : known.scormId;
    const { retired: _, ...rest } = known ?? ({} as Partial<BlockLock>);
    kept[id] = { ...rest, number: blockNumber, type, scormId, ...locked };
  }
  return { ...before, pages: pageNumbers, blocks: kept };
}

/** `M1_Q07_lettre_mission_12`: all that an LMS report shows of a question. */
const scormIdOf = (module: number, letter: string, rank: number, id: string, number: number) =>
  `M${module}_${letter}${String(rank).padStart(2, '0')}_${id.replace(/-/g, '_')}_${number}`;

function keepPublished<T extends { published?: number | undefined }>(
  known: Record<string, T>,
  present: Set<string>,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(known).filter(([id, { published }]) => published !== undefined || present.has(id)),
  );
}

const numbersOf = (group: Record<string, { number: number }>) => Object.values(group).map(({ number }) => number);

/** Same text first, then the closest (a corrected typo), then a new number; published numbers are never given again. */
function assignItems(known: BlockLock | undefined, texts: readonly string[]): Pick<BlockLock, 'items' | 'order'> {
  const free = new Map(Object.entries(known?.items ?? {}).map(([number, text]) => [Number(number), text]));
  const given = new Array<number | undefined>(texts.length).fill(undefined);
  texts.forEach((text, rank) => {
    const same = [...free].find(([, old]) => normalize(old) === normalize(text));
    if (!same) return;
    given[rank] = same[0];
    free.delete(same[0]);
  });
  const pairs = texts
    .flatMap((text, rank) =>
      given[rank] === undefined
        ? [...free].map(([number, old]) => ({ rank, number, likeness: likeness(old, text) }))
        : [],
    )
    .filter((pair) => pair.likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness);
  for (const { rank, number } of pairs) {
    if (given[rank] !== undefined || !free.has(number)) continue;
    given[rank] = number;
    free.delete(number);
  }
  const all = known?.published === undefined ? [] : Object.keys(known.items).map(Number);
  const taken = new Set<number>([...all, ...given.filter((number) => number !== undefined)]);
  const order = given.map((number) => {
    const fresh = number ?? nextNumber(taken);
    taken.add(fresh);
    return fresh;
  });
  const items: Record<string, string> = {};
  if (known?.published !== undefined) Object.assign(items, known.items);
  order.forEach((number, rank) => {
    items[number] = texts[rank]!;
  });
  return { items, order };
}

const normalize = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** Dice coefficient of the pairs of letters, 0 to 1. */
function likeness(a: string, b: string): number {
  const pairs = (text: string) => {
    const counts = new Map<string, number>();
    for (let i = 0; i < text.length - 1; i += 1)
      counts.set(text.slice(i, i + 2), (counts.get(text.slice(i, i + 2)) ?? 0) + 1);
    return counts;
  };
  const [left, right] = [pairs(normalize(a)), pairs(normalize(b))];
  let common = 0;
  for (const [pair, count] of left) common += Math.min(count, right.get(pair) ?? 0);
  const total = [...left.values(), ...right.values()].reduce((sum, count) => sum + count, 0);
  return total === 0 ? 0 : (2 * common) / total;
}

/** One line per item, keys in a stable order: two authors' changes merge, a diff reads. */
export const writeLock = (lock: CourseLock): string => `${JSON.stringify(lock, null, 1)}\n`;

/** Stamps a release: whatever is not yet published is from now on, and its ids are frozen. */
export function publish(lock: CourseLock): CourseLock {
  const release = lock.release + 1;
  const stamped = <T extends { published?: number | undefined }>(group: Record<string, T>) =>
    Object.fromEntries(Object.entries(group).map(([id, one]) => [id, { ...one, published: one.published ?? release }]));
  const modules = Object.fromEntries(
    Object.entries(stamped(lock.modules)).map(([id, module]) => [
      id,
      { ...module, pages: stamped(module.pages), blocks: stamped(module.blocks) },
    ]),
  );
  return { ...lock, release, modules };
}
