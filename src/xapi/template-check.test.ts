import { expect, test } from 'vitest';
import { valuesAt } from './json-path.ts';
import { profile } from './profile.ts';
import { against } from './template-check.ts';
import { PROGRESS, TYPES, VERBS, words } from './vocabulary.ts';

const completed = {
  id: '00000000-0000-4000-8000-000000000001',
  timestamp: '2026-11-22T10:00:00.000Z',
  verb: { id: VERBS.completed.id, display: words(VERBS.completed) },
  object: { id: 'tag:parcours-coordo,2026:essai/m1', definition: { type: TYPES.module.id } },
  result: { completion: true, duration: 'PT12M' },
  context: { registration: '00000000-0000-4000-8000-000000000002' },
};
const id = 'tag:parcours-coordo,2026:profil/templates/completed-module';

test('a path finds members by name, by quoted name, by rank, and all of them', () => {
  const root = { a: [{ b: 1 }, { b: 2 }, {}], 'http://x.fr/y': { c: false } };
  expect(valuesAt(root, '$.a[*].b')).toEqual([1, 2]);
  expect(valuesAt(root, '$.a[1].b')).toEqual([2]);
  expect(valuesAt(root, "$['http://x.fr/y'].c")).toEqual([false]);
  expect(valuesAt(root, '$.a.*.b')).toEqual([1, 2]);
  expect(valuesAt(root, '$.nothing[*].b')).toEqual([]);
});

test.each(['a.b', '$..a', '$.a[?(@.b)]', '$.a[0:2]', '$.a b'])('the path %s is not read by halves', (path) => {
  expect(() => valuesAt({ a: [1] }, path)).toThrow(path);
});

test('a statement that follows its template is let through', () => {
  expect(against(profile, completed)).toEqual([]);
});

test('a statement of no known kind is said', () => {
  const unknown = { ...completed, verb: { id: VERBS.played.id } };
  expect(against(profile, unknown)).toEqual([expect.stringContaining(`no template for ${VERBS.played.id}`)]);
});

test.each([
  [{ result: { completion: false, duration: 'PT1S' } }, [`${id}: $.result.completion is not as expected: false`]],
  [{ result: { duration: 'PT1S' } }, [`${id}: $.result.completion is missing`]],
  [{ result: { completion: true, success: true } }, [`${id}: $.result.success must not be there: true`]],
  [
    { result: { completion: true, extensions: { [PROGRESS]: 100 } } },
    [`${id}: $.result.extensions['${PROGRESS}'] must not be there: 100`],
  ],
  [{ context: {} }, [`${id}: $.context.registration is missing`]],
])('%j breaks its rules', (change, expected) => {
  expect(against(profile, { ...completed, ...change })).toEqual(expected);
});

test('a question stands in a module, not in an objective', () => {
  const question = (parent: string) => ({
    ...completed,
    verb: { id: VERBS.answered.id, display: words(VERBS.answered) },
    object: { id: 'tag:a', definition: { type: TYPES.question.id, interactionType: 'choice' } },
    result: { response: 'a' },
    context: { ...completed.context, contextActivities: { parent: [{ id: 'tag:b', definition: { type: parent } }] } },
  });
  expect(against(profile, question(TYPES.module.id))).toEqual([]);
  expect(against(profile, question(TYPES.objective.id))).toEqual([expect.stringContaining('none of those expected')]);
});

test('what is voided is a sharing, when it is known what it is', () => {
  const voided = {
    ...completed,
    verb: { id: VERBS.voided.id, display: words(VERBS.voided) },
    object: { objectType: 'StatementRef', id: completed.id },
    result: undefined,
  };
  expect(against(profile, voided)).toEqual([]);
  expect(against(profile, voided, () => completed)).toEqual([expect.stringContaining('no template')]);
  const shared = {
    verb: { id: VERBS.shared.id },
    object: { definition: { type: TYPES.note.id } },
  };
  expect(against(profile, voided, () => shared)).toEqual([]);
});
