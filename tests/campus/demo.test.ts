import { afterAll, beforeAll, expect, test } from 'vitest';
import { attempts } from '../../src/campus/attempts/attempts.ts';
import { BEHAVIOURS } from '../../src/campus/demo/behaviours.ts';
import { chance } from '../../src/campus/demo/chance.ts';
import { playCohorts } from '../../src/campus/demo/cohorts.ts';
import { COHORTS } from '../../src/campus/demo/people.ts';
import { learners } from '../../src/campus/learners.ts';
import { waiting } from '../../src/campus/outbox.ts';
import { emptyFolder, openTestCampus, packageFolder, removeFolder, type TestCampus } from './open-test-campus.ts';

interface Told {
  id: string;
  timestamp: string;
  actor: { account: { name: string } };
  verb: { id: string };
  result?: { success?: boolean; response?: string };
}

const TODAY = new Date('2026-11-22T10:05:00Z');
let zips: string;
const opened: { folder: string; played: TestCampus; seconds: number }[] = [];

async function play(): Promise<void> {
  const folder = emptyFolder();
  const played = openTestCampus(zips, folder, () => TODAY);
  const started = performance.now();
  await playCohorts(played.campus, () => undefined);
  opened.push({ folder, played, seconds: (performance.now() - started) / 1000 });
}
beforeAll(async () => {
  zips = await packageFolder();
  await play();
  await play();
}, 60_000);
afterAll(() => {
  for (const { folder, played } of opened) {
    played.close();
    removeFolder(folder);
  }
  removeFolder(zips);
});

const told = (rank = 0): Told[] =>
  opened[rank]!.played.campus.lrs.all('SELECT json FROM statements ORDER BY happened, seq').map(
    ({ json }) => JSON.parse(String(json)) as Told,
  );
const campus = () => opened[0]!.played.campus;
/** Attempts of those who behave so. */
function attemptsOf(behaviour: keyof typeof BEHAVIOURS) {
  const names = COHORTS.flatMap(({ people }) => people.flatMap(([name, how]) => (how === behaviour ? [name] : [])));
  const ids = learners(campus()).flatMap(({ id, name }) => (names.includes(name) ? [id] : []));
  return attempts(campus()).filter(({ learner }) => ids.includes(learner));
}

test('chance is the same for the same seed, between 0 and 1, and spread', () => {
  const [one, other] = [chance(7), chance(7)];
  const thrown = Array.from({ length: 2_000 }, one.next);
  expect(Array.from({ length: 2_000 }, other.next)).toEqual(thrown);
  expect(thrown.every((value) => value >= 0 && value < 1)).toBe(true);
  expect(Math.abs(thrown.reduce((sum, value) => sum + value, 0) / 2_000 - 0.5)).toBeLessThan(0.05);
});

test('three cohorts of eight to twelve people are at work, each behaviour among them', () => {
  expect(COHORTS.map(({ people }) => people.length).every((count) => count >= 8 && count <= 12)).toBe(true);
  expect(COHORTS).toHaveLength(3);
  const behaviours = new Set(COHORTS.flatMap(({ people }) => people.map(([, behaviour]) => behaviour)));
  expect([...behaviours].sort()).toEqual(Object.keys(BEHAVIOURS).sort());
  const people = COHORTS.reduce((sum, cohort) => sum + cohort.people.length, 0);
  expect(attempts(campus())).toHaveLength(people);
  expect(new Set(told().map(({ actor }) => actor.account.name)).size).toBe(people);
});

test('the same statements come out each time, under the same identifiers', () => {
  const said = (rank: number) => told(rank).map(({ id, timestamp, verb, result }) => ({ id, timestamp, verb, result }));
  expect(said(0).length).toBeGreaterThan(200);
  expect(said(1)).toEqual(said(0));
});

test('nothing waits, and nothing happened in the future or on the day of the demonstration', () => {
  expect(waiting(campus())).toBe(0);
  const times = told().map(({ timestamp }) => Date.parse(timestamp));
  expect(Math.max(...times)).toBeLessThan(TODAY.getTime());
  expect(new Set(told().map(({ timestamp }) => timestamp.slice(0, 10))).size).toBeGreaterThan(15);
});

test('people differ as they are said to', () => {
  expect(attemptsOf('expert').every(({ status, score }) => status === 'completed' && score === 100)).toBe(true);
  expect(attemptsOf('leaving').every(({ status, launches }) => status === 'incomplete' && launches === 1)).toBe(true);
  expect(attemptsOf('returning').every(({ launches }) => launches === 3)).toBe(true);
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const seconds = (behaviour: keyof typeof BEHAVIOURS) => mean(attemptsOf(behaviour).map((one) => one.seconds));
  expect(seconds('guessing')).toBeLessThan(seconds('assiduous') / 3);
  expect(seconds('assiduous')).toBeGreaterThan(10 * 60);
});

test('a journal is told by those alone who share it', () => {
  const sharing = new Set(attemptsOf('sharing').map(({ learner }) => learner));
  const shared = told().filter(({ verb }) => verb.id.endsWith('/shared') || verb.id.endsWith('/share'));
  expect(shared.length).toBeGreaterThan(0);
  expect(shared.every(({ actor }) => sharing.has(actor.account.name))).toBe(true);
});

test('it is ready well within a minute', () => {
  expect(opened[0]!.seconds).toBeLessThan(60);
});
