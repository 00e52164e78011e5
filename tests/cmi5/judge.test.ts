import { expect, test } from 'vitest';
import { UnitByTheBook } from './by-the-book.ts';
import { type LaunchOptions, StrictLms } from './lms.ts';
import { PLANTED } from './planted.ts';
import { serveLms } from './serve.ts';
import type { Unit } from './session.ts';

const UNIT: Unit = {
  id: 'tag:example.org,2026:cours/m1',
  url: 'https://lms.example.org/cours/m1/index.html?theme=clair',
  moveOn: 'CompletedAndPassed',
  masteryScore: 0.8,
};

const launched = (lms: StrictLms, options?: LaunchOptions) => {
  const { url, session } = lms.launch(0, options);
  return { unit: new UnitByTheBook(url, lms.fetch), session };
};

test('a session by the book breaks no clause and satisfies the unit', async () => {
  const lms = new StrictLms([UNIT]);
  const { unit, session } = launched(lms, { returnUrl: 'https://lms.example.org/retour' });
  await unit.start();
  const { status } = await unit.post(
    unit.defined('initialized'),
    unit.allowed(),
    unit.defined('passed'),
    unit.defined('completed'),
    unit.defined('terminated'),
  );
  await lms.fetch('https://lms.example.org/retour');
  lms.judgeEnd(session);
  expect(status).toBe(200);
  expect(lms.violations).toEqual([]);
  expect(lms.standing()).toMatchObject({ completed: true, passed: true, waived: false, satisfied: true });
  expect(lms.ledger.statements.map(({ verb }) => verb.id.split('/').at(-1))).toEqual([
    'launched',
    'initialized',
    'answered',
    'passed',
    'completed',
    'terminated',
    'satisfied',
  ]);
});

test.each(PLANTED)('$clause catches $mistake', async ({ clause, plant, mode, unread }) => {
  const lms = new StrictLms([UNIT]);
  const { unit } = launched(lms, mode && { mode });
  if (!unread) await unit.start();
  await plant(unit, lms);
  expect(lms.violations.map((one) => one.clause)).toContain(clause);
});

test.each(['Browse', 'Review'] as const)('%s lets through "initialized", answers and "terminated"', async (mode) => {
  const lms = new StrictLms([UNIT]);
  const { unit, session } = launched(lms, { mode });
  await unit.start();
  await unit.post(unit.defined('initialized'), unit.allowed(), unit.defined('terminated'));
  lms.judgeEnd(session);
  expect(lms.violations).toEqual([]);
  expect(lms.standing().satisfied).toBe(false);
});

test('what an ended session owes is said: the token, both ends, the window', () => {
  const lms = new StrictLms([UNIT]);
  const { session } = launched(lms, { returnUrl: 'https://lms.example.org/retour' });
  lms.judgeEnd(session);
  expect(lms.violations.map(({ clause }) => clause)).toEqual(['8.1.2.0-4', '9.3.2.0-2', '9.3.8.0-1', '10.2.6.0-1']);
});

test('a window that comes back before "terminated" is seen', async () => {
  const lms = new StrictLms([UNIT]);
  launched(lms, { returnUrl: 'https://lms.example.org/retour' });
  await lms.fetch('https://lms.example.org/retour');
  expect(lms.violations.map(({ clause }) => clause)).toEqual(['9.3.8.0-1']);
});

test('what is sent again word for word is a 409 and no fault, in a list the whole of it', async () => {
  const lms = new StrictLms([UNIT]);
  const { unit } = launched(lms);
  await unit.start();
  const [first, answer, last] = [unit.defined('initialized'), unit.allowed(), unit.defined('terminated')];
  await unit.post(first);
  expect((await unit.postTogether(first, answer)).status).toBe(409);
  expect(lms.statements).toHaveLength(1);
  await unit.post(answer);
  await unit.post(last);
  expect((await unit.post(last)).status).toBe(409);
  expect(lms.violations).toEqual([]);
});

test('a new launch abandons the session before it, from which nothing more is taken', async () => {
  const lms = new StrictLms([UNIT]);
  const { unit, session } = launched(lms);
  await unit.start();
  await unit.post(unit.defined('initialized'));
  launched(lms);
  expect(session.abandoned).toBe(true);
  expect((await unit.post(unit.allowed())).status).toBe(403);
  expect(lms.violations).toEqual([]);
  expect(lms.statements).toHaveLength(1);
});

test.each([
  ['NotApplicable', true, true, true],
  ['Completed', true, false, true],
  ['Passed', false, true, true],
  ['CompletedOrPassed', true, true, true],
  ['CompletedAndPassed', false, false, true],
] as const)('moveOn %s: completed %s, passed %s, both %s', async (moveOn, completed, passed, both) => {
  const satisfiedBy = async (...verbs: ('completed' | 'passed')[]) => {
    const lms = new StrictLms([{ ...UNIT, moveOn }]);
    const { unit } = launched(lms);
    await unit.start();
    await unit.post(unit.defined('initialized'), ...verbs.map((verb) => unit.defined(verb)));
    return lms.standing().satisfied;
  };
  expect([
    await satisfiedBy('completed'),
    await satisfiedBy('passed'),
    await satisfiedBy('completed', 'passed'),
  ]).toEqual([completed, passed, both]);
});

