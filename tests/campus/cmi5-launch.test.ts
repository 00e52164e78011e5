import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { attempts } from '../../src/campus/attempts/attempts.ts';
import { letsMoveOn, satisfiedIn } from '../../src/campus/cmi5/move-on.ts';
import { type MoveOn, structureOf } from '../../src/campus/cmi5/structure.ts';
import { learners } from '../../src/campus/learners.ts';
import { createKey, keyOf } from '../../src/campus/lrs/keys.ts';
import { openStore } from '../../src/campus/lrs/store.ts';
import { followAll } from '../../src/campus/session/follow.ts';
import { SESSION_LENGTH } from '../../src/campus/session/sessions.ts';
import { CMI5, MASTERY_SCORE, SESSION } from '../../src/xapi/vocabulary.ts';
import { emptyFolder, HOST, openTestCampus, removeFolder, type TestCampus } from './open-test-campus.ts';
import {
  fetchKey,
  form,
  lasting,
  open,
  openUnit,
  stateAddress,
  statementsIn,
  toStore,
  verbsIn,
} from './store-launch.ts';
import { BLOCK, COURSE, storePackages } from './store-packages.ts';

let zips: string;
let folder: string;
let opened: TestCampus;
let now: Date;
beforeAll(() => {
  zips = storePackages();
});
afterAll(() => removeFolder(zips));
beforeEach(() => {
  now = new Date();
  folder = emptyFolder();
  opened = openTestCampus(zips, folder, () => now);
});
afterEach(() => {
  vi.useRealTimers();
  opened.close();
  removeFolder(folder);
});
const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};
const COMPLETED = `${COURSE}/Completed`;
const PASSED = `${COURSE}/Passed`;
const pageOf = async (path: string) => (await opened.ask(path)).text();
const only = () => attempts(opened.campus)[0]!;

describe('a course structure', () => {
  test('is read with its blocks, its thresholds and what other tools write in it', () => {
    const structure = structureOf(opened.campus.packages.open('essai-cmi5')!)!;
    expect(structure).toMatchObject({
      id: COURSE,
      title: 'Cours & modules',
      blocks: [{ id: BLOCK, title: 'Le bloc' }],
    });
    expect(structure.units.map(({ moveOn, blocks }) => [moveOn, blocks.length])).toEqual([
      ['Passed', 1],
      ['Completed', 1],
      ['CompletedAndPassed', 0],
      ['CompletedOrPassed', 0],
      ['NotApplicable', 0],
    ]);
    expect(structure.units[0]).toEqual({
      id: PASSED,
      title: 'Module Passed',
      url: 'Passed.html?deja=1',
      moveOn: 'Passed',
      masteryScore: 0.8,
      ownWindow: true,
      launchParameters: '{"a":1}',
      entitlementKey: 'abc',
      blocks: [BLOCK],
    });
  });
});

