import type { TextPlace } from './text-place.ts';

/** What is true of the learner's work at this moment; the player turns it into the words of the design. */
export type SavingState =
  /** Nothing changed since the launch. */
  | { kind: 'idle' }
  /** Typed, not yet anywhere but on screen. */
  | { kind: 'editing' }
  | { kind: 'saving' }
  /** The platform said yes. */
  | { kind: 'saved'; at: Date }
  /** Kept by this browser, not (yet) by the platform. */
  | { kind: 'device'; at: Date }
  /** Nowhere but on screen. */
  | { kind: 'unsaved' };

/** What the learner must be told besides. */
export interface Troubles {
  /** No platform answered: the device alone keeps. */
  noLms?: boolean;
  /** There is no network, or the platform cannot be reached. */
  offline?: boolean;
  /** The platform said no to the commit, or to a value. */
  refused?: boolean;
  /** After one of the two: a changed value came back. How many pieces of work were sent again. */
  restored?: number;
  /** Texts too long for the platform: kept on the device only. */
  leftOut?: readonly TextPlace[];
  /** Whole percent of what the platform can keep, from 80. */
  nearlyFull?: number;
  /** The browser refuses to keep anything. */
  noDevice?: boolean;
  /** Texts found on the device that the platform did not have. */
  recovered?: readonly TextPlace[];
  /** Texts changed here and elsewhere. */
  conflicts?: readonly TextPlace[];
  /** What the platform gave back could not be read. */
  unreadable?: boolean;
  /** The course is open in another tab, which alone writes. */
  otherTab?: boolean;
  /** A copy on this device that the platform's key does not open: kept as it is. */
  locked?: boolean;
}

/** `troubles` without some of them. */
export function without(troubles: Troubles, ...names: (keyof Troubles)[]): Troubles {
  return Object.fromEntries(Object.entries(troubles).filter(([name]) => !names.includes(name as keyof Troubles)));
}
