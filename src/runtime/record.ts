import { type EntryMeta, entryMeta, entryMetaText, isOwnPart, META_PART } from '../model/entry.ts';

/** The facts a learner produced. Grades, progress and status follow from them (progress.ts). Keys are lock numbers. */
export interface LearnerRecord {
  /** Grows by one at each change: two copies of one history compare by it. */
  counter: number;
  location?: Location | undefined;
  modules: Readonly<Record<number, ModuleRecord>>;
  /** Interactions in the order the LMS holds them: index → which block. A block's second slot is for its later tries. */
  slots: readonly Slot[];
  /** Competency numbers in the order the LMS holds their objectives. */
  objectives: readonly number[];
  /** Highest score told, 0 to 100: a course that grows never takes a point back. */
  score?: number | undefined;
  /** Furthest status told. */
  status: CourseStatus;
  /** Length of suspend data the LMS was seen to accept at most, in characters. */
  limit?: number | undefined;
  /** Interactions whose save failed: to be told again at the next launch. Indexes of `slots`, ascending. */
  unsent: readonly number[];
  /** Seals the device's copy once the LMS has given it back: 16 bytes, base64url. */
  key?: string | undefined;
}

export type CourseStatus = 'incomplete' | 'completed' | 'passed';

export interface Location {
  module: number;
  page: number;
  block?: number | undefined;
}

/** `block` 0 stands for the module's own bilan. */
export interface Slot {
  module: number;
  block: number;
}

export interface ModuleRecord {
  /** Page numbers opened, ascending. */
  seen: readonly number[];
  /** Active time spent in it. */
  seconds: number;
  /** Day it was first complete, `2026-11-22`. */
  finishedOn?: string | undefined;
  answers: Readonly<Record<number, AnswerRecord>>;
  texts: Readonly<Record<number, TextRecord>>;
  /** Versions that lost a conflict with `texts`: kept until the learner erases them. */
  others: Readonly<Record<number, readonly TextRecord[]>>;
  /** Earlier states of `texts`, latest first: all that were shared, and the last three others. */
  versions: Readonly<Record<number, readonly TextRecord[]>>;
  quizzes: Readonly<Record<number, QuizRecord>>;
}

/** 1 faible, 2 moyen, 3 élevé; 0 not asked. */
export type Certainty = 0 | 1 | 2 | 3;

export interface AnswerRecord {
  /** Last answer, as its type encodes it; absent when there never was one. */
  code?: readonly number[] | undefined;
  /** Answers given, 3 standing for three or more. */
  attempts: number;
  certainty: Certainty;
  correct: boolean;
  /** Deliberately passed. */
  passed: boolean;
  /** A new try of its quiz asks for another answer: `code` is then what the LMS holds, not what the page shows. */
  cleared?: boolean | undefined;
  /** The first answer, when there were several: the LMS keeps it beside the last. */
  first?: FirstAnswer | undefined;
}

export interface FirstAnswer {
  code: readonly number[];
  correct: boolean;
  certainty: Certainty;
}

export interface TextRecord {
  /** Last change, in milliseconds since 1970; two versions of a text never bear the same. */
  at: number;
  /** Part number → text; an emptied part stays, empty. */
  parts: Readonly<Record<number, string>>;
  /** Of a version only: when it was shared, in milliseconds since 1970. */
  shared?: number | undefined;
}

/** Results of finished tries, 0 to 100; `tries` 0: none is finished. */
export interface QuizRecord {
  tries: number;
  first: number;
  best: number;
  /** Questions of the present try, by block number; absent when the quiz asks them all. */
  drawn?: readonly number[] | undefined;
}

export const emptyRecord: LearnerRecord = {
  counter: 0,
  modules: {},
  slots: [],
  objectives: [],
  status: 'incomplete',
  unsent: [],
};
export const emptyModule: ModuleRecord = {
  seen: [],
  seconds: 0,
  answers: {},
  texts: {},
  others: {},
  versions: {},
  quizzes: {},
};

