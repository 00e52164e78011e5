import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const MODULES = join(import.meta.dirname, '..', '..', 'modules');

/** Ids of the modules of a course of this repository, in its order. */
export function modulesOf(course: string): string[] {
  const read = (...path: string[]) => parse(readFileSync(join(MODULES, course, ...path), 'utf8'));
  return (read('course.yaml').modules as string[]).map((folder) => read(folder, 'module.yaml').id as string);
}
