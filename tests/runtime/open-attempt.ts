import { activityTypes } from '../../src/blocks/activities.ts';
import type { CourseOutline, ModuleContent } from '../../src/model/course.ts';
import { ActiveTime } from '../../src/runtime/active-time.ts';
import { Attempt, type AttemptOptions } from '../../src/runtime/attempt.ts';
import { reading } from '../../src/runtime/reading.ts';
import { noDevice } from '../../src/storage/device.ts';
import { sealWith } from '../../src/storage/seal.ts';

/** An attempt as a page opens it, its module loaded; what a page draws by chance is always the same. */
export async function openAttempt(
  { course, content }: { course: CourseOutline; content: ModuleContent },
  options: Pick<AttemptOptions, 'tracker'> & Partial<AttemptOptions>,
): Promise<Attempt> {
  const attempt = await Attempt.open({
    course,
    lmsFound: true,
    device: noDevice,
    deviceKey: (learner) => `essai/${learner}`,
    loadSeal: async (key) => sealWith(key),
    loadReading: async () => reading,
    makeKey: () => 'AAECAwQFBgcICQoLDA0ODw',
    types: activityTypes,
    time: new ActiveTime(() => Date.now()),
    now: () => new Date(),
    online: () => true,
    random: () => 0.5,
    ...options,
  });
  attempt.load(content);
  return attempt;
}
