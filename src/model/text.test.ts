import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accepts, comparable, TOLERANCES } from './text.ts';

const all = (text: string) => comparable(text, TOLERANCES);

describe('what passes when nothing is asked of the spelling', () => {
  test.each([
    ['bureaux', 'bureau'],
    ['journaux', 'journal'],
    ['travaux', 'travail'],
    ['détails', 'détail'],
    ['festivals', 'festival'],
    ['idéaux', 'idéal'],
    ['ideaux', 'idéal'],
    ['égaux', 'égal'],
    ['eaux', 'eau'],
    ['lieux', 'lieu'],
    ['vœux', 'voeu'],
    ['relais', 'relai'],
    ['l\u0027élu', 'L’élu'],
    ['l’élu', 'élu'],
    ['les élus', 'l’élu'],
    ['œuvre', 'oeuvre'],
    ['Œuvres', 'oeuvre'],
    ['commissions d\u0027admission', 'commission d’admission'],
    ['commission d admission', 'commission d’admission'],
    ['la commission d’admission', 'commission d’admission'],
    ['Caf', 'CAF'],
    ['la C.A.F.', 'Caf'],
    ['R.H.', 'RH'],
    ['autorité organisatrice.', 'Autorité organisatrice'],
    ['« autorité  organisatrice »', 'autorité organisatrice'],
    ['petite enfance', 'petite-enfance'],
    ['petite\u202f–\u202fenfance', 'petite-enfance'],
    ['e\u0301lu', 'élu'],
    ['3\u202f500 habitants', '3 500 habitants'],
  ])('%s is %s', (a, b) => {
    expect(all(a)).toBe(all(b));
  });
});

describe('what never passes', () => {
  test.each([
    ['bus', 'bu'],
    ['cas', 'ca'],
    ['Cas', 'Caf'],
    ['aux', 'au'],
    ['prix', 'pris'],
    ['voix', 'vois'],
    ['maux', 'mal'],
    ['mail', 'mal'],
    ['rail', 'râle'],
    ['taux', 'tas'],
    ['un', ''],
    ['la', 'le'],
    ['commune', 'communal'],
    ['PMI', 'PSU'],
    ['L. 214-1', 'R. 214-1'],
    ['12', '1,2'],
  ])('%s is not %s', (a, b) => {
    expect(all(a)).not.toBe(all(b));
  });
});

test.each([
  ['accents', 'élu', 'elu'],
  ['casse', 'Caf', 'CAF'],
  ['pluriel', 'bureau', 'bureaux'],
  ['apostrophes', 'petite-enfance', 'petite enfance'],
] as const)('%s alone lets pass its own difference, and only that one', (tolerance, a, b) => {
  for (const one of TOLERANCES) expect(comparable(a, [one]) === comparable(b, [one])).toBe(one === tolerance);
});

test('the exact spelling is asked for, spaces, apostrophe shapes and an ending period aside', () => {
  expect(comparable(' commission  d\u0027admission. ', [])).toBe(comparable('commission d’admission', []));
  for (const other of ['Commission d’admission', 'la commission d’admission', 'commissions d’admission'])
    expect(comparable(other, [])).not.toBe(comparable('commission d’admission', []));
});

test.each([
  ['Relais petite enfance', { text: 'relais petite enfance', exact: true }],
  ['le relais petite enfance.', { text: 'relais petite enfance', exact: true }],
  ['RELAIS PETITE-ENFANCE', { text: 'relais petite enfance', exact: false }],
  ['rpe', { text: 'RPE', exact: true }],
  ['relais', undefined],
  ['', undefined],
  [' . ', undefined],
])('%j is taken as %j', (given, expected) => {
  expect(accepts(given, ['relais petite enfance', 'RPE'], TOLERANCES)).toEqual(expected);
});

test('the closest of several accepted texts is the one given', () => {
  expect(accepts('Bureaux', ['bureau', 'bureaux'], TOLERANCES)).toEqual({ text: 'bureaux', exact: true });
});

test('a capital letter counts when the case does', () => {
  expect(accepts('caf', ['Caf'], ['accents'])).toBeUndefined();
});

test('whatever is typed, a text is itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.subarray([...TOLERANCES]), (text, tolerances) => {
      const found = accepts(text, [text], tolerances);
      expect(found).toEqual(comparable(text, tolerances) === '' ? undefined : { text, exact: true });
    }),
  );
});
