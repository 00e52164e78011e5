import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialsOf, isName, suggestedName, titleOf } from './name.ts';

test.each([
  ['Équipe d’accueil', 'equipe-d-accueil'],
  ['Cœur de métier', 'coeur-de-metier'],
  ['Petite_Enfance', 'petite-enfance'],
  ['2026 : rentrée', 'rentree'],
  ['--', ''],
  ['un nom beaucoup trop long pour un dossier', 'un-nom-beaucoup-trop-long-pour-un'],
])('« %s » becomes %s', (written, suggested) => {
  expect(suggestedName(written)).toBe(suggested);
});

test('a suggested name can be used, and a name that can be used is left as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (written) => {
      const suggested = suggestedName(written);
      if (suggested) expect(isName(suggested)).toBe(true);
      if (isName(written)) expect(suggested).toBe(written);
    }),
  );
});

test.each([
  ['petite-enfance', 'Petite enfance', 'PE'],
  ['02-equipe', 'Équipe', 'EQ'],
  ['ecouter', 'Écouter', 'EC'],
  ['a-2-b-c-d-e', 'A 2 b c d e', 'ABCD'],
  ['x', 'X', 'XX'],
])('%s is titled « %s » and abbreviated %s', (name, title, initials) => {
  expect(titleOf(name)).toBe(title);
  expect(initialsOf(name)).toBe(initials);
});
