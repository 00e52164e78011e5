import type { Campus } from '../campus.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { addLearner } from '../learners.ts';
import { outlineOf, standardOf } from '../packages/course-package.ts';
import { BEHAVIOURS, type Behaviour } from './behaviours.ts';
import { type Chance, chance } from './chance.ts';
import { Clock } from './clock.ts';
import { playPages } from './learner-play.ts';
import { COHORTS } from './people.ts';
import { openSession } from './session.ts';

const DAY = 86_400;
/** Of the demonstration: the same one gives the same statements. */
const SEED = 20_261_122;

/**
 * Puts three cohorts in the campus, each learner at work through the course's own runtime, up to today. `say` is told
 * how it goes. Does nothing without a course that can be followed.
 */
export async function playCohorts(campus: Campus, say: (words: string) => void): Promise<void> {
  const name = packageToPlay(campus);
  if (name === undefined) {
    say('Aucun parcours SCORM 1.2 à suivre\u00a0: la démonstration reste vide.');
    return;
  }
  const today = campus.now();
  const luck = chance(SEED);
  const clock = new Clock(today.getTime());
  // made anew each time: nothing in it need survive the power
  const flush = (mode: 'OFF' | 'FULL') => [campus.data, campus.lrs].map((db) => db.all(`PRAGMA synchronous=${mode}`));
  flush('OFF');
  const past: Campus = { ...campus, now: clock.now, randomBytes: luck.bytes };
  for (const { name: cohort, since, people } of COHORTS) {
    say(`${cohort}\u00a0: ${people.length} personnes au travail…`);
    for (const [person, behaviour] of people) {
      clock.set(new Date(today.getTime() - since * DAY * 1000));
      const learner = addLearner(past, person, cohort)!;
      await playLearner({
        campus: past,
        package: name,
        learner: learner.id,
        behaviour: BEHAVIOURS[behaviour],
        since,
        today,
        clock,
        luck,
      });
    }
  }
  flush('FULL');
}

interface Play {
  campus: Campus;
  package: string;
  learner: string;
  behaviour: Behaviour;
  since: number;
  today: Date;
  clock: Clock;
  luck: Chance;
}

/** Every opening of one learner, at an hour of the working day, the last one before today. */
async function playLearner({
  campus,
  package: name,
  learner,
  behaviour,
  since,
  today,
  clock,
  luck,
}: Play): Promise<void> {
  const { right: openings, every } = behaviour;
  const span = (openings.length - 1) * every + 1;
  const begun = since - luck.between(0, Math.max(0, since - span - 1));
  for (const [rank, right] of openings.entries()) {
    const daysAgo = begun - rank * every;
    if (daysAgo < 1) return; // still at it
    const day = new Date(today.getTime() - daysAgo * DAY * 1000);
    day.setUTCHours(luck.between(8, 16), luck.between(0, 59), luck.between(0, 59), 0);
    clock.set(day);
    const session = await openSession(campus, { package: name, learner, clock, luck });
    const { modules } = session.attempt.options.course;
    const wanted = modules
      .slice(0, behaviour.modules)
      .flatMap((module) => module.pages.map((page) => ({ module, page })));
    const most = Math.min(behaviour.pages ?? wanted.length, wanted.length);
    const reached = (opening: number) => (behaviour.over ? most : Math.ceil((most * opening) / openings.length));
    for (const { module, page } of wanted.slice(behaviour.over ? 0 : reached(rank), reached(rank + 1)))
      playPages({ session, behaviour, right, luck, clock }, module, [page]);
    session.close();
  }
}

/** The whole course that has most modules, as SCORM 1.2. */
function packageToPlay({ packages }: Campus): string | undefined {
  const [first] = catalogue(packages)
    .entries.flatMap((entry) => entry.packages)
    .filter((file) => standardOf(file) === 'scorm12' && outlineOf(file))
    .sort((a, b) => outlineOf(b)!.modules.length - outlineOf(a)!.modules.length);
  return first?.info.name;
}
