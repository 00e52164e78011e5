import { afterAll, beforeAll, expect, test } from 'vitest';
import { VERBS } from '../../src/xapi/vocabulary.ts';
import { answered, completed, identifier, MODULE, openReleve, progressed, type Releve } from './releve-campus.ts';

/** `npm run test:releve` asks for 100,000. */
const COUNT = Number(process.env.RELEVE_STATEMENTS ?? 10_000);
const BATCH = 500;
const LEARNERS = 200;
/** Milliseconds: beyond, someone waits. */
const SOON = 300;

let releve: Releve;
let someone = '';
beforeAll(() => {
  releve = openReleve();
  const people = Array.from({ length: LEARNERS }, (_, rank) => releve.learner(`Personne ${rank}`));
  someone = identifier(people[3]!);
  const nth = (rank: number) => {
    const who = people[rank % LEARNERS]!;
    if (rank % 1_000 === 0) return completed(who, rank);
    return rank % 10 === 0 ? progressed(who, rank, rank % 100) : answered(who, rank, rank % 3 === 0);
  };
  for (let first = 0; first < COUNT; first += BATCH)
    releve.store(...Array.from({ length: BATCH }, (_, rank) => nth(first + rank)));
}, 20_000 + COUNT);
afterAll(() => releve.close());

/** Of three times, the middle one: a machine has other things to do. */
async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[1]!;
}

test.each([
  ['all of them', {}],
  ['one learner', { apprenant: 'someone' }],
  ['an activity', { activite: MODULE.id }],
  ['a common verb', { verbe: VERBS.answered.id }],
  ['a rare verb', { verbe: VERBS.completed.id }],
  ['a period', { du: '2026-11-15', au: '2026-11-20' }],
  ['all filters', { apprenant: 'someone', activite: MODULE.id, verbe: VERBS.answered.id, du: '2026-01-01' }],
  ['the end of the list', { suite: '1700000000000-1', page: '2' }],
])(`among ${COUNT} statements, a page of %s comes at once`, async (_, asked) => {
  const parameters = Object.entries(asked).map(([name, value]) => [name, value === 'someone' ? someone : value]);
  const path = `/releve?${new URLSearchParams(parameters as [string, string][])}`;
  expect(await releve.text(path)).toMatch(/\d\u00a0énoncés, page/);
  expect(await milliseconds(() => releve.text(path))).toBeLessThan(SOON);
});

test(`the export of ${COUNT} statements is read piece by piece, while others are answered`, async () => {
  const response = await releve.get('/releve.csv');
  const before = process.memoryUsage().rss;
  let [rows, heaviest, most, answeredMeanwhile] = [0, 0, 0, 0];
  for await (const piece of response.body!) {
    rows += Buffer.from(piece).toString().split('\r\n').length - 1;
    heaviest = Math.max(heaviest, piece.length);
    most = Math.max(most, process.memoryUsage().rss - before);
    if (rows > COUNT / 2 && answeredMeanwhile === 0) answeredMeanwhile = (await releve.get('/releve')).status;
  }
  expect(rows).toBe(COUNT + 1);
  expect(answeredMeanwhile).toBe(200);
  expect(heaviest).toBeLessThan(500 * 1_000);
  expect(most).toBeLessThan(150e6);
}, 60_000);
