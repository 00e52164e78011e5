import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Actor } from '../../src/campus/lrs/statement.ts';
import { MemoryDevice } from '../runtime/learner.ts';
import { isComplete, judge, lmsWith, ofVerb, quiz, work } from './judged.ts';
import { follow, pass, verbsOf } from './learner.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') }));
afterEach(() => void vi.useRealTimers());

const RETURN = 'https://lms.example.org/retour';
test('8.1 to 8.2, 10, 11: a normal launch reads what it must, in any order of its parameters, and speaks by the book', async () => {
  const lms = lmsWith();
  const page = await follow(lms);
  await work(page);
  await page.leave();
  judge(lms, page);
  const verbs = verbsOf(lms);
  expect(verbs[0]).toBe('initialized');
  expect(verbs.at(-1)).toBe('terminated');
  for (const verb of ['initialized', 'passed', 'completed', 'terminated'])
    expect(verbs.filter((one) => one === verb)).toHaveLength(1);
  expect(verbs.filter((one) => one === 'answered').length).toBeGreaterThanOrEqual(4);
  expect(lms.standing()).toMatchObject({ completed: true, passed: true, waived: false, satisfied: true });
});

test('8.2.3: a reload goes on with the token of the tab, and does not open the session twice', async () => {
  const lms = lmsWith();
  const page = await follow(lms);
  page.attempt.visit(1, 1);
  await pass(5);
  const again = await page.reload();
  await work(again);
  await again.leave();
  judge(lms, again);
  expect(page.session.fetches).toBe(1);
  expect(verbsOf(lms).filter((one) => one === 'initialized')).toHaveLength(1);
});

test.each([
  ['without objectType', { name: 'Aïcha', account: { homePage: 'https://lms.example.org', name: 'a7' } }],
  ['without a name', { objectType: 'Agent', account: { homePage: 'https://lms.example.org', name: 'a7' } }],
  [
    'with its keys in another order',
    { account: { name: 'a7', homePage: 'https://lms.example.org' }, objectType: 'Agent' },
  ],
] as [string, Actor][])('8.1.3: the actor of the launch is used as it came, %s', async (_, actor) => {
  const lms = lmsWith({ masteryScore: 0.8 }, actor);
  const page = await follow(lms);
  await work(page);
  await page.leave();
  judge(lms, page);
});

test('9.3: after a death, the next launch goes on, on another device too, and repeats nothing', async () => {
  const lms = lmsWith();
  const [first, second] = [new MemoryDevice(), new MemoryDevice()];
  const dead = await follow(lms, { device: first });
  dead.attempt.visit(1, 1);
  await pass(5);
  dead.attempt.visit(1, 2);
  dead.kill();
  const page = await follow(lms, { device: first });
  await work(page);
  await page.leave();
  const elsewhere = await follow(lms, { device: second });
  expect(isComplete(elsewhere)).toBe(true);
  await elsewhere.leave();
  judge(lms, page, elsewhere);
  for (const verb of ['passed', 'completed']) expect(ofVerb(lms, verb)).toHaveLength(1);
});

test('9.3.0.0-3: passed, then a failed try in the same session, says passed alone', async () => {
  const lms = lmsWith();
  const page = await follow(lms);
  await work(page);
  page.attempt.restartQuiz(1, quiz());
  await work(page, false);
  await page.leave();
  judge(lms, page);
  expect([ofVerb(lms, 'passed').length, ofVerb(lms, 'failed').length]).toEqual([1, 0]);
});

test('9.3.0.0-3: a failed try, then a passed one in the same session, says one of both, and the better one', async () => {
  const lms = lmsWith();
  const page = await follow(lms);
  await work(page, false);
  await pass(20);
  page.attempt.restartQuiz(1, quiz());
  await work(page);
  await page.leave();
  judge(lms, page);
  expect([ofVerb(lms, 'passed').length, ofVerb(lms, 'failed').length]).toEqual([1, 0]);
});

test('9.3.0.0-8: failed in a session, passed in the next, then a worse try: failed, passed, and nothing after', async () => {
  const lms = lmsWith();
  const device = new MemoryDevice();
  const failed = await follow(lms, { device });
  await work(failed, false);
  await failed.leave();
  const passed = await follow(lms, { device });
  passed.attempt.restartQuiz(1, quiz());
  await work(passed);
  await passed.leave();
  const worse = await follow(lms, { device });
  worse.attempt.restartQuiz(1, quiz());
  await work(worse, false);
  await worse.leave();
  judge(lms, failed, passed, worse);
  expect(lms.statements.flatMap(({ verb }) => /(?:passed|failed)$/.exec(verb.id)?.[0] ?? [])).toEqual([
    'failed',
    'passed',
  ]);
});

