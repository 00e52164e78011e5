import { findApi } from './find-api.ts';
import { local } from './local.ts';
import { type Scorm12Api, scorm12 } from './scorm12.ts';
import type { Tracker } from './tracker.ts';

/** By the name a target writes in `<meta name="tracker">`; undefined when the LMS it needs is not there. */
const TRACKERS: Record<string, (window: Window) => Tracker | undefined> = {
  scorm12: (window) => {
    const api = findApi<Scorm12Api>('API', window);
    return api && scorm12(api);
  },
  local: () => local(),
};

/** The tracker of this package. `found` is false when its LMS did not answer: the device then keeps everything. */
export function openTracker(name: string, window: Window): { tracker: Tracker; found: boolean } {
  const open = TRACKERS[name];
  if (!open) throw new Error(`No tracker "${name}": is it listed in trackers/open.ts?`);
  const tracker = open(window);
  return tracker ? { tracker, found: true } : { tracker: local(), found: false };
}