describe('a launch', () => {
  test('names the store, the learner and the unit by names of the campus, beside what the address had', async () => {
    const { address, parameters } = await open(opened, 'essai-cmi5', COMPLETED);
    expect(address.pathname).toBe('/content/essai-cmi5/Completed.html');
    expect(Object.keys(parameters).sort()).toEqual([
      'activityId',
      'actor',
      'deja',
      'endpoint',
      'fetch',
      'registration',
    ]);
    expect(parameters.activityId).not.toBe(COMPLETED);
    expect(JSON.parse(parameters.actor!)).toMatchObject({ objectType: 'Agent', account: { name: opened.learner } });
    expect(parameters.registration).toBe(only().id);
    const again = await open(opened, 'essai-cmi5', COMPLETED);
    const other = await open(opened, 'essai-cmi5', PASSED);
    expect(again.parameters.activityId).toBe(parameters.activityId);
    expect(other.parameters.activityId).not.toBe(parameters.activityId);
    expect(other.parameters.registration).toBe(parameters.registration);
  });

  test('writes what the unit is told and says « launched » before the unit may speak', async () => {
    const { launched, session, auth } = await openUnit(opened, PASSED, { mode: 'Review' });
    const data = await (await toStore(opened, auth, stateAddress(launched, 'LMS.LaunchData'))).json();
    expect(data).toEqual({
      contextTemplate: {
        contextActivities: { grouping: [{ objectType: 'Activity', id: PASSED }] },
        extensions: { [SESSION]: session },
      },
      launchMode: 'Review',
      moveOn: 'Passed',
      masteryScore: 0.8,
      launchParameters: '{"a":1}',
      entitlementKey: { courseStructure: 'abc' },
      returnURL: `${HOST}${launched.page}/fin`,
    });
    const [said] = statementsIn(opened);
    const EXTENSIONS = 'https://w3id.org/xapi/cmi5/context/extensions';
    expect(said).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/launched' },
      object: { id: launched.parameters.activityId },
      context: {
        registration: launched.parameters.registration,
        contextActivities: { category: [{ id: CMI5 }], grouping: [{ id: PASSED }] },
        extensions: {
          [SESSION]: session,
          [MASTERY_SCORE]: 0.8,
          [`${EXTENSIONS}/launchmode`]: 'Review',
          [`${EXTENSIONS}/moveon`]: 'Passed',
          [`${EXTENSIONS}/launchurl`]: `${HOST}/content/essai-cmi5/Passed.html?deja=1`,
          [`${EXTENSIONS}/launchparameters`]: '{"a":1}',
        },
      },
    });
  });

  test('reading a page opens nothing, and a reload of a session is the same session', async () => {
    await pageOf(`/suivre/essai-cmi5/${opened.learner}`);
    expect(attempts(opened.campus)).toEqual([]);
    const { page, address } = await open(opened, 'essai-cmi5', COMPLETED);
    expect((await pageOf(page)).replaceAll('&amp;', '&').replaceAll('&quot;', '"')).toContain(address.href);
    expect(only().launches).toBe(1);
  });

  test('that asks for a window of its own is not put in a frame', async () => {
    const page = async (part: string) => pageOf((await open(opened, 'essai-cmi5', part)).page);
    expect(await page(COMPLETED)).toContain('<iframe title="Cours"');
    expect(await page(PASSED)).not.toContain('<iframe');
    expect(await page(PASSED)).toContain('demande une fenêtre à lui');
  });

  test('of a part, a person or a package that does not exist opens nothing', async () => {
    for (const [zip, part, as] of [
      ['essai-cmi5', `${COURSE}/absent`, opened.learner],
      ['essai-cmi5', COMPLETED, 'personne'],
      ['absent', COMPLETED, opened.learner],
    ])
      expect((await opened.ask(`/suivre/${zip}/${as}/seance`, form({ module: part! }))).status).toBe(404);
    expect(attempts(opened.campus)).toEqual([]);
  });
});

