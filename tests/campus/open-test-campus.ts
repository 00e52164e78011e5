import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageZip } from '../../packaging/assemble.ts';
import { buildBundle } from '../../packaging/bundle.ts';
import { scorm12 } from '../../packaging/targets/scorm12.ts';
import { web } from '../../packaging/targets/web.ts';
import { vocabulary } from '../../src/blocks/authoring.ts';
import type { Campus } from '../../src/campus/campus.ts';
import { openFolder } from '../../src/campus/data/data-folder.ts';
import { chance } from '../../src/campus/demo/chance.ts';
import { inventLearners, learners } from '../../src/campus/learners.ts';
import { campusApp } from '../../src/campus/server.ts';
import { compileCourse } from '../../src/content/compile.ts';
import { readCourse } from '../../src/content/sources.ts';
import { packagesIn } from '../../src/preview/package-file.ts';

const COURSES = join(import.meta.dirname, '..', 'fixtures', 'courses');
export const ZIP = 'essai-scorm12';
export const HOST = 'http://127.0.0.1:4173';

/** A folder with the packages of the small course of the tests, made once. */
export async function packageFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'campus-zips-'));
  const { outline, ...compiled } = compileCourse(readCourse(COURSES, 'essai'), vocabulary);
  if (!outline) throw new Error('The fixture course has no outline');
  const { bundle } = await buildBundle();
  for (const target of [scorm12, web])
    writeFileSync(join(folder, `essai-${target.name}.zip`), packageZip({ ...compiled, outline }, bundle, target));
  return folder;
}

export interface TestCampus {
  campus: Campus;
  /** As a page of the campus asks; `path` begins with `/`. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Identifier of the first learner there is. */
  learner: string;
  close(): void;
}

/** A campus on a temporary folder, or again on the one given; its clock says `now`. */
export function openTestCampus(zips: string, folder: string, now = () => new Date('2026-11-22T10:05:00Z')): TestCampus {
  const { data, lrs, close } = openFolder(folder);
  const campus: Campus = { data, lrs, packages: packagesIn(zips), now, randomBytes: chance(Date.now()).bytes };
  inventLearners(campus);
  const client = new Map([['index.html', new TextEncoder().encode('<title>Aperçu</title>')]]);
  const app = campusApp({ campus, preview: client, launch: new Map() });
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers({ host: '127.0.0.1:4173', ...(init.headers as Record<string, string>) });
    return app.fetch(new Request(`${HOST}${path}`, { ...init, headers, redirect: 'manual' }));
  };
  return { campus, ask, learner: learners(campus)[0]!.id, close };
}

export const emptyFolder = () => mkdtempSync(join(tmpdir(), 'campus-'));
export const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true });

export interface Opened {
  attempt: string;
  launch: string;
  token: string;
  standard: string;
  values: [string, string][];
}

/** A learner opens the course, as client/launch.ts does. */
export async function launchAs({ ask }: TestCampus, learner: string): Promise<Opened> {
  const response = await ask(`/suivre/${ZIP}/${learner}`, { method: 'POST' });
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Opened;
}

/** What the page of a course sends; says the status of the answer. */
export async function commit(
  { ask }: TestCampus,
  { attempt, launch, token }: Pick<Opened, 'attempt' | 'launch' | 'token'>,
  elements: Record<string, string>,
  ended = false,
): Promise<number> {
  const body = JSON.stringify({ launch, token, elements, ended });
  return (await ask(`/tentatives/${attempt}/cmi`, { method: 'POST', body })).status;
}
