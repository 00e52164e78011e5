import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { attemptOf } from '../../src/campus/attempts/attempts.ts';
import { courseApi } from '../../src/campus/client/course-api.ts';
import { receiveCommit } from '../../src/campus/scorm/commit.ts';
import { beginLaunch } from '../../src/campus/scorm/launch.ts';
import { emptyFolder, openTestCampus, removeFolder, type TestCampus } from './open-test-campus.ts';

const manifest = (version: string) => `<?xml version="1.0"?>
<manifest identifier="m"><metadata><schemaversion>${version}</schemaversion></metadata>
<organizations default="o"><organization identifier="o"><title>Fait ailleurs</title>
<item identifier="i" identifierref="r"><title>Module</title></item></organization></organizations>
<resources><resource identifier="r" href="debut.html"/></resources></manifest>`;

let [folder, zips] = ['', ''];
let opened: TestCampus;
beforeEach(() => {
  [folder, zips] = [emptyFolder(), emptyFolder()];
  for (const [name, version] of [
    ['ancien', '1.2'],
    ['recent', '2004 4th Edition'],
    ['futur', '2050'],
  ] as const)
    writeFileSync(join(zips, `${name}.zip`), zipSync({ 'imsmanifest.xml': strToU8(manifest(version)) }));
  opened = openTestCampus(zips, folder);
});
afterEach(() => {
  opened.close();
  removeFolder(folder);
  removeFolder(zips);
});

/** What a browser does, its window and its network aside. */
async function open(name: string) {
  const launch = beginLaunch(opened.campus, name, opened.learner)!;
  const api = await courseApi(
    launch,
    (elements, ended) => receiveCommit(opened.campus, launch.attempt, { ...launch, elements, ended }) === 'kept',
  );
  return { attempt: launch.attempt, api };
}
const verbs = () =>
  opened.campus.lrs
    .all('SELECT json FROM statements ORDER BY seq')
    .map(({ json }) => (JSON.parse(String(json)) as { verb: { id: string } }).verb.id.split('/').at(-1));

test('a package of SCORM 1.2 made elsewhere is followed, kept, told and found again', async () => {
  const { attempt, api } = await open('ancien');
  if (!('API' in api)) throw new Error('No API of SCORM 1.2');
  const { API } = api;
  expect(API.LMSInitialize('')).toBe('true');
  expect(API.LMSGetValue('cmi.core.entry')).toBe('ab-initio');
  for (const [name, value] of [
    ['cmi.core.lesson_status', 'passed'],
    ['cmi.core.score.raw', '90'],
    ['cmi.suspend_data', 'x'.repeat(5_000)],
    ['cmi.core.session_time', '0000:10:00'],
    ['cmi.interactions.0.id', 'q1'],
    ['cmi.interactions.0.type', 'true-false'],
    ['cmi.interactions.0.student_response', 't'],
    ['cmi.interactions.0.result', 'correct'],
  ] as const)
    expect([name, API.LMSSetValue(name, value)]).toEqual([name, 'true']);
  expect(API.LMSSetValue('cmi.suspend_data', 'x'.repeat(64_001))).toBe('false');
  expect(API.LMSGetLastError()).toBe('405');
  expect(API.LMSFinish('')).toBe('true');
  expect(attemptOf(opened.campus, attempt)).toMatchObject({ status: 'passed', score: 90, seconds: 600, modules: 0 });
  expect(verbs()).toEqual(expect.arrayContaining(['initialized', 'answered', 'passed', 'terminated']));
  const again = await open('ancien');
  if (!('API' in again.api)) throw new Error('No API of SCORM 1.2');
  again.api.API.LMSInitialize('');
  expect(again.api.API.LMSGetValue('cmi.suspend_data')).toHaveLength(5_000);
  expect(Number(again.api.API.LMSGetValue('cmi.interactions._count'))).toBe(1);
  expect(again.api.API.LMSGetValue('cmi.core.total_time')).toMatch(/00:10:00/);
});

test('a package of SCORM 2004 too, under its own names', async () => {
  const { attempt, api } = await open('recent');
  if (!('API_1484_11' in api)) throw new Error('No API of SCORM 2004');
  const { API_1484_11: API } = api;
  expect(API.Initialize('')).toBe('true');
  expect(API.GetValue('cmi.learner_name')).toBe('Benslimane, Aïcha');
  for (const [name, value] of [
    ['cmi.completion_status', 'completed'],
    ['cmi.success_status', 'passed'],
    ['cmi.score.scaled', '0.75'],
    ['cmi.session_time', 'PT12M30S'],
    ['cmi.suspend_data', 'place'],
    ['cmi.exit', 'suspend'],
  ] as const)
    expect([name, API.SetValue(name, value)]).toEqual([name, 'true']);
  expect(API.Terminate('')).toBe('true');
  expect(attemptOf(opened.campus, attempt)).toMatchObject({ status: 'passed', score: 75, seconds: 750 });
  expect(verbs()).toEqual(expect.arrayContaining(['initialized', 'completed', 'passed']));
  const again = await open('recent');
  if (!('API_1484_11' in again.api)) throw new Error('No API of SCORM 2004');
  again.api.API_1484_11.Initialize('');
  expect(again.api.API_1484_11.GetValue('cmi.entry')).toBe('resume');
  expect(again.api.API_1484_11.GetValue('cmi.suspend_data')).toBe('place');
  expect(again.api.API_1484_11.GetValue('cmi.total_time')).toMatch(/^PT/);
});

test('a course hears that its commit was not kept', async () => {
  const launch = beginLaunch(opened.campus, 'ancien', opened.learner)!;
  const api = await courseApi(launch, () => false);
  if (!('API' in api)) throw new Error('No API of SCORM 1.2');
  api.API.LMSInitialize('');
  api.API.LMSSetValue('cmi.core.lesson_status', 'completed');
  expect(api.API.LMSCommit('')).toBe('false');
  expect(api.API.LMSGetLastError()).toBe('101');
});

test('a package of a standard the campus does not speak is offered for download, not to be followed', async () => {
  expect(beginLaunch(opened.campus, 'futur', opened.learner)).toBeUndefined();
  const page = await (await opened.ask('/')).text();
  expect(page).toContain('futur.zip');
  expect(page).not.toContain('value="futur"');
});
