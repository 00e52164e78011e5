import { expect, test } from 'vitest';
import { vocabulary } from '../../src/blocks/authoring.ts';
import { compileCourse } from '../../src/content/compile.ts';
import { blockOf, htmlOf, issuesOf } from './block-of.ts';
import { courseWith, question } from './course-files.ts';

test('a fault is said at its own line, in a paragraph, a list, a quotation, a table, a heading', () => {
  const page = [
    'Une ligne',
    'puis Etat et',
    '`code\ncoeur` puis vrai?',
    '',
    '- un',
    '  - deux',
    '    et la soeur',
    '- soeur',
    '',
    '> cité',
    '> au coeur',
    '>',
    '> deux  espaces',
    '',
    '| a | b |',
    '|---|---|',
    '| c | 1ère |',
    '',
    '### Titre: un',
    '',
    '![la 2ème](https://a.fr/b.png)',
  ].join('\n');
  expect(issuesOf(page).filter((issue) => issue.includes('typographie'))).toEqual([
    '2 typographie/capitale',
    '4 typographie/espace',
    '8 typographie/ligature',
    '9 typographie/ligature',
    '12 typographie/ligature',
    '14 typographie/espace-double',
    '18 typographie/ordinal',
    '20 typographie/espace',
    '22 typographie/ordinal',
  ]);
});

test('a sign after a bold word, a link or code is judged with what precedes it', () => {
  expect(issuesOf('**Attention**: lisez [ceci](https://a.fr/b)? Et `npm`!')).toEqual([
    '1 typographie/espace',
    '1 typographie/espace',
    '1 typographie/espace',
  ]);
  expect(issuesOf('**Attention :** lisez [ceci](https://a.fr/coeur?a=b) ; `mot?` et https://a.fr/b?c')).toEqual([]);
});

test('a sign after a backslash is meant', () => {
  expect(issuesOf('Le signe \\" s’écrit seul, \\[mots\\]\\{lang=en\\} aussi.')).toEqual([]);
});

test('options, explanations, attributes and journals are read too, each said once', () => {
  expect(
    issuesOf(
      `${question('q', 'Le coeur?', 'Un  choix', 'Deux').trim()}\n\n:::retenir{titre="La 1ère fois"}\nTexte.\n:::\n\n:::journal{id=j}\n### Titre\n\nÉcrivez.\n\n- Ce que dit l’Etat\n  > Est-ce vrai?\n:::\n`,
    ),
  ).toEqual([
    '2 typographie/espace',
    '2 typographie/ligature',
    '4 typographie/espace-double',
    '5 typographie/espace-double',
    '10 typographie/ordinal',
    '19 typographie/capitale',
    '20 typographie/espace',
  ]);
});

test('the words of the YAML files are read at their line, folded ones too', () => {
  const { issues } = compileCourse(
    courseWith('', {
      'c/course.yaml': 'title: L’Etat\nsummary: >\n  Une ligne,\n  le coeur,\n  encore le coeur.\nmodules: [01-m]\n',
      'c/competencies.yaml': '- id: C-1\n  title: "La 1ère"\n  indicators:\n    - Bien\n    - Vrai?\n',
    }),
    vocabulary,
  );
  expect(issues.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
    'c/competencies.yaml:2 typographie/ordinal',
    'c/competencies.yaml:5 typographie/espace',
    'c/course.yaml:1 typographie/capitale',
    'c/course.yaml:4 typographie/ligature',
    'c/course.yaml:5 typographie/ligature',
  ]);
});

test('words of another language say so, and keep their own typography', () => {
  expect(htmlOf('Le [burn-out]{lang=en}, « [what is it? *Yes!*]{lang=en-gb} ».')).toBe(
    '<p>Le <span lang="en">burn-out</span>, «\u00a0<span lang="en-GB">what is it? <em>Yes!</em></span>\u00a0».</p>\n',
  );
  expect(htmlOf("Le [mot d'ici ?]{lang=fr}")).toContain('<span lang="fr">mot d’ici\u202f?</span>');
});

test('they may stand in a heading, a cell, a list, a link, an option, an explanation', () => {
  const page =
    '### Le [care]{lang=en}\n\n| [a]{lang=it} |\n|---|\n| [b]{lang=de} |\n\n- [[c](https://a.fr)]{lang=es}\n';
  expect([...htmlOf(page).matchAll(/lang="(..)"/g)].map(([, tag]) => tag)).toEqual(['en', 'it', 'de', 'es']);
  const choice = blockOf(question('q', 'Le [care]{lang=en} ?', 'Le [nudge]{lang=en}', 'Rien'));
  expect(JSON.stringify(choice).match(/lang=\\"en/g)).toHaveLength(3);
});

test('a glossary explains them, and is found by them', () => {
  const html = htmlOf(
    'Le [mot](glossaire:burn-out).\n\n:::glossaire\n- **[burn-out]{lang=en}** : épuisement, [stress]{lang=en} long.\n:::\n',
  );
  expect(html).toContain(
    '<b><span lang="en">burn-out</span>\u00a0:</b> épuisement, <span lang="en">stress</span> long.',
  );
  expect(html).toContain('<dt><span lang="en">burn-out</span></dt>');
});

test('a mark that is unclosed, empty or unknown is said, and its words are kept', () => {
  expect(issuesOf('Le [burn-out]{lang=en et\n[care]{lang=} puis\n[nudge]{lang=xx} et [x] {lang=en}')).toEqual([
    '1 langue/non-fermee',
    '2 langue/vide',
    '3 langue/inconnue',
    '3 langue/non-fermee',
  ]);
});
