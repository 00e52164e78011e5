import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTIVITY, type Driver, openDriver } from './driver.ts';
import { writeReport } from './report.ts';
import { type Place, type Scenario, Story, type Told } from './scenario.ts';
import { kill } from './scenarios/kill.ts';
import { limit } from './scenarios/limit.ts';
import { finishedOffline, killedOffline, newPageOffline, offline } from './scenarios/offline.ts';
import { review } from './scenarios/review.ts';
import { http500, maintenance, unreachable } from './scenarios/server.ts';
import { session } from './scenarios/session.ts';
import { update } from './scenarios/update.ts';
import { MODULES, packageCourse, playerStamp, ROOT } from './small-course.ts';

/**
 * `npm run moodle:faults [-- kill offline…]`: breakdowns played in a real Moodle, one invented learner each. A whole run
 * writes docs/essais/moodle-pannes.json and .md; a run of some scenarios only prints. Ends with code 1 when a check failed.
 */
const SCENARIOS: readonly Scenario[] = [
  kill,
  offline,
  finishedOffline,
  killedOffline,
  newPageOffline,
  session,
  http500,
  maintenance,
  unreachable,
  review,
  limit,
  update,
];
const OUT = join(ROOT, 'docs', 'essais');

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !SCENARIOS.some((one) => one.name === name));
if (unknown) {
  console.error(`Scénario inconnu\u00a0: ${unknown}. Connus\u00a0: ${SCENARIOS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const driver = await openDriver();
const stamp = Date.now();
const folder = mkdtempSync(join(tmpdir(), 'pannes-'));
try {
  const zip = packageCourse(MODULES, folder);
  const course = await driver.createCourse({ fullname: `Pannes ${stamp}`, shortname: `pannes-${stamp}` });
  const place: Place = { driver, course, folder };
  const added = await driver.addScorm(course, zip, { name: 'Parcours d’essai', settings: ACTIVITY });
  if (!added.ok) throw new Error(`Moodle refused the package: ${added.errors.join(' ; ')}`);

  const played: Told[] = [];
  for (const scenario of SCENARIOS.filter(({ name }) => asked.length === 0 || asked.includes(name)))
    played.push(await play(scenario, place, added.cmid));

  const failed = played.flatMap(({ checks }) => checks).filter(({ ok }) => !ok).length;
  console.log(`${played.flatMap(({ checks }) => checks).length - failed} réussies, ${failed} manquées`);
  process.exitCode = failed > 0 ? 1 : 0;
  if (asked.length === 0) {
    mkdirSync(OUT, { recursive: true });
    const day = new Date(stamp).toISOString().slice(0, 10);
    writeReport(OUT, { day, moodle: await releaseOf(driver), player: playerStamp(), scenarios: played });
    console.log(`Écrit dans ${OUT}`);
  }
} finally {
  await driver.close();
  rmSync(folder, { recursive: true, force: true });
}

/** A scenario that throws is a check that failed, and the next ones are played. */
async function play({ name, title, activity, play }: Scenario, place: Place, common: number): Promise<Told> {
  console.log(`${title}  [${name}]`);
  const [learner] = await place.driver.createUsers([
    { username: `${name}-${stamp}`, firstname: 'Camille', lastname: 'Martin' },
  ]);
  await place.driver.enrol(place.course, [learner!.id]);
  const story = new Story(place, (await activity?.(place)) ?? common, learner!);
  try {
    await play(story);
  } catch (error) {
    console.error(error);
    story.check('le scénario va jusqu’au bout', false, String(error).split('\n')[0]!);
  }
  await story.leave();
  const { said, stored, checks } = story;
  return { name, title, said, stored, checks };
}

async function releaseOf(driver: Driver): Promise<string> {
  return ((await driver.ws('core_webservice_get_site_info')) as { release: string }).release;
}
