import type { Block } from '../../model/course.ts';

export interface Criterion {
  /** Lock number. */
  number: number;
  html: string;
}

/** What the learner deposits is no answer: it goes through `write`, part by part, and nothing of it becomes an interaction. */
export interface Evidence extends Block {
  type: 'evidence';
  title: string;
  /** Static HTML of the instructions. */
  prompt: string;
  criteria: readonly Criterion[];
  required: boolean;
  /** How the lists of a learner's texts name each part. */
  parts: readonly { number: number; label: string }[];
}

/** Numbers of its parts in the record. */
export const PART = { kind: 1, title: 2, content: 3, date: 4, hash: 5, why: 6, criteria: 7 } as const;

/** What a piece of evidence is, as part 1 keeps it. */
export const KINDS = ['lien', 'texte', 'fichier'] as const;
export type EvidenceKind = (typeof KINDS)[number];

/** What the parts of the record say. Empty texts for what is not there yet. */
export interface Deposit {
  kind: EvidenceKind | undefined;
  title: string;
  /** The address, the text or the name of the file. */
  content: string;
  /** Day of the file, `2026-11-20`. */
  date: string;
  /** SHA-256 of the file, hexadecimal. */
  hash: string;
  why: string;
  criteria: readonly number[];
}

export function depositOf(parts: Readonly<Record<number, string>>): Deposit {
  const text = (part: number) => parts[part] ?? '';
  return {
    kind: KINDS.find((kind) => kind === text(PART.kind)),
    title: text(PART.title),
    content: text(PART.content),
    date: text(PART.date),
    hash: text(PART.hash),
    why: text(PART.why),
    criteria: text(PART.criteria).split(' ').map(Number).filter(Boolean),
  };
}

/** What a deposit lacks before it counts, in the order of the form. */
export type Lack = 'kind' | 'title' | 'lien' | 'address' | 'texte' | 'fichier';

export function lacks({ kind, title, content, hash }: Deposit): readonly Lack[] {
  const missing: Lack[] = [];
  if (!kind) missing.push('kind');
  if (title.trim() === '') missing.push('title');
  if (kind && content.trim() === '') missing.push(kind);
  else if (kind === 'lien' && !addressOf(content)) missing.push('address');
  else if (kind === 'fichier' && hash === '') missing.push('fichier');
  return missing;
}

/** The address of a link, when it is one that a page may lead to. */
export function addressOf(text: string): string | undefined {
  try {
    const url = new URL(text.trim());
    return url.protocol === 'https:' && url.hostname.includes('.') ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Enough of a hash to compare two by eye: « 9f86 d081 … 0f00 a08 ». */
export const shortHash = (hash: string) => `${hash.slice(0, 4)}\u00a0${hash.slice(4, 8)}\u00a0…\u00a0${hash.slice(-4)}`;
