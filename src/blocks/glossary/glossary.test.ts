import { expect, test } from 'vitest';
import { blockOf, htmlOf, issuesOf } from '../../../tests/content/block-of.ts';
import { courseWith } from '../../../tests/content/course-files.ts';
import { compileCourse } from '../../content/compile.ts';
import { plainText } from '../../content/escape.ts';
import { formatIssue } from '../../content/issue.ts';
import { termId } from '../../content/terms.ts';
import { vocabulary } from '../authoring.ts';

const GLOSSARY = `:::glossaire
- **Relais petite enfance** : un *service* de la commune.
- **Caf** : voir le [relais petite enfance](glossaire:relais-petite-enfance).
:::
`;

test('draws its terms in alphabetical order', () => {
  const html = htmlOf(GLOSSARY);
  expect(html).toMatch(/^<dl class="card glossary"><div><dt>Caf<\/dt><dd><p>voir le /);
  expect(html).toContain('<dt>Relais petite enfance</dt><dd><p>un <em>service</em> de la commune.</p>\n</dd>');
});

test('a term of the text is a button that opens its definition, each time it is used, with no script', () => {
  const html = htmlOf(
    `Le [relais](glossaire:relais-petite-enfance) et la [Caf](glossaire:caf).\n\nLe [relais](glossaire:relais-petite-enfance).\n\n${GLOSSARY}`,
  );
  const targets = [...html.matchAll(/popovertarget="([^"]+)">/g)].map(([, id]) => id);
  expect(new Set(targets).size).toBe(4);
  for (const id of targets) expect(html.split(` id="${id}"`)).toHaveLength(2);
  expect(html).toContain(
    '<button type="button" class="term" popovertarget="m1-terme-1">relais</button><span popover id="m1-terme-1" class="term__note"><b>Relais petite enfance\u00a0:</b> un <em>service</em> de la commune.</span>',
  );
  // a definition opens no other
  expect(html).toContain('<b>Caf\u00a0:</b> voir le relais petite enfance.</span>');
  expect(plainText(html)).toMatch(/^Le relais et la Caf\. Le relais\. Caf/);
});

test('no line parts a term from its sign, nor from its elision', () => {
  const html = htmlOf(
    `L’action de l’[Caf](glossaire:caf), de la (« [Caf](glossaire:caf) ») et d’une [Caf](glossaire:caf) ; la [Caf](glossaire:caf) dit.\n\n${GLOSSARY}`,
  );
  const held = [
    ...html
      .split('<dl')[0]!
      .matchAll(/<span class="held">(.*?)<button.*?<\/button><span popover.*?<\/span>(.*?)<\/span>/g),
  ];
  expect(held.map(([, before, after]) => [before, after])).toEqual([
    ['l’', ','],
    ['«\u00a0', '\u00a0»)'],
    ['', '\u202f;'],
  ]);
  expect(plainText(html)).toContain('de l’Caf, de la («\u00a0Caf\u00a0») et d’une Caf\u202f; la Caf dit.');
});

test('the definition may stand on another page of the module, before or after', () => {
  const page = (body: string) => `---\ntitre: Page\netape: comprendre\nminutes: 1\n---\n${body}`;
  const course = courseWith('La [Caf](glossaire:caf).\n', {
    'c/01-m/02-mots.md': page(GLOSSARY),
    'c/01-m/03-suite.md': page('La [Caf](glossaire:caf).\n'),
  });
  const { issues, modules } = compileCourse(course, vocabulary);
  expect(issues.map(formatIssue).filter((text) => !text.includes('verrou/'))).toEqual([]);
  const pages = Object.values(modules[0]!.pages).map(({ html }) => html);
  expect(pages[0]).toContain('popovertarget="m1-terme-1"');
  expect(pages[2]).toContain('popovertarget="m1-terme-3"');
});

test('a term defined on two pages says where it first was, once', () => {
  const course = courseWith(GLOSSARY, {
    'c/01-m/02-mots.md': `---\ntitre: Page\netape: comprendre\nminutes: 1\n---\n:::glossaire\n- **CAF** : une caisse.\n:::\n`,
  });
  const { issues } = compileCourse(course, vocabulary);
  expect(issues.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
    'c/01-m/02-mots.md:7 glossaire/double',
  ]);
  expect(issues[0]!.message).toContain('c/01-m/01-page.md:8');
});

test('an unknown term says which is the nearest, and its words stay', () => {
  const { issues, modules } = compileCourse(courseWith(`La [caisse](glossaire:cafe).\n\n${GLOSSARY}`), vocabulary);
  expect(issues.map(formatIssue)).toEqual([
    'c/01-m/01-page.md:6 — le terme «\u00a0cafe\u00a0» n’est défini sur aucune page du module [glossaire/inconnu]\n    → Vouliez-vous dire «\u00a0glossaire:caf\u00a0»\u202f?',
  ]);
  expect(Object.values(modules[0]!.pages)[0]!.html).toContain('<p>La caisse.</p>');
});

const question = (stem: string, option: string, why: string) =>
  `:::choix-unique{id=q}\n${stem}\n\n- [x] ${option}\n  > ${why}\n- [ ] Non.\n  > Autre raison.\n:::\n\n${GLOSSARY}`;
const TERM = '[Caf](glossaire:caf)';

test('a question may use a term where nothing is chosen', () => {
  const { stem } = blockOf(question(`La ${TERM}, c’est ?`, 'Oui.', `La ${TERM}.`)) as unknown as { stem: string };
  expect(stem).toContain('popovertarget="m1-terme-1"');
  expect(issuesOf(question('La Caf ?', `La ${TERM}.`, 'Parce que.'))).toEqual(['4 glossaire/place']);
});

test.each([
  [':::glossaire\n:::\n', ['1 glossaire/vide']],
  [':::glossaire\nUn mot.\n\n- **Caf** : une caisse.\n:::\n', ['2 glossaire/texte']],
  [':::glossaire\n- **Caf** : une caisse.\n- Caf, une caisse.\n:::\n', ['3 glossaire/terme']],
  [':::glossaire\n- **Caf** :\n:::\n', ['2 glossaire/terme']],
  [':::glossaire\n- **!** : une caisse.\n:::\n', ['2 glossaire/terme']],
  [':::glossaire\n- **Caf** : une caisse.\n  - Des allocations.\n:::\n', ['2 glossaire/long']],
  [':::glossaire\n- **Caf** : une caisse.\n- **Éaje** : un lieu.\n- **eaje** : autre.\n:::\n', ['4 glossaire/double']],
])('%j is refused', (markdown, issues) => {
  expect(issuesOf(markdown)).toEqual(issues);
});

test('an id is written without accents', () => {
  expect(termId('Établissement d’accueil (œuvre) ')).toBe('etablissement-d-accueil-oeuvre');
});
