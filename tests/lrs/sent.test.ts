import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Statement } from '../../src/campus/lrs/statement.ts';
import { cmi5 } from '../../src/trackers/cmi5.ts';
import type { Place } from '../../src/trackers/lrs-opening.ts';
import { lrsSent } from '../../src/trackers/lrs-sent.ts';
import { xapi } from '../../src/trackers/xapi.ts';
import { VERBS } from '../../src/xapi/vocabulary.ts';
import { StrictLms } from '../cmi5/lms.ts';
import { course, MemoryDevice, type Opened, open } from '../runtime/learner.ts';
import { MemoryTab, UNIT } from './au.ts';
import { PlainLrs } from './plain-lrs.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') }));
afterEach(() => void vi.useRealTimers());

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

function placeOf(url: string, fetch: typeof globalThis.fetch, device: MemoryDevice): Place {
  return {
    search: new URL(url).search,
    course,
    device,
    tab: new MemoryTab(),
    fetch,
    now: () => new Date(),
    random: () => 0.5,
    goTo: () => undefined,
    reloading: () => false,
  };
}

/** A failed visit, then one where a text is shown, replaced and taken back, and the quiz passed. */
async function everything(visit: () => Promise<Opened>): Promise<void> {
  const failed = await visit();
  failed.visit('se-situer');
  await pass(3_000);
  failed.finish(false);
  await pass(5_000);
  failed.attempt.leave();
  await pass(1_000);
  const page = await visit();
  const { number } = page.block('ma-reunion');
  for (const words of ['Une première version.', 'Une seconde.']) {
    page.attempt.share(1, number, { 1: words });
    await pass(3_000);
  }
  page.attempt.share(1, number);
  await pass(3_000);
  page.attempt.restartQuiz(1, page.block('quiz-final').number);
  page.finish(true);
  await pass(5_000);
  page.attempt.leave();
  await pass(1_000);
}

async function toldBy(target: 'cmi5' | 'xapi'): Promise<readonly Statement[]> {
  const device = new MemoryDevice();
  const [lms, lrs] = [new StrictLms([UNIT]), new PlainLrs()];
  await everything(async () => {
    const tracker =
      target === 'cmi5'
        ? cmi5(placeOf(lms.launch().url, lms.fetch, device))
        : xapi(placeOf(lrs.url(), lrs.fetch, device));
    return open(undefined, device, undefined, { tracker: tracker! });
  });
  expect([lms.violations, lrs.wrong]).toEqual([[], []]);
  return target === 'cmi5' ? lms.statements : lrs.statements;
}

const nameOf = ({ verb }: Statement) =>
  Object.entries(VERBS).find(([, { id }]) => id === verb.id)?.[0] ?? `unknown: ${verb.id}`;

test.each(['cmi5', 'xapi'] as const)(
  'the page given to the organisation lists every verb that %s sends, and no other',
  async (target) => {
    const sent = [...new Set((await toldBy(target)).map(nameOf))].sort();
    const listed = lrsSent.filter(({ targets }) => targets.includes(target)).map(({ verb }) => verb);
    // a course ends finished here: nobody suspends it
    expect([...new Set([...sent, ...(target === 'xapi' ? ['suspended'] : [])])].sort()).toEqual([...listed].sort());
  },
);

test('each of them stands in the page, by its own name', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/ce-qui-est-envoye.md'), 'utf8');
  for (const { verb, when } of lrsSent) {
    expect(page).toContain(`| \`${verb}\` (${VERBS[verb].fr}) |`);
    expect(page).toContain(`| ${when} |`);
  }
});

test('a TinCan launch voids what was shown before, and shows nothing of what was taken back', async () => {
  const told = await toldBy('xapi');
  const shown = told.filter((one) => nameOf(one) === 'shared');
  const voided = told.filter((one) => nameOf(one) === 'voided').map(({ object }) => (object as { id: string }).id);
  expect(shown.map(({ result }) => result?.response)).toEqual([
    'Ce qui s’est passé\u00a0: Une première version.',
    'Ce qui s’est passé\u00a0: Une seconde.',
  ]);
  expect(voided).toEqual(shown.map(({ id }) => id));
});

test('a unit of cmi5, which may not void, says that the sharing was taken back', async () => {
  const shown = (await toldBy('cmi5')).filter((one) => nameOf(one) === 'shared');
  expect(shown.at(-1)?.result?.response).toBe('Partage retiré par la personne.');
});

test('identifiers and dates are made with the fact: what was cut off arrives with its own', async () => {
  const lrs = new PlainLrs();
  const device = new MemoryDevice();
  const visit = () => open(undefined, device, undefined, { tracker: xapi(placeOf(lrs.url(), lrs.fetch, device))! });
  const page = await visit();
  await pass(1_000);
  lrs.fault = () => 'lost';
  page.choose('desaccord', 0);
  await pass(3_600_000);
  page.attempt.leave();
  await pass(1_000);
  lrs.fault = undefined;
  await visit();
  await pass(1_000);
  const [answer] = lrs.statements.filter((one) => nameOf(one) === 'answered');
  expect(answer?.timestamp).toBe('2026-11-22T10:00:01.000Z');
});
