import { expect, test } from 'vitest';
import { syllables } from './syllables.ts';

test.each([
  [1, 'les que porte portes langue libres naissent vent vie'],
  [2, 'enfant année parlons commune maison logique métier équipe naïf poète payer client demeurent moment famille'],
  [3, 'animal création février directrice participent gestionnaire présidente'],
  [4, 'département coordonner autorité'],
  [5, 'collectivité communication administratif'],
  [6, 'responsabilité'],
])('%i in each of these words', (count, words) => {
  for (const word of words.split(' ')) expect([word, syllables(word)]).toEqual([word, count]);
});

test('an elision belongs to the word it stands before', () => {
  expect(['l’enfant', 'qu’il', 'aujourd’hui', 'lorsqu’elle'].map(syllables)).toEqual([2, 1, 3, 2]);
});

test('capitals are spelled, digits are said one by one, a plural agent is sounded', () => {
  expect(['PMI', '2026', 'parents', 'participent', 'étaient'].map(syllables)).toEqual([3, 4, 2, 3, 2]);
});
