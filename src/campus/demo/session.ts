import { activityTypes } from '../../blocks/activities.ts';
import type { ModuleContent } from '../../model/course.ts';
import { ActiveTime } from '../../runtime/active-time.ts';
import { Attempt } from '../../runtime/attempt.ts';
import { toBase64url } from '../../runtime/bytes.ts';
import { reading } from '../../runtime/reading.ts';
import { noDevice } from '../../storage/device.ts';
import { sealWith } from '../../storage/seal.ts';
import { type Scorm12Api, scorm12 } from '../../trackers/scorm12.ts';
import type { Campus } from '../campus.ts';
import { courseApi } from '../client/course-api.ts';
import { contentsOf, openPackage, outlineOf } from '../packages/course-package.ts';
import { receiveCommit } from '../scorm/commit.ts';
import { beginLaunch } from '../scorm/launch.ts';
import type { Chance } from './chance.ts';
import type { Clock } from './clock.ts';

/** One opening of a course by one learner: the course's own runtime, on the campus's own SCORM. */
export interface Session {
  attempt: Attempt;
  contents: readonly ModuleContent[];
  /** Time goes by while the learner is at work. */
  work(seconds: number): void;
  /** The learner looks elsewhere: what was done so far is saved, as when a tab is hidden. */
  pause(): void;
  /** The page is closed. */
  close(): void;
}

/** No one leaves a page untouched longer than this, in seconds: the runtime would stop counting. */
const BETWEEN_GESTURES = 60;

/** Opens a package as a browser does. Throws when there is no such package or learner. */
export async function openSession(
  campus: Campus,
  { package: name, learner, clock, luck }: { package: string; learner: string; clock: Clock; luck: Chance },
): Promise<Session> {
  const file = openPackage(campus.packages, name);
  const course = file && outlineOf(file);
  const launch = beginLaunch(campus, name, learner);
  if (!course || !launch) throw new Error(`"${name}" cannot be followed by "${learner}": was it packaged?`);
  const api = await courseApi(launch, (elements, ended) => {
    const received = receiveCommit(campus, launch.attempt, { ...launch, elements, ended });
    if (received !== 'kept') throw new Error(`The campus answered "${received}" to a commit of "${learner}"`);
    return true;
  });
  if (!('API' in api)) throw new Error(`"${name}" is not SCORM 1.2: the demonstration plays nothing else`);
  const time = new ActiveTime(() => clock.now().getTime());
  const attempt = await Attempt.open({
    course,
    tracker: scorm12(api.API as unknown as Scorm12Api),
    lmsFound: true,
    device: noDevice,
    deviceKey: (id) => id,
    loadSeal: async (key) => sealWith(key),
    loadReading: async () => reading,
    makeKey: () => toBase64url(luck.bytes(16)),
    types: activityTypes,
    time,
    now: clock.now,
    online: () => true,
    random: luck.next,
  });
  const contents = contentsOf(file);
  for (const content of contents) attempt.load(content);
  return {
    attempt,
    contents,
    work(seconds) {
      for (let left = seconds; left > 0; left -= BETWEEN_GESTURES) {
        clock.pass(Math.min(left, BETWEEN_GESTURES));
        time.action();
      }
    },
    pause: () => attempt.hide(),
    close: () => attempt.leave(),
  };
}
