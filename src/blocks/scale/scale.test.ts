import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf, issuesOf } from '../../../tests/content/block-of.ts';
import { lockNumbers, questionBase, testActivity } from '../../../tests/contract/activity.ts';
import { type Scale, scale } from './activity.ts';
import { scaleType } from './authoring.ts';

const block = (numbers: readonly number[], levels: number): Scale => ({
  ...questionBase,
  type: 'scale',
  form: levels === 0 ? 'poll' : 'likert',
  items: numbers.map((number) => ({ number, html: '' })),
  levels: Array.from({ length: levels }, (_, rank) => `niveau ${rank + 1}`),
  multiple: true,
  required: false,
});

describe('an échelle, whatever is written', () =>
  testActivity({
    type: scale,
    block: fc
      .tuple(lockNumbers(1, 36), fc.integer({ min: 2, max: 7 }))
      .map(([numbers, levels]) => block(numbers, levels)),
    response: ({ items, levels }) =>
      fc
        .array(fc.integer({ min: 1, max: levels.length }), { minLength: items.length, maxLength: items.length })
        .map((given) => new Map(items.map(({ number }, rank) => [number, given[rank]!]))),
  }));

describe('a sondage, whatever is written', () =>
  testActivity({
    type: scale,
    block: lockNumbers(2, 36).map((numbers) => block(numbers, 0)),
    response: ({ items }) =>
      fc.subarray([...items], { minLength: 1 }).map((chosen) => new Map(chosen.map(({ number }) => [number, 1]))),
  }));

test('one statement is a likert, several a matching without right answer, a poll a choice', () => {
  expect(scale.interaction(block([5], 4), new Map([[5, 3]]))).toEqual({ type: 'likert', response: 3 });
  const both = new Map([
    [1, 4],
    [2, 1],
  ]);
  expect(scale.interaction(block([2, 1], 4), both)).toEqual({
    type: 'matching',
    response: [
      [2, 1],
      [1, 4],
    ],
  });
  expect(scale.interaction(block([2, 1, 3], 0), new Map([...both].map(([number]) => [number, 1])))).toEqual({
    type: 'choice',
    response: [1, 2],
    correct: [],
  });
});

test('a line or a level that is gone is left out of the answer', () => {
  const given = new Map([
    [1, 2],
    [2, 5],
    [3, 1],
  ]);
  expect(scale.decode(scale.encode(given), block([1, 2], 4))).toEqual(new Map([[1, 2]]));
});

const echelle = (body: string, attributes = '') => `:::echelle{id=q ${attributes}}\n${body}\n:::\n`;
const sondage = (body: string, attributes = '') => `:::sondage{id=q ${attributes}}\n${body}\n:::\n`;
const read = (markdown: string) => blockOf(markdown) as unknown as Scale;

test('an échelle has its statements and its levels, or agrees by default', () => {
  const { form, items, levels, explanation, certainty } = read(
    echelle("Où en êtes-vous ?\n\n- J'anime\n- Je recense\n\nMerci.", 'niveaux="Jamais, Parfois, D\'habitude"'),
  );
  expect({ form, certainty, levels }).toEqual({
    form: 'likert',
    certainty: false,
    levels: ['Jamais', 'Parfois', 'D’habitude'],
  });
  expect(items.map(({ number, html }) => `${number} ${html}`)).toEqual(['1 J’anime', '2 Je recense']);
  expect(explanation).toContain('Merci.');
  expect(read(echelle('- Un')).levels).toHaveLength(4);
});

test('without a list, the stem is the statement', () => {
  const { stem, items } = read(echelle('Je me sens à ma place.'));
  expect(stem).toContain('Je me sens');
  expect(items).toEqual([{ number: 1, html: '' }]);
});

test('a sondage has options; only « obligatoire » makes it a task, without right or wrong', () => {
  const free = read(sondage('Et vous ?\n\n- Un\n- Deux', 'plusieurs'));
  expect([free.form, free.multiple, free.levels]).toEqual(['poll', true, []]);
  expect(scaleType.task?.(free)).toBeUndefined();
  expect(scaleType.task?.(read(sondage('Et vous ?\n\n- Un\n- Deux', 'obligatoire')))).toEqual({
    kind: 'answer',
    label: 'Et vous\u202f?',
    rating: true,
  });
});

test.each([
  [echelle('- Un', 'niveaux="Jamais"'), ['1 echelle/levels']],
  [echelle('- Un', 'niveaux=""'), ['1 echelle/levels']],
  [echelle('- Un', 'niveaux="Jamais,, Toujours"'), ['1 echelle/levels']],
  [echelle('- Un', 'niveaux="Non, Oui, Non"'), ['1 echelle/levels']],
  [echelle('- Un', 'niveaux="1, 2, 3, 4, 5, 6, 7, 8"'), ['1 echelle/levels']],
  [echelle(''), ['1 echelle/items']],
  [echelle('- Un\n-\n- Deux'), ['3 echelle/text']],
  [echelle('- Un\n- Un'), ['3 echelle/double']],
  [echelle('- [x] Un'), ['2 echelle/case']],
  [echelle('- Un\n  > Parce que.'), ['2 echelle/explication']],
  [echelle('- Un', 'plusieurs'), ['1 echelle/attribut']],
  [echelle('- Un', 'certitude'), ['1 bloc/attribut-inconnu']],
  [sondage('- Un\n- Deux'), ['1 sondage/stem']],
  [sondage('Et vous ?\n\n- Un'), ['1 sondage/items']],
  [sondage('Et vous ?\n\n- Un\n- [ ] Deux'), ['5 sondage/case']],
  [sondage('Et vous ?\n\n- Un\n- Deux\n- Un'), ['6 sondage/double']],
  [sondage('Et vous ?\n\n- Un\n- Deux', 'niveaux="Oui, Non"'), ['1 sondage/attribut']],
])('%j gives %j', (markdown, issues) => {
  expect(issuesOf(markdown)).toEqual(issues);
});
