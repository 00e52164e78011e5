import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { vocabulary } from '../../src/blocks/authoring.ts';
import { compileCourse } from '../../src/content/compile.ts';
import { formatIssue } from '../../src/content/issue.ts';
import { publish, writeLock } from '../../src/content/lock.ts';
import { courseMemory } from '../../src/content/memory.ts';
import { readCourse } from '../../src/content/sources.ts';
import { courseWith, question } from './course-files.ts';

const include = (source: string) => `:::inclure{source=${source}}\n:::\n`;
const compiled = (page: string, files: Record<string, string> = {}, media: Record<string, string> = {}) =>
  compileCourse({ ...courseWith(page, files), media: new Map(Object.entries(media)) }, vocabulary);
/** Issues of the texts; the lock is another matter. */
const issues = (page: string, files: Record<string, string> = {}) =>
  compiled(page, files)
    .issues.filter(({ code }) => code !== 'verrou/perime')
    .map(formatIssue);
const second = (page: string) => ({
  'c/01-m/02-suite.md': `---\ntitre: Suite\netape: comprendre\nminutes: 5\n---\n${page}`,
});

const SECRET = `Le **secret** professionnel.\n\n:::glossaire\n- **Secret** : ce qui ne se dit pas.\n:::\n${question('secret', 'Qui le sait ?', 'Personne', 'Tous')}`;

describe('a shared text', () => {
  test('stands where it is included, with its questions, its words and its pictures', () => {
    const { issues, modules, media, written } = compiled(
      `Avant.\n\n${include('secret.md')}\nLe [mot](glossaire:secret).\n`,
      { 'partages/secret.md': `${SECRET}\n![Un plan](media/plan.svg)\n` },
      { 'partages/media/plan.svg': '/disk/plan.svg' },
    );
    expect(issues.map(({ code }) => code)).toEqual(['verrou/perime']);
    const { html, blocks } = modules[0]!.pages[1]!;
    expect(html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toMatch(/Avant\. Le secret professionnel\..*Le mot/);
    expect(html).toContain('popovertarget="m1-terme-1"');
    expect(html).toContain('src="media/m1/plan.svg"');
    expect(blocks.map(({ id }) => id)).toEqual(['secret']);
    expect([...media]).toEqual([['media/m1/plan.svg', '/disk/plan.svg']]);
    expect(written.map(({ file, line }) => `${file}:${line}`)).toEqual(['partages/secret.md:7']);
  });

  test('may hold another one, and the questions of a quiz', () => {
    const { issues, modules } = compiled(`::::quiz{id=fin}\n${include('tout.md')}::::\n`, {
      'partages/tout.md': include('droit/une.md'),
      'partages/droit/une.md': question('une', 'Quoi ?', 'Ceci', 'Cela'),
    });
    expect(issues.map(({ code }) => code)).toEqual(['verrou/perime']);
    expect(modules[0]!.pages[1]!.blocks.map(({ id, quiz }) => `${id} ${quiz}`)).toEqual(['fin undefined', 'une 1']);
  });

  test('has its links start from the page that includes it', () => {
    const files = { 'partages/a.md': 'Voir [la suite](suite.md) ou [rien](rien.md).\n', ...second('Fin.') };
    const { modules } = compiled(include('a.md'), files);
    expect(modules[0]!.pages[1]!.html).toContain('href="#/m1/suite"');
    expect(issues(include('a.md'), files)).toEqual([
      expect.stringMatching(/^partages\/a\.md:1 .*\[lien\/mort\]\n.*inclus par c\/01-m\/01-page\.md:6\.$/),
    ]);
  });

  test('that is wrong is wrong once, at its own line, however often it is included', () => {
    const files = { 'partages/a.md': 'Bien.\n\nLe coeur, et [rien](rien.md).\n', ...second(include('a.md')) };
    expect(issues(`${include('a.md')}\n${include('a.md')}`, files).map((issue) => issue.split(' ')[0])).toEqual([
      'partages/a.md:3',
      'partages/a.md:3',
    ]);
  });

  test('is looked for again when it alone has changed', () => {
    const memory = courseMemory();
    const html = (text: string) =>
      compileCourse(courseWith(include('a.md'), { 'partages/a.md': text }), vocabulary, memory).modules[0]!.pages[1]!
        .html;
    expect([html('Avant.'), html('Après.')]).toEqual(['<p>Avant.</p>\n', '<p>Après.</p>\n']);
  });
});

test('the page of the guide on shared texts shows what compiles', () => {
  const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'textes-partages.md'), 'utf8');
  const [page = '', text = ''] = [...guide.matchAll(/^```markdown\n([\s\S]*?)^```$/gm)].map(([, passage]) => passage!);
  const { modules } = compiled(page, { 'partages/secret-professionnel.md': text });
  expect(issues(page, { 'partages/secret-professionnel.md': text })).toEqual([]);
  expect(modules[0]!.pages[1]!.blocks).toHaveLength(1);
});

