import { wellFormed } from '../model/well-formed.ts';
import { ByteReader, ByteWriter, checksum, fromBase64url, toBase64url } from './bytes.ts';
import type { Deflate } from './deflate.ts';
import {
  type AnswerRecord,
  type Certainty,
  type CourseStatus,
  emptyModule,
  emptyRecord,
  type LearnerRecord,
  type ModuleRecord,
  type Slot,
  type TextRecord,
} from './record.ts';

/**
 * The resume string, ASCII, version 1: `1.PROGRESS.SUM` then one `.MODULE-BLOCK-TIME-TEXT` per text, latest first.
 * Progress stands alone and first: a string cut by an LMS loses texts from the oldest, never progress. Everything is
 * named by lock numbers, so an answer to a block that is gone is kept, not misread.
 * docs/decisions/0001-resume-string.md
 */
const VERSION = '1';
/** Before the segment of a version that a conflict set aside, and of an earlier one; never a digit of base 36. */
const OTHER = '_';
const VERSION_MARK = '__';
const MARKS = { texts: '', others: OTHER, versions: VERSION_MARK } as const;
type Kept = keyof typeof MARKS;
const STATUSES: readonly CourseStatus[] = ['incomplete', 'completed', 'passed'];
const EPOCH = Date.UTC(2020, 0, 1);
const DAY = 86_400_000;

/** A text that did not fit: it must stay on the device. `other`: a version of it, not the text itself. */
export interface LeftOut {
  module: number;
  block: number;
  other?: boolean;
}

export interface Encoded {
  data: string;
  leftOut: readonly LeftOut[];
}

/**
 * `limit` in characters. Progress always goes in; then texts, latest first, each whole or not at all. Without `deflate`
 * the string is longer, and as good.
 */
export function encodeResume(
  record: LearnerRecord,
  deflate: Deflate | undefined,
  limit = Number.POSITIVE_INFINITY,
): Encoded {
  const progress = deflated(encodeProgress(record), deflate);
  let data = `${VERSION}.${progress}.${checksum(progress)}`;
  const leftOut: LeftOut[] = [];
  for (const kept of Object.keys(MARKS) as Kept[]) {
    for (const { module, block, text } of textsByRecency(record, kept)) {
      const segment = `.${MARKS[kept]}${encodeText(module, block, text, deflate)}`;
      if (data.length + segment.length <= limit) data += segment;
      else leftOut.push({ module, block, ...(kept !== 'texts' && { other: true }) });
    }
  }
  return { data, leftOut };
}

export interface Decoded {
  record: LearnerRecord;
  /** `empty`: nothing yet. `damaged`: progress unreadable. `newer`: written by a later version. `cut`: a text was cut. */
  state: 'empty' | 'whole' | 'cut' | 'damaged' | 'newer';
}

export const emptyState: Decoded = { record: emptyRecord, state: 'empty' };

/** Never throws: what can be read is kept. */
export function decodeResume(data: string, inflate: Deflate): Decoded {
  if (data === '') return emptyState;
  const [version, progress = '', sum, ...segments] = data.split('.');
  if (version !== VERSION) return { record: emptyRecord, state: /^\d+$/.test(version ?? '') ? 'newer' : 'damaged' };
  let record = emptyRecord;
  let state: Decoded['state'] = 'whole';
  try {
    if (checksum(progress) !== sum) throw new Error('checksum');
    record = decodeProgress(inflated(progress, inflate));
  } catch {
    state = 'damaged';
  }
  for (const segment of segments) {
    try {
      const list = segment.startsWith(VERSION_MARK) ? 'versions' : segment.startsWith(OTHER) ? 'others' : undefined;
      const { module, block, text } = decodeText(segment.slice(MARKS[list ?? 'texts'].length), inflate);
      const known = record.modules[module] ?? emptyModule;
      const kept = list
        ? { [list]: { ...known[list], [block]: [...(known[list][block] ?? []), text] } }
        : { texts: { ...known.texts, [block]: text } };
      record = { ...record, modules: { ...record.modules, [module]: { ...known, ...kept } } };
    } catch {
      if (state === 'whole') state = 'cut';
    }
  }
  return { record, state };
}

