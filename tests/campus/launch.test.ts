import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { attemptOf, attempts } from '../../src/campus/attempts/attempts.ts';
import { learners } from '../../src/campus/learners.ts';
import { waiting } from '../../src/campus/outbox.ts';
import {
  commit,
  emptyFolder,
  launchAs,
  openTestCampus,
  packageFolder,
  removeFolder,
  type TestCampus,
} from './open-test-campus.ts';

let zips: string;
let folder: string;
let opened: TestCampus;
let now: Date;
beforeAll(async () => {
  zips = await packageFolder();
});
afterAll(() => removeFolder(zips));
beforeEach(() => {
  now = new Date('2026-11-22T10:05:00Z');
  folder = emptyFolder();
  opened = openTestCampus(zips, folder, () => now);
});
afterEach(() => {
  opened.close();
  removeFolder(folder);
});

const verbs = () =>
  opened.campus.lrs
    .all('SELECT json FROM statements ORDER BY seq')
    .map(({ json }) => (JSON.parse(String(json)) as { verb: { id: string } }).verb.id.split('/').at(-1));
const DONE = {
  'cmi.core.lesson_status': 'completed',
  'cmi.core.score.raw': '80',
  'cmi.core.score.min': '0',
  'cmi.core.score.max': '100',
  'cmi.core.session_time': '0000:12:30',
  'cmi.core.exit': 'suspend',
  'cmi.suspend_data': '1|é😀',
  'cmi.interactions.0.id': 'M1_Q01_desaccord_2',
  'cmi.interactions.0.type': 'choice',
  'cmi.interactions.0.student_response': '2',
  'cmi.interactions.0.result': 'correct',
};

describe('the first time', () => {
  test('a course finds who the learner is and that nothing was done', async () => {
    const { standard, values } = await launchAs(opened, opened.learner);
    expect(standard).toBe('scorm12');
    expect(Object.fromEntries(values)).toEqual({
      'cmi.core.student_id': opened.learner,
      'cmi.core.student_name': 'Benslimane, Aïcha',
      'cmi.core.credit': 'credit',
      'cmi.core.lesson_mode': 'normal',
      'cmi.core.entry': 'ab-initio',
      'cmi.core.total_time': '0000:00:00',
    });
  });

  test('opening is a request that changes something: reading the page opens nothing', async () => {
    const { zip = 'essai-scorm12' } = {};
    const page = await opened.ask(`/suivre/${zip}/${opened.learner}`);
    expect(await page.text()).toContain('/content/essai-scorm12/index.html');
    expect(attempts(opened.campus)).toEqual([]);
  });
});