export type RecordEvent =
  | { type: 'visited'; module: number; page: number }
  | { type: 'reached'; module: number; page: number; block: number }
  | { type: 'answered'; module: number; block: number; code: readonly number[]; certainty: Certainty; correct: boolean }
  | { type: 'answer-kept'; module: number; block: number; code: readonly number[] }
  | { type: 'passed'; module: number; block: number }
  | { type: 'wrote'; module: number; block: number; part: number; text: string; at: number }
  | {
      type: 'shared';
      module: number;
      block: number;
      at: number;
      parts: Readonly<Record<number, string>>;
      sum?: string | undefined;
    }
  | { type: 'unshared'; module: number; block: number; at: number }
  | { type: 'sealed'; module: number; block: number; at: number; parts: Readonly<Record<number, string>> }
  | { type: 'quiz-restarted'; module: number; blocks: readonly number[] }
  | { type: 'quiz-drawn'; module: number; quiz: number; blocks: readonly number[] }
  | { type: 'quiz-finished'; module: number; quiz: number; score: number }
  | { type: 'slot-taken'; slot: Slot }
  | { type: 'objectives-opened'; competencies: readonly number[] }
  | { type: 'module-finished'; module: number; on: string }
  | { type: 'told'; score?: number | undefined; status: CourseStatus }
  | { type: 'limit-learnt'; limit: number }
  | { type: 'left-unsent'; slots: readonly number[] }
  | { type: 'key-made'; key: string }
  | { type: 'other-kept'; module: number; block: number; at: number }
  | { type: 'other-erased'; module: number; block: number; at: number }
  | { type: 'time-spent'; module: number; seconds: number };

export const moduleOf = (record: LearnerRecord, module: number): ModuleRecord => record.modules[module] ?? emptyModule;

/** Pure: the record after an event. Everything but elapsed time moves the counter. */
export function apply(record: LearnerRecord, event: RecordEvent): LearnerRecord {
  const next = change(record, event);
  return next === record || event.type === 'time-spent' ? next : { ...next, counter: record.counter + 1 };
}

