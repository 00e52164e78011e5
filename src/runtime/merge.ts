import {
  type AnswerRecord,
  furthest,
  type LearnerRecord,
  type ModuleRecord,
  moduleOf,
  type Slot,
  type TextRecord,
} from './record.ts';

export interface Merged {
  record: LearnerRecord;
  /** Texts the platform did not have: the device's copy was newer. */
  recovered: readonly { module: number; block: number }[];
  /** Interactions the platform may not hold: to be sent again. */
  resend: readonly number[];
  /** True when the platform's copy is behind in any way. */
  ahead: boolean;
}

/**
 * The platform's record and the device's copy of the same attempt, put together: nothing is lost, the newer text wins
 * per block, a score or a status never falls. Interactions keep the platform's order, the device's come after.
 */
export function merge(lms: LearnerRecord, device: LearnerRecord): Merged {
  const newer = device.counter > lms.counter;
  const [first, second] = newer ? [device, lms] : [lms, device];
  const recovered: { module: number; block: number }[] = [];
  const numbers = new Set([...Object.keys(lms.modules), ...Object.keys(device.modules)].map(Number));
  const modules: Record<number, ModuleRecord> = {};
  for (const number of numbers) {
    const [here, there] = [moduleOf(lms, number), moduleOf(device, number)];
    modules[number] = mergeModules(here, there, newer);
    for (const [block, text] of Object.entries(modules[number]!.texts)) {
      if (!sameParts(text, here.texts[Number(block)])) recovered.push({ module: number, block: Number(block) });
    }
  }
  const slots = [...lms.slots, ...missingSlots(lms.slots, device.slots)];
  const objectives = [...lms.objectives, ...device.objectives.filter((one) => !lms.objectives.includes(one))];
  const scores = [lms.score, device.score].filter((score) => score !== undefined);
  const limit = lms.limit ?? device.limit;
  const record: LearnerRecord = {
    counter: Math.max(lms.counter, device.counter),
    status: furthest(lms.status, device.status),
    modules,
    slots,
    objectives,
    ...((first.location ?? second.location) && { location: first.location ?? second.location }),
    ...(scores.length > 0 && { score: Math.max(...scores) }),
    ...(limit !== undefined && { limit }),
  };
  const resend = slots.flatMap((slot, index) =>
    index >= lms.slots.length || (isLast(slots, index) && !sameAnswer(lms, record, slot)) ? [index] : [],
  );
  const ahead =
    newer || recovered.length > 0 || resend.length > 0 || record.status !== lms.status || record.score !== lms.score;
  return { record, recovered, resend, ahead };
}

function mergeModules(lms: ModuleRecord, device: ModuleRecord, deviceNewer: boolean): ModuleRecord {
  const finished = [lms.finishedOn, device.finishedOn].filter((day) => day !== undefined).sort()[0];
  return {
    seen: [...new Set([...lms.seen, ...device.seen])].sort((a, b) => a - b),
    seconds: Math.max(lms.seconds, device.seconds),
    ...(finished !== undefined && { finishedOn: finished }),
    answers: mergeKeys(lms.answers, device.answers, (a, b) => furtherAnswer(a, b, deviceNewer)),
    texts: mergeKeys(lms.texts, device.texts, (a, b) => (b.at > a.at ? b : a)),
    quizzes: mergeKeys(lms.quizzes, device.quizzes, (a, b) => ({
      tries: Math.max(a.tries, b.tries),
      first: a.first,
      best: Math.max(a.best, b.best),
    })),
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

const sameParts = (a: TextRecord, b: TextRecord | undefined) =>
  JSON.stringify(a.parts) === JSON.stringify(b?.parts ?? {});

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