describe('what cannot be included is said', () => {
  test.each([
    [
      'absent, with the nearest name',
      include('secert.md'),
      'inclure/absent',
      'Vouliez-vous dire «\u00a0secret.md\u00a0»',
    ],
    ['absent, near nothing', include('xyz'), 'inclure/absent', 'Créez partages/xyz.md.'],
    ['outside the folder', include('../c/01-m/01-page.md'), 'inclure/hors-dossier', 'Placez le texte dans partages/'],
    ['an address of the disk', include('/etc/passwd.md'), 'inclure/hors-dossier', 'Placez le texte'],
    ['named by nobody', ':::inclure\n:::\n', 'inclure/source', 'Écrivez :::inclure{source='],
    ['written with words in it', ':::inclure{source=court.md}\nMots.\n:::\n', 'inclure/contenu', 'Placez ces lignes'],
    ['in a callout', `::::retenir\nMots.\n\n${include('court.md')}::::\n`, 'inclure/place', 'Sortez-le'],
    [
      'in a question',
      `::::choix-unique{id=q}\nQuoi ?\n\n${include('court.md')}\n- [x] Oui\n  > Un.\n- [ ] Non\n  > Deux.\n::::\n`,
      'inclure/place',
      'Sortez-le',
    ],
    ['never closed', ':::inclure{source=court.md}\n', 'bloc/non-ferme', 'Ajoutez une ligne :::'],
    ['with an attribute of its own', ':::inclure{source=court.md id=a}\n:::\n', 'bloc/attribut-inconnu', 'source'],
    ['misspelled', ':::inclur{source=court.md}\n:::\n', 'bloc/inconnu', 'Vouliez-vous dire «\u00a0inclure\u00a0»'],
  ])('%s', (_, page, code, cure) => {
    const said = issues(page, { 'partages/secret.md': 'Secret.', 'partages/court.md': 'Court.' });
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`[${code}]`);
    expect(said[0]).toContain(cure);
  });

  test('a text that includes itself, with the way that leads back', () => {
    expect(
      issues(include('a.md'), { 'partages/a.md': `A.\n\n${include('b.md')}`, 'partages/b.md': include('a.md') }),
    ).toEqual([
      expect.stringContaining('partages/b.md:1 — ce texte partagé s’inclut lui-même\u00a0: a.md → b.md → a.md'),
    ]);
  });

  test('a text with a header, whose lines stay exact', () => {
    expect(issues(include('a.md'), { 'partages/a.md': '---\ntitre: A\n---\n\nLe coeur.\n' })).toEqual([
      expect.stringContaining('partages/a.md:1 — un texte partagé n’a pas d’en-tête'),
      expect.stringContaining('partages/a.md:5 — «\u00a0coeur\u00a0»'),
    ]);
  });

  test('an identifier that the page has too, with the page that included the text', () => {
    const own = question('secret', 'Encore ?', 'Oui', 'Non');
    const files = { 'partages/secret.md': SECRET };
    expect(issues(own + include('secret.md'), files)).toEqual([
      expect.stringMatching(
        /^partages\/secret\.md:7 .*\(c\/01-m\/01-page\.md:7\) .*\n.*inclus par c\/01-m\/01-page\.md:15/,
      ),
    ]);
    expect(issues(include('secret.md') + own, files)).toEqual([
      expect.stringMatching(/^c\/01-m\/01-page\.md:9 .*\(partages\/secret\.md:7, inclus par c\/01-m\/01-page\.md:6\)/),
    ]);
  });

  test('a text with questions that a module includes twice, said once at the second', () => {
    const files = {
      'partages/secret.md': SECRET + question('autre', 'Et là ?', 'Oui', 'Non'),
      ...second(`Suite.\n\n${include('secret.md')}`),
    };
    expect(issues(include('secret.md'), files)).toEqual([
      expect.stringMatching(/^c\/01-m\/02-suite\.md:8 — .*\(c\/01-m\/01-page\.md:6\).*\[inclure\/deux-fois\]/),
    ]);
  });

  test('a word that the page defines too', () => {
    const files = { 'partages/secret.md': SECRET };
    expect(issues(`:::glossaire\n- **Secret** : autre chose.\n:::\n\n${include('secret.md')}`, files)).toEqual([
      expect.stringMatching(
        /^partages\/secret\.md:4 .*\(c\/01-m\/01-page\.md:7\) .*\n.*inclus par c\/01-m\/01-page\.md:10/,
      ),
    ]);
  });
});

