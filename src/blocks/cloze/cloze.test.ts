import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf, issuesOf } from '../../../tests/content/block-of.ts';
import { questionBase, testActivity } from '../../../tests/contract/activity.ts';
import { comparable, TOLERANCES } from '../../model/text.ts';
import { type Cloze, type ClozeGap, cloze, judge } from './activity.ts';
import { clozeType } from './authoring.ts';

const gap = (number: number, accepted: readonly string[], options: ClozeGap['options'] = []): ClozeGap => ({
  number,
  near: '…',
  accepted,
  options,
  feedback: '',
});
const block = (...gaps: ClozeGap[]): Cloze => ({
  ...questionBase,
  type: 'cloze',
  html: '',
  gaps,
  tolerances: TOLERANCES,
});

const words = fc.string({ unit: 'grapheme', maxLength: 100 });
const written = words.filter((text) => comparable(text, TOLERANCES) !== '');
/** Lock numbers go on for as long as a course lives. */
const numbers = (length: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: length, maxLength: length });

const textGap = (number: number) =>
  fc.array(written, { minLength: 1, maxLength: 4 }).map((accepted) => gap(number, accepted));
const listGap = (number: number) =>
  fc
    .tuple(fc.uniqueArray(written, { minLength: 2, maxLength: 5 }), numbers(5))
    .map(([texts, ids]) =>
      gap(number, [texts[0]!], texts.map((text, rank) => ({ number: ids[rank]!, text })).reverse()),
    );

describe('whatever is written', () =>
  testActivity({
    type: cloze,
    block: fc
      .integer({ min: 1, max: 12 })
      .chain(numbers)
      .chain((ids) => fc.tuple(...ids.map((id) => fc.oneof(textGap(id), listGap(id)))))
      .map((gaps) => block(...gaps)),
    response: ({ gaps }) =>
      fc
        .tuple(
          ...gaps.map(({ accepted, options }) =>
            options.length > 0
              ? fc.constantFrom(...options.map(({ number }) => number))
              : fc.oneof(words, fc.constantFrom(...accepted)),
          ),
        )
        .map((given) => new Map(gaps.map(({ number }, rank) => [number, given[rank]!] as const))),
    right: ({ gaps }) =>
      new Map(
        gaps.map(({ number, accepted, options }) => [
          number,
          options.find(({ text }) => text === accepted[0])?.number ?? accepted[0]!,
        ]),
      ),
  }));

const two = block(
  gap(1, ['protection maternelle et infantile', 'PMI']),
  gap(
    2,
    ['commune'],
    [
      { number: 3, text: 'Caf' },
      { number: 4, text: 'commune' },
    ],
  ),
);

test.each([
  ['PMI', 4, 1],
  ['la P.M.I.', 4, 1],
  ['Caf', 4, 0.5],
  ['PMI', 3, 0.5],
  ['', 3, 0],
])('%j and option %d are worth %d', (first, second, score) => {
  expect(
    cloze.grade(
      two,
      new Map<number, string | number>([
        [1, first],
        [2, second],
      ]),
    ),
  ).toEqual({ correct: score === 1, score });
});

test('a tolerated spelling is right, and the expected one is told', () => {
  expect(judge(two, two.gaps[0]!, new Map([[1, 'Protections maternelles et infantiles']]))).toEqual({
    text: 'Protections maternelles et infantiles',
    right: true,
    close: 'protection maternelle et infantile',
  });
  expect(judge(two, two.gaps[0]!, new Map([[1, 'pmi']]))).toEqual({ text: 'pmi', right: true });
});

describe('a text that was corrected after an answer', () => {
  const code = cloze.encode(
    new Map<number, string | number>([
      [1, 'PMI'],
      [2, 3],
    ]),
  );
  const [first, second] = two.gaps as [ClozeGap, ClozeGap];

  test('keeps each answer in its gap when they are moved', () => {
    expect(cloze.decode(code, block(second, first))).toEqual(
      new Map<number, string | number>([
        [1, 'PMI'],
        [2, 3],
      ]),
    );
  });
  test('forgets the answer of a gap that has gone', () => {
    expect(cloze.decode(code, block(second))).toEqual(new Map([[2, 3]]));
    expect(cloze.decode(code, block(first))).toEqual(new Map([[1, 'PMI']]));
  });
  test('forgets an option that has gone, and an answer that no longer suits its gap', () => {
    expect(cloze.decode(code, block({ ...second, options: second.options.slice(1) }))).toEqual(new Map());
    expect(cloze.decode(code, block({ ...first, options: second.options }, { ...second, options: [] }))).toEqual(
      new Map(),
    );
  });
  test('has no answer yet in a gap that was added', () => {
    const more = block(first, second, gap(9, ['élu']));
    const response = cloze.decode(code, more);
    expect(judge(more, more.gaps[2]!, response)).toEqual({ text: '', right: false });
    expect(cloze.interaction(more, response)).toEqual({
      type: 'fill-in',
      response: ['PMI', 'Caf', ''],
      correct: [['protection maternelle et infantile', 'PMI'], ['commune'], ['élu']],
    });
  });
});

const source = (body: string, attributes = '') => `:::texte-a-trous{id=t ${attributes}}\n${body}\n:::\n`;
const read = (body: string, attributes?: string) => blockOf(source(body, attributes)) as Cloze;

