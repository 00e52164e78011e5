import { expect, test } from 'vitest';
import { type ForeignToken, readLanguage, strayMarks, withoutMarks } from './language.ts';

const read = (mark: string, text = 'burn-out') => {
  const token: ForeignToken = { type: 'foreign', raw: '', text, mark, tokens: [] };
  const language = readLanguage(token);
  return 'tag' in language ? language.tag : `${language.fault.code} ${language.fault.hint}`.replace(/\s/g, ' ');
};

test('a code is written as the standard writes it', () => {
  expect(['lang=en', 'lang="de"', 'lang=pt-br', ' lang = la ', 'lang=zh-Hant'].map((mark) => read(mark))).toEqual([
    'en',
    'de',
    'pt-BR',
    'la',
    'zh-Hant',
  ]);
});

test.each([
  ['lang=', 'langue/vide', 'Écrivez [mots]{lang=en}'],
  ['lang', 'langue/vide', 'Écrivez [mots]{lang=en}'],
  ['lang=xx', 'langue/inconnue', 'Codes courants : en (anglais)'],
  ['lang=anglais', 'langue/inconnue', '{lang=en} ?'],
  ['lang=en_GB', 'langue/inconnue', '{lang=en-GB} ?'],
  ['langue=en', 'langue/marque', 'Écrivez [mots]{lang=en}'],
  ['lang=en fr', 'langue/marque', 'Écrivez [mots]{lang=en}'],
])('{%s} is %s', (mark, code, cure) => {
  expect(read(mark)).toContain(code);
  expect(read(mark)).toContain(cure);
});

test('a mark needs words', () => {
  expect(read('lang=en', ' ')).toContain('langue/mots');
});

test('what is left of a mark is found in the prose', () => {
  expect(strayMarks('le burn-out]{lang=en, puis {lang=de}').map(({ at }) => at)).toEqual([12, 27]);
  expect(strayMarks('la {langue} et {conseille}')).toEqual([]);
});

test('an address is made of the words alone', () => {
  expect(withoutMarks('le [burn-out]{lang=en} des équipes')).toBe('le burn-out des équipes');
});
