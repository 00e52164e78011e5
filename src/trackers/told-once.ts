import type { Told } from '../storage/outbox.ts';
import { LrsError } from '../xapi/client.ts';
import type { StateDocument } from './state-document.ts';

interface Kept {
  v: 1;
  told: Readonly<Record<string, Told & { arrived?: boolean }>>;
}

/** Times a write meets what another page wrote, before the next one tries again. */
const MEETINGS = 3;
const NOTHING: Kept = { v: 1, told: {} };

/** What may be told once in a whole registration, across launches and devices: kept beside the learner's state. */
export class ToldOnce {
  #kept: Kept = NOTHING;
  /** As the store holds it. */
  #stored = JSON.stringify(NOTHING);

  constructor(readonly document: StateDocument) {}

  /** Rejects with `LrsError`: without it nobody knows what was told. */
  async read(): Promise<void> {
    const text = await this.document.read();
    if (text === undefined) return;
    this.#kept = together(this.#kept, read(text));
    this.#stored = text;
  }

  has(key: string): boolean {
    return key in this.#kept.told;
  }

  /** Told in a launch that may have died before it arrived: to be told again as the same fact. */
  get waiting(): readonly (Told & { key: string })[] {
    return Object.entries(this.#kept.told).flatMap(([key, { arrived, ...told }]) =>
      arrived ? [] : [{ key, ...told }],
    );
  }

  add(key: string, told: Told): void {
    if (!this.has(key)) this.#kept = { ...this.#kept, told: { ...this.#kept.told, [key]: told } };
  }

  /** These statements were seen to arrive. */
  settle(ids: ReadonlySet<string>): void {
    const told = Object.entries(this.#kept.told).map(([key, one]) => [
      key,
      ids.has(one.id) ? { ...one, arrived: true } : one,
    ]);
    this.#kept = { ...this.#kept, told: Object.fromEntries(told) };
  }

  /** Resolves at once when nothing changed. Rejects with `LrsError` when it is not known to be kept. */
  async write(): Promise<void> {
    for (let left = MEETINGS; this.#text() !== this.#stored; left -= 1) {
      if (left === 0) throw new LrsError(412, 'always another one');
      const text = this.#text();
      const written = await this.document.write(text);
      this.#stored = written.kept ? text : written.elsewhere;
      if (!written.kept) this.#kept = together(read(written.elsewhere), this.#kept);
    }
  }

  /** What is to leave with the page; absent when the store holds it. */
  get unkept(): string | undefined {
    const text = this.#text();
    return text === this.#stored ? undefined : text;
  }

  #text = () => JSON.stringify(this.#kept);
}

/** What was told first stays. */
function together(a: Kept, b: Kept): Kept {
  const told = { ...b.told, ...a.told };
  for (const [key, one] of Object.entries(b.told)) if (one.arrived) told[key] = { ...told[key]!, arrived: true };
  return { v: 1, told };
}

function read(text: string): Kept {
  try {
    return { ...NOTHING, ...(JSON.parse(text) as Kept) };
  } catch {
    return NOTHING;
  }
}