describe('the key of a session', () => {
  test('is given once, to a POST alone', async () => {
    const launched = await open(opened, 'essai-cmi5', COMPLETED);
    const path = launched.parameters.fetch!.slice(HOST.length);
    expect((await opened.ask(path)).status).toBe(405);
    expect(Object.keys(await fetchKey(opened, launched))).toEqual(['auth-token']);
    const again = await opened.ask(path, { method: 'POST' });
    expect([again.status, again.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(await again.json()).toMatchObject({ 'error-code': '1' });
    expect(await (await opened.ask('/cmi5/cle/inconnue', { method: 'POST' })).json()).toMatchObject({
      'error-code': '2',
    });
  });

  test('is given to a unit of another host, which has the address', async () => {
    const { parameters } = await open(opened, 'essai-cmi5', COMPLETED);
    const path = parameters.fetch!.slice(HOST.length);
    const answer = await opened.ask(path, { method: 'POST', headers: { origin: 'https://ailleurs.example' } });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  });

  test('is not given any more once the session is too old, or another was opened', async () => {
    const old = await open(opened, 'essai-cmi5', COMPLETED);
    later(SESSION_LENGTH);
    expect(await fetchKey(opened, old)).toMatchObject({ 'error-code': '1' });
    expect(await pageOf(old.page)).toContain('Cette séance est close');
    const superseded = await open(opened, 'essai-cmi5', COMPLETED);
    await open(opened, 'essai-cmi5', COMPLETED);
    expect(await fetchKey(opened, superseded)).toMatchObject({ 'error-code': '1' });
  });

  test('works for as long as a session lasts, then no more', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    const { say } = await openUnit(opened, COMPLETED);
    vi.setSystemTime(now.getTime() + SESSION_LENGTH - 1000);
    expect(await say('initialized')).toBe(200);
    vi.setSystemTime(now.getTime() + SESSION_LENGTH);
    expect(await say('completed', { completion: true, ...lasting(60) })).toBe(401);
  });

  test('still takes for half a minute what was on its way when the end was told', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    const { say } = await openUnit(opened, COMPLETED);
    await say('initialized');
    await say('terminated', lasting(5));
    vi.setSystemTime(now.getTime() + 29_000);
    expect(await say('experienced', undefined, true)).toBe(200);
    vi.setSystemTime(now.getTime() + 30_000);
    expect(await say('experienced', undefined, true)).toBe(401);
  });

  test('writes for its own learner alone', async () => {
    const other = learners(opened.campus)[1]!.id;
    const [mine, theirs] = [await openUnit(opened, COMPLETED), await openUnit(opened, COMPLETED, { as: other })];
    const state = stateAddress(theirs.launched, 'place');
    expect((await toStore(opened, mine.auth, state, { method: 'PUT', body: '{}' })).status).toBe(403);
    expect((await toStore(opened, mine.auth, state)).status).toBe(403);
    const statement = {
      actor: JSON.parse(theirs.launched.parameters.actor!),
      verb: { id: 'http://x.example/v' },
      object: { id: COURSE },
    };
    const sent = await toStore(opened, mine.auth, 'statements', { method: 'POST', body: JSON.stringify(statement) });
    expect(sent.status).toBe(403);
  });

  test('never changes what the platform wrote, by any way there is', async () => {
    const { auth, launched } = await openUnit(opened, COMPLETED);
    const data = stateAddress(launched, 'LMS.LaunchData');
    const all = data.replace('stateId=LMS.LaunchData&', '');
    expect((await toStore(opened, auth, stateAddress(launched, 'place'), { method: 'PUT', body: '{}' })).status).toBe(
      204,
    );
    for (const [method, address] of [
      ['PUT', data],
      ['POST', data],
      ['DELETE', data],
      ['DELETE', all],
    ] as const)
      expect(
        (await toStore(opened, auth, address, { method, ...(method !== 'DELETE' && { body: '{}' }) })).status,
      ).toBe(403);
    expect((await toStore(opened, auth, data)).status).toBe(200);
    expect((await toStore(opened, auth, stateAddress(launched, 'place'), { method: 'DELETE' })).status).toBe(204);
  });

  test('stands in no file, nor in an export', async () => {
    const { auth, launched } = await openUnit(opened, COMPLETED);
    const secret = Buffer.from(auth.slice('Basic '.length), 'base64').toString('utf8').split(':')[1]!;
    const { data, lrs } = opened.campus;
    const rows = [data, lrs].flatMap((db) =>
      db
        .all("SELECT name FROM sqlite_master WHERE type = 'table'")
        .flatMap(({ name }) => db.all(`SELECT * FROM ${name}`)),
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(JSON.stringify(rows)).not.toContain(secret);
    const exported = await pageOf(`/tentatives/${launched.parameters.registration}.json`);
    expect(exported).toContain(COMPLETED);
    expect(exported).not.toContain(launched.parameters.fetch!.split('/').at(-1));
  });
});

test('a record store from before keys could end opens, and its keys go on without an end', () => {
  const file = join(folder, 'avant.sqlite');
  const store = openStore({ file });
  const { key, secret } = createKey(store, { label: 'Lecture', scope: 'read' });
  store.close();
  const before = new Database(file);
  before.exec('ALTER TABLE keys DROP COLUMN until');
  before.close();
  const again = openStore({ file });
  expect(keyOf(again, key, secret)).toMatchObject({ key, label: 'Lecture' });
  expect(keyOf(again, key, secret)).not.toHaveProperty('until');
  again.close();
});

describe('moving on', () => {
  const done = (completed: boolean, passed: boolean) => ({ completed, passed });
  test.each([
    ['Passed', [false, false, true, true]],
    ['Completed', [false, true, false, true]],
    ['CompletedAndPassed', [false, false, false, true]],
    ['CompletedOrPassed', [false, true, true, true]],
    ['NotApplicable', [true, true, true, true]],
  ] as const)('%s: nothing, completed, passed, both', (moveOn: MoveOn, expected) => {
    const cases = [done(false, false), done(true, false), done(false, true), done(true, true)];
    expect(cases.map((one) => letsMoveOn(moveOn, one))).toEqual(expected);
  });

  test('a block asks for its own units, the course for all of them', () => {
    const structure = structureOf(opened.campus.packages.open('essai-cmi5')!)!;
    const after = (...finished: string[]) =>
      satisfiedIn(structure, (unit) => done(finished.includes(unit), finished.includes(unit)));
    expect(after(PASSED)).toEqual([]);
    expect(after(PASSED, COMPLETED)).toEqual([BLOCK]);
    expect(after(...structure.units.map(({ id }) => id))).toEqual([BLOCK, COURSE]);
  });

  test('is told once of a block and of the course, in the session that brought it', async () => {
    const satisfied = () => statementsIn(opened).filter(({ verb }) => verb.id.endsWith('satisfied'));
    for (const unit of ['Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed']) {
      expect(satisfied()).toHaveLength(unit === 'Passed' || unit === 'Completed' ? 0 : 1);
      const { say } = await openUnit(opened, `${COURSE}/${unit}`);
      await say('initialized');
      await say('completed', { completion: true, ...lasting(60) });
      await say('passed', { success: true, score: { scaled: 0.9 }, ...lasting(60) });
      await say('terminated', lasting(70));
    }
    const told = satisfied();
    const TYPE = 'https://w3id.org/xapi/cmi5/activitytype';
    expect(told.map((one) => (one.object as { definition: { type: string } }).definition.type)).toEqual([
      `${TYPE}/block`,
      `${TYPE}/course`,
    ]);
    expect(told.map((one) => (one.object as { id: string }).id)).not.toContain(COURSE);
    expect(told[1]!.context!.contextActivities!.grouping).toMatchObject([{ id: COURSE }]);
    const sessions = new Set(statementsIn(opened).map(({ context }) => context!.extensions![SESSION]));
    expect(sessions.has(told[1]!.context!.extensions![SESSION])).toBe(true);
    const { say } = await openUnit(opened, COMPLETED);
    await say('initialized');
    await say('terminated', lasting(1));
    expect(satisfied()).toHaveLength(2);
    expect(only()).toMatchObject({ status: 'passed', score: 90, modules: 4, seconds: 281 });
  });

  test('nothing of the unit’s own, of a silent mode or under another key counts', async () => {
    const own = await openUnit(opened, COMPLETED);
    await own.say('initialized');
    await own.say('completed', { completion: true }, true);
    const browsing = await openUnit(opened, COMPLETED, { mode: 'Browse' });
    await browsing.say('initialized');
    await browsing.say('completed', { completion: true, ...lasting(5) });
    expect(only()).toMatchObject({ status: 'incomplete', modules: 0 });
    expect(await pageOf(`/tentatives/${only().id}`)).toContain('sans trace');
  });
});

describe('a session that ends', () => {
  test('without a word is abandoned when the next one opens: it lasted until its last statement', async () => {
    const left = await openUnit(opened, COMPLETED);
    await left.say('initialized');
    later(90_000);
    await left.say('experienced', undefined, true);
    later(600_000);
    const next = await openUnit(opened, PASSED);
    expect(verbsIn(opened)).toEqual(['launched', 'initialized', 'experienced', 'abandoned', 'launched']);
    expect(statementsIn(opened)[3]).toMatchObject({
      object: { id: left.launched.parameters.activityId },
      result: { duration: 'PT1M30S' },
      context: { extensions: { [SESSION]: left.session } },
    });
    expect(await left.say('terminated', lasting(5))).toBe(401);
    await next.say('initialized');
    await next.say('terminated', lasting(30));
    await openUnit(opened, PASSED);
    expect(verbsIn(opened).filter((verb) => verb === 'abandoned')).toHaveLength(1);
    expect(only()).toMatchObject({ launches: 3, seconds: 120 });
  });

  test('sends its window to a page that says what is true', async () => {
    const { launched, say } = await openUnit(opened, COMPLETED);
    await say('initialized');
    expect(await pageOf(`${launched.page}/fin`)).toContain('n’a pas encore dit');
    await say('terminated', lasting(5));
    expect(await pageOf(`${launched.page}/fin`)).toContain('est enregistré.');
    expect(await pageOf(launched.page)).toContain('Cette séance est close');
  });

  test('is known at the next start when the campus stopped before it read it', async () => {
    const { say } = await openUnit(opened, COMPLETED);
    const { transaction } = opened.campus.data;
    opened.campus.data.transaction = () => {
      throw new Error('Stopped here');
    };
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await say('initialized')).toBe(200);
    expect(await say('completed', { completion: true, ...lasting(60) })).toBe(200);
    expect(silent).toHaveBeenCalledTimes(2);
    silent.mockRestore();
    opened.campus.data.transaction = transaction;
    expect(only().modules).toBe(0);
    followAll(opened.campus);
    expect(only()).toMatchObject({ status: 'incomplete', modules: 1 });
  });
});

