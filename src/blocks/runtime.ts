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
  cloze: { load: async () => (await import('./cloze/element.ts')).activity },
  'short-answer': { load: async () => (await import('./short-answer/element.ts')).activity },
  numeric: { load: async () => (await import('./numeric/element.ts')).activity },
  hotspot: { load: async () => (await import('./hotspot/element.ts')).activity },
  'open-answer': { load: async () => (await import('./open-answer/element.ts')).activity },
  cards: { load: async () => (await import('./cards/element.ts')).activity },
  case: { load: async () => (await import('./case/element.ts')).activity },
  'true-false': { load: async () => (await import('./true-false/element.ts')).activity },
  sorting: { load: async () => (await import('./sorting/element.ts')).activity },
  sequence: { load: async () => (await import('./sequence/element.ts')).activity },
  scale: { load: async () => (await import('./scale/element.ts')).activity },
  commitments: { load: async () => void (await import('./commitments/element.ts')) },
  journal: { load: async () => void (await import('./journal/element.ts')) },
  positioning: { load: async () => (await import('./positioning/element.ts')).activity },
  evidence: { load: async () => void (await import('./evidence/element.ts')) },
  radar: { load: async () => void (await import('./radar/element.ts')) },
  quiz: { load: async () => void (await import('./quiz/element.ts')) },
  recall: { load: async () => (await import('./recall/element.ts')).activity },
  summary: { load: async () => void (await import('./summary/element.ts')) },
};
