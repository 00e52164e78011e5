import type { ProfileName } from '../../src/preview/lms/profile.ts';
import { StandIn, type StandInOptions } from '../../src/preview/lms/stand-in.ts';

/** A stand-in whose SCO has just called LMSInitialize, and that SCO's usual gestures. */
export function openAttempt(profile: ProfileName, options: Partial<StandInOptions> = {}) {
  const lms = new StandIn({ profile, learner: { id: 'claire.vasseur', name: 'Claire Vasseur' }, ...options });
  return { ...gestures(lms), initialized: lms.api.LMSInitialize('') };
}

/** The same learner comes back, in another page. */
export function reopen({ lms }: { lms: StandIn }, overrides: Partial<StandInOptions> = {}) {
  const next = lms.relaunch(overrides);
  return { ...gestures(next), initialized: next.api.LMSInitialize('') };
}

function gestures(lms: StandIn) {
  const { api } = lms;
  const answered = (answer: unknown) => `${answer} ${api.LMSGetLastError()}`;
  return {
    lms,
    api,
    /** `true 0`, or `false` and the code. */
    set: (element: string, value: unknown) => answered(api.LMSSetValue(element, value)),
    get: (element: string) => api.LMSGetValue(element),
    /** The value and the code. */
    read: (element: string) => answered(api.LMSGetValue(element)),
    commit: () => answered(api.LMSCommit('')),
    finish: () => answered(api.LMSFinish('')),
    initialize: () => answered(api.LMSInitialize('')),
  };
}
