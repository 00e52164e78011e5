import { wellFormed } from '../model/well-formed.ts';
import { ByteWriter, checksum, fromBase64url, toBase64url } from './bytes.ts';
import type { Deflate } from './deflate.ts';
import type { AnswerRecord, LearnerRecord, ModuleRecord, Slot, TextRecord } from './record.ts';
import {
  CLEARED,
  DAY,
  DRAWN,
  EPOCH,
  type Kept,
  LONG,
  MANY,
  MARKS,
  NONE,
  ONE,
  QUIZ,
  SHARED,
  STATUSES,
  VERSION,
} from './resume-format.ts';

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

/** `d` deflated or `r` raw, whichever is shorter. */
function deflated(bytes: ArrayLike<number>, deflate: Deflate | undefined): string {
  const raw = Uint8Array.from(bytes);
  const small = deflate?.deflate(raw);
  return small && small.length < raw.length ? `d${toBase64url(small)}` : `r${toBase64url(raw)}`;
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

const zigzag = (value: number) => (value >= 0 ? value * 2 : -value * 2 - 1);

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

function writeDrawn(out: ByteWriter, drawn: readonly number[]): void {
  out.number(drawn.length);
  drawn.forEach((block, rank) => {
    out.number(zigzag(block - (drawn[rank - 1] ?? 0)));
  });
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

const kindOf = (code: readonly number[] | undefined) => (code === undefined ? NONE : code.length === 1 ? ONE : MANY);

function writeCode(out: ByteWriter, kind: number, code: readonly number[] | undefined, cleared: boolean): void {
  const length = code?.length ?? 0;
  if (kind === MANY)
    out.number(length < CLEARED ? length + (cleared ? CLEARED : 0) : LONG + length * 2 + Number(cleared));
  for (const number of code ?? []) out.number(number);
}
