import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lrsApp } from '../../src/campus/lrs/app.ts';
import { xapi } from '../../src/trackers/xapi.ts';
import { profile } from '../../src/xapi/profile.ts';
import { against } from '../../src/xapi/template-check.ts';
import { VERBS } from '../../src/xapi/vocabulary.ts';
import { basic, openLrs } from '../campus/lrs/open-lrs.ts';
import { MemoryDevice } from '../runtime/learner.ts';
import { openAttempt } from '../runtime/open-attempt.ts';
import { type Guide, guide, journals, type Texts, walk } from './guide-walk.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') }));
afterEach(() => void vi.useRealTimers());

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);
const SECRET = 'Zéphyrine';
const TEXTS: Texts = { private: (number) => `${SECRET} ${number} a pleuré.`, shown: 'Montré', day: '2031-07-14' };

/** A TinCan launch of the whole course, in front of the real record store. */
function tincan(course: Guide) {
  const lrs = openLrs({ limits: { bodyBytes: 16e6, requestsPerMinute: 1e6 } });
  const app = lrsApp({ store: lrs.store });
  const query = new URLSearchParams({
    endpoint: 'https://lrs.example.org/xapi/',
    auth: basic(lrs.admin),
    actor: JSON.stringify({ name: ['Nadia'], mbox: ['mailto:nadia@example.org'] }),
    activity_id: course.course.iri,
    registration: '6f9d3c52-1a5e-4f0b-9c3a-0d2f6a1b7e10',
  });
  const device = new MemoryDevice();
  const open = async () => {
    const tracker = xapi({
      search: `?${query}`,
      course: course.course,
      device,
      fetch: async (input, init) => app.request(new Request(String(input).replace('/xapi', ''), init)),
      now: () => new Date(),
      random: () => 0.5,
      goTo: () => undefined,
      reloading: () => false,
    });
    const attempt = await openAttempt(course, { tracker: tracker!, device });
    await pass(2);
    return attempt;
  };
  return { lrs, open };
}

test('every statement of a TinCan launch follows its template, on a long walk over the guide; a private text is in none', async () => {
  const course = await guide();
  const { lrs, open } = tincan(course);
  const look = await open();
  await pass(20);
  look.hide();
  look.leave();
  await pass(10);
  const first = await open();
  await walk(first, course, { right: false, texts: TEXTS, pass });
  first.hide();
  first.leave();
  await pass(10);
  const second = await open();
  for (const { blocks } of Object.values(course.content.pages))
    for (const { type, number } of blocks) if (type === 'quiz') second.restartQuiz(1, number);
  await walk(second, course, { right: true, texts: TEXTS, pass });
  const [journal] = journals(course);
  for (const shown of ['Montré', 'Montré, corrigé', undefined]) {
    second.share(1, journal!.number, shown === undefined ? undefined : { 1: shown });
    await pass(15);
  }
  second.hide();
  second.leave();
  await pass(10);

  const kept = lrs.store.all('SELECT json FROM statements').map(({ json }) => JSON.parse(String(json)));
  const byId = new Map(kept.map((one) => [one.id, one]));
  expect(kept.flatMap((one) => against(profile, one, (id) => byId.get(id)))).toEqual([]);
  const names = new Set(kept.map(({ verb }) => Object.entries(VERBS).find(([, { id }]) => id === verb.id)?.[0]));
  expect([...names].sort().join(' ')).toBe(
    'answered completed experienced failed initialized passed progressed scored shared suspended terminated voided',
  );
  expect(kept.filter((one) => JSON.stringify(one).includes(SECRET))).toEqual([]);
});
