import { expect, test } from 'vitest';
import { vocabulary } from '../src/blocks/authoring.ts';
import { compileCourse } from '../src/content/compile.ts';
import { courseWith, question } from '../tests/content/course-files.ts';
import { COLUMNS, coverage, coverageCsv, coverageHtml, isEmpty } from './coverage-matrix.ts';

const course = compileCourse(
  courseWith(
    `${question('q', 'Que faites-vous ?', 'Oui', 'Non').replace('{id=q}', '{id=q competences="C-1"}')}\n:::positionnement{id=p}\n### Où en êtes-vous ?\n\n- C-1\n- C-2\n:::\n`,
    {
      'c/competencies.yaml':
        '- id: C-1\n  title: Une compétence\n- id: C-2\n  title: "Une « autre »; la seconde"\n- id: C-3\n  title: Oubliée\n',
    },
  ),
  vocabulary,
);
const rows = coverage(course, course.outline!);

test('each competency is met where its blocks and lessons say, at their line', () => {
  const [first, second] = rows;
  expect(first?.places.question).toEqual(['c/01-m/01-page.md:7']);
  expect(second?.places.positionnement).toHaveLength(1);
  expect(second?.places.question).toEqual([]);
});

test('a lesson is given by the line of its header', () => {
  const taught = compileCourse(
    courseWith('', {
      'c/01-m/01-page.md': '---\ntitre: Page\netape: comprendre\nminutes: 10\ncompetences: C-1\n---\nTexte.\n',
    }),
    vocabulary,
  );
  const [row] = coverage(taught, taught.outline!);
  expect(row?.places.leçon).toEqual(['c/01-m/01-page.md:1']);
  expect(coverageHtml(taught.outline!, [row!])).toContain('<code>c/01-m/01-page.md:1</code>');
});

test('a competency that nothing meets is an empty row', () => {
  expect(rows.filter(isEmpty).map(({ id }) => id)).toEqual(['C-3']);
  expect(coverageHtml(course.outline!, rows)).toContain('<tr class="alert"><th scope="row"><strong>C-3');
});

test('the CSV opens in a French spreadsheet, quotes and semicolons kept', () => {
  const [head, , second] = coverageCsv(rows).slice(1).split('\r\n');
  expect(coverageCsv(rows).startsWith('\ufeff')).toBe(true);
  expect(head?.split(';')).toHaveLength(2 + COLUMNS.length);
  expect(second).toContain('"Une «\u00a0autre\u00a0»; la seconde";0;0;0;0;0;1;0');
});
