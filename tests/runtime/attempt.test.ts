import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StandIn } from '../../src/preview/lms/stand-in.ts';
import { MemoryDevice, open } from './learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00') });
});
afterEach(() => {
  vi.useRealTimers();
});

const learner = { id: 'eleve1', name: 'Camille Martin' };
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const commits = (lms: StandIn) => lms.calls.filter(({ method }) => method === 'LMSCommit').length;
const refused = (lms: StandIn) =>
  lms.calls
    .filter(({ method, error }) => error !== 0 && method !== 'LMSGetLastError')
    .map(({ args, error }) => `${args[0]} ${error}`);
const LONG = Array.from({ length: 1400 }, (_, rank) => `mot${(rank * 7919) % 10007}`).join(' ');

describe.each(['strict', 'moodle'] as const)('in a %s LMS', (profile) => {
  test('a module done from end to end reports status, score, answers and objectives, and nothing is refused', async () => {
    const lms = new StandIn({ profile, learner });
    const { finish, attempt } = await open(lms);
    finish();
    await pass(2_100);
    attempt.leave();
    const { stored } = lms;
    expect(stored).toMatchObject({ status: 'completed', score: 100, exit: 'suspend' });
    expect(stored.interactions.map(({ id, response, result }) => `${id} ${response} ${result}`)).toEqual([
      'M1_Q01_desaccord_1 b correct',
      'M1_Q02_releve_3 a,c,d correct',
      'M1_Q03_q_ouverture_6 a correct',
      'M1_Q04_q_trace_7 b correct',
      'M1_P01_depart_2 ES-M1.a 2, ES-M1.b 3 neutral',
      'M1_bilan 2026-11-22 100 % neutral',
    ]);
    expect(stored.objectives).toEqual([
      { index: 0, id: 'ES-M1.a', status: 'passed', score: 100 },
      { index: 1, id: 'ES-M1.b', status: 'passed', score: 100 },
    ]);
    expect(refused(lms)).toEqual([]);
  });

  test('status is incomplete and exit is suspend, committed before anything is done', async () => {
    const lms = new StandIn({ profile, learner });
    await open(lms);
    expect(lms.stored).toMatchObject({ status: 'incomplete', exit: 'suspend' });
    expect(lms.calls.length).toBeLessThanOrEqual(12);
  });

  test('a killed page comes back with the same place, answers and text', async () => {
    const lms = new StandIn({ profile, learner });
    const first = await open(lms);
    first.visit('se-situer');
    first.choose('desaccord', 0);
    first.visit('prendre-du-recul');
    first.write('ma-reunion', 0, 'L’été, « ça » déborde… 😀');
    await pass(10_000);
    lms.kill();
    const again = await open(lms.relaunch());
    expect(again.attempt.record.location).toMatchObject({ module: 1, page: 3 });
    expect(again.attempt.responseTo(1, again.block('desaccord'))).toEqual([1]);
    expect(again.attempt.record.modules[1]?.texts[4]?.parts[1]).toBe('L’été, « ça » déborde… 😀');
  });

  test('a text typed just before a kill is found on the device, and sent again', async () => {
    const device = new MemoryDevice();
    const lms = new StandIn({ profile, learner });
    const first = await open(lms, device);
    first.visit('prendre-du-recul');
    await pass(3_000);
    first.write('ma-reunion', 0, 'Trois mots tapés');
    await pass(500);
    lms.kill();
    const next = lms.relaunch();
    const again = await open(next, device);
    expect(again.attempt.record.modules[1]?.texts[4]?.parts[1]).toBe('Trois mots tapés');
    expect(again.attempt.troubles.recovered).toEqual([{ module: 1, block: 4 }]);
    await pass(2_100);
    const elsewhere = await open(next.relaunch(), new MemoryDevice());
    expect(elsewhere.attempt.record.modules[1]?.texts[4]?.parts[1]).toBe('Trois mots tapés');
  });

  test.each(['offline', 'http-500', 'maintenance', 'expired', 'refuse-all-commits', 'pretend'] as const)(
    '%s: nothing typed is lost',
    async (fault) => {
      const device = new MemoryDevice();
      const lms = new StandIn({ profile, learner });
      const first = await open(lms, device, () => fault !== 'offline');
      lms.fault = fault;
      first.finish();
      await pass(15_000);
      if (fault !== 'pretend') {
        expect(first.attempt.saving.kind).toBe('device');
        expect(first.attempt.troubles[fault === 'offline' ? 'offline' : 'refused']).toBe(true);
      }
      first.attempt.leave();
      await pass(0);
      const next = lms.relaunch();
      const again = await open(next, device);
      expect(again.attempt.record.modules[1]?.texts[4]?.parts[2]).toBe('J’annoncerai trente minutes.');
      await pass(2_100);
      expect(next.stored).toMatchObject({ status: 'completed', score: 100 });
      expect(next.stored.interactions).toHaveLength(6);
    },
  );

  test('review: status, score and answers stay, the journal can be changed', async () => {
    const lms = new StandIn({ profile, learner });
    const first = await open(lms);
    first.finish();
    await pass(2_100);
    first.attempt.leave();
    const before = lms.stored;
    const review = lms.relaunch({ launchMode: 'review' });
    const again = await open(review);
    again.choose('desaccord', 0);
    again.attempt.restartQuiz(1, again.block('quiz-final').number);
    again.choose('q-ouverture', 1);
    again.write('ma-reunion', 1, 'Repris après coup.');
    await pass(12_000);
    again.attempt.leave();
    const changed = Object.keys(review.stored.elements).filter(
      (name) => review.stored.elements[name] !== before.elements[name],
    );
    expect(
      changed.filter((name) => !/suspend_data|total_time|session_time|exit|entry|lesson_mode|credit/.test(name)),
    ).toEqual([]);
    const later = await open(review.relaunch({ launchMode: 'review' }), new MemoryDevice());
    expect(later.attempt.record.modules[1]?.texts[4]?.parts[2]).toBe('Repris après coup.');
    expect(later.attempt.responseTo(1, later.block('desaccord'))).toEqual([2]);
    expect(later.attempt.record.modules[1]?.quizzes[5]?.best).toBe(100);
  });

  test('review keeps on the device the answers that the platform missed', async () => {
    const device = new MemoryDevice();
    const lms = new StandIn({ profile, learner });
    const first = await open(lms, device);
    lms.fault = 'refuse-all-commits';
    first.choose('desaccord', 2);
    await pass(2_100);
    first.attempt.leave();
    await pass(0);
    const looked = lms.relaunch({ launchMode: 'review' });
    const review = await open(looked, device);
    looked.fault = 'refuse-all-commits';
    review.write('ma-reunion', 1, 'Écrit en revoyant.');
    await pass(12_000);
    review.attempt.leave();
    await pass(0);
    const next = looked.relaunch({ launchMode: 'normal' });
    const again = await open(next, device);
    expect(again.attempt.responseTo(1, again.block('desaccord'))).toHaveLength(1);
    await pass(2_100);
    expect(next.stored.interactions.map(({ id }) => id)).toContain(again.block('desaccord').scormId);
  });

  test('browse: nothing is written', async () => {
    const device = new MemoryDevice();
    const lms = new StandIn({ profile, learner, launchMode: 'browse' });
    const opened = await open(lms, device);
    opened.finish();
    await pass(15_000);
    opened.attempt.hide();
    opened.attempt.leave();
    expect(lms.calls.filter(({ method }) => method === 'LMSSetValue')).toEqual([]);
    expect(device.values.size).toBe(0);
  });

  test('writing commits at most every ten seconds, and never twice the same string', async () => {
    const lms = new StandIn({ profile, learner });
    const opened = await open(lms);
    opened.visit('prendre-du-recul');
    await pass(2_100);
    const before = commits(lms);
    for (let second = 0; second < 60; second += 1) {
      opened.write('ma-reunion', 0, 'x'.repeat(second + 1));
      await pass(1_000);
    }
    expect(commits(lms) - before).toBeLessThanOrEqual(6);
    await pass(20_000);
    const written = lms.calls
      .filter(({ method, args }) => method === 'LMSSetValue' && args[0] === 'cmi.suspend_data')
      .map(({ args }) => args[1]);
    expect(new Set(written).size).toBe(written.length);
    const settled = commits(lms);
    await pass(120_000);
    expect(commits(lms)).toBe(settled);
  });

  test('an answer and a step share one commit, two seconds later', async () => {
    const lms = new StandIn({ profile, learner });
    const opened = await open(lms);
    const before = commits(lms);
    opened.visit('se-situer');
    await pass(1_000);
    opened.choose('desaccord', 1);
    await pass(1_900);
    expect(commits(lms)).toBe(before);
    await pass(200);
    expect(commits(lms)).toBe(before + 1);
  });

  test('leaving is one synchronous turn: nothing is awaited', async () => {
    const lms = new StandIn({ profile, learner });
    const opened = await open(lms);
    opened.visit('prendre-du-recul');
    opened.write('ma-reunion', 0, 'Au dernier moment');
    lms.unloading = true;
    opened.attempt.leave();
    lms.kill();
    const again = await open(lms.relaunch(), new MemoryDevice());
    expect(again.attempt.record.modules[1]?.texts[4]?.parts[1]).toBe('Au dernier moment');
    opened.attempt.leave();
  });
});

