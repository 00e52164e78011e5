import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { typeset } from './typography.ts';

test.each([
  ["l'enfant", 'l’enfant'],
  ["l'", 'l’'],
  ["lorsqu'", 'lorsqu’'],
  ["aujourd'hui", 'aujourd’hui'],
  ['Pourquoi ? Oui ; non !', 'Pourquoi\u202f? Oui\u202f; non\u202f!'],
  ['Voici : tout', 'Voici\u00a0: tout'],
  ['« mot »', '«\u00a0mot\u00a0»'],
  ['«mot»', '«\u00a0mot\u00a0»'],
  ['11 400 habitants', '11\u202f400\u00a0habitants'],
  ['11400 habitants', '11\u202f400\u00a0habitants'],
  ['1 250 000 €', '1\u202f250\u202f000\u00a0€'],
  ['en 2026 100 personnes', 'en 2026 100\u00a0personnes'],
  ['75011 Paris', '75011 Paris'],
  ['86 % à 14 h 32', '86\u00a0% à 14\u00a0h\u00a032'],
  ['à 14 h 2026 personnes', 'à 14\u00a0h 2026\u00a0personnes'],
  ['12%, 30€', '12\u00a0%, 30\u00a0€'],
  ['10h', '10h'],
  ['le 1er janvier, le 12 mars 2026', 'le 1er\u00a0janvier, le 12\u00a0mars 2026'],
  ['art. L. 214-1-3, loi n° 2023', 'art.\u00a0L.\u00a0214-1-3, loi n°\u00a02023'],
  ['n°4, nº 5', 'n°\u00a04, n°\u00a05'],
  ['trois points...', 'trois points…'],
  ['http://x', 'http://x'],
  ['https://a.fr/b?c=20%&d=e...', 'https://a.fr/b?c=20%&d=e...'],
  ["jean@l'oree.fr ?", "jean@l'oree.fr\u202f?"],
])('%s', (plain, set) => {
  expect(typeset(plain)).toBe(set);
  expect(typeset(set)).toBe(set);
});

const pieces = [
  ...['l', 'qu', 'Etat', 'n°', 'nº', 'M.', 'art.', 'h', 'janvier', 'habitants', '€', '%', 'www.', 'https://x', '@a.b'],
  ...['1', '25', '400', '12345', '2026', ' ', '  ', '\u00a0', '\u202f', '\n', "'", '’', '"', '«', '»'],
  ...[';', ':', '!', '?', '.', '...', '…', ',', '-', '(', ')', '&quot;', '&amp;'],
];

test('setting twice changes nothing more, whatever the text', () => {
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 14 });
  fc.assert(
    fc.property(text, (words) => {
      const set = typeset(words.join(''));
      expect(typeset(set)).toBe(set);
    }),
    { numRuns: 5000 },
  );
});

test('no letter and no digit is ever lost', () => {
  const kept = (text: string) => text.replace(/º|[^\p{L}\d]/gu, '');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (words) => {
      expect(kept(typeset(words.join('')))).toBe(kept(words.join('')));
    }),
  );
});