test('9.3.5: a session that opens after a failure and does nothing does not fail again', async () => {
  const lms = lmsWith();
  const device = new MemoryDevice();
  const failed = await follow(lms, { device });
  await work(failed, false);
  await failed.leave();
  const idle = await follow(lms, { device });
  await pass(30);
  await idle.leave();
  judge(lms, failed, idle);
  expect(ofVerb(lms, 'failed')).toHaveLength(1);
  expect(verbsOf(lms, idle.session)).toEqual(['initialized', 'terminated']);
});

test.each(['Browse', 'Review'] as const)(
  '10.2.2: in %s nothing is said but the two ends of the session',
  async (mode) => {
    const lms = lmsWith();
    const page = await follow(lms, { mode });
    await work(page);
    await page.leave();
    judge(lms, page);
    expect(verbsOf(lms)).toEqual(['initialized', 'terminated']);
    expect(lms.standing().satisfied).toBe(false);
  },
);

test.each([
  ['none', undefined],
  ['refused', 'refused'],
  ['silence, in English', { languagePreference: 'en-GB,fr', audioPreference: 'off' }],
] as const)('11: preferences, %s', async (_, preferences) => {
  const lms = lmsWith();
  lms.preferences = preferences;
  const page = await follow(lms);
  expect(page.attempt.silence).toBe(typeof preferences === 'object');
  await work(page);
  await page.leave();
  judge(lms, page);
});

test('9.6.3.2: without a mastery score the author’s own decides, and none is written', async () => {
  const lms = lmsWith({});
  const page = await follow(lms);
  await work(page);
  await page.leave();
  judge(lms, page);
  const [passed] = ofVerb(lms, 'passed');
  expect(JSON.stringify(passed?.context)).not.toContain('masteryscore');
});

test('9.3.4: with a mastery score of 0 the worst try passes', async () => {
  const lms = lmsWith({ masteryScore: 0 });
  const page = await follow(lms);
  await work(page, false);
  await page.leave();
  judge(lms, page);
  expect([ofVerb(lms, 'passed').length, ofVerb(lms, 'failed').length]).toEqual([1, 0]);
  expect(ofVerb(lms, 'passed')[0]?.context?.extensions).toMatchObject({
    'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0,
  });
});

test('10.2.6: the window goes back to the address that waits, once the end is stored', async () => {
  const lms = lmsWith();
  const page = await follow(lms, { returnUrl: RETURN });
  await work(page);
  expect(page.attempt.returns).toBe(true);
  const leaving = page.attempt.exit();
  await pass(20);
  await leaving;
  judge(lms, page);
  expect(page.wentTo).toEqual([RETURN]);
});

test('9.3.0.0-6: a session after the end of the unit says only that it took place', async () => {
  const lms = lmsWith();
  const device = new MemoryDevice();
  const done = await follow(lms, { device });
  await work(done);
  await done.leave();
  const later = await follow(lms, { device });
  later.attempt.visit(1, 1);
  await pass(20);
  await later.leave();
  judge(lms, done, later);
  const verbs = verbsOf(lms, later.session);
  expect(verbs.filter((one) => ['completed', 'passed', 'failed', 'progressed'].includes(one))).toEqual([]);
});

test('10: where State documents of the course are refused, the unit keeps its own', async () => {
  const lms = lmsWith();
  lms.refusesShared = true;
  const page = await follow(lms);
  await work(page);
  await page.leave();
  const again = await follow(lms, { device: new MemoryDevice() });
  expect(isComplete(again)).toBe(true);
  await again.leave();
  judge(lms, page, again);
});

test('9.5.4, 9.5.5: durations are those of the work, progress only rises and stops with the end', async () => {
  const lms = lmsWith();
  const page = await follow(lms);
  await work(page);
  await page.leave();
  judge(lms, page);
  const percents = ofVerb(lms, 'progressed').map(({ result }) => Object.values(result?.extensions ?? {})[0] as number);
  expect(percents.length).toBeGreaterThan(1);
  expect(percents).toEqual([...new Set(percents)].sort((a, b) => a - b));
  expect(percents.at(-1)).toBeLessThan(100);
});