describe('a platform that keeps 4,096 characters', () => {
  test('is learnt from one refusal; progress stays, the text that does not fit is said and kept on the device', async () => {
    const device = new MemoryDevice();
    const lms = new StandIn({ profile: 'strict', learner });
    const first = await open(lms, device);
    first.finish();
    first.write('ma-reunion', 0, LONG);
    await pass(12_000);
    expect(refused(lms)).toEqual(['cmi.suspend_data 405']);
    expect(first.attempt.troubles.leftOut).toEqual([{ module: 1, block: 4 }]);
    expect(lms.stored).toMatchObject({ status: 'completed', score: 100 });
    first.write('ma-reunion', 0, `${LONG} encore`);
    await pass(12_000);
    first.attempt.leave();
    expect(refused(lms)).toHaveLength(1);

    const next = lms.relaunch();
    const again = await open(next, device);
    expect(again.attempt.record.modules[1]?.texts[4]?.parts[1]).toBe(`${LONG} encore`);
    await pass(12_000);
    expect(refused(next)).toEqual([]);
  });

  test('a device that refuses too: the page says that nothing more is kept', async () => {
    const device = new MemoryDevice();
    device.full = true;
    const lms = new StandIn({ profile: 'strict', learner });
    const opened = await open(lms, device);
    lms.fault = 'refuse-all-commits';
    opened.visit('prendre-du-recul');
    opened.write('ma-reunion', 0, 'Rien ne va');
    await pass(12_000);
    expect(opened.attempt.saving.kind).toBe('unsaved');
    expect(opened.attempt.troubles).toMatchObject({ noDevice: true, refused: true });
  });
});

