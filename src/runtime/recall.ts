import type { CourseOutline, RecallMoment } from '../model/course.ts';
import { type LearnerRecord, moduleOf } from './record.ts';

/** A question met earlier in the course. */
export interface RecallItem {
  module: number;
  block: number;
}

/** How a question went when it came back, the latest time. */
export type Recalled = ReadonlyMap<string, boolean>;

export const itemKey = ({ module, block }: RecallItem) => `${module}/${block}`;

/**
 * Which questions come back first: those missed at the last recall, then errors by how sure the learner was of them,
 * then what was right without being sure. What was right at the last recall comes last. Questions never answered do
 * not come back. Equals stand in an order that mixes modules and never changes.
 */
export function recallOrder<T extends RecallItem>(
  items: readonly T[],
  record: LearnerRecord,
  recalled: Recalled,
): readonly T[] {
  return items
    .flatMap((item) => {
      const urgency = urgencyOf(item, record, recalled);
      return urgency === undefined ? [] : [{ item, urgency, chance: scatter(item) }];
    })
    .sort((a, b) => a.urgency - b.urgency || a.chance - b.chance)
    .map(({ item }) => item);
}

function urgencyOf(item: RecallItem, record: LearnerRecord, recalled: Recalled): number | undefined {
  const answer = moduleOf(record, item.module).answers[item.block];
  const again = recalled.get(itemKey(item));
  if (again === false) return 0;
  if (again) return 6;
  if (!answer || (answer.attempts === 0 && !answer.passed)) return undefined;
  // the first answer tells what the learner knew: later tries came after its explanation
  const { correct, certainty } = answer.first ?? answer;
  if (answer.attempts === 0) return 3;
  if (!correct) return certainty === 3 ? 1 : certainty === 2 ? 2 : 3;
  return certainty === 1 ? 4 : 5;
}

const scatter = ({ module, block }: RecallItem) => Math.imul(module * 1_009 + block, 0x9e3779b1) >>> 0;

/** The same day a month later, or the last of that month. */
export function monthAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10);
}

export interface PlannedRecall {
  when: RecallMoment;
  /** Rank in the course of the module that holds it, 1-based. */
  rank: number;
  href: string;
  /** First day it is open; absent when that is not a matter of days. */
  from?: string;
}

/** Recalls still to come once this module is finished: at the next module, a month later, before the jury. */
export function plannedRecalls(course: CourseOutline, module: number, record: LearnerRecord): PlannedRecall[] {
  const here = course.modules.findIndex(({ number }) => number === module);
  const finished = moduleOf(record, module).finishedOn;
  return course.modules.flatMap((outline, at) =>
    (outline.recalls ?? []).flatMap(({ when, page, block }): PlannedRecall[] => {
      const done = (moduleOf(record, outline.number).answers[block]?.attempts ?? 0) > 0;
      const mine = when === 'month' ? at === here : when === 'module' ? at > here : at >= here;
      if (done || !mine) return [];
      const from = when === 'month' && finished ? monthAfter(finished) : undefined;
      const address = outline.pages.find(({ number }) => number === page)?.id ?? '';
      return [{ when, rank: at + 1, href: `#/${outline.id}/${address}/${block}`, ...(from && { from }) }];
    }),
  );
}
