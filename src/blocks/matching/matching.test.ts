import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf, issuesOf } from '../../../tests/content/block-of.ts';
import { lockNumbers, questionBase, testActivity } from '../../../tests/contract/activity.ts';
import { type Matching, matching } from './activity.ts';

const block = (numbers: readonly number[], alone: number): Matching => {
  const targets = numbers.map((number) => ({ number, text: `cible ${number}` }));
  return {
    ...questionBase,
    type: 'matching',
    lines: numbers.slice(alone).map((number) => ({ number, html: '', target: number, feedback: '' })),
    targets,
  };
};

describe('whatever is written', () =>
  testActivity({
    type: matching,
    block: fc
      .tuple(lockNumbers(4, 12), fc.integer({ min: 0, max: 2 }))
      .map(([numbers, alone]) => block(numbers, alone)),
    response: ({ lines, targets }) =>
      fc
        .array(fc.constantFrom(...targets), { minLength: lines.length, maxLength: lines.length })
        .map(
          (chosen) =>
            new Map(lines.map(({ number }, rank) => [number, chosen[rank]!.number] as const).sort(([a], [b]) => a - b)),
        ),
    right: ({ lines }) => new Map(lines.map(({ number, target }) => [number, target])),
  }));

const source = (list: string) => `:::association{id=roles}\nQui fait quoi ?\n\n${list}\n:::\n`;

test('a line is a source and its target, a line without source only adds a target', () => {
  const { lines, targets } = blockOf(
    source('- Agréer => PMI\n  > Parce que.\n- Financer => Caf\n- Contrôler => PMI\n- => Mairie'),
  ) as unknown as Matching;
  expect(lines.map(({ number, html, target }) => `${number} ${html} ${target}`)).toEqual([
    '1 Agréer 1',
    '2 Financer 2',
    '3 Contrôler 1',
  ]);
  expect(targets.map(({ text }) => text)).toEqual(['Caf', 'Mairie', 'PMI']);
  expect(lines[0]!.feedback).toContain('Parce que.');
});

test.each([
  ['- Agréer => PMI\n- Financer', 5, 'association/target'],
  ['- Agréer => PMI', 1, 'association/lines'],
  ['- Agréer => PMI\n- Contrôler => PMI', 1, 'association/lines'],
  ['- Agréer => PMI\n- Agréer => Caf', 5, 'association/double'],
])('%j is refused at line %d of the block', (list, line, code) => {
  expect(issuesOf(source(list))).toEqual([`${line} ${code}`]);
});

test('half the pairs are worth half', () => {
  const one = block([1, 2], 0);
  expect(
    matching.grade(
      one,
      new Map([
        [1, 1],
        [2, 1],
      ]),
    ),
  ).toEqual({ correct: false, score: 0.5 });
});
