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

/** What the learner must be told besides; at most one of each. */
export interface Troubles {
  /** No platform answered: the device alone keeps. */
  noLms?: boolean;
  /** The browser says there is no network. */
  offline?: boolean;
  /** The platform said no to the commit, or to a value. */
  refused?: boolean;
  /** Texts too long for the platform: kept on the device only. Labels of their blocks. */
  leftOut?: readonly { module: number; block: number }[];
  /** The browser refuses to keep anything. */
  noDevice?: boolean;
  /** Texts found on the device that the platform did not have. */
  recovered?: readonly { module: number; block: number }[];
  /** What the platform gave back could not be read. */
  unreadable?: boolean;
}
