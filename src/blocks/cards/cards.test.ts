import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf, issuesOf } from '../../../tests/content/block-of.ts';
import { lockNumbers, testActivity } from '../../../tests/contract/activity.ts';
import { type Cards, type CardsResponse, cards, RATINGS } from './activity.ts';

const block = (...numbers: readonly number[]): Cards => ({
  type: 'cards',
  id: 'c',
  number: 1,
  scormId: 'M1_F01_c_1',
  competencies: [],
  title: '',
  intro: '',
  cards: numbers.map((number) => ({ number, front: '', back: '' })),
  required: false,
  sources: [],
});

describe('whatever is written', () =>
  testActivity<Cards, CardsResponse>({
    type: cards,
    block: lockNumbers(2, 20).map((numbers) => block(...numbers)),
    response: ({ cards: all }) =>
      fc
        .tuple(
          fc.subarray([...all]),
          fc.array(fc.constantFrom(...RATINGS), { minLength: all.length, maxLength: all.length }),
        )
        .map(([rated, ratings]) => new Map(rated.map(({ number }, rank) => [number, ratings[rank]!]))),
  }));

test('an answer is whole once every card is rated, those added since included', () => {
  const all: CardsResponse = new Map([
    [1, 3],
    [2, 1],
  ]);
  expect(cards.complete(block(1, 2), new Map([[1, 3]]))).toBe(false);
  expect(cards.complete(block(1, 2), all)).toBe(true);
  expect(cards.complete(block(1, 2, 3), all)).toBe(false);
});

test('a card that no longer exists is left out of the answer', () => {
  const code = cards.encode(
    new Map([
      [1, 3],
      [2, 1],
    ]),
  );
  expect(code).toEqual([2, 0, 1]);
  expect(cards.decode(code, block(2, 3))).toEqual(new Map([[2, 1]]));
});

test('the standards see each card with its rating, without a right answer', () => {
  const response: CardsResponse = new Map([
    [1, 3],
    [2, 1],
  ]);
  expect(cards.interaction(block(2, 1), response)).toEqual({
    type: 'matching',
    response: [
      [2, 1],
      [1, 3],
    ],
  });
});

const LIST = '- Qui **organise** ?\n  > La commune.\n- Qui recense ?\n  > La commune.';
const source = (body: string, attributes = '') => `:::cartes{id=reperes${attributes}}\n${body}\n:::\n`;

test('a title, words before the cards, and two sides for each', () => {
  const read = blockOf(source(`### L’essentiel\n\nDe mémoire.\n\n${LIST}`, ' faits=FA-1')) as unknown as Cards;
  expect(read).toMatchObject({ title: 'L’essentiel', intro: '<p>De mémoire.</p>\n', required: false });
  expect(read.cards).toEqual([
    { number: 1, front: 'Qui <strong>organise</strong>\u202f?', back: '<p>La commune.</p>\n' },
    { number: 2, front: 'Qui recense\u202f?', back: '<p>La commune.</p>\n' },
  ]);
  expect(read.sources).toHaveLength(1);
});

test('they are asked for only when the author says so', () => {
  const read = blockOf(source(`### L’essentiel\n\n${LIST}`, ' obligatoire')) as unknown as Cards;
  expect(read).toMatchObject({ required: true, intro: '' });
});

const many = Array.from({ length: 21 }, (_, rank) => `- Carte ${rank}\n  > Verso.`).join('\n');

test.each([
  [LIST, '1 cartes/title'],
  ['### Titre', '1 cartes/cards'],
  ['### Titre\n\n- Recto\n  > Verso', '1 cartes/cards'],
  [`### Titre\n\n${many}`, '1 cartes/cards'],
  ['### Titre\n\n- Recto\n  > Verso\n- Autre', '6 cartes/back'],
  ['### Titre\n\n- Recto\n  > Verso\n-\n  > Verso', '6 cartes/front'],
  ['### Titre\n\n- Recto\n  > Verso\n- Recto\n  > Autre', '6 cartes/double'],
])('%j is refused: %s', (body, issue) => {
  expect(issuesOf(source(body))).toEqual([issue]);
});