describe('two courses that share a text', () => {
  const modules = mkdtempSync(join(tmpdir(), 'partages-'));
  afterAll(() => rmSync(modules, { recursive: true }));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(modules, path)), { recursive: true });
    writeFileSync(join(modules, path), text);
  };
  const compile = (slug: string) => compileCourse(readCourse(modules, slug, 'modules'), vocabulary);
  const lockOf = (slug: string) => compile(slug).lock.modules.m1!.blocks;

  for (const [path, text] of courseWith('').texts)
    for (const slug of ['un', 'deux']) write(path.replace(/^c\//, `${slug}/`), text);
  const header = '---\ntitre: Page\netape: comprendre\nminutes: 10\n---\n';
  write('un/01-m/01-page.md', header + include('secret.md'));
  write('deux/01-m/01-page.md', `${header}${question('avant', 'Quoi ?', 'Ceci', 'Cela')}\n${include('secret.md')}`);
  write('partages/secret.md', SECRET);

  test('each have their own lock and their own numbers', () => {
    for (const slug of ['un', 'deux']) {
      expect(compile(slug).issues.map(({ code }) => code)).toEqual(['verrou/perime']);
      write(`${slug}/course.lock.json`, writeLock(compile(slug).lock));
      expect(compile(slug).issues).toEqual([]);
    }
    expect([lockOf('un').secret!.number, lockOf('deux').secret!.number]).toEqual([1, 2]);
  });

  test('one is published, the other is not: the text may still change in both', () => {
    write('un/course.lock.json', writeLock(publish(compile('un').lock)));
    write('partages/secret.md', SECRET.replace('- [x] Personne', '- [ ] Le voisin\n  > Non.\n- [x] Personne'));
    for (const slug of ['un', 'deux'])
      expect(compile(slug).issues.map(({ file, code }) => `${file} ${code}`)).toEqual([
        `modules/${slug}/course.lock.json verrou/perime`,
      ]);
    expect(compile('un').lock.release).toBe(1);
    expect(compile('deux').lock.release).toBe(0);
    expect(lockOf('un').secret!.order).toEqual([3, 1, 2]);
    expect(lockOf('un').secret!.scormId).toBe('M1_Q01_secret_1');
    expect(lockOf('deux').secret!.scormId).toBe('M1_Q02_secret_2');
  });

  test('a question taken out of the text is missed by the course that published it, not by the other', () => {
    write('partages/secret.md', 'Rien ici.\n');
    const codes = (slug: string) => compile(slug).issues.map(({ code }) => code);
    expect([codes('un'), codes('deux')]).toEqual([['verrou/bloc-disparu'], ['verrou/perime']]);
  });
});