/** `d` deflated or `r` raw, whichever is shorter. */
function deflated(bytes: ArrayLike<number>, deflate: Deflate | undefined): string {
  const raw = Uint8Array.from(bytes);
  const small = deflate?.deflate(raw);
  return small && small.length < raw.length ? `d${toBase64url(small)}` : `r${toBase64url(raw)}`;
}

function inflated(text: string, { inflate }: Deflate): Uint8Array {
  const bytes = fromBase64url(text.slice(1));
  return text[0] === 'd' ? inflate(bytes) : bytes;
}

function textsByRecency(record: LearnerRecord, kept: Kept) {
  return Object.entries(record.modules)
    .flatMap(([module, held]) =>
      Object.entries(held[kept]).flatMap(([block, texts]: [string, TextRecord | readonly TextRecord[]]) =>
        [texts].flat().map((text) => ({ module: Number(module), block: Number(block), text })),
      ),
    )
    .sort((a, b) => b.text.at - a.text.at || a.module - b.module || a.block - b.block);
}

/** In the place of a part's number: when a version was shared. */
const SHARED = -1;

function encodeText(
  module: number,
  block: number,
  { at, parts, shared }: TextRecord,
  deflate: Deflate | undefined,
): string {
  const flat = Object.entries(parts).flatMap(([part, text]) => [Number(part), wellFormed(text)]);
  if (shared !== undefined) flat.push(SHARED, String(shared));
  return [module, block, at]
    .map((number) => number.toString(36))
    .join('-')
    .concat('-', deflated(new TextEncoder().encode(JSON.stringify(flat)), deflate));
}

function decodeText(segment: string, inflate: Deflate): { module: number; block: number; text: TextRecord } {
  const [, module = '', block = '', at = '', payload = ''] = /^([^-]+)-([^-]+)-([^-]+)-(.+)$/.exec(segment) ?? [];
  const flat = JSON.parse(new TextDecoder().decode(inflated(payload, inflate))) as (number | string)[];
  const parts: Record<number, string> = {};
  for (let i = 0; i + 1 < flat.length; i += 2) parts[Number(flat[i])] = String(flat[i + 1]);
  const numbers = [module, block, at].map((text) => Number.parseInt(text, 36));
  if (numbers.some(Number.isNaN)) throw new Error(`Not a text segment: ${segment.slice(0, 20)}`);
  const { [SHARED]: shared, ...rest } = parts;
  const text = { at: numbers[2]!, parts: rest, ...(shared !== undefined && { shared: Number(shared) }) };
  return { module: numbers[0]!, block: numbers[1]!, text };
}

function encodeProgress(record: LearnerRecord): number[] {
  const out = new ByteWriter();
  out.number(record.counter);
  out.number(STATUSES.indexOf(record.status));
  out.number(record.score === undefined ? 0 : record.score + 1);
  out.number(record.limit ?? 0);
  out.number(record.location?.module ?? 0);
  out.number(record.location?.page ?? 0);
  out.number(record.location?.block ?? 0);
  writeSlots(out, record.slots);
  out.number(record.objectives.length);
  let last = 0;
  for (const number of record.objectives) {
    out.number(zigzag(number - last));
    last = number;
  }
  out.number(record.unsent.length);
  for (const index of record.unsent) out.number(index);
  const key = record.key ? fromBase64url(record.key) : new Uint8Array();
  out.number(key.length);
  for (const byte of key) out.byte(byte);
  const modules = Object.entries(record.modules);
  out.number(modules.length);
  for (const [number, module] of modules) writeModule(out, Number(number), module);
  return out.bytes;
}

