import { expect, test } from 'vitest';
import { wordCount } from '../../src/model/words.ts';
import { courseWith } from '../../tests/content/course-files.ts';
import { easeInWords, kandelMoles, longSentenceWarnings, readability, syllablesIn } from './readability.ts';

const page = (body: string) => ({ file: 'c/01-m/01-page.md', body, bodyLine: 6, sources: courseWith('') });

/** Hand-counted: words, syllables as they are said. */
test.each([
  ['Longtemps, je me suis couché de bonne heure.', 8, 10],
  ['Les hommes naissent et demeurent libres et égaux en droits.', 10, 12],
  ['La loi est l’expression de la volonté générale.', 8, 14],
])('« %s » has %i words and %i syllables', (text, words, syllableCount) => {
  expect([wordCount(text), syllablesIn(text)]).toEqual([words, syllableCount]);
  expect(readability(page(text)).ease).toBeCloseTo(207 - 1.015 * words - (73.6 * syllableCount) / words, 6);
});

test('the formula of Kandel and Moles: 100 words, 5 sentences, 170 syllables give 61.6', () => {
  expect(kandelMoles(100, 5, 170)).toBeCloseTo(61.58, 2);
  expect([95, 61.58, 12].map(easeInWords)).toEqual(['très facile', 'courant', 'très difficile']);
});

test('an administrative sentence is harder than a tale', () => {
  const tale = readability(page('Il était une fois un roi. Il avait trois filles. La plus jeune aimait le bois.'));
  const decree = readability(
    page(
      'L’établissement de coopération intercommunale compétent élabore le schéma pluriannuel de développement des équipements d’accueil collectif.',
    ),
  );
  expect(tale.wordsPerSentence).toBeCloseTo(16 / 3, 6);
  expect(tale.ease! - decree.ease!).toBeGreaterThan(60);
});

test('labels, cells and items without a full stop are no sentence', () => {
  const { sentences, ease } = readability(
    page('## Un titre.\n\n- un élément ;\n- un autre\n\n| a. | b. |\n|---|---|\n| c. | d. |\n'),
  );
  expect([sentences, ease]).toEqual([0, undefined]);
});

test('a sentence of 36 words is said at the line where it begins, one of 35 is not', () => {
  const long = (count: number) => `Début ${Array.from({ length: count - 2 }, () => 'mot').join(' ')} fin.`;
  const warnings = longSentenceWarnings(readability(page(`${long(35)}\n${long(36)}\n`)));
  expect(warnings.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
    'c/01-m/01-page.md:7 lisibilite/phrase-longue',
  ]);
  expect(warnings[0]!.message).toContain('36\u00a0mots');
});
