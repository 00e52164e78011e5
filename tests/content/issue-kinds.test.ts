import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as v from 'valibot';
import { expect, test } from 'vitest';
import { vocabulary } from '../../src/blocks/authoring.ts';
import { compileCourse } from '../../src/content/compile.ts';
import { Facts } from '../../src/content/facts.ts';
import { formatIssue, type Issue, splitCure } from '../../src/content/issue.ts';
import { CompetenciesFile, CourseFile, FrontMatter, ModuleFile, OrganisationFile } from '../../src/content/schemas.ts';
import { readCourse } from '../../src/content/sources.ts';
import { typeset } from '../../src/content/typography.ts';
import { BLOCK_CASES } from './issue-cases/blocks.ts';
import { FILE_CASES } from './issue-cases/files.ts';
import { compiled, type IssueCase, warnings, writeCase } from './issue-cases/issue-case.ts';
import { PAGE_CASES } from './issue-cases/pages.ts';
import { QUESTION_CASES } from './issue-cases/questions.ts';
import { TEXT_CASES } from './issue-cases/texts.ts';
import { TODAY, WARNING_CASES } from './issue-cases/warnings.ts';
import { issueCodes, schemaSentences } from './issue-sources.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CASES = [...FILE_CASES, ...PAGE_CASES, ...TEXT_CASES, ...QUESTION_CASES, ...BLOCK_CASES];
const errors = new Map(CASES.map((one) => [one, compiled(one).issues]));
const advice = new Map(WARNING_CASES.map((one) => [one, warnings(one, TODAY)]));
/** With those of the course that broken-course.test.ts reads from the disk. */
const all = [
  ...[...errors.values(), ...advice.values()].flat(),
  ...compileCourse(readCourse(join(ROOT, 'tests', 'fixtures', 'broken'), 'casse', ''), vocabulary).issues,
];
/** Said by the command itself, in the test that runs it. */
const COVERAGE = 'couverture/vide';
const codes = new Set([...all.map(({ code }) => code), COVERAGE]);

const places = (issues: readonly Issue[]) => issues.map(({ file, line, code }) => `${file}:${line} ${code}`);
const named = (cases: readonly IssueCase[]) =>
  cases.map((one, rank) => [`${rank + 1}. ${one.said.join(', ')}`, one] as const);

test.each(named(CASES))('an error: %s', (_, one) => {
  expect(places(errors.get(one)!)).toEqual(one.said);
});

test.each(named(WARNING_CASES))('a warning: %s', (_, one) => {
  expect(places(advice.get(one)!)).toEqual(expect.arrayContaining([...one.said]));
});

test('a competency that nothing works on is an error of the coverage command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'couverture-'));
  writeCase({ files: {}, said: [] }, folder);
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'packaging/coverage.ts', '--modules', folder, '--out', folder],
    { cwd: ROOT, encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  expect(status).toBe(1);
  const lines = [...stderr.matchAll(/competencies\.yaml:(\d+) — .+ \[(.+)\]\n {4}→ \S/g)];
  expect(lines.map(([, line, code]) => `${line} ${code}`)).toEqual([1, 3, 5].map((line) => `${line} ${COVERAGE}`));
}, 60_000);

test('knows at least 200 kinds of mistakes', () => {
  expect(codes.size).toBeGreaterThanOrEqual(200);
});

/** What an author typed, or has to type as it is, has its own typography. */
const withoutTyped = (text: string) => text.replace(/\*\*Terme\*\* :|«\u00a0[^»]*\u00a0»|`[^`]*`|"[^"]*"|!\[/g, 'mot');

test('each says what to do, in French typography', () => {
  for (const issue of all) {
    const words = formatIssue(issue);
    expect(issue.hint ?? '', words).toMatch(/^\S.{5,}/);
    expect(issue.message, words).toMatch(/^[\p{Ll}«]|^YAML /u);
    for (const text of [issue.message, issue.hint!])
      expect(typeset(withoutTyped(text)), words).toBe(withoutTyped(text));
    expect(words, 'a sentence of valibot').not.toMatch(/Invalid|Expected|received/);
  }
});

const sources = new Map(
  ['src/content', 'src/blocks', 'packaging']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((one) => `${folder}/${one}`),
    )
    .filter((path) => (path.startsWith('src/blocks') ? /\/authoring\.ts$/ : /(?<!\.test)\.ts$/).test(path))
    .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]),
);
const directivesOf = (path: string) => {
  const text = sources.get(path)!;
  return [...vocabulary.blocks, ...vocabulary.statics]
    .flatMap((type) => type.directives)
    .filter((name) => text.includes(`'${name}'`));
};

/** The kinds that a source can say: with each of its directives for a block, as `*` for what several blocks share. */
const kindsOf = (path: string) =>
  issueCodes(sources.get(path)!).flatMap((code) =>
    code.startsWith('*') && path.startsWith('src/blocks')
      ? directivesOf(path).map((directive) => code.replace('*', directive))
      : code,
  );
const isSaid = (code: string) => {
  const pattern = new RegExp(`^${code.replaceAll('*', '[\\w-]+')}$`);
  return [...codes].some((one) => pattern.test(one));
};

test('every kind that a source can say has its case', () => {
  const kinds = [...sources.keys()].flatMap(kindsOf);
  expect(new Set(kinds).size).toBeGreaterThan(130);
  expect([...new Set(kinds)].filter((code) => !isSaid(code))).toEqual([]);
});

const SCHEMAS: readonly (readonly [kinds: readonly string[], schema: v.GenericSchema])[] = [
  [['organisation'], OrganisationFile],
  [['course'], CourseFile],
  [['competence'], CompetenciesFile],
  [['module'], ModuleFile],
  [['fait'], Facts],
  [['page'], FrontMatter],
  ...vocabulary.blocks.map(({ directives, schema }) => [directives, schema] as const),
];

test('every sentence of a schema has its case', () => {
  const sentences = SCHEMAS.flatMap(([kinds, schema]) =>
    [...schemaSentences(schema)].map((sentence) => ({ kinds, ...splitCure(sentence) })),
  );
  expect(sentences.length).toBeGreaterThan(150);
  const unsaid = sentences.filter(
    ({ kinds, message }) =>
      !all.some(({ code, message: one }) => kinds.includes(code.split('/')[0]!) && one.endsWith(message)),
  );
  expect(unsaid.map(({ kinds, message }) => `${kinds[0]}: ${message}`)).toEqual([]);
});

test('a kind planted in a source is seen, however it is said', () => {
  const planted = [
    "tools.issue(line, 'quiz/neuf', 'message', 'hint')",
    "tools.issue(\n  inner[0]!.line,\n  'quiz/neuf',\n  `message`,\n)",
    "report({ file, line: 1, code: 'quiz/neuf', message })",
    "say('quiz/neuf', `message`, hint)",
  ];
  for (const source of planted) expect(issueCodes(source)).toEqual(['quiz/neuf']);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a source
  expect(issueCodes('tools.issue(node.line, `${node.name}/neuf`, message)')).toEqual(['*/neuf']);
  expect(issueCodes("fault('neuf', message, hint)")).toEqual(['*/neuf']);
});
