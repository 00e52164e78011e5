import { describe, expect, test } from 'vitest';
import { openAttempt, reopen } from './open-attempt.ts';

describe.each(['strict', 'moodle'] as const)('any LMS, %s here', (profile) => {
  test('says who is learning, and that it is the first time', () => {
    const { get, initialized } = openAttempt(profile);
    expect(initialized).toBe('true');
    expect(get('cmi.core.student_id')).toBe('claire.vasseur');
    expect(get('cmi.core.student_name')).toContain('Vasseur');
    expect(get('cmi.core.lesson_status')).toBe('not attempted');
    expect(get('cmi.core.entry')).toBe('ab-initio');
    expect(get('cmi.core.lesson_mode')).toBe('normal');
    expect(get('cmi.core.credit')).toBe('credit');
    expect(get('cmi.suspend_data')).toBe('');
    expect(get('cmi._version')).toBe('3.4');
    expect(get('cmi.core._children')).toContain('lesson_status');
  });

  test('keeps nothing until a commit', () => {
    const { lms, set, commit } = openAttempt(profile);
    expect(set('cmi.suspend_data', 'page 3')).toBe('true 0');
    expect(lms.stored.suspendData).toBe('');
    expect(commit()).toBe('true 0');
    expect(lms.stored.suspendData).toBe('page 3');
  });

  test('gives a suspended attempt back', () => {
    const first = openAttempt(profile);
    const text = 'J’ai appris à écouter — « vraiment » 😀\nDeuxième ligne';
    first.set('cmi.core.lesson_status', 'incomplete');
    first.set('cmi.core.lesson_location', 'm1/se-situer');
    first.set('cmi.core.exit', 'suspend');
    first.set('cmi.suspend_data', text);
    first.commit();
    const second = reopen(first);
    expect(second.get('cmi.suspend_data')).toBe(text);
    expect(second.get('cmi.core.lesson_location')).toBe('m1/se-situer');
    expect(second.get('cmi.core.lesson_status')).toBe('incomplete');
    expect(second.get('cmi.core.entry')).toBe('resume');
  });

  test('does not say « resume » without exit = suspend, yet gives the data back', () => {
    const first = openAttempt(profile);
    first.set('cmi.core.lesson_status', 'incomplete');
    first.set('cmi.suspend_data', 'page 3');
    first.finish();
    const second = reopen(first);
    expect(second.get('cmi.core.entry')).toBe('');
    expect(second.get('cmi.suspend_data')).toBe('page 3');
  });

  test('lists the answers and the objectives it keeps', () => {
    const { lms, set, commit } = openAttempt(profile);
    set('cmi.interactions.0.id', 'M1_Q07_lettre_mission_12');
    set('cmi.interactions.0.type', 'choice');
    set('cmi.interactions.0.objectives.0.id', 'PE-M1.a');
    set('cmi.interactions.0.correct_responses.0.pattern', 'a');
    set('cmi.interactions.0.student_response', 'b');
    set('cmi.interactions.0.result', 'wrong');
    set('cmi.objectives.0.id', 'PE-M1.a');
    set('cmi.objectives.0.status', 'incomplete');
    set('cmi.objectives.0.score.raw', '50');
    set('cmi.core.score.raw', '50');
    expect(commit()).toBe('true 0');
    expect(lms.stored.score).toBe(50);
    expect(lms.stored.objectives).toEqual([{ index: 0, id: 'PE-M1.a', status: 'incomplete', score: 50 }]);
    expect(lms.stored.interactions).toMatchObject([
      {
        id: 'M1_Q07_lettre_mission_12',
        type: 'choice',
        response: 'b',
        result: 'wrong',
        correct: ['a'],
        objectives: ['PE-M1.a'],
      },
    ]);
  });

  test('counts on from the answers of an earlier session, and lets them be rewritten', () => {
    const first = openAttempt(profile);
    for (let index = 0; index < 12; index++) first.set(`cmi.interactions.${index}.id`, `q${index}`);
    first.commit();
    const second = reopen(first);
    expect(Number(second.get('cmi.interactions._count'))).toBe(12);
    expect(second.set('cmi.interactions.3.result', 'correct')).toBe('true 0');
    expect(second.set('cmi.interactions.12.id', 'q12')).toBe('true 0');
    second.commit();
    expect(second.lms.stored.interactions).toHaveLength(13);
    expect(second.lms.stored.interactions[3]).toMatchObject({ id: 'q3', result: 'correct' });
  });

  test('adds the time of each session to the total', () => {
    const first = openAttempt(profile);
    first.set('cmi.core.lesson_status', 'incomplete');
    first.set('cmi.core.session_time', '00:59:30.50');
    first.finish();
    const second = reopen(first);
    second.set('cmi.core.session_time', '00:01:05');
    second.finish();
    expect(second.lms.stored.totalTime).toBe('01:00:35.50');
  });

  test('marks « completed » what finished without a status', () => {
    const { lms, finish } = openAttempt(profile);
    expect(finish()).toBe('true 0');
    expect(lms.stored.status).toBe('completed');
  });

  test('lets a mastery score decide', () => {
    const { lms, set, finish } = openAttempt(profile, { masteryScore: '70' });
    set('cmi.core.lesson_status', 'completed');
    set('cmi.core.score.raw', '60');
    finish();
    expect(lms.stored.status).toBe('failed');
  });

  test('refuses what the standard refuses, with its code, and keeps the old value', () => {
    const { api, set, read } = openAttempt(profile);
    set('cmi.core.score.raw', '80');
    for (const bad of ['101', '-1', '85,5', 'x']) expect(set('cmi.core.score.raw', bad)).toBe('false 405');
    expect(read('cmi.core.score.raw')).toBe('80 0');
    expect(set('cmi.core.lesson_status', 'terminé')).toBe('false 405');
    expect(set('cmi.core.lesson_status', 'not attempted')).toBe('false 405');
    expect(set('cmi.core.exit', 'normal')).toBe('false 405');
    expect(set('cmi.core.session_time', '1:2:3')).toBe('false 405');
    expect(set('cmi.interactions.0.result', 'incorrect')).toBe('false 405');
    expect(set('cmi.interactions.0.type', 'long-fill-in')).toBe('false 405');
    expect(set('cmi.interactions.0.id', 'évaluation')).toBe('false 405');
    expect(set('cmi.interactions.0.id', 'deux mots')).toBe('false 405');
    expect(set('cmi.objectives.0.id', 'x'.repeat(256))).toBe('false 405');
    expect(read('cmi.interactions._count')).toBe('0 0');
    expect(set('cmi.core.student_id', 'x')).toBe('false 403');
    expect(set('cmi.core._children', 'x')).toBe('false 402');
    expect(set('cmi.inconnu', 'x')).toBe('false 201');
    expect(read('cmi.inconnu')).toBe(' 201');
    expect(read('cmi.core.exit')).toBe(' 404');
    expect(read('cmi.interactions.0.id')).toBe(' 404');
    expect(read('cmi.suspend_data._children')).toBe(' 202');
    expect(set('cmi.interactions.1.id', 'q1')).toBe('false 201');
    expect(set('cmi.interactions.0.id', 'q0')).toBe('true 0');
    expect(set('cmi.interactions.0.objectives.1.id', 'o')).toBe('false 201');
    expect(`${api.LMSCommit('x')} ${api.LMSGetLastError()}`).toBe('false 201');
    expect(api.LMSGetErrorString('405')).toMatch(/incorrect data type/i);
  });

  test('is deaf before LMSInitialize and after LMSFinish', () => {
    const fresh = openAttempt(profile).lms.relaunch().api;
    expect(`${fresh.LMSSetValue('cmi.suspend_data', 'x')} ${fresh.LMSGetLastError()}`).toBe('false 301');
    expect(`${fresh.LMSCommit('')} ${fresh.LMSGetLastError()}`).toBe('false 301');
    const { finish, set, read, commit } = openAttempt(profile);
    finish();
    expect([set('cmi.suspend_data', 'x'), read('cmi.suspend_data'), commit(), finish()]).toEqual([
      'false 301',
      ' 301',
      'false 301',
      'false 301',
    ]);
  });

  test('refuses a second LMSInitialize', () => {
    expect(openAttempt(profile).initialize()).toBe('false 101');
  });

  test.each(['http-500', 'maintenance', 'expired', 'refuse-all-commits'] as const)(
    'answers false, 101 under %s',
    (fault) => {
      const { lms, set, commit } = openAttempt(profile);
      lms.fault = fault;
      expect(set('cmi.suspend_data', 'perdu')).toBe('true 0');
      expect(commit()).toBe('false 101');
      expect(lms.stored.suspendData).toBe('');
    },
  );

  test('says yes and keeps nothing when it pretends', () => {
    const { lms, set, commit, finish } = openAttempt(profile);
    lms.fault = 'pretend';
    set('cmi.suspend_data', 'perdu');
    expect([commit(), finish()]).toEqual(['true 0', 'true 0']);
    expect(lms.stored.elements).toEqual({});
  });

  test('never finds a lost session again, except by a new launch', () => {
    const first = openAttempt(profile);
    first.lms.fault = 'expired';
    first.lms.fault = 'none';
    first.set('cmi.suspend_data', 'a');
    expect([first.commit(), first.lms.fault]).toEqual(['false 101', 'expired']);
    const second = reopen(first);
    second.set('cmi.suspend_data', 'b');
    expect(second.commit()).toBe('true 0');
  });

  test('freezes the page while it is slow, then stores', () => {
    const { lms, set, commit } = openAttempt(profile);
    lms.fault = 'slow';
    lms.delay = 20;
    set('cmi.suspend_data', 'a');
    const before = Date.now();
    expect(commit()).toBe('true 0');
    expect(Date.now() - before).toBeGreaterThanOrEqual(20);
    expect(lms.calls.findLast(({ method }) => method === 'LMSCommit')?.waited).toBe(20);
    expect(lms.stored.suspendData).toBe('a');
  });

  test('receives nothing more from a page that died', () => {
    const { lms, set, commit, finish } = openAttempt(profile);
    set('cmi.suspend_data', 'avant');
    commit();
    set('cmi.suspend_data', 'après');
    lms.kill();
    const heard = lms.calls.length;
    commit();
    finish();
    expect(lms.stored.suspendData).toBe('avant');
    expect(lms.calls).toHaveLength(heard);
  });

  test('records each call and tells of it', () => {
    const { lms, set, api } = openAttempt(profile);
    const heard: string[] = [];
    lms.onCall = ({ method, args, returned, error }) => heard.push(`${method} ${args.join(' ')} ${returned} ${error}`);
    set('cmi.core.score.raw', '101');
    api.LMSGetValue('cmi.core.lesson_status');
    expect(heard).toEqual([
      'LMSSetValue cmi.core.score.raw 101 false 405',
      'LMSGetLastError  405 405',
      'LMSGetValue cmi.core.lesson_status not attempted 0',
    ]);
    expect(lms.calls[0]).toMatchObject({ method: 'LMSInitialize', args: [''], returned: 'true', error: 0 });
  });

  test('tells what it has just stored, and what changed', () => {
    const { lms, set, commit } = openAttempt(profile);
    const changes: object[] = [];
    lms.onStore = (stored, changed) => changes.push({ status: stored.status, changed });
    set('cmi.core.lesson_status', 'incomplete');
    commit();
    set('cmi.suspend_data', 'a');
    commit();
    expect(changes).toMatchObject([
      { status: 'incomplete', changed: { 'cmi.core.lesson_status': 'incomplete' } },
      { status: 'incomplete', changed: { 'cmi.suspend_data': 'a' } },
    ]);
  });

  test('stores an emptied value', () => {
    const { lms, set, commit } = openAttempt(profile);
    set('cmi.suspend_data', 'a');
    commit();
    set('cmi.suspend_data', '');
    commit();
    expect(lms.stored.suspendData).toBe('');
  });
});
