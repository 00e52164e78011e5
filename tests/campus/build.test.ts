import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { staleCourses } from '../../src/campus/packages/build.ts';
import { emptyFolder, removeFolder } from './open-test-campus.ts';

let folder: string;
let [modules, out] = ['', ''];
/** Later than any of our own sources, whoever edits one now. */
const at = (path: string, seconds: number) =>
  utimesSync(path, new Date(), new Date(Date.now() + (1_000 + seconds) * 1000));
beforeEach(() => {
  folder = emptyFolder();
  [modules, out] = [join(folder, 'modules'), join(folder, 'modules', 'paquets')];
  for (const course of ['un', 'deux']) {
    mkdirSync(join(modules, course), { recursive: true });
    write(join(modules, course, 'course.yaml'), 0);
  }
  mkdirSync(join(modules, 'facts'));
  write(join(modules, 'facts', 'communs.yaml'), 0);
  mkdirSync(out);
});
afterEach(() => removeFolder(folder));
function write(path: string, seconds: number): void {
  writeFileSync(path, 'x');
  at(path, seconds);
}

test('what was never packaged is to be built', () => {
  expect(staleCourses(modules, out)).toEqual(['deux', 'un']);
});

test('nothing is built again while packages are newer than what they are made from', () => {
  for (const name of ['un-scorm12.zip', 'un-web.zip', 'deux-scorm12.zip', 'deux-web.zip']) write(join(out, name), 10);
  expect(staleCourses(modules, out)).toEqual([]);
});

test('a course that changed is built again, and it alone; a shared file is everyone’s', () => {
  for (const name of ['un-scorm12.zip', 'deux-scorm12.zip']) write(join(out, name), 10);
  write(join(modules, 'deux', 'course.lock.json'), 20);
  expect(staleCourses(modules, out)).toEqual(['deux']);
  write(join(modules, 'facts', 'communs.yaml'), 20);
  expect(staleCourses(modules, out)).toEqual(['deux', 'un']);
});

test('packages older than the code that makes them are built again', () => {
  for (const name of ['un-scorm12.zip', 'deux-scorm12.zip']) {
    writeFileSync(join(out, name), 'x');
    utimesSync(join(out, name), new Date(0), new Date(0));
  }
  expect(staleCourses(modules, out)).toEqual(['deux', 'un']);
});

test('a package of one module, made by hand, and files that are no package make nothing stale', () => {
  for (const name of ['un-scorm12.zip', 'deux-scorm12.zip']) write(join(out, name), 10);
  for (const name of ['un-scorm12-m1.zip', 'un-cle-de-lecture.html']) write(join(out, name), -500);
  expect(staleCourses(modules, out)).toEqual([]);
});

test('a folder without a course, or that is none, is left to the command that packages', () => {
  expect(staleCourses(join(folder, 'absent'), out)).toBeUndefined();
  expect(staleCourses(out, out)).toBeUndefined();
});
