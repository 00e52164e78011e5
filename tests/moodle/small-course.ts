import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemToken } from '../../src/model/interaction.ts';
import lock from '../fixtures/courses/essai/course.lock.json' with { type: 'json' };

/** The small course of the tests, as a learner and a trainer meet it. */
export const ROOT = join(import.meta.dirname, '..', '..');
export const MODULES = join(ROOT, 'tests', 'fixtures', 'courses');
export const MODULE = lock.modules.m1;
const { blocks } = MODULE;

/** A question and the lock numbers of its right options. */
const question = ({ number, scormId }: { number: number; scormId: string }, right: readonly number[]) => ({
  number,
  scormId,
  right,
});
export const DISAGREEMENT = question(blocks.desaccord, [2]);
export const MINUTES = question(blocks.releve, [1, 3, 4]);
export const OPENING = question(blocks['q-ouverture'], [1]);
export const TRACE = question(blocks['q-trace'], [2]);
export type Question = typeof DISAGREEMENT;

export const POSITIONING = blocks.depart;
export const JOURNAL = { ...blocks['ma-reunion'], title: 'Et moi, dans mon équipe\u202f?' };

/** One interaction as it must stand in Moodle. `response` undefined: any. */
export interface Expected {
  id: string;
  response?: string;
  result: string;
}

/** What Moodle must hold of an answer; all right unless told otherwise. */
export const answered = ({ scormId, right }: Question, chosen = right): Expected => ({
  id: scormId,
  response: chosen.map(itemToken).join(','),
  result: String(chosen) === String(right) ? 'correct' : 'wrong',
});
export const placed: Expected = { id: POSITIONING.scormId, response: 'ES-M1.a 2, ES-M1.b 2', result: 'neutral' };
/** The line that ends a module; its response carries the day. */
export const finished: Expected = { id: 'M1_bilan', result: 'neutral' };

/** One of our own commands, as an author runs it. */
export function run(script: string, ...words: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...words], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${script} ${words.join(' ')} failed:\n${stdout}\n${stderr}`);
}

/** The path of the zip, made by the real command. */
export function packageCourse(modules: string, out: string): string {
  run('packaging/cli.ts', '--modules', modules, '--target', 'scorm12', '--out', out);
  return join(out, 'essai-scorm12.zip');
}

/** Which player the packages hold: a digest of its sources. */
export const playerStamp = () => readFileSync(join(ROOT, '.cache', 'bundle.sha256'), 'utf8').slice(0, 12);
