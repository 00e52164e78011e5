import { expect, test } from 'vitest';
import type { Interaction } from '../model/interaction.ts';
import { scorm12Pattern, scorm12Response, scorm12Type } from '../trackers/scorm12-interaction.ts';
import { answersIn } from './cmi-interaction.ts';
import { xapiPattern, xapiResponse } from './interaction.ts';

/** One answer of SCORM 1.2, read back. */
const read12 = (elements: Record<string, string>) =>
  answersIn(
    Object.fromEntries(
      Object.entries({ id: 'Q', result: 'neutral', ...elements }).map(([name, value]) => [
        `cmi.interactions.0.${name}`,
        value,
      ]),
    ),
  )[0]!;

const INTERACTIONS: readonly Interaction[] = [
  { type: 'true-false', response: true, correct: false },
  { type: 'choice', response: [1, 3], correct: [1, 3, 4] },
  { type: 'sequencing', response: [27, 2, 1], correct: [1, 2, 27] },
  {
    type: 'matching',
    response: [
      [1, 2],
      [2, 1],
    ],
    correct: [
      [1, 1],
      [2, 2],
    ],
  },
  { type: 'numeric', response: -3.5, correct: { expected: 4, min: 4, max: 4 } },
  { type: 'likert', response: 3 },
  { type: 'fill-in', response: ['couloir.b > familles.a'] },
];

test.each(INTERACTIONS)('a $type of SCORM 1.2 says in xAPI what xAPI itself would say', (interaction) => {
  const pattern = scorm12Pattern(interaction);
  const answer = read12({
    type: scorm12Type(interaction),
    student_response: scorm12Response(interaction),
    ...(pattern !== undefined && { 'correct_responses.0.pattern': pattern }),
  });
  expect(answer.type).toBe(interaction.type);
  expect(answer.response).toBe(xapiResponse(interaction));
  expect(answer.patterns).toEqual(xapiPattern(interaction) ?? []);
});

test.each([
  ['choice', '{a,b}', 'a[,]b'],
  ['choice', 'Je ne sais pas, peut-être', 'Je ne sais pas, peut-être'],
  ['matching', '{1.a,2.b}', '1[.]a[,]2[.]b'],
  ['matching', 'a.b.c', 'a.b.c'],
  ['true-false', '0', 'false'],
  ['true-false', 'peut-être', 'peut-être'],
  ['fill-in', 'un [,] deux', 'un [ , ] deux'],
  ['performance', 'step 1', 'step 1'],
])('a %s « %s » of another tool becomes « %s »', (type, response, expected) => {
  expect(read12({ type, student_response: response }).response).toBe(expected);
});

test('a text too long for a fill-in is a long one, and a kind nobody knows is « other »', () => {
  expect(read12({ type: 'fill-in', student_response: 'é'.repeat(256) }).type).toBe('long-fill-in');
  expect(read12({ type: 'drawing', student_response: 'x' }).type).toBe('other');
});

test('a result that is a number is a score, neither right nor wrong', () => {
  const { raw, success } = read12({ type: 'numeric', student_response: '3', result: '0.5' });
  expect([raw, success]).toEqual([0.5, undefined]);
});

test('answers come in the order of their indexes, those without an identifier left out', () => {
  const cmi = {
    'cmi.interactions.10.id': 'K',
    'cmi.interactions.2.id': 'C',
    'cmi.interactions.1.type': 'choice',
    'cmi.interactions._count': '11',
  };
  expect(answersIn(cmi).map(({ id }) => id)).toEqual(['C', 'K']);
});
