import { expect, test } from 'vitest';
import { type LoggedCall, logged } from './call-log.ts';
import { type Scorm12Api, scorm12 } from './scorm12.ts';

const JOURNAL = 'Mardi, Lina a pleuré quand sa mère est partie.';
const LEARNER = { 'cmi.core.student_id': 'c.vasseur-1971', 'cmi.core.student_name': 'Vasseur, Claire' };

/** An LMS that gives these values and answers, and remembers whom it spoke as. */
function lms(values: Record<string, string> = {}, answers: { set?: unknown; code?: string } = {}) {
  const api = {
    asked: 0,
    LMSInitialize: () => 'true',
    LMSFinish: () => 'true',
    LMSGetValue: (element: string) => values[element] ?? '',
    LMSSetValue: () => ('set' in answers ? answers.set : 'true'),
    LMSCommit: () => 'true',
    LMSGetLastError() {
      this.asked += 1; // an LMS may lean on `this`
      return answers.code ?? '0';
    },
  };
  return api;
}

test('nothing a learner wrote, nor who they are, is in the log: not even what an LMS answers in its own words', async () => {
  const calls: LoggedCall[] = [];
  const state = `1.progress.sum.${JOURNAL}`;
  const api = lms({ ...LEARNER, 'cmi.suspend_data': state, 'cmi.core.lesson_status': 'Claire' }, { set: JOURNAL });
  const tracker = scorm12(logged(api, calls));
  await tracker.launch();
  const progress = {
    status: 'incomplete',
    objectives: [],
    modules: [],
    location: JOURNAL,
    sessionSeconds: 61,
  } as const;
  const answer = {
    index: 0,
    about: 'question',
    identifier: 'M1_Q07_mot_12',
    interaction: { type: 'fill-in', response: [JOURNAL], correct: [[JOURNAL]] },
    result: 'neutral',
    objectives: [],
    at: new Date(),
  } as const;
  await tracker.save({ answers: [answer], visits: [], unkept: true, progress, suspendData: `${state} et la suite` });
  tracker.leave({ answers: [], visits: [], unkept: true, progress, suspendData: JOURNAL });
  logged(api, calls).LMSSetValue(JOURNAL, JOURNAL);
  const kept = JSON.stringify(calls);
  for (const secret of [
    JOURNAL,
    ...JOURNAL.split(/[ ,.]+/).filter((word) => word.length > 3),
    ...Object.values(LEARNER),
    'Claire',
  ])
    expect(kept).not.toContain(secret);
  expect(calls).toContainEqual(
    expect.objectContaining({
      method: 'LMSSetValue',
      element: 'cmi.suspend_data',
      length: `${state} et la suite`.length,
    }),
  );
});

test('figures and words of the standard are kept as they are', () => {
  const calls: LoggedCall[] = [];
  const api = logged(lms({ 'cmi.core.lesson_mode': 'review' }), calls, () => 1_000);
  api.LMSSetValue('cmi.core.score.raw', '86');
  api.LMSSetValue('cmi.interactions.3.result', 'correct');
  api.LMSSetValue('cmi.interactions.3.student_response', 'a,c');
  api.LMSGetValue('cmi.core.lesson_mode');
  expect(calls.map(({ element, value, length }) => [element, value, length])).toEqual([
    ['cmi.core.score.raw', '86', 2],
    ['cmi.interactions.3.result', 'correct', 7],
    ['cmi.interactions.3.student_response', undefined, 3],
    ['cmi.core.lesson_mode', 'review', 6],
  ]);
  expect(calls[0]).toMatchObject({ at: 1_000, answer: 'true', code: 0, refused: false });
});

test('a refusal keeps its code, and the LMS is asked for it only then', () => {
  const calls: LoggedCall[] = [];
  const api = lms({}, { set: 'false', code: '405' });
  const spied = logged(api, calls);
  spied.LMSCommit('');
  expect(api.asked).toBe(0);
  expect(spied.LMSSetValue('cmi.suspend_data', 'x'.repeat(5_000))).toBe('false');
  expect(calls[1]).toMatchObject({ length: 5_000, answer: 'false', code: 405, refused: true });
});

test.each([true, 1, '1', undefined])('%j with error 0 is no refusal, and goes through as it came', (answer) => {
  const calls: LoggedCall[] = [];
  expect(logged(lms({}, { set: answer }), calls).LMSSetValue('cmi.core.exit', 'suspend')).toBe(answer);
  expect(calls[0]?.refused).toBe(false);
});

test('an exception is logged and goes on its way', () => {
  const calls: LoggedCall[] = [];
  const broken: Scorm12Api = {
    ...lms(),
    LMSCommit: () => {
      throw new URIError(JOURNAL);
    },
    LMSGetLastError: () => {
      throw new Error('this too');
    },
  };
  expect(() => logged(broken, calls).LMSCommit('')).toThrow(URIError);
  expect(calls).toEqual([
    expect.objectContaining({ method: 'LMSCommit', answer: 'exception', code: 0, refused: true }),
  ]);
});

test('the last 300 calls are kept', () => {
  const calls: LoggedCall[] = [];
  let clock = 0;
  const api = logged(lms(), calls, () => (clock += 1));
  for (let times = 0; times < 350; times += 1) api.LMSCommit('');
  expect([calls.length, calls[0]?.at, calls.at(-1)?.at]).toEqual([300, 51, 350]);
});
