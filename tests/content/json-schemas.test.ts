import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { FILE_KINDS, jsonSchema } from '../../packaging/json-schemas.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
// what VS Code adds to JSON Schema
ajv.addVocabulary(['errorMessage', 'patternErrorMessage']);
const validators = new Map(FILE_KINDS.map((kind) => [kind.name, ajv.compile(jsonSchema(kind))]));
const validator = (name: string): ValidateFunction => validators.get(name)!;

const filesUnder = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .sort();
const kindOf = (path: string) =>
  basename(dirname(path)) === 'facts' ? 'facts' : path.endsWith('.md') ? 'page' : basename(path, '.yaml');
/** Of a page, what stands between its two lines of dashes. */
const written = (path: string): unknown => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return parse(path.endsWith('.md') ? text.split(/^---$/m)[1]! : text);
};
const files = ['modules', 'tests/fixtures/courses', 'tests/fixtures/trois-pages'].flatMap(filesUnder);
const isPage = (path: string) => path.endsWith('.md') && /^---$/m.test(readFileSync(join(ROOT, path), 'utf8'));
const sound = files.filter((path) => path.endsWith('.yaml') || isPage(path));

test.each(sound)('an editor has nothing to say of %s', (path) => {
  const validate = validator(kindOf(path));
  expect(validate(written(path)), JSON.stringify(validate.errors)).toBe(true);
});

test('every kind of file is among those', () => {
  expect(new Set(sound.map(kindOf))).toEqual(new Set(FILE_KINDS.map(({ name }) => name)));
});

const ORGANISATION = {
  name: 'O',
  activityNumber: '1',
  helpContact: 'h',
  disabilityReferent: 'r',
  dpo: 'd',
  signatory: 's',
};
const FACT = { id: 'PE-1', statement: 'Une phrase entière.', source: 'Un article', read: '2026-11-22', status: 'PO' };
const COURSE = { title: 'T', summary: 'S', modules: ['01-m'] };
const MODULE = { id: 'm1', title: 'T', summary: 'S', minutes: 10, competencies: ['C-1'] };
const PAGE = { titre: 'T', etape: 'comprendre', minutes: 10 };

test.each([
  ['organisation', ORGANISATION],
  ['facts', [FACT]],
  ['course', COURSE],
  ['competencies', [{ id: 'C-1', title: 'T' }]],
  ['module', MODULE],
  ['page', { ...PAGE, competences: 'C-1 C-2', faits: ['PE-1'] }],
] as const)('the smallest %s file is accepted', (name, value) => {
  expect(validator(name)(value)).toBe(true);
});

test.each([
  ['organisation', 'a wrong key', { ...ORGANISATION, nom: 'O' }],
  ['organisation', 'a number for a text', { ...ORGANISATION, activityNumber: 12 }],
  ['organisation', 'a missing key', { name: 'O' }],
  ['course', 'a wrong key', { ...COURSE, titre: 'T' }],
  ['course', 'a word for a list', { ...COURSE, modules: '01-m' }],
  ['course', 'an empty list', { ...COURSE, modules: [] }],
  ['course', 'a missing key', { title: 'T', summary: 'S' }],
  ['course', 'a status that does not exist', { ...COURSE, status: 'fini' }],
  ['course', 'an address that is none', { ...COURSE, iri: 'petite enfance' }],
  ['competencies', 'keys without a list', { id: 'C-1', title: 'T' }],
  ['competencies', 'a code with a space', [{ id: 'C 1', title: 'T' }]],
  ['competencies', 'a missing key', [{ id: 'C-1' }]],
  ['module', 'a wrong key', { ...MODULE, seuil: 0.8 }],
  ['module', 'a text for a number', { ...MODULE, minutes: '10 min' }],
  ['module', 'a score above 1', { ...MODULE, masteryScore: 80 }],
  ['module', 'an identifier in capitals', { ...MODULE, id: 'M1' }],
  ['facts', 'a wrong key', [{ ...FACT, date: '2026-11-22' }]],
  ['facts', 'a date that is none', [{ ...FACT, read: '22/11/2026' }]],
  ['facts', 'a code that does not exist', [{ ...FACT, status: 'OK' }]],
  ['page', 'a step that does not exist', { ...PAGE, etape: 'lire' }],
  ['page', 'a wrong key', { ...PAGE, duree: 10 }],
  ['page', 'a missing key', { titre: 'T', etape: 'comprendre' }],
])('an editor refuses, in a %s file, %s', (name, _, value) => {
  expect(validator(name)(value)).toBe(false);
});

test('every key has its name and its help in French', () => {
  const keys = FILE_KINDS.flatMap((kind) => {
    const schema = jsonSchema(kind);
    const { properties } = (schema.type === 'array' ? schema.items : schema) as typeof schema;
    return Object.entries(properties ?? {}).map(([key, help]) => [`${kind.name}.${key}`, help] as const);
  });
  expect(keys.length).toBeGreaterThan(30);
  for (const [key, help] of keys) {
    expect(help, key).toMatchObject({
      title: expect.stringMatching(/^\p{Lu}/u),
      description: expect.stringMatching(/\.$/),
    });
  }
});
