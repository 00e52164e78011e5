import type { TabStorage } from '../../src/trackers/cmi5-start.ts';
import { course } from '../runtime/learner.ts';

/** What a tab keeps as long as it lives. */
export class MemoryTab implements TabStorage {
  readonly values = new Map<string, string>();
  getItem = (key: string) => this.values.get(key) ?? null;
  setItem = (key: string, value: string) => void this.values.set(key, value);
}

/** The unit of the small course. */
export const UNIT = {
  id: `${course.iri}/m1`,
  url: 'https://lms.example.org/paquet/m1.html',
  moveOn: 'CompletedAndPassed',
  masteryScore: 0.8,
} as const;