test('a waived unit is satisfied without a session of its own, and only once', () => {
  const lms = new StrictLms([UNIT]);
  lms.waive();
  expect(lms.standing()).toEqual({ completed: false, passed: false, waived: true, satisfied: true });
  expect(() => lms.waive()).toThrow('9.3.7.0-4');
});

test('a mastery score of 0 is one, and a launch without any takes a pass without a score', async () => {
  const zero = new StrictLms([{ ...UNIT, masteryScore: 0 }]);
  const { unit } = launched(zero);
  await unit.start();
  expect(unit.data.masteryScore).toBe(0);
  await unit.post(unit.defined('initialized'), unit.defined('failed'));
  expect(zero.violations.map(({ clause }) => clause)).toEqual(['9.3.5.0-2']);

  const none = new StrictLms([UNIT]);
  const { unit: free } = launched(none, { masteryScore: null });
  await free.start();
  expect(free.data.masteryScore).toBeUndefined();
  const passed = free.defined('passed', { result: { success: true, duration: 'PT1M' } });
  await free.post({ ...free.defined('initialized'), timestamp: passed.timestamp }, passed);
  expect(none.violations).toEqual([]);
});

test('the preferences are given, absent or refused, and never written', async () => {
  const lms = new StrictLms([UNIT]);
  const { unit } = launched(lms);
  await unit.start();
  const statuses = [(await unit.readPreferences()).status];
  lms.preferences = { languagePreference: 'en,fr', audioPreference: 'off' };
  statuses.push((await unit.readPreferences()).status);
  lms.preferences = 'refused';
  statuses.push((await unit.readPreferences()).status);
  const agent = encodeURIComponent(JSON.stringify(unit.actor));
  const path = `agents/profile?profileId=cmi5LearnerPreferences&agent=${agent}`;
  statuses.push((await unit.request(path, { method: 'PUT', body: '{}' })).status);
  expect(statuses).toEqual([404, 200, 403, 403]);
  expect(lms.violations).toEqual([]);
});

test('State documents obey ETags; those of another activity are refused where the LMS wants none', async () => {
  const lms = new StrictLms([UNIT]);
  const { unit } = launched(lms);
  await unit.start();
  const path = `activities/state?${unit.place('record')}`;
  const put = (body: string, headers: HeadersInit = {}) => unit.request(path, { method: 'PUT', body, headers });
  expect((await put('un', { 'if-none-match': '*' })).status).toBe(204);
  expect((await put('deux', { 'if-none-match': '*' })).status).toBe(412);
  const etag = (await unit.request(path)).headers.get('etag')!;
  expect((await put('deux', { 'if-match': etag })).status).toBe(204);
  expect((await put('trois', { 'if-match': etag })).status).toBe(412);
  expect(await (await unit.request(path)).text()).toBe('deux');

  lms.refusesShared = true;
  const shared = unit.place('record');
  shared.set('activityId', 'tag:example.org,2026:cours');
  expect((await unit.request(`activities/state?${shared}`)).status).toBe(403);
  expect(lms.violations).toEqual([]);
});

test('faults do what they say: lost, unheard, refused, refused but stored', async () => {
  const lms = new StrictLms([UNIT]);
  const { unit } = launched(lms);
  await unit.start();
  const [one, two, three] = [unit.defined('initialized'), unit.allowed(), unit.allowed()];
  lms.fault = () => 'lost';
  await expect(unit.post(one)).rejects.toThrow(TypeError);
  expect(lms.statements).toHaveLength(0);
  lms.fault = () => 'unheard';
  await expect(unit.post(one)).rejects.toThrow(TypeError);
  expect(lms.statements).toHaveLength(1);
  lms.fault = ({ resource }) => (resource === 'statements' ? { status: 503, retryAfter: 2 } : undefined);
  const refused = await unit.post(two);
  expect([refused.status, refused.headers.get('retry-after'), lms.statements.length]).toEqual([503, '2', 1]);
  lms.fault = () => ({ status: 500, stored: true });
  expect((await unit.post(three)).status).toBe(500);
  expect(lms.statements).toHaveLength(2);
});

test('the same LMS answers on a port, beside the pages of the unit', async () => {
  const { lms, close } = await serveLms(
    (origin) => new StrictLms([{ ...UNIT, url: `${origin}/cours/m1.html` }], origin),
    async () => new Response('<h1>Module</h1>'),
  );
  try {
    const { url, session } = lms.launch();
    expect(await (await fetch(url)).text()).toBe('<h1>Module</h1>');
    const unit = new UnitByTheBook(url, fetch);
    await unit.start();
    await unit.post(unit.defined('initialized'), unit.defined('terminated'));
    lms.judgeEnd(session);
    expect(lms.violations).toEqual([]);
    expect((await fetch(`${lms.origin}/lrs/1/statements`, { method: 'OPTIONS' })).status).toBe(204);
  } finally {
    close();
  }
});
