import { describe, expect, test } from 'vitest';
import { openAttempt, reopen } from './open-attempt.ts';

const long = (length: number) => 'x'.repeat(length);

describe('SCORM 1.2 to the letter', () => {
  test.each([
    ['cmi.suspend_data', 4096],
    ['cmi.comments', 4096],
    ['cmi.core.lesson_location', 255],
    ['cmi.student_preference.language', 255],
  ])('%s takes %i characters and not one more; the old value stays', (element, limit) => {
    const { set, get } = openAttempt('strict');
    expect(set(element, long(limit))).toBe('true 0');
    expect(set(element, long(limit + 1))).toBe('false 405');
    expect(get(element)).toBe(long(limit));
  });

  test('names the learner « Nom, Prénom »', () => {
    expect(openAttempt('strict').get('cmi.core.student_name')).toBe('Vasseur, Claire');
  });

  const responses: [type: string, taken: string[], refused: string[]][] = [
    ['choice', ['a', 'a,c', '0,9,z'], ['ab', 'a, b', 'A', 'é', '', 'réponse libre', 'a,']],
    ['true-false', ['t', 'f', '0', '1'], ['true', 'vrai', '']],
    ['fill-in', ['2026-11-22 86 %', long(255), ''], [long(256), 'deux\nlignes']],
    ['likert', ['4', 'c', ''], ['10', '4.5']],
    ['numeric', ['12', '-3.5'], ['12,5', 'abc', '']],
    ['matching', ['1.c,2.b'], ['1c', '1.c;2.b']],
    ['sequencing', ['c,a,b'], ['cab']],
    ['performance', ['tableau rempli'], [long(256)]],
  ];
  test.each(responses)('an answer of type %s has its own grammar', (type, taken, refused) => {
    const { set } = openAttempt('strict');
    set('cmi.interactions.0.type', type);
    for (const value of taken)
      expect([value, set('cmi.interactions.0.student_response', value)]).toEqual([value, 'true 0']);
    for (const value of refused)
      expect([value, set('cmi.interactions.0.student_response', value)]).toEqual([value, 'false 405']);
  });

  test('an expected answer obeys it too, and may be a set in braces', () => {
    const { set } = openAttempt('strict');
    set('cmi.interactions.0.type', 'choice');
    expect(set('cmi.interactions.0.correct_responses.0.pattern', '{a,c}')).toBe('true 0');
    expect(set('cmi.interactions.0.correct_responses.0.pattern', 'la bonne')).toBe('false 405');
  });

  test('results, times and identifiers use the words of 1.2', () => {
    const { set } = openAttempt('strict');
    const at = 'cmi.interactions.0';
    for (const word of ['correct', 'wrong', 'unanticipated', 'neutral', '0.5'])
      expect(set(`${at}.result`, word)).toBe('true 0');
    for (const word of ['incorrect', 'é', '']) expect(set(`${at}.result`, word)).toBe('false 405');
    for (const time of ['00:00:12', '0001:00:00.5', '100:00:00.25']) expect(set(`${at}.latency`, time)).toBe('true 0');
    for (const time of ['0:00:12', '00:00:12.345', 'PT12S']) expect(set(`${at}.latency`, time)).toBe('false 405');
    expect(set(`${at}.time`, '10:20:30')).toBe('true 0');
    expect(set(`${at}.time`, '24:00:00')).toBe('false 405');
    expect(set(`${at}.id`, '')).toBe('false 405');
    expect(set(`${at}.id`, long(255))).toBe('true 0');
    expect(set('cmi.objectives.0.status', 'not attempted')).toBe('true 0');
  });

  test('reading an objective that does not exist is an error', () => {
    expect(openAttempt('strict').read('cmi.objectives.0.status')).toBe(' 201');
  });

  test('tells the truth about a network cut, and stores everything once it is back', () => {
    const { lms, set, commit } = openAttempt('strict');
    lms.fault = 'offline';
    set('cmi.suspend_data', 'a');
    expect(commit()).toBe('false 101');
    lms.fault = 'none';
    expect(commit()).toBe('true 0');
    expect(lms.stored.suspendData).toBe('a');
  });

  test('stays open when LMSFinish could not store, and cannot be opened twice', () => {
    const { lms, set, finish, initialize } = openAttempt('strict');
    lms.fault = 'http-500';
    set('cmi.suspend_data', 'a');
    expect(finish()).toBe('false 101');
    lms.fault = 'none';
    expect(finish()).toBe('true 0');
    expect(initialize()).toBe('false 101');
    expect(lms.stored.suspendData).toBe('a');
  });

  test('opens in the mode it is asked for', () => {
    const first = openAttempt('strict', { launchMode: 'browse' });
    expect([first.get('cmi.core.lesson_mode'), first.get('cmi.core.credit')]).toEqual(['browse', 'no-credit']);
    first.finish();
    expect(first.lms.stored.status).toBe('browsed');
    expect(reopen(first, { launchMode: 'review' }).get('cmi.core.lesson_mode')).toBe('review');
  });
});
