import { join, relative } from 'node:path';
import { vocabulary } from '../src/blocks/authoring.ts';
import { type Compiled, compileCourse } from '../src/content/compile.ts';
import { formatIssue } from '../src/content/issue.ts';
import { courseNames, readCourse } from '../src/content/sources.ts';

export const ROOT = join(import.meta.dirname, '..');

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

/** The courses asked for by name, or all; a wrong name stops with the right ones. */
export function readCourses(
  names: readonly string[],
  modulesDir = join(ROOT, 'modules'),
): { slug: string; compiled: Compiled }[] {
  const known = courseNames(modulesDir);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) stop(`Le parcours «\u00a0${unknown}\u00a0» n’existe pas. Parcours connus\u00a0: ${known.join(', ')}.`);
  const shown = relative(process.cwd(), modulesDir) || '.';
  return (names.length > 0 ? names : known).map((slug) => ({
    slug,
    compiled: compileCourse(readCourse(modulesDir, slug, shown), vocabulary),
  }));
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
