import { type Issue, quoted } from '../../src/content/issue.ts';
import { wordCount } from '../../src/model/words.ts';
import type { PageSource } from './page-walk.ts';
import { passagesOf } from './passages.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { syllables } from './syllables.ts';

/** Words: a longer sentence is worth a second look. */
export const LONGEST_SENTENCE = 35;

/**
 * Reading ease of French, from about 0 (hard) to 100 (easy); beyond either end for extreme texts. Kandel and Moles,
 * « Application de l’indice de Flesch à la langue française », Cahiers d’études de radio-télévision, 1958:
 * 207 − 1.015 × words per sentence − 73.6 × syllables per word.
 */
export const kandelMoles = (words: number, sentences: number, syllableCount: number) =>
  207 - 1.015 * (words / sentences) - 73.6 * (syllableCount / words);

/** Flesch’s bands, in Reading Ease; the French formula keeps his scale. */
const BANDS: readonly [from: number, words: string][] = [
  [90, 'très facile'],
  [80, 'facile'],
  [70, 'assez facile'],
  [60, 'courant'],
  [50, 'assez difficile'],
  [30, 'difficile'],
  [Number.NEGATIVE_INFINITY, 'très difficile'],
];
export const easeInWords = (score: number) => BANDS.find(([from]) => score >= from)![1];

export interface Readability {
  /** Whole sentences: labels and items without a full stop do not count. */
  sentences: number;
  /** Mean of the whole sentences; 0 when there is none. */
  wordsPerSentence: number;
  /** Kandel and Moles; undefined when the page has no whole sentence. */
  ease: number | undefined;
  long: readonly Sentence[];
}

export function readability(page: PageSource): Readability {
  const all = passagesOf(page).flatMap(sentencesOf);
  const whole = all.filter((sentence) => sentence.whole);
  const words = whole.reduce((sum, sentence) => sum + sentence.words, 0);
  const syllableCount = whole.reduce((sum, sentence) => sum + syllablesIn(sentence.text), 0);
  return {
    sentences: whole.length,
    wordsPerSentence: whole.length > 0 ? words / whole.length : 0,
    ease: whole.length > 0 ? kandelMoles(words, whole.length, syllableCount) : undefined,
    long: all.filter((sentence) => sentence.words > LONGEST_SENTENCE),
  };
}

/** As many as the formula counts words for: « l’enfant » is one word. */
export const syllablesIn = (text: string) =>
  (text.match(/[\p{L}\d]+(?:['’-][\p{L}\d]+)*/gu) ?? []).reduce((sum, word) => sum + syllables(word), 0);

export const longSentenceWarnings = ({ long }: Readability): Issue[] =>
  long.map(({ file, line, text, words }) => ({
    file,
    line,
    code: 'lisibilite/phrase-longue',
    message: `cette phrase a ${words}\u00a0mots\u00a0: ${quoted(beginning(text))}`,
    hint: `Au-delà de ${LONGEST_SENTENCE}\u00a0mots on relit\u00a0: coupez-la en deux, ou passez l’énumération en liste.`,
  }));

/** Eight words. */
const beginning = (text: string) =>
  wordCount(text) > 8
    ? `${text
        .split(/[\s\u00a0\u202f]+/)
        .slice(0, 8)
        .join(' ')}…`
    : text;
