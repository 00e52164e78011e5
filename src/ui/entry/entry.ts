import type { EntryMeta } from '../../model/entry.ts';
import type { TextRecord } from '../../runtime/record.ts';
import type { BlockElement } from '../block-element.ts';

/** What hides a text, once the learner has given their code. */
export interface Cipher {
  /** Of the code, base64url: tells which texts are its own. */
  readonly salt: string;
  seal(text: string): string;
  /** Undefined when another code sealed it. */
  open(sealed: string): string | undefined;
}

/** A text of the learner's own, as what is decided about it needs it: who reads it, a code, an answer to it. */
export interface Entry extends BlockElement {
  readonly block: BlockElement['block'] & { title: string };
  cipher: Cipher | undefined;
  readonly meta: EntryMeta;
  /** What the training team may read; absent when nothing is shared. */
  readonly sharedVersion: TextRecord | undefined;
  /** In clear; undefined while the learner's code has not been given. */
  textOf(part: number): string | undefined;
  /** Hidden first, when the learner has a code. */
  write(part: number, text: string): void;
  /** Changes when the learner's own words do; undefined while they are hidden. */
  readonly sum: string | undefined;
  /** '' for a part that names itself. */
  labelOf(part: number): string;
}