describe('when the platform comes back', () => {
  test('the page says so only after a changed value came back, and counts what was sent again', async () => {
    let online = true;
    const lms = new StandIn({ profile: 'moodle', learner });
    const { attempt, choose, visit, write } = await open(lms, new MemoryDevice(), () => online);
    visit('prendre-du-recul');
    await pass(2_100);
    online = false;
    lms.fault = 'offline';
    write('ma-reunion', 0, 'Pendant la coupure');
    choose('desaccord', 1);
    await pass(12_000);
    expect(attempt.troubles).toMatchObject({ offline: true });
    online = true;
    lms.fault = 'none';
    await attempt.retry();
    expect(attempt.troubles).toMatchObject({ restored: 2 });
    expect(attempt.troubles.offline).toBeUndefined();
    expect(attempt.saving.kind).toBe('saved');
  });

  test('a module finished during the cut is completed and scored in the LMS before the page is left', async () => {
    let online = true;
    const lms = new StandIn({ profile: 'moodle', learner });
    const { attempt, finish } = await open(lms, new MemoryDevice(), () => online);
    online = false;
    lms.fault = 'offline';
    finish();
    await pass(12_000);
    expect(lms.stored.status).toBe('incomplete');
    online = true;
    lms.fault = 'none';
    await attempt.retry();
    expect(lms.stored).toMatchObject({ status: 'completed', score: 100 });
    attempt.leave();
    const next = lms.relaunch();
    await open(next, new MemoryDevice());
    await pass(2_100);
    expect(next.stored.interactions.map(({ id, response }) => Boolean(id && response))).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  test('a server that no longer answers is not believed when its page says true', async () => {
    const lms = new StandIn({ profile: 'moodle', learner });
    let reached = true;
    const { attempt, visit, write } = await open(lms, new MemoryDevice(), () => true, {
      reachable: async () => reached,
    });
    visit('prendre-du-recul');
    await pass(70_000);
    reached = false;
    lms.fault = 'pretend';
    write('ma-reunion', 0, 'Le serveur est tombé');
    await pass(12_000);
    expect(attempt.saving.kind).toBe('device');
    expect(attempt.troubles).toMatchObject({ offline: true });
  });
});

describe('the copy on the device', () => {
  test('is plain at first, sealed once the platform has given its key back, and gone once it is of no more use', async () => {
    const device = new MemoryDevice();
    const stored = () => [...device.values.values()].join();
    const lms = new StandIn({ profile: 'moodle', learner });
    const first = await open(lms, device);
    first.write('ma-reunion', 0, 'Premier texte');
    await pass(12_000);
    expect(stored()).toContain('"plain"');
    first.attempt.leave();
    await pass(10);

    const next = lms.relaunch();
    const second = await open(next, device);
    expect(second.attempt.sealed).toBe(true);
    expect(device.values.size).toBe(0);
    second.write('ma-reunion', 0, 'Premier texte, repris');
    await pass(500);
    expect(stored()).toContain('"sealed"');
    next.kill();

    const third = await open(next.relaunch(), device);
    expect(third.attempt.record.modules[1]?.texts[4]?.parts[1]).toBe('Premier texte, repris');
    expect(device.values.size).toBe(1);
  });

  test('two devices that wrote apart: the newer stands, the other is kept, the learner chooses', async () => {
    const [office, home] = [new MemoryDevice(), new MemoryDevice()];
    const lms = new StandIn({ profile: 'moodle', learner });
    const first = await open(lms, office);
    first.write('ma-reunion', 0, 'Commun');
    await pass(12_000);
    lms.fault = 'refuse-all-commits';
    first.write('ma-reunion', 0, 'Au bureau');
    await pass(12_000);
    lms.kill();
    const atHome = lms.relaunch();
    const second = await open(atHome, home);
    second.write('ma-reunion', 0, 'À la maison');
    await pass(12_000);
    second.attempt.leave();
    await pass(10);
    const back = await open(atHome.relaunch(), office);
    expect(back.attempt.troubles.conflicts).toEqual([{ module: 1, block: 4 }]);
    const text = () => back.attempt.record.modules[1]?.texts[4]?.parts[1];
    const other = () => back.attempt.record.modules[1]?.others[4]?.[0]?.parts[1];
    expect([text(), other()]).toEqual(['À la maison', 'Au bureau']);
    back.attempt.settleConflict({ module: 1, block: 4 }, 'other');
    expect([text(), other()]).toEqual(['Au bureau', 'À la maison']);
    expect(back.attempt.troubles.conflicts).toBeUndefined();
  });
});

test('at 80 % of what the platform can keep, the learner is warned', async () => {
  const lms = new StandIn({ profile: 'strict', learner });
  const { attempt, write } = await open(lms);
  write('ma-reunion', 0, LONG);
  await pass(12_000);
  write('ma-reunion', 0, LONG.slice(0, LONG.length * 0.65));
  await pass(12_000);
  expect(attempt.troubles.leftOut).toBeUndefined();
  expect(attempt.troubles.nearlyFull).toBeGreaterThanOrEqual(80);
});

test('without a platform, the device keeps place, answers and text', async () => {
  const device = new MemoryDevice();
  const first = await open(undefined, device);
  first.visit('prendre-du-recul');
  first.choose('desaccord', 0);
  first.write('ma-reunion', 0, 'Sur cet appareil');
  await pass(500);
  expect(first.attempt.saving.kind).toBe('device');
  const again = await open(undefined, device);
  expect(again.attempt.record.modules[1]?.texts[4]?.parts[1]).toBe('Sur cet appareil');
  expect(again.attempt.responseTo(1, again.block('desaccord'))).toEqual([1]);
});

test('a quiz done again keeps its best and its first result; score and status never fall', async () => {
  const lms = new StandIn({ profile: 'moodle', learner });
  const opened = await open(lms);
  const { attempt, block, choose } = opened;
  opened.finish(false);
  await pass(2_100);
  expect(lms.stored.score).toBe(0);
  attempt.restartQuiz(1, block('quiz-final').number);
  choose('q-ouverture', 0);
  choose('q-trace', 1);
  await pass(2_100);
  expect(lms.stored.score).toBe(100);
  attempt.restartQuiz(1, block('quiz-final').number);
  choose('q-ouverture', 1);
  choose('q-trace', 0);
  await pass(2_100);
  expect(attempt.record.modules[1]?.quizzes[block('quiz-final').number]).toEqual({ tries: 3, first: 0, best: 100 });
  expect(lms.stored).toMatchObject({ score: 100, status: 'completed' });
  const tries = lms.stored.interactions.filter(({ id }) => id.includes('q_trace')).map(({ result }) => result);
  expect(tries).toEqual(['wrong', 'wrong']);
  expect(lms.stored.interactions.find(({ id }) => id === 'M1_bilan')?.response).toBe('2026-11-22 100 %');
});