function decodeProgress(bytes: Uint8Array): LearnerRecord {
  const input = new ByteReader(bytes);
  const counter = input.number();
  const status = STATUSES[input.number()] ?? 'incomplete';
  const score = input.number();
  const limit = input.number();
  const [module, page, block] = [input.number(), input.number(), input.number()];
  const slots = readSlots(input);
  const objectives: number[] = [];
  for (let left = input.number(); left > 0; left -= 1)
    objectives.push((objectives.at(-1) ?? 0) + unzigzag(input.number()));
  const unsent = Array.from({ length: input.number() }, () => input.number());
  const key = toBase64url(Array.from({ length: input.number() }, () => input.byte()));
  const modules: Record<number, ModuleRecord> = {};
  for (let left = input.number(); left > 0; left -= 1) {
    const number = input.number();
    modules[number] = readModule(input);
  }
  return {
    counter,
    status,
    slots,
    objectives,
    unsent,
    modules,
    ...(key && { key }),
    ...(score > 0 && { score: score - 1 }),
    ...(limit > 0 && { limit }),
    ...(module > 0 && { location: { module, page, ...(block > 0 && { block }) } }),
  };
}

const zigzag = (value: number) => (value >= 0 ? value * 2 : -value * 2 - 1);
const unzigzag = (value: number) => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

/** Steps from one block to the next; 0 announces another module. */
function writeSlots(out: ByteWriter, slots: readonly Slot[]): void {
  out.number(slots.length);
  let [module, block] = [0, 0];
  for (const slot of slots) {
    if (slot.module !== module) {
      out.number(0);
      out.number(slot.module);
      [module, block] = [slot.module, 0];
    }
    out.number(zigzag(slot.block - block) + 1);
    block = slot.block;
  }
}

function readSlots(input: ByteReader): Slot[] {
  const slots: Slot[] = [];
  let [module, block] = [0, 0];
  for (let left = input.number(); left > 0; ) {
    const step = input.number();
    if (step === 0) {
      [module, block] = [input.number(), 0];
      continue;
    }
    block += unzigzag(step - 1);
    slots.push({ module, block });
    left -= 1;
  }
  return slots;
}

function writeModule(out: ByteWriter, number: number, module: ModuleRecord): void {
  out.number(number);
  out.number(Math.round(module.seconds));
  out.number(module.finishedOn ? Math.round((Date.parse(module.finishedOn) - EPOCH) / DAY) + 1 : 0);
  const highest = Math.max(0, ...module.seen);
  out.number(Math.ceil(highest / 8));
  for (let from = 1; from <= highest; from += 8) {
    out.byte(
      module.seen.reduce((bits, page) => (page >= from && page < from + 8 ? bits | (1 << (page - from)) : bits), 0),
    );
  }
  const quizzes = Object.entries(module.quizzes).map(([block, quiz]) => ({ block: Number(block), quiz }));
  const answers = Object.entries(module.answers).map(([block, answer]) => ({ block: Number(block), answer }));
  const all = [...quizzes, ...answers].sort((a, b) => a.block - b.block);
  out.number(all.length);
  let last = 0;
  for (const one of all) {
    out.number(one.block - last);
    last = one.block;
    if ('quiz' in one) {
      const { tries, first, best, drawn } = one.quiz;
      out.byte(drawn ? QUIZ | DRAWN : QUIZ);
      for (const number of [tries, first, best]) out.number(number);
      if (drawn) writeDrawn(out, drawn);
    } else writeAnswer(out, one.answer);
  }
}

