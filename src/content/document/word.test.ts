import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { wordDocument } from './word.ts';

const OPTIONS = { author: 'Coordo Formation', language: 'fr' };
const partsOf = async (markdown: string, options = OPTIONS) => {
  const files = unzipSync(await wordDocument(markdown, options));
  const text = (path: string) => new TextDecoder().decode(files[path]);
  return {
    document: text('word/document.xml'),
    core: text('docProps/core.xml'),
    styles: text('word/styles.xml'),
    files,
  };
};
/** Words as Word shows them, a paragraph a line. */
const linesOf = (document: string) =>
  [...document.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );

test('headings, lists, quotations and paragraphs keep their words, in French typography', async () => {
  const { document } = await partsOf(
    "# Fiche : l'accueil\n\nUn **mot** et *un autre* ?\n\n## Avant\n\n- un\n- deux\n  - dedans\n\n1. premier\n\n> Citée.\n>\n> Deux fois.\n",
  );
  expect(linesOf(document)).toEqual([
    'Fiche\u00a0: l’accueil',
    'Un mot et un autre\u202f?',
    'Avant',
    'un',
    'deux',
    'dedans',
    'premier',
    'Citée.',
    'Deux fois.',
  ]);
  expect(document).toMatch(/<w:pStyle w:val="Title"\/>.*<w:pStyle w:val="Heading1"\/>/s);
  expect(document.match(/<w:numPr>/g)).toHaveLength(4);
});

test('two numbered lists each begin at one', async () => {
  const { document, files } = await partsOf('# T\n\n1. a\n2. b\n\nPuis.\n\n1. c\n');
  const [a, b, c] = [...document.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
  expect(a).toBe(b);
  expect(a).not.toBe(c);
  expect(new TextDecoder().decode(files['word/numbering.xml'])).toContain(`<w:num w:numId="${c}"`);
});

test('a box to tick is one, and says what it is for', async () => {
  const { document } = await partsOf('# T\n\n- [ ] La directrice sait qui vient.\n- [x] Fait\n');
  expect(document).toContain('<w:alias w:val="La directrice sait qui vient."/>');
  expect(document.match(/w14:checked w14:val="(?:true|1)"/g)).toHaveLength(1);
  expect(document.match(/<w14:checkbox>/g)).toHaveLength(2);
});

test('a table says which row names its columns; five columns turn the page', async () => {
  const narrow = await partsOf('# T\n\n| Qui | Quoi |\n| --- | --- |\n| Nadia | |\n');
  expect(narrow.document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(narrow.document).not.toContain('w:orient="landscape"');
  const wide = await partsOf(`# T\n\n|${' a |'.repeat(5)}\n|${' - |'.repeat(5)}\n|${' b |'.repeat(5)}\n`);
  expect(wide.document).toContain('w:orient="landscape"');
});

test('a column is as wide as its longest word asks, however long the others are', async () => {
  const sentence = 'Que doit-on pouvoir constater à la fin, et à quelle date ? '.repeat(4);
  const { document } = await partsOf(
    `# T\n\n| Rubrique | Question | Réponse |\n| --- | --- | --- |\n| Commande | ${sentence} | |\n`,
  );
  const widths = [...document.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
  expect(widths[0]).toBeGreaterThan('Commande'.length * 130);
  expect(widths[1]).toBeGreaterThan(widths[0]!);
  expect(widths.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(11_906 - 2 * 1_134);
});

test('it says its title, its author and its language; words of another language are marked', async () => {
  const { core, styles, document } = await partsOf('# Grille & co\n\nLe [burn-out?]{lang=en} !\n', {
    author: 'A & B',
    language: 'fr',
  });
  expect(core).toContain('<dc:title>Grille &amp; co</dc:title><dc:creator>A &amp; B</dc:creator>');
  expect(styles).toContain('w:lang w:val="fr-FR"');
  expect(document).toMatch(/<w:lang w:val="en"\/><\/w:rPr><w:t[^>]*>burn-out\?<\/w:t>/);
});

test('the same text gives the same bytes, links included', async () => {
  const text = '# T\n\n[Légifrance](https://www.legifrance.gouv.fr) et [Caf](https://www.caf.fr).\n';
  const [one, two] = [await wordDocument(text, OPTIONS), await wordDocument(text, OPTIONS)];
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  const rels = new TextDecoder().decode(unzipSync(one)['word/_rels/document.xml.rels']);
  expect(rels).toContain('Target="https://www.caf.fr"');
});
