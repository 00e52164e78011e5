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

/** Name of a file of the module's media folder → path on disk. */
type Media = Readonly<Record<string, string>>;

function compiled(markdown: string, media: Media) {
  const files = new Map(Object.entries(media).map(([name, disk]) => [`c/01-m/media/${name}`, disk]));
  const first = compileCourse({ ...courseWith(markdown, FACTS), media: files }, vocabulary);
  const lock = writeLock(first.lock);
  return compileCourse({ ...courseWith(markdown, { ...FACTS, lock }), media: files }, vocabulary);
}

/** The first block of a page that holds only this Markdown; throws with the issues when there are some. */
export function blockOf(markdown: string, media: Media = {}): Block {
  const { issues, modules } = compiled(markdown, media);
  if (issues.length > 0) throw new Error(issues.map(({ line, code }) => `${line - HEADER} ${code}`).join(', '));
  return Object.values(modules[0]!.pages)[0]!.blocks[0]!;
}

/** The page that holds only this Markdown; throws with the issues when there are some. */
export function htmlOf(markdown: string, media: Media = {}): string {
  const { issues, modules } = compiled(markdown, media);
  if (issues.length > 0) throw new Error(issues.map(({ line, code }) => `${line - HEADER} ${code}`).join(', '));
  return Object.values(modules[0]!.pages)[0]!.html;
}

/** `line code` of each issue, lines counted from the first of this Markdown. */
export const issuesOf = (markdown: string, media: Media = {}): string[] =>
  compiled(markdown, media).issues.map(({ line, code }) => `${line - HEADER} ${code}`);