function readModule(input: ByteReader): ModuleRecord {
  const seconds = input.number();
  const day = input.number();
  const seen: number[] = [];
  const bytes = input.number();
  for (let rank = 0; rank < bytes; rank += 1) {
    const bits = input.byte();
    for (let bit = 0; bit < 8; bit += 1) if (bits & (1 << bit)) seen.push(rank * 8 + bit + 1);
  }
  const answers: Record<number, AnswerRecord> = {};
  const quizzes: ModuleRecord['quizzes'] & Record<number, unknown> = {};
  let block = 0;
  for (let left = input.number(); left > 0; left -= 1) {
    block += input.number();
    const header = input.byte();
    if ((header & 3) === QUIZ) {
      const [tries, first, best] = [input.number(), input.number(), input.number()];
      const drawn = header & DRAWN ? readDrawn(input) : undefined;
      Object.assign(quizzes, { [block]: { tries, first, best, ...(drawn && { drawn }) } });
    } else answers[block] = readAnswer(input, header);
  }
  const finishedOn = day > 0 ? new Date(EPOCH + (day - 1) * DAY).toISOString().slice(0, 10) : undefined;
  return { seen, seconds, answers, texts: {}, others: {}, versions: {}, quizzes, ...(finishedOn && { finishedOn }) };
}

/** Low two bits of a header: how many numbers the answer takes, or that it is a quiz result. */
const ONE = 0;
const MANY = 1;
const QUIZ = 2;
const NONE = 3;

/** Beside QUIZ: the questions of the present try follow. */
const DRAWN = 4;

function writeDrawn(out: ByteWriter, drawn: readonly number[]): void {
  out.number(drawn.length);
  drawn.forEach((block, rank) => {
    out.number(zigzag(block - (drawn[rank - 1] ?? 0)));
  });
}

function readDrawn(input: ByteReader): number[] {
  const drawn: number[] = [];
  for (let left = input.number(); left > 0; left -= 1) drawn.push((drawn.at(-1) ?? 0) + unzigzag(input.number()));
  return drawn;
}

function writeAnswer(
  out: ByteWriter,
  { code, certainty, attempts, correct, passed, cleared, first }: AnswerRecord,
): void {
  const kind = code && cleared ? MANY : kindOf(code);
  out.byte(kind | (certainty << 2) | (attempts << 4) | (Number(correct) << 6) | (Number(passed) << 7));
  writeCode(out, kind, code, cleared === true);
  if (attempts <= 1) return;
  out.byte(kindOf(first?.code) | (Number(first?.correct ?? false) << 2) | ((first?.certainty ?? 0) << 3));
  writeCode(out, kindOf(first?.code), first?.code, false);
}

function readAnswer(input: ByteReader, header: number): AnswerRecord {
  const attempts = (header >> 4) & 3;
  const { code, cleared } = readCode(input, header & 3);
  const head = attempts > 1 ? input.byte() : NONE;
  const { code: firstCode } = readCode(input, head & 3);
  return {
    attempts,
    certainty: ((header >> 2) & 3) as Certainty,
    correct: (header & 64) !== 0,
    passed: (header & 128) !== 0,
    ...(code && { code }),
    ...(cleared && { cleared }),
    ...(firstCode && {
      first: { code: firstCode, correct: (head & 4) !== 0, certainty: ((head >> 3) & 3) as Certainty },
    }),
  };
}

/** Added to the count of a code that a new try has cleared. */
const CLEARED = 64;
/** A count from here on is that of a longer code, doubled, its last bit for « cleared ». */
const LONG = 128;

const kindOf = (code: readonly number[] | undefined) => (code === undefined ? NONE : code.length === 1 ? ONE : MANY);

function writeCode(out: ByteWriter, kind: number, code: readonly number[] | undefined, cleared: boolean): void {
  const length = code?.length ?? 0;
  if (kind === MANY)
    out.number(length < CLEARED ? length + (cleared ? CLEARED : 0) : LONG + length * 2 + Number(cleared));
  for (const number of code ?? []) out.number(number);
}

function readCode(input: ByteReader, kind: number): { code?: number[]; cleared: boolean } {
  if (kind === NONE) return { cleared: false };
  const count = kind === ONE ? 1 : input.number();
  const cleared = count >= LONG ? count % 2 === 1 : count >= CLEARED;
  const length = count >= LONG ? Math.floor((count - LONG) / 2) : count % CLEARED;
  return { code: Array.from({ length }, () => input.number()), cleared };
}
