import { statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { vocabulary } from '../src/blocks/authoring.ts';
import { type Compiled, compileCourse } from '../src/content/compile.ts';
import { withDocuments } from '../src/content/document/documents.ts';
import { formatIssue, quoted } from '../src/content/issue.ts';
import { type CourseSources, courseNames, readCourse } from '../src/content/sources.ts';

export const ROOT = join(import.meta.dirname, '..');
const MODULES = join(ROOT, 'modules');
const HOW_TO_BEGIN =
  'pour en commencer un\u00a0: npm run new -- course mon-parcours --modules DOSSIER (guide de l’auteur, «\u00a0Votre premier parcours\u00a0»).';

/** `--name value` and `--flag`, and what stands alone. */
export function readArguments(argv: readonly string[]): { options: Map<string, string>; names: string[] } {
  const options = new Map<string, string>();
  const names: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at]!;
    if (!word.startsWith('--')) names.push(word);
    else if (argv[at + 1] !== undefined && !argv[at + 1]!.startsWith('--')) options.set(word.slice(2), argv[++at]!);
    else options.set(word.slice(2), '');
  }
  return { options, names };
}

/** Where the command was typed: npm moves to the project before it runs the script, and says where it comes from. */
function typedFrom(): string {
  const { npm_lifecycle_script: ran, INIT_CWD } = process.env;
  const byNpm = ran?.includes(basename(process.argv[1] ?? ROOT));
  return (byNpm && INIT_CWD) || process.cwd(); // a command that another script started has its own folder
}

/** A path as the person who typed the command would write it. */
export const shownPath = (path: string): string => relative(typedFrom(), path) || '.';

/** The folder of `--name`, relative to where the command was typed; `otherwise` without the option. Stops when it names none. */
function folderOf(options: ReadonlyMap<string, string>, name: string, otherwise: string): string {
  const asked = options.get(name);
  if (asked === '') stop(`Il manque un dossier après --${name}, par exemple\u00a0: --${name} ../mes-parcours`);
  return asked === undefined ? otherwise : resolve(typedFrom(), asked);
}

/** Where the courses are: `--modules DOSSIER`, or those of this repository. */
export const modulesFolder = (options: ReadonlyMap<string, string>) => folderOf(options, 'modules', MODULES);

/** Where what is made goes: `--out DOSSIER`, or `dist`. */
export const outFolder = (options: ReadonlyMap<string, string>) => folderOf(options, 'out', join(ROOT, 'dist'));

/** A course as its authors left it, and as it compiles. */
export interface ReadCourse {
  slug: string;
  sources: CourseSources;
  compiled: Compiled;
}

/** Names of the courses of a folder. Stops when there is no such folder, or none in it. */
export function knownCourses(modulesDir: string): string[] {
  const shown = quoted(shownPath(modulesDir));
  if (!statSync(modulesDir, { throwIfNoEntry: false })?.isDirectory())
    stop(`Le dossier ${shown} n’existe pas. Vérifiez ce qui suit --modules\u202f; ${HOW_TO_BEGIN}`);
  const known = courseNames(modulesDir);
  if (known.length === 0)
    stop(`Le dossier ${shown} ne contient aucun parcours (un dossier avec course.yaml)\u202f; ${HOW_TO_BEGIN}`);
  return known;
}

/** The courses asked for by name, or all. Stops, saying which there are, on a wrong name or where there is none. */
export async function readCourses(names: readonly string[], modulesDir = MODULES): Promise<ReadCourse[]> {
  const known = knownCourses(modulesDir);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) stop(`Le parcours ${quoted(unknown)} n’existe pas. Parcours connus\u00a0: ${known.join(', ')}.`);
  return Promise.all(
    (names.length > 0 ? names : known).map(async (slug) => {
      const sources = await withDocuments(readCourse(modulesDir, slug, shownPath(modulesDir)));
      return { slug, sources, compiled: compileCourse(sources, vocabulary) };
    }),
  );
}

/** Prints issues and their count; true when there is none. */
export function sayIssues(slug: string, { issues }: Compiled): boolean {
  for (const issue of issues) console.error(formatIssue(issue));
  if (issues.length > 0)
    console.error(`\n${slug}\u00a0: ${issues.length} ${issues.length > 1 ? 'erreurs' : 'erreur'}.`);
  return issues.length === 0;
}

export function stop(words: string): never {
  console.error(words);
  process.exit(1);
}
