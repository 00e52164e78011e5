import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { vocabulary } from '../../src/blocks/authoring.ts';
import { compileCourse } from '../../src/content/compile.ts';
import { courseWith, question } from '../../tests/content/course-files.ts';
import { guideCourse } from '../../tests/content/guide-course.ts';
import { courseReport } from './course-report.ts';
import { reportHtml } from './report-html.ts';
import { reportText } from './report-text.ts';
import { isOld, STATUS_WORDS } from './source-age.ts';

const fact = (id: string, read: string, status: string) =>
  `- id: ${id}\n  statement: Un fait vérifié.\n  source: une source\n  read: ${read}\n  status: ${status}\n`;
const FILES = {
  'c/course.yaml': 'title: Parcours\nsummary: Résumé.\nmodules: [01-m]\nfacts: [f]\n',
  'facts/f.yaml':
    fact('FA-1', '2025-11-21', 'VO26') + fact('FA-2', '2025-11-22', 'VO23') + fact('FA-3', '2020-01-01', 'PO'),
};

function report(body: string, files: Record<string, string> = FILES, today = '2026-11-22') {
  const sources = courseWith(body, files);
  return courseReport(sources, compileCourse(sources, vocabulary), vocabulary.blocks, today);
}
const said = (body: string, kind: string, today?: string) =>
  report(body, FILES, today)
    .warnings.filter(({ code }) => code.startsWith(kind))
    .map(({ file, line, code }) => `${file}:${line} ${code}`);

const RESOURCE =
  ':::ressource{url=https://www.legifrance.gouv.fr titre="Légifrance" consulte=2026-01-15}\nUn site.\n:::\n';
const LAW = ':::cadre-legal{faits="FA-1 FA-2"}\nUn rappel.\n:::\n';

test('twelve months to the day is not old yet', () => {
  expect([isOld('2025-11-22', '2026-11-22'), isOld('2025-11-21', '2026-11-22')]).toEqual([false, true]);
});

test('a fact used and read too long ago is said where it is written, one that nothing uses is not', () => {
  expect(said(LAW, 'source/')).toEqual(['facts/f.yaml:1 source/fait-ancien']);
});

test('a resource grows old with the day of the report', () => {
  expect(said(RESOURCE, 'source/')).toEqual([]);
  expect(said(RESOURCE, 'source/', '2027-01-16')).toEqual(['c/01-m/01-page.md:6 source/ressource-ancienne']);
});

test('facts know where they are used, those to read again come first, the others last', () => {
  const { facts } = report(LAW);
  expect(facts.map(({ fact: { id }, again, uses }) => [id, again, uses.length])).toEqual([
    ['FA-2', true, 1],
    ['FA-1', true, 1],
    ['FA-3', true, 0],
  ]);
  expect(reportText(report(LAW))).toContain('Jamais employés\u00a0: FA-3');
});

test('the guide says of each code what the report says', () => {
  const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'guide-auteur.md'), 'utf8');
  for (const [code, words] of Object.entries(STATUS_WORDS))
    expect(guide).toContain(`| \`${code}\` | ${words.replace(/\u00a0/g, ' ')} |`);
});

test('a competency needs three graded questions in each module that announces it', () => {
  const asked = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      question(`q${at}`, `Question ${at} ?`, `Oui ${at}`, `Non ${at}`).replace('}', ' competences="C-1"}'),
    ).join('');
  expect(said(asked(2), 'question/competence')).toEqual(['c/01-m/module.yaml:5 question/competence-rare']);
  expect(said(asked(3), 'question/competence')).toEqual([]);
});

test('a survey has no right answer: it counts for no competency and explains nothing', () => {
  const poll = ':::sondage{id=s competences="C-1"}\nQue préférez-vous ?\n\n- Un\n- Deux\n:::\n';
  expect(said(poll, 'question/').filter((one) => !one.includes('rare'))).toEqual([]);
  expect(report(poll).modules[0]!.questions.competencies[0]!.graded).toBe(0);
});

test('a shared text included twice is said once', () => {
  const long = `Une ${Array.from({ length: 40 }, () => 'très').join(' ')} longue phrase.\n`;
  const include = ':::inclure{source=long.md}\n:::\n';
  const { warnings } = report(include, {
    ...FILES,
    'partages/long.md': long,
    'c/01-m/02-suite.md': `---\ntitre: Suite\netape: comprendre\nminutes: 1\n---\n${include}`,
  });
  const found = warnings.filter(({ code }) => code === 'lisibilite/phrase-longue');
  expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual(['partages/long.md:1']);
});

test('the page of the report has its headings in order, every head its scope, no script', async () => {
  const sources = await guideCourse();
  const html = reportHtml(courseReport(sources, compileCourse(sources, vocabulary), vocabulary.blocks, '2026-11-22'));
  const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  for (const [rank, level] of levels.slice(1).entries()) expect(level - levels[rank]!).toBeLessThanOrEqual(1);
  expect(html).toContain('<html lang="fr">');
  expect(html).not.toContain('<script');
  expect(html.match(/<th\b/g)!.length).toBe(html.match(/<th scope="(?:row|col)">/g)!.length);
  for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
});

test('what an author wrote never becomes a tag of the report', () => {
  const html = reportHtml(
    report('', { ...FILES, 'c/course.yaml': FILES['c/course.yaml'].replace('Parcours', 'A <b> & C') }),
  );
  expect(html).toContain('A &lt;b&gt; &amp; C');
  expect(html).not.toContain('<b>');
});
