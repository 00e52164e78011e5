import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { vocabulary } from '../../src/blocks/authoring.ts';
import { compileCourse } from '../../src/content/compile.ts';
import { readCourse } from '../../src/content/sources.ts';
import { mimeType } from '../../src/preview/mime.ts';
import { courseWith } from './course-files.ts';

const compiled = (page: string, ...names: string[]) =>
  compileCourse(
    { ...courseWith(page), media: new Map(names.map((name) => [`c/01-m/${name}`, `/disk/${name}`])) },
    vocabulary,
  );
const resource = (path: string) => `:::image{source="${path}" alt="Un plan"}\n:::\n`;

test('a file that a directive names goes into the package, once', () => {
  const { media, issues } = compiled(`${resource('media/plan.svg')}\n${resource('media/plan.svg')}`, 'media/plan.svg');
  expect(issues.filter(({ file }) => file.endsWith('.md'))).toEqual([]);
  expect([...media]).toEqual([['media/m1/plan.svg', '/disk/media/plan.svg']]);
});

test('a missing file says which of the module’s is the nearest', () => {
  const { issues } = compiled(resource('media/plna.svg'), 'media/plan.svg', 'media/autre.svg');
  expect(issues.map(({ line, code, hint }) => `${line} ${code} ${hint}`)).toEqual([
    '6 media/absent Le dossier contient «\u00a0media/plan.svg\u00a0».',
  ]);
  expect(compiled(resource('media/plan.svg'), 'media/tout-autre-chose.png').issues[0]!.hint).toContain('Déposez-le');
});

test('two files of one name cannot both be in the package', () => {
  const page = `${resource('media/a/plan.svg')}\n${resource('media/b/plan.svg')}`;
  expect(
    compiled(page, 'media/a/plan.svg', 'media/b/plan.svg').issues.map(({ line, code }) => `${line} ${code}`),
  ).toEqual(['9 media/double']);
});

test('every kind of file that a block shows has its type in the preview', () => {
  for (const name of ['a.mp4', 'a.webm', 'a.mp3', 'a.m4a', 'a.ogg', 'a.vtt', 'a.pdf', 'a.docx', 'a.xlsx', 'a.odt'])
    expect(`${name} ${mimeType(name)}`).not.toContain('octet-stream');
});

test('a document of the media folder is a file to give, whatever it is written in', () => {
  const modules = mkdtempSync(join(tmpdir(), 'media-'));
  mkdirSync(join(modules, 'c', '01-m', 'media'), { recursive: true });
  writeFileSync(join(modules, 'c', '01-m', 'media', 'fiche.md'), '# Fiche');
  writeFileSync(join(modules, 'c', '01-m', '01-page.md'), 'Page');
  const { texts, media } = readCourse(modules, 'c', 'modules');
  expect([...texts.keys()]).toEqual(['modules/c/01-m/01-page.md']);
  expect([...media.keys()]).toEqual(['modules/c/01-m/media/fiche.md']);
  rmSync(modules, { recursive: true });
});