describe('a commit', () => {
  test('is kept, shown, and told to the record store in the same request', async () => {
    const launch = await launchAs(opened, opened.learner);
    now = new Date('2026-11-22T10:20:00Z');
    expect(await commit(opened, launch, DONE, true)).toBe(204);
    expect(attemptOf(opened.campus, launch.attempt)).toMatchObject({
      status: 'completed',
      score: 80,
      seconds: 750,
      launches: 1,
      last: now,
    });
    expect(verbs()).toEqual(expect.arrayContaining(['initialized', 'answered', 'completed', 'terminated']));
    expect(waiting(opened.campus)).toBe(0);
    const page = await (await opened.ask('/tentatives')).text();
    expect(page).toContain('Aïcha Benslimane');
    expect(page).toContain('Terminé');
    expect(page).toContain('13\u00a0min');
  });

  test('never tells the record store the person’s name nor what was written for oneself', async () => {
    const launch = await launchAs(opened, opened.learner);
    await commit(opened, launch, {
      ...DONE,
      'cmi.suspend_data': 'un secret',
      'cmi.core.student_name': 'Benslimane, Aïcha',
    });
    const all = JSON.stringify(opened.campus.lrs.all('SELECT json FROM statements'));
    expect(all).toContain(opened.learner);
    expect(all).not.toContain('Benslimane');
    expect(all).not.toContain('un secret');
  });

  test('the same one twice tells nothing twice', async () => {
    const launch = await launchAs(opened, opened.learner);
    await commit(opened, launch, DONE);
    const once = verbs();
    now = new Date('2026-11-22T10:21:00Z');
    await commit(opened, launch, DONE);
    expect(verbs()).toEqual(once);
  });

  test('a part of the elements, from a page that dies, leaves the others as they were', async () => {
    const launch = await launchAs(opened, opened.learner);
    await commit(opened, launch, DONE);
    await commit(opened, launch, { 'cmi.core.lesson_location': 'm1/faire-le-point' });
    expect(attemptOf(opened.campus, launch.attempt)!.cmi).toMatchObject({
      ...DONE,
      'cmi.core.lesson_location': 'm1/faire-le-point',
    });
  });

  test('cannot set what the campus alone says', async () => {
    const launch = await launchAs(opened, opened.learner);
    await commit(opened, launch, {
      'cmi.core.total_time': '9999:00:00',
      'cmi.core.student_id': 'autre',
      __proto__: 'x',
    });
    expect(attemptOf(opened.campus, launch.attempt)!.cmi).toEqual({});
  });

  test('waits in the outbox when the record store fails, and is told at the next one', async () => {
    const launch = await launchAs(opened, opened.learner);
    const { transaction } = opened.campus.lrs;
    opened.campus.lrs.transaction = () => {
      throw new Error('The disk is away');
    };
    expect(await commit(opened, launch, DONE)).toBe(204);
    expect([waiting(opened.campus), verbs()]).toEqual([1, []]);
    expect(await (await opened.ask('/tentatives')).text()).toContain('Un enregistrement attend');
    opened.campus.lrs.transaction = transaction;
    await commit(opened, launch, { ...DONE, 'cmi.core.lesson_location': 'm1/comprendre' });
    expect(waiting(opened.campus)).toBe(0);
    expect(verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
  });
});

describe('opened again', () => {
  test('a course finds its place, its answers and the time of all openings', async () => {
    await commit(opened, await launchAs(opened, opened.learner), DONE, true);
    const second = await launchAs(opened, opened.learner);
    const values = new Map(second.values);
    expect(values.get('cmi.core.entry')).toBe('resume');
    expect(values.get('cmi.core.total_time')).toBe('0000:12:30');
    expect(values.get('cmi.suspend_data')).toBe(DONE['cmi.suspend_data']);
    expect(values.get('cmi.interactions.0.student_response')).toBe('2');
    expect(values.has('cmi.core.session_time')).toBe(false);
    for (const spent of ['0000:01:00', '0000:02:00.50'])
      await commit(opened, second, { 'cmi.core.session_time': spent });
    expect(attemptOf(opened.campus, second.attempt)).toMatchObject({ seconds: 870.5, launches: 2 });
  });

  test('elements are given in an order that no index skips', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        [`cmi.interactions.${index}.type`, 'choice'],
        [`cmi.interactions.${index}.id`, `q${index}`],
        [`cmi.interactions.${index}.objectives.0.id`, 'PE-M1.a'],
      ]).flat(),
    );
    await commit(opened, await launchAs(opened, opened.learner), many);
    const { values } = await launchAs(opened, opened.learner);
    const numbered = values.map(([name]) => name).filter((name) => name.startsWith('cmi.interactions.'));
    expect(numbered.filter((name) => name.endsWith('.id') && !name.includes('objectives'))).toEqual(
      Array.from({ length: 12 }, (_, index) => `cmi.interactions.${index}.id`),
    );
    expect(numbered.indexOf('cmi.interactions.2.id')).toBeLessThan(numbered.indexOf('cmi.interactions.2.type'));
  });

  test('the page opened before may no longer write', async () => {
    const first = await launchAs(opened, opened.learner);
    await launchAs(opened, opened.learner);
    expect(await commit(opened, first, DONE)).toBe(409);
    expect(attempts(opened.campus)[0]).toMatchObject({ status: 'not attempted' });
  });

  test('after a restart of the campus, attempts are there and their page goes on', async () => {
    const launch = await launchAs(opened, opened.learner);
    await commit(opened, launch, { 'cmi.core.lesson_status': 'incomplete' });
    opened.close();
    opened = openTestCampus(zips, folder, () => now);
    expect(attempts(opened.campus)).toHaveLength(1);
    expect(await commit(opened, launch, DONE)).toBe(204);
    expect(attemptOf(opened.campus, launch.attempt)!.status).toBe('completed');
  });
});

describe('refused, with nothing kept', () => {
  test('the token of another learner, of another attempt, or none', async () => {
    const [mine, other] = learners(opened.campus).slice(0, 2);
    const [launch, theirs] = [await launchAs(opened, mine!.id), await launchAs(opened, other!.id)];
    for (const stolen of [
      { ...launch, token: theirs.token },
      { ...launch, launch: theirs.launch, token: theirs.token },
      { ...launch, token: '' },
      { ...launch, launch: 'inconnu' },
    ])
      expect(await commit(opened, stolen, DONE)).toBe(403);
    expect(attemptOf(opened.campus, launch.attempt)!.cmi).toEqual({});
    expect(verbs()).toEqual([]);
  });

  test('an attempt that does not exist, a body that is not a commit, one over 1 MB, resume data over 64,000', async () => {
    const launch = await launchAs(opened, opened.learner);
    expect(await commit(opened, { ...launch, attempt: 'inconnue' }, DONE)).toBe(404);
    for (const body of ['', '[]', 'null', '{"elements":{}}', '{"launch":1}'])
      expect((await opened.ask(`/tentatives/${launch.attempt}/cmi`, { method: 'POST', body })).status).toBe(400);
    expect(await commit(opened, launch, { 'cmi.comments': 'x'.repeat(1024 * 1024) })).toBe(413);
    expect(await commit(opened, launch, { 'cmi.suspend_data': 'x'.repeat(64_001) })).toBe(413);
    expect(await commit(opened, launch, { 'cmi.suspend_data': 'x'.repeat(64_000) })).toBe(204);
  });

  test('the file keeps no token', async () => {
    const { token } = await launchAs(opened, opened.learner);
    const kept = JSON.stringify(opened.campus.data.all('SELECT hex(token) AS token FROM launches'));
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(Buffer.from(token).toString('hex').toUpperCase());
  });
});
