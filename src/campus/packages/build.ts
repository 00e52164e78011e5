import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** What a package is made from beside its course: the code that makes and plays it, and exact versions of the rest. */
const CODE = ['src', 'packaging', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'].map((name) =>
  join(ROOT, name),
);
const NOT_PACKAGED = /[\\/](?:campus|preview|node_modules)[\\/]|\.test\.ts$/;

/**
 * Names of the courses whose packages are absent, or older than what they are made from. Undefined when the folder has
 * no course, or is none: the command that packages says it.
 */
export function staleCourses(modules: string, out: string): string[] | undefined {
  if (!statSync(modules, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const code = Math.max(...CODE.flatMap(filesUnder).map(changedAt));
  const entries = readdirSync(modules, { withFileTypes: true });
  const isCourse = (name: string) => statSync(join(modules, name, 'course.yaml'), { throwIfNoEntry: false });
  const courses = entries.filter((entry) => entry.isDirectory() && isCourse(entry.name)).map(({ name }) => name);
  if (courses.length === 0) return undefined;
  // facts, texts of several courses, who delivers them
  const shared = entries.filter(({ name }) => !courses.includes(name)).map(({ name }) => join(modules, name));
  return courses.filter((course) => {
    const sources = [...shared, join(modules, course)].flatMap(filesUnder).filter((path) => !path.startsWith(out));
    const newest = Math.max(code, ...sources.map(changedAt));
    const zips = packagesOf(course, out);
    return zips.length === 0 || zips.some((zip) => changedAt(zip) < newest);
  });
}

/** Makes the packages of these courses, or of all, saying how it goes; false when one could not be. */
export function buildCourses(courses: readonly string[], modules: string, out: string): boolean {
  if (courses.length > 0) console.log(`À construire\u00a0: ${courses.join(', ')}`);
  const words = ['--import', 'tsx', 'packaging/cli.ts', ...courses, '--modules', modules, '--out', out];
  return spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

/** The packages of the whole course: those of one module are made by hand, one by one. */
function packagesOf(course: string, out: string): string[] {
  const own = new RegExp(`^${course}-[a-z0-9]+\\.zip$`);
  const names = statSync(out, { throwIfNoEntry: false }) ? readdirSync(out) : [];
  return names.filter((name) => own.test(name)).map((name) => join(out, name));
}

function filesUnder(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found || NOT_PACKAGED.test(path)) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

const changedAt = (path: string) => statSync(path).mtimeMs;
