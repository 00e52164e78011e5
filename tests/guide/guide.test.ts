import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { vocabulary } from '../../src/blocks/authoring.ts';
import { compileCourse } from '../../src/content/compile.ts';
import { withDocuments } from '../../src/content/document/documents.ts';
import { formatIssue } from '../../src/content/issue.ts';
import { readCourse } from '../../src/content/sources.ts';
import { EXAMPLES, examples, writeExamples } from '../fixtures/examples.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const directives = [...vocabulary.blocks, ...vocabulary.statics].flatMap((type) => type.directives);
const readme = (kind: string) => readFileSync(join(ROOT, 'src', 'blocks', kind, 'README.md'), 'utf8');

test('every example of the guide compiles without an issue', async () => {
  await writeExamples();
  const { issues, modules } = compileCourse(await withDocuments(readCourse(EXAMPLES, 'exemples')), vocabulary);
  expect(issues.map(formatIssue)).toEqual([]);
  expect(modules.flatMap(({ pages }) => Object.values(pages)).length).toBe(examples().length + 1);
});

test('every directive has its example, and the guide names its page', () => {
  const written = examples()
    .map(({ markdown }) => markdown)
    .join('\n');
  const guide = readFileSync(join(ROOT, 'docs', 'guide-auteur.md'), 'utf8');
  for (const directive of directives) expect(written).toContain(`:::${directive}`);
  for (const { kind } of examples()) expect(guide).toContain(`(../src/blocks/${kind}/README.md)`);
});

test('every picture that a page of the guide shows is there', () => {
  for (const { kind } of examples()) {
    const pictures = [...readme(kind).matchAll(/!\[[^\]]{10,}\]\((\.\.[^)]+)\)/g)].map(([, path]) => path!);
    expect(pictures.length, kind).toBeGreaterThan(0);
    for (const path of pictures)
      expect(existsSync(normalize(join(dirname(join(ROOT, 'src/blocks', kind, 'README.md')), path))), path).toBe(true);
  }
});

test('a page of the guide says what a platform receives of each kind that is answered', () => {
  for (const type of vocabulary.blocks) {
    const kind = examples().find(({ markdown }) => markdown.includes(`:::${type.directives[0]}`))!.kind;
    expect(readme(kind), kind).toContain('## Ce que reçoit la plateforme');
  }
});
