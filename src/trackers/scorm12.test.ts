import { describe, expect, test } from 'vitest';
import { scorm12, timespan } from './scorm12.ts';
import type { Save } from './tracker.ts';

const nothing: Save = {
  answers: [],
  visits: [],
  unkept: true,
  progress: { status: 'incomplete', objectives: [], modules: [], location: '', sessionSeconds: 0 },
  suspendData: '',
};

/** An LMS that answers what it is told to, and remembers. */
function lms(answer: unknown = 'true', values: Record<string, string> = {}) {
  const calls: string[] = [];
  const say = (words: string) => {
    calls.push(words);
    return answer;
  };
  const api = {
    LMSInitialize: () => say('init'),
    LMSFinish: () => say('finish'),
    LMSGetValue: (element: string) => values[element] ?? '',
    LMSSetValue: (element: string, value: string) => say(`${element}=${value}`),
    LMSCommit: () => say('commit'),
    LMSGetLastError: () => '0',
  };
  return { api, calls };
}

test.each(['true', true, 1, '1', undefined])('an LMS that answers %j with error 0 has accepted', async (answer) => {
  const { api } = lms(answer);
  const tracker = scorm12(api);
  await tracker.launch();
  expect(await tracker.save({ ...nothing, suspendData: 'x' })).toEqual({ committed: true, refused: [] });
});

test.each(['false', false, 0, null])('an LMS that answers %j has refused', async (answer) => {
  await expect(scorm12(lms(answer).api).launch()).rejects.toThrow('LMSInitialize');
});

test('an API that throws is a refusal, not a crash', async () => {
  const { api } = lms();
  const tracker = scorm12({
    ...api,
    LMSCommit: () => {
      throw new URIError('malformed');
    },
  });
  await tracker.launch();
  expect((await tracker.save({ ...nothing, suspendData: 'x' })).committed).toBe(false);
});

test('a value already held is not set again', async () => {
  const { api, calls } = lms();
  const tracker = scorm12(api);
  await tracker.launch();
  const save = { ...nothing, progress: { ...nothing.progress, score: 40 }, suspendData: 'a' };
  await tracker.save(save);
  const before = calls.length;
  await tracker.save(save);
  expect(calls.slice(before)).toEqual(['commit']);
});

test('a finished attempt is not called again', async () => {
  const { api, calls } = lms();
  const tracker = scorm12(api);
  await tracker.launch();
  tracker.leave(nothing);
  const before = calls.length;
  tracker.leave(nothing);
  expect(calls.length).toBe(before);
});

test('the last write stays under what Moodle can send while a page goes away', async () => {
  const { api, calls } = lms('true', { 'cmi.suspend_data': 'kept' });
  const tracker = scorm12(api);
  await tracker.launch();
  expect(tracker.leave({ ...nothing, suspendData: 'x'.repeat(60_001) })).toMatchObject({ committed: false });
  expect(calls.some((call) => call.startsWith('cmi.suspend_data='))).toBe(false);
});

test('cmi.comments is never written: Moodle appends at each write', async () => {
  const { api, calls } = lms();
  const tracker = scorm12(api);
  await tracker.launch();
  await tracker.save({
    ...nothing,
    answers: [
      {
        index: 0,
        about: 'module-end',
        identifier: 'M1_bilan',
        interaction: { type: 'fill-in', response: ['x'] },
        result: 'neutral',
        objectives: [],
        at: new Date(),
      },
    ],
  });
  tracker.leave(nothing);
  expect(calls.filter((call) => call.startsWith('cmi.comments'))).toEqual([]);
});

test('after a save in doubt, the status goes back to what was sure and the score by a hundredth, then they are set again', async () => {
  const { api, calls } = lms();
  const tracker = scorm12(api);
  await tracker.launch();
  const done: Save = {
    ...nothing,
    progress: { ...nothing.progress, status: 'completed', score: 86 },
    suspendData: 'a',
  };
  await tracker.save(done);
  const before = calls.length;
  await tracker.save({ ...done, suspendData: 'b', again: true });
  expect(calls.slice(before)).toEqual([
    'cmi.suspend_data=b',
    'cmi.core.score.raw=85.99',
    'cmi.core.lesson_status=incomplete',
    'commit',
    'cmi.core.score.raw=86',
    'cmi.core.lesson_status=completed',
    'commit',
  ]);
  const settled = calls.length;
  await tracker.save({ ...done, suspendData: 'c' });
  expect(calls.slice(settled)).toEqual(['cmi.suspend_data=c', 'commit']);
});

test('a page that only reads writes nothing and does not end the attempt', async () => {
  const { api, calls } = lms();
  const tracker = scorm12(api);
  await tracker.launch({ readOnly: true });
  await tracker.save({ ...nothing, suspendData: 'x' });
  tracker.leave(nothing);
  expect(calls).toEqual(['init']);
});

describe('values of SCORM 1.2', () => {
  test.each([
    [0, '0000:00:00.00'],
    [12.345, '0000:00:12.35'],
    [59.999, '0000:01:00.00'],
    [3_725.5, '0001:02:05.50'],
  ])('%d seconds are %s', (seconds, span) => expect(timespan(seconds)).toBe(span));
});
