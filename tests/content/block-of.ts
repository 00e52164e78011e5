import { vocabulary } from '../../src/blocks/authoring.ts';
import { compileCourse } from '../../src/content/compile.ts';
import { writeLock } from '../../src/content/lock.ts';
import type { Block } from '../../src/model/course.ts';
import { courseWith } from './course-files.ts';

const FACTS = {
  'facts/f.yaml':
    '- id: FA-1\n  statement: Un fait vérifié.\n  source: une source\n  read: 2026-11-22\n  status: VO26\n- id: FA-2\n  statement: Un fait à vérifier.\n  source: une source\n  read: 2026-11-22\n  status: AV\n',
  'c/course.yaml': 'title: Parcours\nsummary: Résumé.\nmodules: [01-m]\nfacts: [f]\n',
};
/** Lines of the page before its body. */
const HEADER = 5;

function compiled(markdown: string) {
  const first = compileCourse(courseWith(markdown, FACTS), vocabulary);
  return compileCourse(courseWith(markdown, { ...FACTS, lock: writeLock(first.lock) }), vocabulary);
}

/** The first block of a page that holds only this Markdown; throws with the issues when there are some. */
export function blockOf(markdown: string): Block {
  const { issues, modules } = compiled(markdown);
  if (issues.length > 0) throw new Error(issues.map(({ line, code }) => `${line - HEADER} ${code}`).join(', '));
  return Object.values(modules[0]!.pages)[0]!.blocks[0]!;
}

/** `line code` of each issue, lines counted from the first of this Markdown. */
export const issuesOf = (markdown: string): string[] =>
  compiled(markdown).issues.map(({ line, code }) => `${line - HEADER} ${code}`);
