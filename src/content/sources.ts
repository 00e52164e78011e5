import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Issue } from './issue.ts';

/** The files of one course as an author left them; the compiler reads nothing else. */
export interface CourseSources {
  /** Folder name, `petite-enfance`. */
  slug: string;
  /** Path shown in issues → text. */
  texts: ReadonlyMap<string, string>;
  /** Path shown in issues → path on disk. */
  media: ReadonlyMap<string, string>;
  /** Shown path of the course folder and of what stands beside it. */
  at: { course: string; organisation: string; facts: string; shared: string };
  /** Encoding issues met on the way. */
  issues: Issue[];
}

const TEXT = /\.(?:md|ya?ml|json)$/i;
/** Whatever its kind, a file of such a folder is given as it is. */
const MEDIA = /\/media\//;

/** Reads a course folder. Throws when it does not exist; a wrong encoding is an issue, not an exception. */
export function readCourse(modulesDir: string, slug: string, shownRoot = modulesDir): CourseSources {
  const courseDir = join(modulesDir, slug);
  if (!existsSync(courseDir)) throw new Error(`No course folder "${courseDir}"`);
  const shown = (path: string) => join(shownRoot, relative(modulesDir, path)).split(sep).join('/');
  const texts = new Map<string, string>();
  const media = new Map<string, string>();
  const issues: Issue[] = [];
  const read = (path: string) => {
    const file = shown(path);
    const within = relative(courseDir, path).split(sep).join('/');
    if (!TEXT.test(path) || MEDIA.test(within)) media.set(file, path);
    else texts.set(file, decode(readFileSync(path), file, issues));
  };
  for (const path of filesUnder(courseDir)) read(path);
  const organisation = join(modulesDir, 'organisation.yaml');
  if (existsSync(organisation)) read(organisation);
  const facts = join(modulesDir, 'facts');
  const shared = join(modulesDir, 'partages');
  for (const folder of [facts, shared]) if (existsSync(folder)) for (const path of filesUnder(folder)) read(path);
  return {
    slug,
    texts,
    media,
    at: { course: shown(courseDir), organisation: shown(organisation), facts: shown(facts), shared: shown(shared) },
    issues,
  };
}

/** Names of the course folders: those that hold a course.yaml. */
export const courseNames = (modulesDir: string): string[] =>
  readdirSync(modulesDir)
    .filter((name) => existsSync(join(modulesDir, name, 'course.yaml')))
    .sort();

function filesUnder(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesUnder(path) : [path];
    });
}

export const SAVE_AS_UTF8 = 'Enregistrez-le en UTF-8 (dans l’éditeur, «\u00a0Enregistrer avec l’encodage\u00a0»).';

/** UTF-8, with or without a BOM; Windows line ends become `\n`. */
function decode(bytes: Uint8Array, file: string, issues: Issue[]): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    issues.push({
      file,
      line: text.slice(0, text.indexOf('\ufffd')).split('\n').length,
      code: 'fichier/encodage',
      message: 'ce fichier n’est pas en UTF-8\u00a0: des accents seraient perdus',
      hint: SAVE_AS_UTF8,
    });
    return new TextDecoder('windows-1252').decode(bytes).replace(/\r\n?/g, '\n');
  }
}