function change(record: LearnerRecord, event: RecordEvent): LearnerRecord {
  switch (event.type) {
    case 'visited': {
      const { seen } = moduleOf(record, event.module);
      const location = { module: event.module, page: event.page };
      if (seen.includes(event.page)) return sameLocation(record.location, location) ? record : { ...record, location };
      return { ...withModule(record, event.module, { seen: [...seen, event.page].sort((a, b) => a - b) }), location };
    }
    case 'reached': {
      const { type: _, ...location } = event;
      return sameLocation(record.location, location) ? record : { ...record, location };
    }
    case 'answered': {
      const { answers } = moduleOf(record, event.module);
      const before = answers[event.block];
      const { code, certainty, correct } = event;
      const first = before && before.attempts > 0 ? (before.first ?? firstOf(before)) : undefined;
      const answer = {
        code,
        certainty,
        correct,
        passed: false,
        attempts: Math.min(3, (before?.attempts ?? 0) + 1),
        ...(first && { first }),
      };
      return withModule(record, event.module, { answers: { ...answers, [event.block]: answer } });
    }
    case 'answer-kept': {
      const { answers } = moduleOf(record, event.module);
      const { cleared: _, ...before } = answers[event.block] ?? {
        attempts: 0,
        certainty: 0,
        correct: false,
        passed: false,
      };
      return withModule(record, event.module, {
        answers: { ...answers, [event.block]: { ...before, code: event.code } },
      });
    }
    case 'passed': {
      const { answers } = moduleOf(record, event.module);
      const before = answers[event.block] ?? { attempts: 0, certainty: 0, correct: false };
      return withModule(record, event.module, {
        answers: { ...answers, [event.block]: { ...before, passed: true } },
      });
    }
    case 'wrote': {
      const { texts, versions } = moduleOf(record, event.module);
      const before = texts[event.block];
      const parts = before?.parts ?? {};
      if ((parts[event.part] ?? '') === event.text) return record;
      const text = { at: event.at, parts: { ...parts, [event.part]: event.text } };
      const rested = before && event.at - before.at > SAME_SITTING && isWritten(before);
      return withModule(record, event.module, {
        texts: { ...texts, [event.block]: text },
        ...(rested && {
          versions: { ...versions, [event.block]: keptVersions([before, ...(versions[event.block] ?? [])]) },
        }),
      });
    }
    case 'shared': {
      const { texts, versions } = moduleOf(record, event.module);
      const { module, block, at, parts } = event;
      const kept = keptVersions([{ at, parts, shared: at }, ...(versions[block] ?? [])]);
      return withModule(record, module, {
        texts: { ...texts, [block]: withMeta(texts[block], at, { shared: true, sum: event.sum }) },
        versions: { ...versions, [block]: kept },
      });
    }
    case 'unshared': {
      const { texts } = moduleOf(record, event.module);
      const text = withMeta(texts[event.block], event.at, { shared: false });
      return withModule(record, event.module, { texts: { ...texts, [event.block]: text } });
    }
    case 'sealed': {
      const { texts, versions, others } = moduleOf(record, event.module);
      const { module, block, at, parts } = event;
      // what was in clear would tell what the code hides; what was shared was shared
      const shared = (versions[block] ?? []).filter((version) => version.shared !== undefined);
      const { [block]: _, ...rest } = others;
      return withModule(record, module, {
        texts: { ...texts, [block]: { at, parts } },
        versions: { ...versions, [block]: shared },
        others: rest,
      });
    }
    case 'quiz-restarted': {
      const { answers } = moduleOf(record, event.module);
      const cleared = Object.fromEntries(
        event.blocks.flatMap((block) => (answers[block] ? [[block, clear(answers[block])]] : [])),
      );
      return withModule(record, event.module, { answers: { ...answers, ...cleared } });
    }
    case 'quiz-drawn': {
      const { quizzes } = moduleOf(record, event.module);
      const quiz = { ...(quizzes[event.quiz] ?? { tries: 0, first: 0, best: 0 }), drawn: event.blocks };
      return withModule(record, event.module, { quizzes: { ...quizzes, [event.quiz]: quiz } });
    }
    case 'quiz-finished': {
      const { quizzes } = moduleOf(record, event.module);
      const before = quizzes[event.quiz];
      const tried = before && before.tries > 0;
      const quiz = {
        ...before,
        tries: (before?.tries ?? 0) + 1,
        first: tried ? before.first : event.score,
        best: Math.max(tried ? before.best : 0, event.score),
      };
      return withModule(record, event.module, { quizzes: { ...quizzes, [event.quiz]: quiz } });
    }
    case 'slot-taken':
      return { ...record, slots: [...record.slots, event.slot] };
    case 'objectives-opened': {
      const fresh = event.competencies.filter((number) => !record.objectives.includes(number));
      return fresh.length === 0 ? record : { ...record, objectives: [...record.objectives, ...fresh] };
    }
    case 'module-finished':
      return moduleOf(record, event.module).finishedOn
        ? record
        : withModule(record, event.module, { finishedOn: event.on });
    case 'told': {
      const score = event.score === undefined ? record.score : Math.max(record.score ?? 0, event.score);
      const status = furthest(record.status, event.status);
      return score === record.score && status === record.status ? record : { ...record, score, status };
    }
    case 'limit-learnt':
      return record.limit === event.limit ? record : { ...record, limit: event.limit };
    case 'left-unsent':
      return String(event.slots) === String(record.unsent)
        ? record
        : { ...record, unsent: [...event.slots].sort((a, b) => a - b) };
    case 'key-made':
      return record.key ? record : { ...record, key: event.key };
    case 'other-kept': {
      const { texts, others, versions } = moduleOf(record, event.module);
      const current = texts[event.block];
      const earlier = versions[event.block]?.find(({ at }) => at === event.at);
      if (current && earlier) {
        const { shared: _, ...text } = earlier;
        return withModule(record, event.module, {
          texts: { ...texts, [event.block]: { ...text, at: Math.max(current.at, text.at) + 1 } },
          versions: { ...versions, [event.block]: keptVersions([current, ...versions[event.block]!]) },
        });
      }
      const other = others[event.block]?.find(({ at }) => at === event.at);
      if (!current || !other) return record;
      // the learner's choice is the latest word: it must win at the next merge too
      const kept = { ...other, at: Math.max(current.at, other.at) + 1 };
      const left = [...others[event.block]!.filter((one) => one !== other), current];
      return withModule(record, event.module, {
        texts: { ...texts, [event.block]: kept },
        others: { ...others, [event.block]: left },
      });
    }
    case 'other-erased': {
      const { others, versions } = moduleOf(record, event.module);
      return withModule(record, event.module, {
        others: withoutVersion(others, event.block, event.at),
        versions: withoutVersion(versions, event.block, event.at),
      });
    }
    case 'time-spent':
      return withModule(record, event.module, { seconds: moduleOf(record, event.module).seconds + event.seconds });
  }
}

