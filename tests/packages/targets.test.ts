import { expect, test } from 'vitest';
import { checkReferences, validateManifest } from '../../packaging/manifest-schema.ts';
import type { PackageContent } from '../../packaging/target.ts';
import { targets } from '../../packaging/targets/list.ts';
import { scorm12 } from '../../packaging/targets/scorm12.ts';
import { web } from '../../packaging/targets/web.ts';
import { course, files } from './course.ts';

const module = course.modules[1]!;
const text = (target: typeof scorm12, content: PackageContent) => {
  const [file, ...others] = target.manifest(content);
  expect(others).toEqual([]);
  return file?.data as string;
};
const identifiers = (xml: string) =>
  [...xml.matchAll(/ (?:identifier|identifierref|default)="([^"]*)"/g)].map((m) => m[1]);

test('every target has its own name', () => {
  expect(targets.map(({ name, tracker }) => [name, tracker])).toEqual([
    ['scorm12', 'scorm12'],
    ['cmi5', 'cmi5'],
    ['xapi', 'xapi'],
    ['web', 'local'],
  ]);
});

test.each([
  ['the course', { course, files }, 'course.xml'],
  ['one module', { course, module, files }, 'module.xml'],
])('the SCORM 1.2 manifest of %s is valid and lists every file', async (_, content, golden) => {
  const xml = text(scorm12, content);
  expect(await validateManifest(xml)).toEqual([]);
  expect(checkReferences(xml, files)).toEqual([]);
  await expect(xml).toMatchFileSnapshot(`golden/${golden}`);
});

test('the manifest is at the root of the zip, the only place where an LMS looks', () => {
  expect(scorm12.manifest({ course, files }).map(({ path }) => path)).toEqual(['imsmanifest.xml']);
});

test('identifiers are those of the first release: Moodle deletes the tracks of an item whose identifier changed', () => {
  expect(identifiers(text(scorm12, { course, files }))).toEqual([
    'course_petite-enfance',
    'org_petite-enfance',
    'org_petite-enfance',
    'item_petite-enfance',
    'res_petite-enfance',
    'res_petite-enfance',
  ]);
  expect(identifiers(text(scorm12, { course, module, files }))).toContain('item_petite-enfance_m2');
});

test('new words, a new release and new files leave every identifier as it is', () => {
  const later = { ...course, title: 'Autre titre', release: 9, iri: 'tag:autre,2027:x', modules: [module] };
  const before = identifiers(text(scorm12, { course, files }));
  expect(identifiers(text(scorm12, { course: later, files: ['index.html'] }))).toEqual(before);
});

test('a slug that starts with a digit still gives valid identifiers', async () => {
  expect(await validateManifest(text(scorm12, { course: { ...course, slug: '2026-stage' }, files }))).toEqual([]);
});

test('a slug that no identifier can hold is a bug that says its name', () => {
  expect(() => scorm12.manifest({ course: { ...course, slug: 'été 1' }, files })).toThrow('"été 1" cannot name');
});

test('words with characters that XML forbids still make a valid manifest', async () => {
  const title = 'a\u0000\ud800\u000b]]> <b> & "x" \'y\' \u2028 👩🏽‍🏫\r\n';
  expect(await validateManifest(text(scorm12, { course: { ...course, title, disclaimer: title }, files }))).toEqual([]);
});

test('the LMS gets the titles, the disclaimer and no mastery score that would overrule the player', () => {
  const xml = text(scorm12, { course, module, files });
  expect(xml).toContain('<title>Coordonner la « petite enfance » : élus &amp; équipes, l’essentiel</title>');
  expect(xml).toContain('<title>Lire un territoire : l’offre &amp; les besoins</title>');
  expect(xml).toContain(course.disclaimer);
  expect(xml).not.toMatch(/masteryscore|xml:base|schemaLocation/i);
});

test('the order in which the files were found does not change the manifest', () => {
  expect(text(scorm12, { course, files: files.toReversed() })).toBe(text(scorm12, { course, files }));
});

test('a package without index.html is refused: the LMS would open nothing', () => {
  expect(() => scorm12.manifest({ course, files: ['assets/a.js'] })).toThrow('No index.html among the 1 files');
});

test('the web folder comes with a short note for the person who puts it on line', () => {
  const note = text(web, { course, module, files });
  expect(web.manifest({ course, files }).map(({ path }) => path)).toEqual(['LISEZMOI.txt']);
  for (const words of [course.title, module.title, 'serveur web', 'sur l’appareil de l’apprenant', course.disclaimer])
    expect(note).toContain(words);
  expect(note.startsWith('\uFEFF')).toBe(true); // Notepad
  expect(note.split('\n').length).toBeLessThan(40);
  expect(note).not.toMatch(/undefined|\[object/);
});
