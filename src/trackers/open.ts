import type { CourseOutline } from '../model/course.ts';
import type { Device } from '../storage/device.ts';
import { type LoggedCall, logged } from './call-log.ts';
import { findApi } from './find-api.ts';
import { local } from './local.ts';
import { type Scorm12Api, scorm12 } from './scorm12.ts';
import type { Tracker } from './tracker.ts';

/** The page that the LMS opened. */
export interface Around {
  window: Window & typeof globalThis;
  course: CourseOutline;
  device: Device;
  /** Grows as the LMS is spoken to. */
  calls: LoggedCall[];
}

/**
 * By the name a target writes in `<meta name="tracker">`; undefined when the LMS it needs is not there. Those that speak
 * to a record store come when they are asked for: the packages of the others do not hold them.
 */
const TRACKERS: Record<string, (around: Around) => Promise<Tracker | undefined>> = {
  scorm12: async ({ window, calls }) => {
    const api = findApi<Scorm12Api>('API', window);
    return api && scorm12(logged(api, calls));
  },
  cmi5: async (around) => (await import('./cmi5.ts')).cmi5(await placeOf(around)),
  xapi: async (around) => (await import('./xapi.ts')).xapi(await placeOf(around)),
  local: async () => local(),
};

const placeOf = async (around: Around) => (await import('./lrs-place.ts')).placeOf(around);

/** The tracker of this package. `found` is false when its LMS did not answer: the device then keeps everything. */
export async function openTracker(name: string, around: Around): Promise<{ tracker: Tracker; found: boolean }> {
  const open = TRACKERS[name];
  if (!open) throw new Error(`No tracker "${name}": is it listed in trackers/open.ts?`);
  const tracker = await open(around);
  return tracker ? { tracker, found: true } : { tracker: local(), found: false };
}
