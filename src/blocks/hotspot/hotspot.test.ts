import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf, issuesOf } from '../../../tests/content/block-of.ts';
import { lockNumbers, questionBase, testActivity } from '../../../tests/contract/activity.ts';
import { type Hotspot, hotspot } from './activity.ts';

const zone = { x: 0, y: 0, width: 10, height: 10 };

const block = (numbers: readonly number[], rights: readonly number[]): Hotspot => ({
  ...questionBase,
  type: 'hotspot',
  multiple: rights.length > 1,
  image: '',
  options: numbers.map((number) => ({ number, html: '', feedback: '', right: rights.includes(number), zone })),
});

const rightsOf = ({ options }: Hotspot) => options.filter(({ right }) => right).map(({ number }) => number);

describe('whatever is written', () =>
  testActivity({
    type: hotspot,
    block: fc
      .tuple(lockNumbers(2, 12), fc.nat())
      .map(([numbers, many]) => block(numbers, numbers.slice(0, 1 + (many % (numbers.length - 1))))),
    response: ({ options }) =>
      fc.subarray(
        options.map(({ number }) => number),
        { minLength: 1 },
      ),
    right: rightsOf,
  }));

test.each([
  ['the right zone', [1, 2], [1], [1], { correct: true, score: 1 }],
  ['a wrong zone', [1, 2], [1], [2], { correct: false, score: 0 }],
  ['half the right zones', [1, 2, 3], [1, 2], [1], { correct: false, score: 0.5 }],
  ['one right, one wrong', [1, 2, 3], [1, 2], [1, 3], { correct: false, score: 0 }],
])('%s', (_, numbers, rights, response, expected) => {
  expect(hotspot.grade(block(numbers, rights), response)).toEqual(expected);
});

test('a zone that no longer exists is left out of the answer', () => {
  expect(hotspot.decode(hotspot.encode([1, 3]), block([1, 2], [1]))).toEqual([1]);
});

const ALTERNATIVE = 'Plan d’une crèche : le hall en bas, le bureau à gauche, le dortoir en haut.';
const IMAGE = `![${ALTERNATIVE}](media/plan.svg)`;
const LIST = '- [x] Dans le hall. (zone 30 48 15 16)\n  > Oui.\n- [ ] Au dortoir. (zone 62,5 0 37.5 25)\n  > Non.';
const source = (before: string, list = LIST) =>
  `:::reponse-zone{id=charte}\nOù l’afficher ?\n\n${before}\n\n${list}\n:::\n`;
const MEDIA = { 'plan.svg': `${import.meta.dirname}/plan-accueil.svg` };

test('the image stands apart from the question, the zone apart from the words', () => {
  const read = blockOf(source(IMAGE), MEDIA) as unknown as Hotspot;
  expect(read.stem).toBe('<p>Où l’afficher\u202f?</p>\n');
  expect(read.image).toMatch(/^<img src="media\/m1\/plan\.svg" alt="Plan d’une crèche[^"]*" width="800" height="500"/);
  expect(read.multiple).toBe(false);
  expect(read.options.map(({ html, zone, right }) => ({ html, zone, right }))).toEqual([
    { html: 'Dans le hall.', zone: { x: 30, y: 48, width: 15, height: 16 }, right: true },
    { html: 'Au dortoir.', zone: { x: 62.5, y: 0, width: 37.5, height: 25 }, right: false },
  ]);
});

test('a number of three figures is no thousand, and two right zones make several answers', () => {
  const list =
    '- [x] À gauche. (zone 0 0 50 100)\n  > Oui.\n- [x] À droite. (zone 50 0 40 100)\n  > Oui aussi.\n- [ ] Au bord. (zone 90 0 10 100)\n  > Non.';
  const read = blockOf(source(IMAGE, list), MEDIA) as unknown as Hotspot;
  expect(read.multiple).toBe(true);
  expect(read.options.map(({ zone: { height } }) => height)).toEqual([100, 100, 100]);
});

const OTHER = '\n- [ ] Ailleurs. (zone 0 0 10 10)\n  > Non.';

test.each([
  ['', LIST, ['1 reponse-zone/images']],
  [`${IMAGE}\n\n${IMAGE}`, LIST, ['6 reponse-zone/images']],
  [`Voyez ${IMAGE}`, LIST, ['4 reponse-zone/alone']],
  ['![Un plan](media/plan.svg)', LIST, ['4 reponse-zone/alternative']],
  [IMAGE, '- [x] Ici. (zone 0 0 9 9)\n  > Oui.', ['1 reponse-zone/options']],
  [IMAGE, `- [ ] Ici. (zone 0 0 9 9)\n  > Oui.${OTHER}`, ['1 reponse-zone/options']],
  [IMAGE, `- [x] Ici.\n  > Oui.${OTHER}`, ['6 reponse-zone/zone']],
  [IMAGE, `- [x] Ici. (zone 10 20 30)\n  > Oui.${OTHER}`, ['6 reponse-zone/zone']],
  [IMAGE, `- [x] Ici. (zone 90 0 20 20)\n  > Oui.${OTHER}`, ['6 reponse-zone/zone']],
  [IMAGE, `- [x] Ici. (zone 90 0 0 20)\n  > Oui.${OTHER}`, ['6 reponse-zone/zone']],
  [IMAGE, `- [x] (zone 0 0 20 20)\n  > Oui.${OTHER}`, ['6 reponse-zone/html']],
  [IMAGE, `- [x] Ici. (zone 0 0 20 20)${OTHER}`, ['6 reponse-zone/feedback']],
  [IMAGE, `- [x] Ici. (zone 0 0 20 20)\n  > Oui.\n- Là. (zone 0 0 10 10)\n  > Non.`, ['8 reponse-zone/case']],
  [IMAGE, `- [x] Ailleurs. (zone 0 0 20 20)\n  > Oui.${OTHER}`, ['8 reponse-zone/double']],
  [IMAGE, `- [x] Ici. (zone 0 0 20 20)\n  > Non.${OTHER}`, ['8 reponse-zone/explication-double']],
])('%j with %j is refused', (before, list, issues) => {
  expect(issuesOf(source(before, list), MEDIA)).toEqual(issues);
});

test('a question is needed beside the image', () => {
  expect(issuesOf(`:::reponse-zone{id=charte}\n${IMAGE}\n\n${LIST}\n:::\n`, MEDIA)).toEqual(['1 reponse-zone/stem']);
});
