import { expect, test } from 'vitest';
import { typeset } from './typography.ts';

test.each([
  ["l'enfant", 'l’enfant'],
  ['Pourquoi ? Oui ; non !', 'Pourquoi\u202f? Oui\u202f; non\u202f!'],
  ['Voici : tout', 'Voici\u00a0: tout'],
  ['« mot »', '«\u00a0mot\u00a0»'],
  ['11 400 habitants', '11\u202f400\u00a0habitants'],
  ['86 % à 14 h 32', '86\u00a0% à 14\u00a0h 32'],
  ['art. L. 214-1-3, loi n° 2023', 'art.\u00a0L.\u00a0214-1-3, loi n°\u00a02023'],
  ['trois points...', 'trois points…'],
  ['http://x', 'http://x'],
])('%s', (plain, set) => {
  expect(typeset(plain)).toBe(set);
  expect(typeset(set)).toBe(set);
});
