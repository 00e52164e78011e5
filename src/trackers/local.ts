import type { Tracker } from './tracker.ts';

/** No platform: everything stays with the device copy, which the attempt keeps itself. */
export function local(): Tracker {
  return {
    name: 'local',
    visibility: 'device',
    launch: async () => ({ mode: 'normal', learner: { id: '', name: '' }, suspendData: '', status: '' }),
    save: async () => ({ committed: false, refused: [] }),
    readBack: () => undefined,
    hide: () => ({ committed: false, refused: [] }),
    leave: () => ({ committed: false, refused: [] }),
  };
}