test('what is asked, the text, its gaps, their explanations, what to keep in mind', () => {
  const one = read(
    "Complétez.\n\nLa [[protection maternelle et infantile | PMI]] contrôle les crèches ; c'est la [[Caf | (commune) | PMI]] qui recense.\n\n1. Le médecin de *PMI*.\n2. L'article 17.\n\nÀ retenir.",
  );
  expect(one.stem).toBe('<p>Complétez.</p>\n');
  expect(one.html).toBe(
    '<p>La <span class="gap" data-gap="1"></span> contrôle les crèches\u202f; c’est la <span class="gap" data-gap="2"></span> qui recense.</p>\n',
  );
  expect(one.gaps.map(({ accepted }) => accepted)).toEqual([
    ['protection maternelle et infantile', 'PMI'],
    ['commune'],
  ]);
  expect(one.gaps.map(({ options }) => options.map(({ text }) => text))).toEqual([[], ['Caf', 'commune', 'PMI']]);
  expect(one.gaps.map(({ feedback }) => feedback)).toEqual([
    '<p>Le médecin de <em>PMI</em>.</p>\n',
    '<p>L’article 17.</p>\n',
  ]);
  expect(one.gaps.map(({ near }) => near)).toEqual([
    'La … contrôle les crèches\u202f;',
    'les crèches\u202f; c’est la … qui recense.',
  ]);
  expect(one.explanation).toBe('<p>À retenir.</p>\n');
});

test('a gap may stand in a list, a quotation, in bold, beside an apostrophe or a punctuation mark, over two lines', () => {
  const one = read(
    "- l'[[élu]] décide ;\n- **le [[relais]]** informe.\n\nEntre les deux.\n\n> La [[Caf |\n> Cnaf]] : [[elle]].",
  );
  expect(one.stem).toBe('');
  expect(one.html.match(/data-gap="\d"/g)).toHaveLength(4);
  expect(one.html).toContain('l’<span');
  expect(one.html).toContain('<strong>le <span class="gap" data-gap="2"></span></strong>');
  expect(one.html).toContain('Entre les deux.');
  expect(one.html).toContain('<span class="gap" data-gap="3"></span>\u00a0:');
  expect(one.gaps[2]!.accepted).toEqual(['Caf', 'Cnaf']);
  expect(one.gaps[3]!.near).toBe('La …\u00a0: ….');
});

test('a numbered list that holds the gaps is the text; without explanations, what follows is the explanation', () => {
  const one = read('1. La [[commune]] recense.\n2. La [[Caf]] finance.\n\n- À retenir.');
  expect(one.html).toContain('<ol>');
  expect(one.gaps.map(({ feedback }) => feedback)).toEqual(['', '']);
  expect(one.explanation).toContain('À retenir.');
});

test('the same text in two lists is one option', () => {
  const [first, second] = read('La [[(Caf) | PMI]] finance, la [[Caf | (PMI)]] contrôle.').gaps;
  expect(first!.options).toEqual(second!.options);
  expect(first!.options).toEqual([
    { number: 3, text: 'Caf' },
    { number: 4, text: 'PMI' },
  ]);
});

test('a page without script shows the text, an ellipsis in each gap', () => {
  expect(clozeType.placeholder(read('La [[Caf]] finance.'))).toContain(
    'La <span class="gap" data-gap="1">…</span> finance.',
  );
});

const thirteen = Array.from({ length: 13 }, (_, rank) => `mot${rank} [[rep${rank}]]`).join(', ');

test.each([
  ['Rien à compléter.', '', ['1 texte-a-trous/gaps']],
  ['La [[Caf]] et\nla [[]].', '', ['3 texte-a-trous/entries']],
  ['La [[Caf | ]].', '', ['2 texte-a-trous/entries']],
  [`La [[${'a'.repeat(101)}]].`, '', ['2 texte-a-trous/entries']],
  ['La [[(Caf)]].', '', ['2 texte-a-trous/entries']],
  ['La [[(Caf) | (PMI) | commune]].', '', ['2 texte-a-trous/rights']],
  ['La [[Caf]] et la [[PMI]].\n\n1. Une seule.', '', ['4 texte-a-trous/explications']],
  ['La [[Caf]].', 'tolerance="acents"', ['1 texte-a-trous/tolerance']],
  ['| a | b |\n|---|---|\n| [[Caf]] | c |', '', ['2 texte-a-trous/place']],
  ['La [page [[Caf]]](https://exemple.fr/[[PMI]]).', '', ['2 texte-a-trous/place']],
  ['## La [[Caf]]', '', ['2 texte-a-trous/place']],
  [thirteen, '', ['1 texte-a-trous/gaps']],
  ['Le [[bureau | Bureaux]].', '', ['2 texte-a-trous/double']],
  ['Le [[(bureau) | bureau]].', '', ['2 texte-a-trous/double']],
])('%j {%s} is refused', (body, attributes, issues) => {
  expect(issuesOf(source(body, attributes))).toEqual(issues);
});

test('what nothing lets pass makes two answers, and a list may oppose two spellings', () => {
  expect(issuesOf(source('Le [[bureau | bureaux]].', 'tolerance="accents"'))).toEqual([]);
  expect(issuesOf(source('Elles [[(établissent) | établit | etablissent]].'))).toEqual([]);
});
