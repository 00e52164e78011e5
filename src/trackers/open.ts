import { type LoggedCall, logged } from './call-log.ts';
import { findApi } from './find-api.ts';
import { local } from './local.ts';
import { type Scorm12Api, scorm12 } from './scorm12.ts';
import type { Tracker } from './tracker.ts';

/** By the name a target writes in `<meta name="tracker">`; undefined when the LMS it needs is not there. */
const TRACKERS: Record<string, (window: Window, calls: LoggedCall[]) => Tracker | undefined> = {
  scorm12: (window, calls) => {
    const api = findApi<Scorm12Api>('API', window);
    return api && scorm12(logged(api, calls));
  },
  local: () => local(),
};

/**
 * The tracker of this package. `found` is false when its LMS did not answer: the device then keeps everything. `calls`
 * grows as the LMS is spoken to.
 */
export function openTracker(
  name: string,
  window: Window,
): { tracker: Tracker; found: boolean; calls: readonly LoggedCall[] } {
  const open = TRACKERS[name];
  if (!open) throw new Error(`No tracker "${name}": is it listed in trackers/open.ts?`);
  const calls: LoggedCall[] = [];
  const tracker = open(window, calls);
  return tracker ? { tracker, found: true, calls } : { tracker: local(), found: false, calls };
}
