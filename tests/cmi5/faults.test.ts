import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MemoryDevice } from '../runtime/learner.ts';
import { judge, lmsWith, ofVerb, quiz, work } from './judged.ts';
import { follow, pass, verbsOf } from './learner.ts';
import type { StrictLms } from './lms.ts';
import type { Call, Fault } from './lrs.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** What was told, whatever its order and its session. */
const told = (lms: StrictLms) =>
  ['answered', 'experienced', 'passed', 'completed'].flatMap((name) =>
    ofVerb(lms, name)
      .map(
        ({ object, result }) =>
          `${name} ${(object as { id: string }).id.replace(lms.origin, '').replace(/activites\/.*/, 'unit')} ${result?.response ?? ''}`,
      )
      .sort(),
  );

/** The same visit where nothing goes wrong. */
async function quiet(): Promise<string[]> {
  const lms = lmsWith();
  const page = await follow(lms);
  await work(page);
  await page.leave();
  return told(lms);
}

const onStatements =
  (fault: Fault): Fault =>
  (call) =>
    call.resource === 'statements' && call.method !== 'GET' ? fault(call) : undefined;
/** One request in two. */
const everyOther = (fault: Fault): Fault => {
  let count = 0;
  return (call) => (count++ % 2 === 0 ? fault(call) : undefined);
};
const writing = ({ resource, method }: Call) => resource === 'activities/state' && method !== 'GET';

const PASSING: Record<string, Fault> = {
  'an LRS that takes three seconds to answer anything': () => ({ delay: 3_000 }),
  'an LRS that refuses one request of statements in two, 503': onStatements(everyOther(() => ({ status: 503 }))),
  'an LRS that says to wait, 429': onStatements(everyOther(() => ({ status: 429, retryAfter: 5 }))),
  'an LRS that stores, then says 500': onStatements(everyOther(() => ({ status: 500, stored: true }))),
  'answers that no page may read': onStatements(everyOther(() => 'unheard')),
  'a network that drops one request of statements in two': onStatements(everyOther(() => 'lost')),
  'a State that is refused once in two, 412': everyOther((call) => (writing(call) ? { status: 412 } : undefined)),
  'a State that is refused once in two, 409': everyOther((call) => (writing(call) ? { status: 409 } : undefined)),
  'a State that fails once in two, 500': everyOther((call) => (writing(call) ? { status: 500 } : undefined)),
};

test.each(Object.entries(PASSING))(
  '%s: nothing is lost, nothing is told twice, no clause is broken',
  async (_, fault) => {
    const expected = await quiet();
    const lms = lmsWith();
    const page = await follow(lms);
    lms.fault = fault;
    await work(page);
    await pass(120);
    lms.fault = undefined;
    await pass(180);
    await page.leave();
    await pass(10);
    judge(lms, page);
    expect(told(lms)).toEqual(expected);
    expect(verbsOf(lms).at(-1)).toBe('terminated');
  },
);

test.each([
  ['a token that expires, 401', onStatements(() => ({ status: 401 }))],
  ['an LRS that is down until the next launch, 503', () => ({ status: 503 })],
  ['a network that never comes back', () => 'lost'],
] as [string, Fault][])('%s: the next launch tells the rest, once', async (_, fault) => {
  const expected = await quiet();
  const lms = lmsWith();
  const device = new MemoryDevice();
  const cut = await follow(lms, { device });
  await pass(5);
  lms.fault = fault;
  await work(cut);
  await pass(60);
  await cut.leave();
  await pass(10);
  lms.fault = undefined;
  const next = await follow(lms, { device });
  await pass(60);
  await next.leave();
  await pass(10);
  judge(lms, next);
  expect(told(lms)).toEqual(expected);
});

/** A page is left after a failed try of the quiz, and this happens to all that it sends then. */
async function leftAfterFailing(fault: 'lost' | 'unheard') {
  const lms = lmsWith();
  const device = new MemoryDevice();
  const page = await follow(lms, { device });
  await work(page, false);
  await pass(30);
  lms.fault = () => fault;
  await page.leave();
  lms.fault = undefined;
  return { lms, device, page };
}

test.each(['Normal', 'Browse', 'Review'] as const)(
  'a farewell whose answer came to nobody is told to no later launch in %s',
  async (mode) => {
    const { lms, device, page } = await leftAfterFailing('unheard');
    expect(verbsOf(lms).slice(-2)).toEqual(['failed', 'terminated']);
    const next = await follow(lms, { device, mode });
    await pass(30);
    await next.leave();
    judge(lms, page, next);
    expect(verbsOf(lms, next.session)).toEqual(['initialized', 'terminated']);
  },
);

test.each(['Normal', 'Browse', 'Review'] as const)(
  'a failure that never left its page, then a launch in %s where the learner passes: one verdict in a session',
  async (mode) => {
    const { lms, device } = await leftAfterFailing('lost');
    const next = await follow(lms, { device, mode });
    next.attempt.restartQuiz(1, quiz());
    await work(next);
    await pass(30);
    await next.leave();
    judge(lms, next);
  },
);
