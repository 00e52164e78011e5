import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { valuesAt } from './json-path.ts';
import { profile } from './profile.ts';
import { VERSION } from './profile-templates.ts';
import { PROFILE, TYPES, VERBS } from './vocabulary.ts';

const parts = [...profile.concepts, ...profile.templates, ...profile.patterns];

test('the file that is published is the one that the code makes', () => {
  const file = join(import.meta.dirname, '../../docs/profile/parcours-coordo.jsonld');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(profile)));
});

test('every part has an identifier of its own under the profile, stands in its version, and speaks French then English', () => {
  const ids = parts.map(({ id }) => id);
  expect(new Set([PROFILE, VERSION, ...ids]).size).toBe(ids.length + 2);
  for (const { id, inScheme, prefLabel, definition } of parts) {
    expect(id.startsWith(`${PROFILE}/`)).toBe(true);
    expect(inScheme).toBe(VERSION);
    for (const map of [prefLabel, definition]) {
      expect(Object.keys(map)).toEqual(['fr', 'en']);
      for (const words of Object.values(map)) expect(words.trim()).not.toBe('');
    }
  }
});

test('no verb, no type is defined again: templates use those of the vocabulary', () => {
  const verbs = new Set<string>(Object.values(VERBS).map(({ id }) => id));
  const types = new Set<string>(Object.values(TYPES).map(({ id }) => id));
  expect(profile.concepts.map(({ type }) => type)).toEqual(profile.concepts.map(() => 'ResultExtension'));
  for (const { verb, objectActivityType, objectStatementRefTemplate } of profile.templates) {
    expect(verbs).toContain(verb);
    if (objectActivityType) expect(types).toContain(objectActivityType);
    else expect(objectStatementRefTemplate?.length).toBeGreaterThan(0);
  }
});

test('two templates are never found by the same verb and object', () => {
  const keys = profile.templates.map((one) => `${one.verb} ${one.objectActivityType ?? 'statement'}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test('every rule names a place that can be read, and says why in both languages', () => {
  for (const { rules } of profile.templates)
    for (const { location, scopeNote } of rules) {
      expect(() => valuesAt({}, location)).not.toThrow();
      expect(Object.keys(scopeNote)).toEqual(['fr', 'en']);
    }
});

test('patterns lead to every template, and to nothing else', () => {
  const patterns = new Map(profile.patterns.map((one) => [one.id, one]));
  const inside = (id: string): string[] => {
    const one = patterns.get(id);
    if (!one) return [id];
    const members =
      'sequence' in one
        ? one.sequence
        : 'alternates' in one
          ? one.alternates
          : [('zeroOrMore' in one ? one.zeroOrMore : one.optional) as string];
    return members.flatMap(inside);
  };
  const primary = profile.patterns.filter((one) => one.primary);
  expect(primary).toHaveLength(1);
  expect(new Set(inside(primary[0]!.id))).toEqual(new Set(profile.templates.map(({ id }) => id)));
});

test('an extension’s schema is a JSON Schema that refuses what it must', () => {
  const [certainty] = profile.concepts;
  const accepts = new Ajv().compile(JSON.parse(certainty!.inlineSchema) as object);
  expect([1, 2, 3].map((level) => accepts(level))).toEqual([true, true, true]);
  expect([0, 4, 1.5, 'forte'].map((level) => accepts(level))).toEqual([false, false, false, false]);
});
