/** What goes wrong between the page and the LMS. The learner can still write; only saving is touched. */
export const FAULTS = [
  'none',
  'offline',
  'http-500',
  'maintenance',
  'expired', // stays until the attempt is opened again
  'refuse-all-commits', // every commit answers false, 101; values are accepted
  'pretend', // says yes, stores nothing
  'slow', // a commit freezes the page, as a synchronous request does
] as const;
export type Fault = (typeof FAULTS)[number];

/** What became of one commit. */
export interface Delivery {
  /** What the SCO is told. */
  answer: boolean;
  /** What is true. */
  stored: boolean;
}

export const STORED: Delivery = { answer: true, stored: true };
export const REFUSED: Delivery = { answer: false, stored: false };
/** The SCO is told yes, and the data is gone. */
export const LOST: Delivery = { answer: true, stored: false };
