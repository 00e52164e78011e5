import {
  type AnswerRecord,
  furthest,
  keptVersions,
  type LearnerRecord,
  type ModuleRecord,
  moduleOf,
  type Slot,
  type TextRecord,
} from './record.ts';
import { type KnownVersions, sameParts, type TextPlace, textKey } from './text-place.ts';

export interface Merged {
  record: LearnerRecord;
  /** Texts the platform did not have: the device's copy was newer. */
  recovered: readonly TextPlace[];
  /** Texts changed here and elsewhere: the newer stands, the other is kept beside it. */
  conflicts: readonly TextPlace[];
  /** Interactions the platform may not hold: to be sent again. */
  resend: readonly number[];
  /** True when the platform's copy is behind in any way. */
  ahead: boolean;
}

/**
 * The platform's record and the device's copy of the same attempt, put together: nothing is lost, the newer text wins
 * per block, a score or a status never falls. Interactions keep the platform's order, the device's come after.
 * `known`: without it no conflict is looked for, the newer text simply wins.
 */
export function merge(lms: LearnerRecord, device: LearnerRecord, known?: KnownVersions): Merged {
  const newer = device.counter > lms.counter;
  const [first, second] = newer ? [device, lms] : [lms, device];
  const recovered: TextPlace[] = [];
  const conflicts: TextPlace[] = [];
  const modules: Record<number, ModuleRecord> = {};
  for (const module of new Set([...Object.keys(lms.modules), ...Object.keys(device.modules)].map(Number))) {
    const [here, there] = [moduleOf(lms, module), moduleOf(device, module)];
    const merged = mergeModules(here, there, newer);
    const others = { ...merged.others };
    for (const block of Object.keys(merged.texts).map(Number)) {
      const place = { module, block };
      const [a, b] = [here.texts[block], there.texts[block]];
      if (a && b && known && clash(a, b, known[textKey(place)] ?? [])) {
        others[block] = versions([...(others[block] ?? []), a.at > b.at ? b : a]);
        conflicts.push(place);
      }
      if (!sameParts(merged.texts[block]!, a)) recovered.push(place);
    }
    modules[module] = { ...merged, others };
  }
  const slots = [...lms.slots, ...missingSlots(lms.slots, device.slots)];
  const scores = [lms.score, device.score].filter((score) => score !== undefined);
  const limit = lms.limit ?? device.limit;
  const key = lms.key ?? device.key;
  const location = first.location ?? second.location;
  const merged: LearnerRecord = {
    counter: Math.max(lms.counter, device.counter),
    status: furthest(lms.status, device.status),
    modules,
    slots,
    objectives: [...lms.objectives, ...device.objectives.filter((one) => !lms.objectives.includes(one))],
    unsent: [],
    ...(location && { location }),
    ...(scores.length > 0 && { score: Math.max(...scores) }),
    ...(limit !== undefined && { limit }),
    ...(key && { key }),
  };
  const resend = slots.flatMap((slot, index) =>
    index >= lms.slots.length || lms.unsent.includes(index) || (isLast(slots, index) && !sameAnswer(lms, merged, slot))
      ? [index]
      : [],
  );
  const record = { ...merged, unsent: resend };
  const ahead =
    newer ||
    recovered.length > 0 ||
    conflicts.length > 0 ||
    resend.length > 0 ||
    record.status !== lms.status ||
    record.score !== lms.score;
  return { record, recovered, conflicts, resend, ahead };
}

/** Both changed since this device last knew the platform's version, and neither holds the other whole. */
const clash = (lms: TextRecord, device: TextRecord, known: readonly number[]): boolean =>
  !known.includes(lms.at) && !known.includes(device.at) && !holds(lms, device) && !holds(device, lms);

/** Every part of the second stands word for word in the first. */
const holds = (whole: TextRecord, part: TextRecord): boolean =>
  Object.entries(part.parts).every(([number, text]) => (whole.parts[Number(number)] ?? '').includes(text));

/** Latest first, each date once. */
const versions = (texts: readonly TextRecord[]): TextRecord[] =>
  [...new Map(texts.map((text) => [text.at, text])).values()].sort((a, b) => b.at - a.at);

function mergeModules(lms: ModuleRecord, device: ModuleRecord, deviceNewer: boolean): ModuleRecord {
  const finished = [lms.finishedOn, device.finishedOn].filter((day) => day !== undefined).sort()[0];
  return {
    seen: [...new Set([...lms.seen, ...device.seen])].sort((a, b) => a - b),
    seconds: Math.max(lms.seconds, device.seconds),
    ...(finished !== undefined && { finishedOn: finished }),
    answers: mergeKeys(lms.answers, device.answers, (a, b) => furtherAnswer(a, b, deviceNewer)),
    texts: mergeKeys(lms.texts, device.texts, (a, b) => (b.at > a.at ? b : a)),
    others: mergeKeys(lms.others, device.others, (a, b) => versions([...a, ...b])),
    versions: mergeKeys(lms.versions, device.versions, (a, b) => keptVersions([...a, ...b])),
    quizzes: mergeKeys(lms.quizzes, device.quizzes, (a, b) => {
      const drawn = deviceNewer ? (b.drawn ?? a.drawn) : (a.drawn ?? b.drawn);
      return {
        tries: Math.max(a.tries, b.tries),
        first: a.tries > 0 ? a.first : b.first,
        best: Math.max(a.best, b.best),
        ...(drawn && { drawn }),
      };
    }),
  };
}

function mergeKeys<T>(
  a: Readonly<Record<number, T>>,
  b: Readonly<Record<number, T>>,
  both: (a: T, b: T) => T,
): Record<number, T> {
  const merged: Record<number, T> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const known = a[Number(key)];
    merged[Number(key)] = known === undefined ? value : both(known, value);
  }
  return merged;
}

const furtherAnswer = (a: AnswerRecord, b: AnswerRecord, bNewer: boolean) => {
  if (a.attempts !== b.attempts) return a.attempts > b.attempts ? a : b;
  return bNewer ? b : a;
};

const sameAnswer = (a: LearnerRecord, b: LearnerRecord, { module, block }: Slot) =>
  JSON.stringify(moduleOf(a, module).answers[block]) === JSON.stringify(moduleOf(b, module).answers[block]);

/** The first of a block's two slots holds its first answer, which no later try changes. */
const isLast = (slots: readonly Slot[], index: number) =>
  !slots.slice(index + 1).some(({ module, block }) => module === slots[index]!.module && block === slots[index]!.block);

/** A block may hold two slots (first and last try): counted, not only found. */
function missingSlots(known: readonly Slot[], other: readonly Slot[]): Slot[] {
  const left = known.map(({ module, block }) => `${module}/${block}`);
  return other.filter(({ module, block }) => {
    const at = left.indexOf(`${module}/${block}`);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