test('preferences are absent until the learner says some, and absent again when they say none', async () => {
  const { auth, launched } = await openUnit(opened, COMPLETED);
  const address = `agents/profile?${new URLSearchParams({ profileId: 'cmi5LearnerPreferences', agent: launched.parameters.actor! })}`;
  const told = async () => {
    const answer = await toStore(opened, auth, address);
    return answer.status === 200 ? await answer.json() : answer.status;
  };
  const say = (fields: Record<string, string>) =>
    opened.ask(`/suivre/essai-cmi5/${opened.learner}/preferences`, form(fields));
  expect(await told()).toBe(404);
  expect((await say({ langue: 'fr-FR', son: 'off' })).status).toBe(303);
  expect(await told()).toEqual({ languagePreference: 'fr-FR', audioPreference: 'off' });
  expect(await pageOf(`/suivre/essai-cmi5/${opened.learner}`)).toContain('<option value="off" selected>');
  expect((await say({ langue: '<b>', son: 'off' })).status).toBe(400);
  await say({ langue: '', son: '' });
  expect(await told()).toBe(404);
});

test('an attempt shows each module as its statements say, and forgets its states when it begins anew', async () => {
  const { auth, launched, say } = await openUnit(opened, PASSED);
  await say('initialized');
  await say('failed', { success: false, score: { scaled: 0.4 }, ...lasting(60) });
  await toStore(opened, auth, stateAddress(launched, 'place'), { method: 'PUT', body: '{}' });
  await say('terminated', lasting(75));
  const page = await pageOf(`/tentatives/${only().id}`);
  expect(page).toContain('Pas encore réussi');
  expect(page).toContain('40\u00a0%');
  expect(page.match(/Pas commencé/g)).toHaveLength(4);
  expect(await pageOf('/tentatives')).toContain('0 sur 5');
  const before = statementsIn(opened).length;
  await opened.ask(`/tentatives/${only().id}/effacer`, { method: 'POST' });
  expect(attempts(opened.campus)).toEqual([]);
  expect(opened.campus.lrs.all("SELECT id FROM documents WHERE kind = 'state'")).toEqual([]);
  expect(statementsIn(opened)).toHaveLength(before);
  expect((await toStore(opened, auth, stateAddress(launched, 'place'))).status).toBe(401);
});
