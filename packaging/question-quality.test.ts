import { expect, test } from 'vitest';
import { vocabulary } from '../src/blocks/authoring.ts';
import { compileCourse } from '../src/content/compile.ts';
import { courseWith } from '../tests/content/course-files.ts';
import { questionQuality } from './question-quality.ts';

const FACTS = {
  'facts/f.yaml':
    '- id: FA-1\n  statement: Un fait vérifié.\n  source: une source\n  read: 2026-11-22\n  status: VO26\n- id: FA-2\n  statement: Un fait à vérifier.\n  source: une source\n  read: 2026-11-22\n  status: AV\n- id: FA-3\n  statement: Un fait non relu.\n  source: une source\n  read: 2026-11-22\n  status: NR\n',
  'c/course.yaml': 'title: Parcours\nsummary: Résumé.\nmodules: [01-m]\nfacts: [f]\n',
};
const warnings = (page: string) =>
  questionQuality(compileCourse(courseWith(page, FACTS), vocabulary)).map(({ line, code }) => `${line} ${code}`);

/** A single choice of three options whose right one stands at `rank`; its text is `length` signs long, others 20. */
const single = (id: string, rank: number, length: number, attributes = '') =>
  `:::choix-unique{id=${id} ${attributes}}\nQuestion ${id} ?\n\n${[0, 1, 2]
    .map((at) => {
      const words = `${id} ${at} `.padEnd(at === rank ? length : 20, 'o');
      return `- [${at === rank ? 'x' : ' '}] ${words}\n  > Explication ${id} ${at}.\n`;
    })
    .join('')}:::\n`;
const six = (rank: (at: number) => number, length: (at: number) => number) =>
  Array.from({ length: 6 }, (_, at) => single(`q${at}`, rank(at), length(at))).join('');
/** Lines of a question written by `single`, and where the first stands. */
const lineOf = (at: number) => 6 + at * 10;

test('balanced questions of the same length raise nothing', () => {
  expect(
    warnings(
      six(
        (at) => at % 3,
        () => 20,
      ),
    ),
  ).toEqual([]);
});

test('the right option may be the longest in three questions of ten, not more', () => {
  expect(
    warnings(
      six(
        (at) => at % 3,
        (at) => (at < 1 ? 30 : 20),
      ),
    ),
  ).toEqual([]);
  expect(
    warnings(
      six(
        (at) => at % 3,
        (at) => (at < 2 ? 30 : 20),
      ),
    ),
  ).toEqual([`${lineOf(0)} question/plus-longue`, `${lineOf(1)} question/plus-longue`]);
});

test('a rank that holds nearly all right answers, or none, is said once', () => {
  expect(
    warnings(
      six(
        (at) => (at === 5 ? 1 : 0),
        () => 20,
      ),
    ),
  ).toEqual([`${lineOf(0)} question/position`, `${lineOf(0)} question/position`]);
});

test('a stem written twice is said at the second', () => {
  const twin = single('b', 0, 20).replace('Question b ?', 'Question  A ?');
  expect(warnings(single('a', 0, 20) + twin)).toEqual([`${lineOf(1)} question/enonce-double`]);
});

test('an explanation that already served is said, and a question without any', () => {
  const copied = single('b', 0, 20).replace('Explication b 1.', 'Explication a 2.');
  expect(warnings(single('a', 0, 20) + copied)).toEqual([`${lineOf(1)} question/explication-reprise`]);
  expect(warnings(':::association{id=a}\nReliez.\n\n- un => deux\n- trois => quatre\n:::\n')).toEqual([
    '6 question/sans-explication',
  ]);
});

test('facts that nobody has read again do not decide of an answer', () => {
  const page =
    single('a', 0, 20, 'faits="FA-1"') + single('b', 1, 20, 'faits="FA-2"') + single('c', 2, 20, 'faits="FA-3"');
  expect(warnings(page)).toEqual([`${lineOf(1)} question/fait-fragile`, `${lineOf(2)} question/fait-fragile`]);
});
