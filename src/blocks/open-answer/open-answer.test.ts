import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf, issuesOf } from '../../../tests/content/block-of.ts';
import { lockNumbers, questionBase, testActivity } from '../../../tests/contract/activity.ts';
import { type OpenAnswer, openAnswer } from './activity.ts';

const block = (numbers: readonly number[], sent: boolean): OpenAnswer => ({
  ...questionBase,
  type: 'open-answer',
  title: '',
  parts: [],
  model: '',
  points: numbers.map((number) => ({ number, html: '' })),
  sent,
});

describe('whatever is written', () =>
  testActivity({
    type: openAnswer,
    block: fc
      .tuple(fc.oneof(fc.constant<number[]>([]), lockNumbers(2, 8)), fc.boolean())
      .map(([numbers, sent]) => block(numbers, sent)),
    response: ({ points }) =>
      points.length > 0
        ? fc.subarray(points.map(({ number }) => number)).map((ticked) => ({ points: ticked, level: 0 }))
        : fc.integer({ min: 1, max: 3 }).map((level) => ({ points: [], level })),
  }));

test('only the comparison is told, unless the author says that the text is sent', () => {
  const text = 'Ce que j’ai écrit.';
  const ticked = { points: [3, 1], level: 0 };
  expect(openAnswer.interaction(block([1, 3], false), ticked, text)).toEqual({
    type: 'choice',
    response: [1, 3],
    correct: [],
  });
  expect(openAnswer.interaction(block([], false), { points: [], level: 2 }, text)).toEqual({
    type: 'likert',
    response: 2,
  });
  expect(openAnswer.interaction(block([1, 3], true), ticked, text)).toEqual({ type: 'long-fill-in', response: text });
});

test('a point that no longer exists is left out of the answer', () => {
  expect(openAnswer.decode(openAnswer.encode({ points: [1, 3], level: 0 }), block([1, 2], false)).points).toEqual([1]);
});

const source = (body: string, attributes = '') => `:::reponse-ouverte{id=expliquer${attributes}}\n${body}\n:::\n`;
const POINTS = '- la commune **organise** ;\n- le Département autorise.';
const BODY = `Expliquez-le.\n\nEn deux phrases.\n\n> La commune organise.\n>\n> Le Département autorise.\n\n${POINTS}\n\nÀ retenir.`;

test('what comes before the quote is asked, the quote is a possible answer, the list its points', () => {
  const read = blockOf(source(BODY, ' mots="40-80" transmise')) as unknown as OpenAnswer;
  expect(read.stem).toContain('En deux phrases.');
  expect(read.model).toBe('<p>La commune organise.</p>\n<p>Le Département autorise.</p>\n');
  expect(read.points).toEqual([
    { number: 1, html: 'la commune <strong>organise</strong>\u202f;' },
    { number: 2, html: 'le Département autorise.' },
  ]);
  expect(read.explanation).toBe('<p>À retenir.</p>\n');
  expect(read).toMatchObject({ title: 'Expliquez-le. En deux phrases.', sent: true, mark: { from: 40, to: 80 } });
  expect(read.parts).toEqual([{ number: 1, label: 'Ma réponse' }]);
});

test('points and mark may be absent, and a numbered list belongs to the question', () => {
  const read = blockOf(source('Expliquez-le.\n\n1. D’abord.\n2. Ensuite.\n\n> Voici.')) as unknown as OpenAnswer;
  expect(read).toMatchObject({ points: [], sent: false, explanation: '' });
  expect(read.stem).toContain('<ol>');
  expect(read.mark).toBeUndefined();
});

test('a long question is named by its first words', () => {
  const { title } = blockOf(source(`${'Expliquez cela. '.repeat(12)}\n\n> Voici.`)) as unknown as OpenAnswer;
  expect(title.length).toBeLessThanOrEqual(90);
  expect(title).toMatch(/^Expliquez cela\. .*…$/);
});

test.each([
  [`> Voici.\n\n${POINTS}`, '', '1 reponse-ouverte/stem'],
  ['Expliquez-le.', '', '1 reponse-ouverte/model'],
  ['Expliquez-le.\n\n> Voici.\n\n- un point', '', '1 reponse-ouverte/points'],
  [
    `Expliquez-le.\n\n> Voici.\n\n${[...'abcdefghi'].map((sign) => `- point ${sign}`).join('\n')}`,
    '',
    '1 reponse-ouverte/points',
  ],
  ['Expliquez-le.\n\n> Voici.\n\n- un point\n- un point', '', '7 reponse-ouverte/double'],
  ['Expliquez-le.\n\n> Voici.\n\n- un point\n-', '', '7 reponse-ouverte/html'],
  [BODY, ' mots=beaucoup', '1 reponse-ouverte/mark'],
  [BODY, ' certitude', '1 bloc/attribut-inconnu'],
])('%j with %j is refused: %s', (body, attributes, issue) => {
  expect(issuesOf(source(body, attributes))).toEqual([issue]);
});

test('a quiz has no open answer', () => {
  expect(issuesOf(`::::quiz{id=fin}\n${source(BODY)}::::\n`)).toContain('2 quiz/contenu');
});
