import { ByteReader, checksum, fromBase64url, toBase64url } from './bytes.ts';
import type { Deflate } from './deflate.ts';
import {
  type AnswerRecord,
  type Certainty,
  emptyModule,
  emptyRecord,
  type LearnerRecord,
  type ModuleRecord,
  type Slot,
  type TextRecord,
} from './record.ts';
import {
  CLEARED,
  DAY,
  DRAWN,
  EPOCH,
  LONG,
  MARKS,
  NONE,
  ONE,
  OTHER,
  QUIZ,
  SHARED,
  STATUSES,
  VERSION,
  VERSION_MARK,
} from './resume-format.ts';

export interface Decoded {
  record: LearnerRecord;
  /** `empty`: nothing yet. `damaged`: progress unreadable. `newer`: written by a later version. `cut`: a text was cut. */
  state: 'empty' | 'whole' | 'cut' | 'damaged' | 'newer';
}

const emptyState: Decoded = { record: emptyRecord, state: 'empty' };

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

function inflated(text: string, { inflate }: Deflate): Uint8Array {
  const bytes = fromBase64url(text.slice(1));
  return text[0] === 'd' ? inflate(bytes) : bytes;
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

function readDrawn(input: ByteReader): number[] {
  const drawn: number[] = [];
  for (let left = input.number(); left > 0; left -= 1) drawn.push((drawn.at(-1) ?? 0) + unzigzag(input.number()));
  return drawn;
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

function readCode(input: ByteReader, kind: number): { code?: number[]; cleared: boolean } {
  if (kind === NONE) return { cleared: false };
  const count = kind === ONE ? 1 : input.number();
  const cleared = count >= LONG ? count % 2 === 1 : count >= CLEARED;
  const length = count >= LONG ? Math.floor((count - LONG) / 2) : count % CLEARED;
  return { code: Array.from({ length }, () => input.number()), cleared };
}

const unzigzag = (value: number) => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);
