import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { courseWith } from '../../../tests/content/course-files.ts';
import { vocabulary } from '../../blocks/authoring.ts';
import { compileCourse } from '../compile.ts';
import { writeLock } from '../lock.ts';
import { withDocuments } from './documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'documents-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = join(folder, 'fiche.md');

async function compiled(page: string, markdown: string) {
  writeFileSync(written, markdown);
  const media = new Map([['c/01-m/media/fiche.md', written]]);
  const sources = await withDocuments({ ...courseWith(page), media });
  const { lock } = compileCourse(sources, vocabulary);
  return compileCourse(
    { ...sources, ...courseWith(page, { lock: writeLock(lock) }), media: sources.media },
    vocabulary,
  );
}
const PAGE = ':::telecharger{source=media/fiche.md titre="Fiche de visite" duree="30 min"}\n:::\n';

test('a Markdown file is offered as a Word document, with its weight and the time it takes', async () => {
  const { issues, media, modules } = await compiled(PAGE, '# Fiche\n\n- [ ] Prévenir\n');
  expect(issues).toEqual([]);
  expect([...media.keys()]).toEqual(['media/m1/fiche.docx']);
  const html = Object.values(modules[0]!.pages)[0]!.html;
  expect(html).toMatch(
    /À télécharger · 30\u00a0min<\/p>.*download="fiche\.docx">Fiche de visite .*\(Word, \d+\u00a0ko\)/s,
  );
});

test('the same words are the same file; other words are another one', async () => {
  const [one, again] = [await compiled(PAGE, '# Fiche\n'), await compiled(PAGE, '# Fiche\r\n')].map(({ media }) =>
    readFileSync(media.get('media/m1/fiche.docx')!),
  );
  const other = readFileSync((await compiled(PAGE, '# Autre\n')).media.get('media/m1/fiche.docx')!);
  expect(one!.equals(again!)).toBe(true);
  expect(one!.equals(other)).toBe(false);
});

test('a Markdown file that no page gives stays out of the package', async () => {
  expect([...(await compiled('Un texte.\n', '# Fiche\n')).media.keys()]).toEqual([]);
});

test('compiling sources whose documents were not made is a bug, and says which', () => {
  writeFileSync(written, '# Fiche\n');
  const sources = { ...courseWith(PAGE), media: new Map([['c/01-m/media/fiche.md', written]]) };
  expect(() => compileCourse(sources, vocabulary)).toThrow('No document was made of "c/01-m/media/fiche.md"');
});
