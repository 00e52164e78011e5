import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { courseReport } from '../../../packaging/report/course-report.ts';
import { vocabulary } from '../../../src/blocks/authoring.ts';
import { type Compiled, compileCourse } from '../../../src/content/compile.ts';
import type { Issue } from '../../../src/content/issue.ts';
import { writeLock } from '../../../src/content/lock.ts';
import type { CourseSources } from '../../../src/content/sources.ts';
import { courseWith } from '../course-files.ts';

/** A small course with something wrong in it, and all that must be said of it. */
export interface IssueCase {
  /** Path from the folder of courses → text, over the sound course. */
  files: Readonly<Record<string, string>>;
  /** Name in the module's media folder → path from the root of the repository. */
  media?: Readonly<Record<string, string>>;
  /** Text of course.lock.json. */
  lock?: string;
  /** `file:line code`, in the order of the files. */
  said: readonly string[];
}

export const PAGE = 'c/01-m/01-page.md';
export const HEADER = '---\ntitre: Page\netape: comprendre\nminutes: 10\n---\n';

const SOUND: Readonly<Record<string, string>> = {
  'c/course.yaml': 'title: Parcours\nsummary: Résumé.\nfacts: [f]\nmodules: [01-m]\n',
  'c/competencies.yaml': '- id: C-1\n  title: Une\n- id: C-2\n  title: Deux\n- id: C-3\n  title: Trois\n',
  'facts/f.yaml': `- id: FA-1
  statement: Une phrase vérifiée.
  source: Un texte
  read: 2026-11-22
  status: PO
- id: FA-2
  statement: Une phrase à vérifier.
  source: Un texte
  read: 2026-11-22
  status: AV
`,
};

/** A page whose body begins at line 6; `said` are its lines and codes. */
export const onPage = (body: string, ...said: readonly string[]): IssueCase => ({
  files: { [PAGE]: `${HEADER}${body}\n` },
  said: said.map((one) => `${PAGE}:${one}`),
});

/** One file instead of the sound one, its page being empty. */
export const inFile = (path: string, text: string, ...said: readonly string[]): IssueCase => ({
  files: { [path]: text },
  said: said.map((one) => `${path}:${one}`),
});

/** The same, with these files in the module's media folder. */
export const withMedia = (media: Readonly<Record<string, string>>, one: IssueCase): IssueCase => ({ ...one, media });

const ROOT = join(import.meta.dirname, '..', '..', '..');

function sourcesOf({ files, media = {}, lock }: Omit<IssueCase, 'said'>): CourseSources {
  const sources = courseWith('', { ...SOUND, ...files, ...(lock !== undefined && { lock }) });
  const onDisk = Object.entries(media).map(([name, path]) => [`c/01-m/media/${name}`, join(ROOT, path)] as const);
  return { ...sources, media: new Map(onDisk) };
}

export const compiled = (one: Omit<IssueCase, 'said'>): Compiled => compileCourse(sourcesOf(one), vocabulary);

/** What the report says of a course without error, on that day. */
export function warnings(one: IssueCase, today: string): readonly Issue[] {
  const sources = sourcesOf({ ...one, lock: writeLock(compiled(one).lock) });
  return courseReport(sources, compileCourse(sources, vocabulary), vocabulary.blocks, today).warnings;
}

/** Writes it, with its lock, in a folder of courses. */
export function writeCase(one: IssueCase, folder: string): void {
  for (const [path, text] of sourcesOf({ ...one, lock: writeLock(compiled(one).lock) }).texts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
