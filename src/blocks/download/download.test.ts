import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { htmlOf, issuesOf } from '../../../tests/content/block-of.ts';
import { sizeInWords } from './authoring.ts';

const folder = mkdtempSync(join(tmpdir(), 'download-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'vide.pdf'), '');
const grid = `${import.meta.dirname}/grille-diagnostic.docx`;
const MEDIA = { 'grille.docx': grid, 'plan & 100%.xyz': grid, 'vide.pdf': join(folder, 'vide.pdf') };
const download = (attributes: string, body = '') => `:::telecharger{${attributes}}\n${body}\n:::\n`;

test('says the kind and the size of what is taken, and what it is for', () => {
  const html = htmlOf(download('source=media/grille.docx titre="Grille d\'accueil"', 'À remplir avant.'), MEDIA);
  expect(html).toMatch(
    /<a href="media\/m1\/grille\.docx" download="grille\.docx">Grille d’accueil <span[^>]*>\(Word, 1\u00a0ko\)<\/span><\/a>/,
  );
  expect(html).toContain('<p>À remplir avant.</p>');
});

test('an address holds any name a file may have', () => {
  expect(htmlOf(download('source="media/plan & 100%.xyz" titre="Plan"'), MEDIA)).toContain(
    'href="media/m1/plan%20%26%20100%25.xyz" download="plan &amp; 100%.xyz">Plan <span class="takeaway__kind">(XYZ, ',
  );
});

test.each([
  [download('titre="Grille"'), ['1 telecharger/source']],
  [download('source=media/gril.docx titre="Grille"'), ['1 media/absent']],
  [download('source=media/grille.docx'), ['1 telecharger/titre']],
  [download('source=media/vide.pdf titre="Rien"'), ['1 telecharger/vide']],
])('%j is refused', (markdown, issues) => {
  expect(issuesOf(markdown, MEDIA)).toEqual(issues);
});

test.each([
  [1, '1\u00a0octet'],
  [999, '999\u00a0octets'],
  [1_000, '1\u00a0ko'],
  [34_210, '34\u00a0ko'],
  [999_499, '999\u00a0ko'],
  [999_500, '1\u00a0Mo'],
  [1_250_000, '1,3\u00a0Mo'],
  [52_000_000, '52\u00a0Mo'],
])('%d bytes are « %s »', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words);
});