const withMeta = (text: TextRecord | undefined, at: number, change: Partial<EntryMeta>): TextRecord => ({
  at,
  parts: { ...text?.parts, [META_PART]: entryMetaText({ ...entryMeta(text?.parts), ...change }) },
});

/** Work without a pause: within it, no version of a text is kept. Milliseconds. */
const SAME_SITTING = 30 * 60_000;
/** Versions kept beside those that were shared. */
const LAST_VERSIONS = 3;

export const isWritten = ({ parts }: TextRecord) =>
  Object.entries(parts).some(([part, text]) => isOwnPart(Number(part)) && text.trim() !== '');

/** Latest first, each date once. */
export function keptVersions(list: readonly TextRecord[]): TextRecord[] {
  const each = [...new Map(list.map((version) => [version.at, version])).values()].sort((a, b) => b.at - a.at);
  const last = each.filter(({ shared }) => shared === undefined).slice(0, LAST_VERSIONS);
  return each.filter((version) => version.shared !== undefined || last.includes(version));
}

function withoutVersion(
  versions: Readonly<Record<number, readonly TextRecord[]>>,
  block: number,
  at: number,
): Record<number, readonly TextRecord[]> {
  const { [block]: list = [], ...rest } = versions;
  const left = list.filter((version) => version.at !== at);
  return left.length > 0 ? { ...rest, [block]: left } : rest;
}

const firstOf = ({ code = [], correct, certainty }: AnswerRecord): FirstAnswer => ({ code, correct, certainty });

/** For a new try of its quiz. */
const clear = (answer: AnswerRecord): AnswerRecord => ({
  ...answer,
  passed: false,
  ...(answer.code && { cleared: true }),
});

/** What the page shows as answered now. */
export const currentCode = (answer: AnswerRecord | undefined): readonly number[] | undefined =>
  answer?.cleared ? undefined : answer?.code;

const withModule = (record: LearnerRecord, module: number, change: Partial<ModuleRecord>): LearnerRecord => ({
  ...record,
  modules: { ...record.modules, [module]: { ...moduleOf(record, module), ...change } },
});

const sameLocation = (a: Location | undefined, b: Location) =>
  a?.module === b.module && a.page === b.page && a.block === b.block;

const ORDER: readonly CourseStatus[] = ['incomplete', 'completed', 'passed'];
/** A status told never goes back. */
export const furthest = (a: CourseStatus, b: CourseStatus): CourseStatus =>
  ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
