import { expect, test } from 'vitest';
import { courseWith } from '../../tests/content/course-files.ts';
import { passagesOf } from './passages.ts';
import { sentencesOf } from './sentences.ts';

const at = (body: string) =>
  passagesOf({ file: 'p.md', body, bodyLine: 10, sources: courseWith('') }).map(
    ({ text, line, label }) => `${line} ${text}${label ? ' (titre)' : ''}`,
  );

test('stems, options and explanations come each at its line, without their Markdown', () => {
  expect(
    at(':::choix-unique{id=q}\nQue **faites**-vous ?\n\n- [x] J’écris [ici](a.md).\n  > Parce que.\n- [ ] Non.\n:::\n'),
  ).toEqual(['11 Que faites-vous ?', '13 J’écris ici.', '14 Parce que.', '15 Non.']);
});

test('a case keeps its words, not its arrows and ids', () => {
  expect(
    at(':::cas{id=c}\n### Titre\n\n#### debut\nTexte.\n\n- Je pars. {conseille} => fin\n  > Suite.\n:::\n'),
  ).toEqual(['11 Titre (titre)', '14 Texte.', '16 Je pars.', '17 Suite.']);
});

test('gaps are read with their answer, the two sides of a pair apart, codes not at all', () => {
  expect(at(':::texte-a-trous{id=t}\nUn [[relais | RPE]] et [[faux | (deux)]].\n:::\n')).toEqual([
    '11 Un relais et deux.',
  ]);
  expect(at(':::association{id=a}\nReliez.\n\n- PMI => Département\n:::\n')).toEqual([
    '11 Reliez.',
    '13 PMI (titre)',
    '13 Département (titre)',
  ]);
  expect(at(':::positionnement{id=p}\nOù en êtes-vous ?\n\n- C-1\n:::\n')).toEqual(['11 Où en êtes-vous ?']);
});

test('cells of a table come at the line of their row', () => {
  expect(at('Avant.\n\n| a | b |\n|---|---|\n| c | d |\n').slice(1)).toEqual([
    '12 a (titre)',
    '12 b (titre)',
    '14 c (titre)',
    '14 d (titre)',
  ]);
});

test('a shared text is read in its place, at its own lines', () => {
  const sources = courseWith('', { 'partages/secret.md': 'Un secret.\n\n## Suite\n' });
  const found = passagesOf({
    file: 'p.md',
    body: 'Avant.\n\n:::inclure{source=secret.md}\n:::\n\nAprès.\n',
    bodyLine: 10,
    sources,
  });
  expect(found.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([
    'p.md:10 Avant.',
    'partages/secret.md:1 Un secret.',
    'partages/secret.md:3 Suite',
    'p.md:15 Après.',
  ]);
});

const cut = (text: string) =>
  sentencesOf({ text, file: 'p.md', line: 1, label: false }).map(({ line, text: one }) => `${line} ${one}`);

test('a sentence ends before a capital, after its closing guillemet; abbreviations and initials end none', () => {
  expect(cut('Il dit : « Oui. » Elle part.\nVoir l’art. L. 214-1 du code, par M. Dupont. Fin')).toEqual([
    '1 Il dit : « Oui. »',
    '1 Elle part.',
    '2 Voir l’art. L. 214-1 du code, par M. Dupont.',
    '2 Fin',
  ]);
});
