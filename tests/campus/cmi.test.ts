import { expect, test } from 'vitest';
import { shownCharacters, shownDate, shownDuration, shownScore } from '../../src/campus/pages/shown.ts';
import { merged, moduleEnds, scoreOf, sessionSeconds, statusOf } from '../../src/campus/scorm/cmi.ts';
import { timespan } from '../../src/campus/scorm/cmi-time.ts';
import { launchValues } from '../../src/campus/scorm/launch-values.ts';

test.each([
  [{ 'cmi.core.session_time': '0001:02:03.50' }, 3723.5],
  [{ 'cmi.core.session_time': '00:00:04' }, 4],
  [{ 'cmi.session_time': 'PT1H2M3.5S' }, 3723.5],
  [{ 'cmi.session_time': 'P1DT1S' }, 86_401],
  [{ 'cmi.core.session_time': 'une heure' }, 0],
  [{}, 0],
])('%j lasts %d s', (cmi, seconds) => {
  expect(sessionSeconds(cmi)).toBe(seconds);
});

test('total time is written as SCORM 1.2 wants it, whatever its length', () => {
  expect([0, 59.6, 3_600, 360_000, 1e9].map(timespan)).toEqual([
    '0000:00:00',
    '0000:01:00',
    '0001:00:00',
    '0100:00:00',
    '9999:59:59',
  ]);
});

test.each([
  [{}, 'not attempted'],
  [{ 'cmi.core.lesson_status': 'completed' }, 'completed'],
  [{ 'cmi.core.lesson_status': 'bizarre' }, 'not attempted'],
  [{ 'cmi.completion_status': 'completed', 'cmi.success_status': 'unknown' }, 'completed'],
  [{ 'cmi.completion_status': 'incomplete', 'cmi.success_status': 'failed' }, 'failed'],
])('%j is %s', (cmi, status) => {
  expect(statusOf(cmi as Record<string, string>)).toBe(status);
});

test.each([
  [{ 'cmi.core.score.raw': '80' }, 80],
  [{ 'cmi.core.score.raw': '15', 'cmi.core.score.min': '10', 'cmi.core.score.max': '20' }, 50],
  [{ 'cmi.score.scaled': '0.825' }, 82.5],
  [{ 'cmi.score.raw': '7', 'cmi.score.max': '10' }, 70],
  [{ 'cmi.core.score.raw': '7', 'cmi.core.score.min': '9', 'cmi.core.score.max': '9' }, undefined],
  [{ 'cmi.core.score.raw': 'sept' }, undefined],
  [{}, undefined],
])('%j scores %s', (cmi, score) => {
  expect(scoreOf(cmi as Record<string, string>)).toBe(score);
});

test('what is emptied is emptied, what is not told stays, what is no element is left out', () => {
  const before = { 'cmi.comments': 'un mot', 'cmi.core.exit': 'suspend' };
  const committed = { 'cmi.comments': '', 'cmi.core.lesson_location': '', 'cmi.core.credit': 'no-credit', 'a b': 'c' };
  expect(merged(before, committed)).toEqual({ 'cmi.comments': '', 'cmi.core.exit': 'suspend' });
});

test('a course of SCORM 2004 finds the same under its own names', () => {
  const values = launchValues({
    standard: 'scorm2004',
    learner: { id: 'a1', name: 'Thi Mai Lacombe' },
    cmi: { 'cmi.exit': 'suspend', 'cmi.suspend_data': 'x', 'cmi.session_time': 'PT5M' },
    totalSeconds: 90,
    launchData: 'donnée',
  });
  expect(Object.fromEntries(values)).toEqual({
    'cmi.learner_id': 'a1',
    'cmi.learner_name': 'Mai Lacombe, Thi',
    'cmi.credit': 'credit',
    'cmi.mode': 'normal',
    'cmi.entry': 'resume',
    'cmi.total_time': 'PT1M30S',
    'cmi.launch_data': 'donnée',
    'cmi.suspend_data': 'x',
  });
});

test('numbers, durations and dates are written in French, at the hour of Paris', () => {
  expect([0, 40, 59.7, 725, 3_900].map(shownDuration)).toEqual([
    '–',
    '40\u00a0s',
    '1\u00a0min',
    '12\u00a0min',
    '1\u00a0h\u00a005',
  ]);
  expect([undefined, 100, 82.54].map(shownScore)).toEqual(['–', '100\u00a0%', '82,5\u00a0%']);
  expect([0, 1, 1_243].map(shownCharacters)).toEqual([
    '0\u00a0caractère',
    '1\u00a0caractère',
    '1\u202f243\u00a0caractères',
  ]);
  expect(shownDate(new Date('2026-11-22T09:05:00Z'))).toBe('22\u00a0nov.\u00a02026, 10\u00a0h\u00a005');
});

test('the end of each module is read from what our courses tell, and from nothing else', () => {
  const told = (index: number, id: string, response: string) => ({
    [`cmi.interactions.${index}.id`]: id,
    [`cmi.interactions.${index}.student_response`]: response,
  });
  const cmi = {
    ...told(0, 'M2_bilan', '2026-11-22 82 %'),
    ...told(1, 'M3_bilan', '2026-11-23'),
    ...told(2, 'M4_bilan', 'bientôt'),
    ...told(3, 'M1_Q01_bilan', '2026-11-22'),
  };
  expect([...moduleEnds(cmi)]).toEqual([
    [2, { day: '2026-11-22', score: 82 }],
    [3, { day: '2026-11-23' }],
  ]);
});
