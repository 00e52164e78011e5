import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { PackageContent } from '../../packaging/target.ts';
import { cmi5 } from '../../packaging/targets/cmi5.ts';
import { xapi } from '../../packaging/targets/xapi.ts';
import { course } from './course.ts';

const SCHEMA = readFileSync(join(import.meta.dirname, '../fixtures/schemas/cmi5-course-structure.xsd'), 'utf8');
const files = ['m1.html', 'm2.html', 'player/main.js'];
const [first, second] = course.modules;

const structure = (content: PackageContent) => {
  const [file, ...others] = cmi5.manifest(content);
  expect([file?.path, others]).toEqual(['cmi5.xml', []]);
  return file?.data as string;
};

async function refusals(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'cmi5.xml', contents: xml },
    schema: { fileName: 'structure.xsd', contents: SCHEMA },
  });
  return errors.map(({ message }) => message);
}

test.each([
  ['the course', { course, files }],
  ['one module', { course: { ...course, modules: [second!] }, module: second!, files }],
])('the course structure of %s follows the schema of cmi5', async (_, content) => {
  expect(await refusals(structure(content))).toEqual([]);
});

test.each([
  ['a title without a language', / lang="fr-FR"/, ''],
  ['a unit before the course', /<course /, '<au/><course '],
  ['no description', /<description>[\s\S]*?<\/description>/, ''],
  ['a threshold in percent', / moveOn="Completed"/, ' moveOn="Completed" masteryScore="80"'],
  ['five decimals', / moveOn="Completed"/, ' moveOn="Completed" masteryScore="0.12345"'],
  ['a condition that does not exist', /moveOn="Completed"/, 'moveOn="Done"'],
  ['an address out of the zip', /<url>[^<]*/, '<url>../m1.html'],
  ['two units of one identifier', /petite-enfance\/m2"/, 'petite-enfance/m1"'],
  ['a competency nobody describes', /idref="[^"]*"/, 'idref="tag:x,2026:autre"'],
])('the schema refuses %s', async (_, found, put) => {
  const spoilt = structure({ course, files }).replace(found, put);
  expect(spoilt).not.toBe(structure({ course, files }));
  expect(await refusals(spoilt)).not.toEqual([]);
});

test('each module is a unit under the publisher’s IRI, with its own page, and words in French', () => {
  const xml = structure({ course, files });
  const units = [...xml.matchAll(/<au id="([^"]*)"[\s\S]*?<url>([^<]*)<\/url>/g)].map(([, id, url]) => [id, url]);
  expect(units).toEqual([
    [`${course.iri}/m1`, 'm1.html'],
    [`${course.iri}/m2`, 'm2.html'],
  ]);
  expect(xml).toContain('<langstring lang="fr-FR">Lire un territoire : l’offre &amp; les besoins</langstring>');
  expect(xml).toContain(`<course id="${course.iri}">`);
});

test('what lets a learner move on is the module’s word, otherwise that of the course', () => {
  const quiz = { ...first!, finalQuiz: 9, masteryScore: 0.66666 };
  const of = (one: typeof quiz, status: typeof course.status = 'completed') =>
    /moveOn="(\w+)"(?: masteryScore="([\d.]+)")?/.exec(
      structure({ course: { ...course, status, modules: [one] }, files }),
    );
  expect([...of(quiz)!].slice(1)).toEqual(['Completed', '0.6667']);
  expect(of(quiz, 'completed-passed')![1]).toBe('CompletedAndPassed');
  expect(of({ ...quiz, moveOn: 'Passed' })![1]).toBe('Passed');
  const { finalQuiz: _, ...without } = quiz;
  expect([...of(without as typeof quiz, 'completed-passed')!].slice(1)).toEqual(['Completed', undefined]);
});

test('a structure whose pages are not in the zip is a bug that names them', () => {
  expect(() => structure({ course, files: ['m1.html'] })).toThrow('No m2.html among the 1 files');
});

test('a package of one module is a course of its own, whose unit keeps its identifier', () => {
  const xml = structure({ course: { ...course, modules: [second!] }, module: second!, files });
  expect(xml).toContain(`<course id="${course.iri}/paquet/m2">`);
  expect(xml).toContain(`<au id="${course.iri}/m2"`);
});

test.each([
  ['the course', { course, files: ['index.html'] }, course.iri, 'course'],
  ['one module', { course, module: second!, files: ['index.html'] }, `${course.iri}/m2`, 'module'],
])('tincan.xml names %s, its type and the page to open', (_, content, id, type) => {
  const [{ path, data }] = xapi.manifest(content) as [{ path: string; data: string }];
  expect(path).toBe('tincan.xml');
  expect(data).toContain(`<activity id="${id}" type="http://adlnet.gov/expapi/activities/${type}">`);
  expect(data).toContain('<launch lang="fr">index.html</launch>');
  expect(data).toContain(course.disclaimer);
});
