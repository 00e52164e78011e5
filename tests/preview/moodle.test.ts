import { describe, expect, test } from 'vitest';
import { openAttempt, reopen } from './open-attempt.ts';

const long = (length: number) => 'x'.repeat(length);

describe('lengths and characters', () => {
  test.each(['cmi.suspend_data', 'cmi.core.lesson_location', 'cmi.comments'])(
    '%s takes 64,000 characters',
    (element) => {
      const { set, get } = openAttempt('moodle');
      expect(set(element, long(64_001))).toBe('false 405');
      expect(set(element, long(64_000))).toBe('true 0');
      expect(get(element)).toHaveLength(64_000);
    },
  );

  test('with the site option scormstandard: 4,096, 255 and « Nom, Prénom »', () => {
    const { set, get } = openAttempt('moodle', { scormStandard: true });
    expect(set('cmi.suspend_data', long(4097))).toBe('false 405');
    expect(set('cmi.suspend_data', long(4096))).toBe('true 0');
    expect(set('cmi.core.lesson_location', long(256))).toBe('false 405');
    expect(set('cmi.interactions.0.student_response', long(256))).toBe('false 405');
    expect(get('cmi.core.student_name')).toBe('Vasseur, Claire');
    expect(openAttempt('moodle').get('cmi.core.student_name')).toBe('Claire Vasseur');
  });

  test('comments are appended', () => {
    const { lms, set, get, commit } = openAttempt('moodle', { scormStandard: true });
    set('cmi.comments', long(4096));
    set('cmi.comments', 'b');
    expect(get('cmi.comments')).toHaveLength(4097);
    commit();
    expect(lms.stored.comments).toHaveLength(4097);
  });

  test('an answer is checked for its length alone', () => {
    const { set } = openAttempt('moodle');
    set('cmi.interactions.0.type', 'numeric');
    expect(set('cmi.interactions.0.student_response', 'abc é\n😀')).toBe('true 0');
    expect(set('cmi.interactions.0.student_response', long(64_001))).toBe('false 405');
  });

  test('NUL is dropped on the way', () => {
    const { lms, set, get, commit } = openAttempt('moodle');
    set('cmi.suspend_data', 'a\0b');
    commit();
    expect([get('cmi.suspend_data'), lms.stored.suspendData]).toEqual(['a\0b', 'ab']);
  });

  test('half a surrogate pair makes the commit throw, and what stood before it is never sent', () => {
    const { lms, api, set, commit } = openAttempt('moodle');
    set('cmi.core.lesson_location', 'page 3');
    set('cmi.suspend_data', '😀'.slice(0, 1));
    expect(() => api.LMSCommit('')).toThrow(URIError);
    expect(lms.calls.at(-1)).toMatchObject({ method: 'LMSCommit', thrown: expect.stringContaining('URIError') });
    expect(lms.stored.elements).toEqual({});
    set('cmi.suspend_data', 'ok');
    commit();
    expect(lms.stored).toMatchObject({ suspendData: 'ok', location: '' });
  });

  test('and LMSFinish too, which closes all the same', () => {
    const { api, set, commit } = openAttempt('moodle');
    set('cmi.suspend_data', '\ud83d');
    expect(() => api.LMSFinish('')).toThrow(URIError);
    expect(commit()).toBe('false 301');
  });

  test('scores come back as numbers, an unwritten objective status as undefined', () => {
    const { set, get } = openAttempt('moodle');
    set('cmi.core.score.raw', '085');
    set('cmi.objectives.0.id', 'PE-M1.a');
    expect([get('cmi.core.score.raw'), get('cmi.objectives.0.status')]).toEqual([85, undefined]);
    set('cmi.core.score.raw', '');
    expect(get('cmi.core.score.raw')).toBe(0);
  });
});

