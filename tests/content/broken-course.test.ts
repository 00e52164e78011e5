import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { vocabulary } from '../../src/blocks/authoring.ts';
import { compileCourse } from '../../src/content/compile.ts';
import { formatIssue } from '../../src/content/issue.ts';
import { readCourse } from '../../src/content/sources.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'broken');
const { issues } = compileCourse(readCourse(FIXTURES, 'casse', ''), vocabulary);

test('says every mistake of a broken course at its file and line', () => {
  const expected = readFileSync(join(FIXTURES, 'expected.txt'), 'utf8').trim().split('\n');
  expect(issues.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual(expected);
});

test('knows at least fifteen kinds of mistakes, each with a cure', () => {
  expect(new Set(issues.map(({ code }) => code)).size).toBeGreaterThanOrEqual(15);
  const uncured = issues.filter(({ hint }) => !hint).map(formatIssue);
  expect(uncured).toEqual([]);
});

test('the command prints them all and exits with 1', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'packaging/check.ts', '--modules', FIXTURES],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stderr.match(/\[[a-zA-Z]+[-a-zA-Z]*\/[-a-zA-Z0-9]+\]$/gm)?.length).toBe(issues.length);
}, 60_000);
