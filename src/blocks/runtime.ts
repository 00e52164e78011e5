import type { ActivityType } from '../runtime/activity-type.ts';

/** How a kind of block comes to the page: its element, and for those that are answered what an answer is worth. */
export interface RuntimeBlock {
  /** Defines the custom elements; resolves to the activity type when there is one. Loaded once a page needs it. */
  load(): Promise<ActivityType | undefined>;
}

/** One line per kind of block, by `block.type`. */
export const runtimeBlocks: Readonly<Record<string, RuntimeBlock>> = {
  choice: { load: async () => (await import('./choice/element.ts')).activity },
  matching: { load: async () => (await import('./matching/element.ts')).activity },
  journal: { load: async () => void (await import('./journal/element.ts')) },
  positioning: { load: async () => (await import('./positioning/element.ts')).activity },
  quiz: { load: async () => void (await import('./quiz/element.ts')) },
  summary: { load: async () => void (await import('./summary/element.ts')) },
};