describe('failures', () => {
  test('offline, a commit says true and the data is gone', () => {
    const { lms, set, commit, finish } = openAttempt('moodle');
    lms.fault = 'offline';
    set('cmi.suspend_data', 'perdu');
    expect([commit(), finish()]).toEqual(['true 0', 'true 0']);
    expect(lms.stored.elements).toEqual({});
  });

  test.each(['offline', 'http-500', 'maintenance'] as const)(
    'after %s only a different value is sent: the others count as sent',
    (fault) => {
      const { lms, set, commit } = openAttempt('moodle');
      lms.fault = fault;
      set('cmi.core.lesson_location', 'page 3');
      set('cmi.suspend_data', 'v1');
      commit();
      lms.fault = 'none';
      expect(commit()).toBe('true 0');
      set('cmi.suspend_data', 'v1');
      expect(commit()).toBe('true 0');
      expect(lms.stored.elements).toEqual({});
      set('cmi.suspend_data', 'v2');
      commit();
      expect(lms.stored).toMatchObject({ suspendData: 'v2', location: '' });
    },
  );

  test('LMSFinish under a 500 says false and closes; LMSInitialize opens again on what was last sent', () => {
    const { lms, set, get, commit, finish, initialize } = openAttempt('moodle');
    set('cmi.suspend_data', 'v1');
    lms.fault = 'http-500';
    expect(finish()).toBe('false 101');
    expect(commit()).toBe('false 301');
    lms.fault = 'none';
    expect(initialize()).toBe('true 0');
    expect(get('cmi.suspend_data')).toBe('v1');
    set('cmi.suspend_data', 'v2');
    expect(finish()).toBe('true 0');
    expect(lms.stored.suspendData).toBe('v2');
  });

  test('but not once an interaction or an objective was sent: LMSInitialize throws', () => {
    const { api, set, finish } = openAttempt('moodle');
    set('cmi.interactions.0.id', 'q0');
    finish();
    expect(() => api.LMSInitialize('')).toThrow(TypeError);
  });

  test('a second LMSInitialize undoes what was not sent yet', () => {
    const { set, get, commit, initialize } = openAttempt('moodle');
    set('cmi.suspend_data', 'envoyé');
    commit();
    set('cmi.suspend_data', 'pas encore');
    expect(initialize()).toBe('false 101');
    expect(get('cmi.suspend_data')).toBe('envoyé');
  });

  test('at unload, 63,800 characters no longer pass', () => {
    const { lms, set, commit } = openAttempt('moodle');
    lms.unloading = true;
    set('cmi.suspend_data', long(63_800));
    expect(commit()).toBe('false 101');
    expect(lms.stored.elements).toEqual({});
    set('cmi.suspend_data', long(60_000));
    expect(commit()).toBe('true 0');
    expect(lms.stored.suspendData).toHaveLength(60_000);
  });

  test('bytes count, not characters', () => {
    const { lms, set, commit } = openAttempt('moodle');
    lms.unloading = true;
    set('cmi.suspend_data', 'é'.repeat(32_000));
    expect(commit()).toBe('false 101');
  });

  test('at unload nobody reads the answer: a 500 says true and loses', () => {
    const { lms, set, commit } = openAttempt('moodle');
    lms.unloading = true;
    lms.fault = 'http-500';
    set('cmi.suspend_data', 'perdu');
    expect(commit()).toBe('true 0');
    expect(lms.stored.elements).toEqual({});
  });
});

describe('modes', () => {
  test.each(['completed', 'passed', 'failed'])(
    'an attempt left « %s » opens in review, and is still written to',
    (status) => {
      const first = openAttempt('moodle');
      first.set('cmi.core.lesson_status', status);
      first.set('cmi.core.score.raw', '90');
      first.set('cmi.suspend_data', 'v1');
      first.finish();
      const second = reopen(first);
      expect([second.get('cmi.core.lesson_mode'), second.get('cmi.core.credit')]).toEqual(['review', 'no-credit']);
      second.set('cmi.suspend_data', 'v2');
      second.set('cmi.core.exit', 'suspend');
      second.commit();
      expect(second.lms.stored).toMatchObject({ status, score: 90, suspendData: 'v2' });
      second.set('cmi.core.score.raw', '10');
      second.finish();
      expect(second.lms.stored.score).toBe(10);
    },
  );

  test('an attempt left « incomplete » opens in normal mode', () => {
    const first = openAttempt('moodle');
    first.set('cmi.core.lesson_status', 'incomplete');
    first.finish();
    expect(reopen(first).get('cmi.core.lesson_mode')).toBe('normal');
  });

  test('browse mode is stored too', () => {
    const { lms, get, set, finish } = openAttempt('moodle', { launchMode: 'browse' });
    expect([get('cmi.core.lesson_mode'), get('cmi.core.credit')]).toEqual(['browse', 'no-credit']);
    set('cmi.core.lesson_status', 'passed');
    set('cmi.core.score.raw', '90');
    finish();
    expect(lms.stored).toMatchObject({ status: 'passed', score: 90 });
  });

  test('the first commit after a relaunch sends the old answers again', () => {
    const first = openAttempt('moodle');
    first.set('cmi.interactions.0.student_response', long(63_000));
    first.commit();
    const second = reopen(first);
    second.lms.unloading = true;
    second.set('cmi.suspend_data', long(2000));
    expect(second.commit()).toBe('false 101');
  });
});
