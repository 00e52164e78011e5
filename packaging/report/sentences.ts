import { wordCount } from '../../src/model/words.ts';
import type { Passage } from './passages.ts';

export interface Sentence {
  text: string;
  file: string;
  /** Where it begins, 1-based. */
  line: number;
  words: number;
  /** It ends as a sentence does; a label, an item without a full stop do not. */
  whole: boolean;
}

/** After a full stop and the marks that close with it, the space before what may begin a sentence. */
const BORDER = /(?<=[.!?…][\s\u00a0\u202f]?[»”)]?)[\s\u00a0\u202f]+(?=[—–(«“]?[\s\u00a0\u202f]?[\p{Lu}\d])/gu;
/** A point that ends an abbreviation or an initial, not a sentence. */
const ABBREVIATION = /(?:^|[\s(’'«\u00a0\u202f])(?:art|n|MM?|pp?|cf|Dr|Pr|St|ex|chap|al|vol|\p{Lu})\.$/u;
const END = /[.!?…][\s\u00a0\u202f]*[»”)]?$/u;

/** The sentences of a passage, in order; « ; » and « : » end none. */
export function sentencesOf({ text, file, line, label }: Passage): Sentence[] {
  const borders = [...text.matchAll(BORDER)].filter(({ index }) => !ABBREVIATION.test(text.slice(0, index)));
  const starts = [0, ...borders.map(({ 0: space, index }) => index + space.length)];
  return starts.flatMap((start, rank) => {
    const part = text.slice(start, starts[rank + 1]);
    const words = wordCount(part);
    if (words === 0) return [];
    const begins = start + part.length - part.trimStart().length;
    return [
      {
        text: part.trim(),
        file,
        line: line + text.slice(0, begins).split('\n').length - 1,
        words,
        whole: !label && END.test(part.trim()),
      },
    ];
  });
}
