import type { Interaction, Result } from '../model/interaction.ts';

/** What an LMS said when the attempt was opened. */
export interface Launch {
  /** `browse`: nothing is written. `review`: only the learner's own text, in suspend data. */
  mode: 'normal' | 'browse' | 'review';
  learner: { id: string; name: string };
  /** As stored at the last save; empty at first. */
  suspendData: string;
  /** As the LMS gave it; `''` when unknown. */
  status: string;
  /** As the LMS gave it, 0 to 100; absent when it holds none. */
  score?: number;
  /** How many interactions the LMS holds; absent when it does not say. Some forget them at each launch. */
  interactions?: number;
}

/** A value the LMS would not take; `code` is the standard's own (405: wrong type or too long). */
export interface Refusal {
  element: string;
  value: string;
  code: number;
}

/** One interaction as it must stand in the LMS; `index` comes from the record and never skips. */
export interface Answer {
  index: number;
  /** `M1_Q07_lettre_mission_12`. */
  identifier: string;
  interaction: Interaction;
  result: Result;
  /** Competency codes. */
  objectives: readonly string[];
  /** Active seconds since the block was shown; absent when it means nothing. */
  latency?: number;
  at: Date;
}

export interface ObjectiveProgress {
  index: number;
  id: string;
  status: 'incomplete' | 'completed' | 'passed';
  /** 0 to 100, a whole number. */
  score: number;
}

export interface Progress {
  status: 'incomplete' | 'completed' | 'passed';
  /** 0 to 100, a whole number that only rises; absent when the course has no quiz. */
  score?: number;
  objectives: readonly ObjectiveProgress[];
  /** Page address and block, `m1/se-situer/12`. */
  location: string;
  /** Active time of this session. */
  sessionSeconds: number;
}

/** All that is to be written at one moment. In review mode only `suspendData` is looked at. */
export interface Save {
  answers: readonly Answer[];
  progress: Progress;
  suspendData: string;
  /**
   * The last save may not have arrived, whatever the LMS said: what it held is written again by changing it, because
   * Moodle marks a value as sent before the server answers and never sends the same one twice.
   */
  again?: boolean;
}

export interface SaveResult {
  /** The LMS said yes to the commit. It may be wrong: only a later launch proves it. */
  committed: boolean;
  /** Empty when every value was taken. */
  refused: readonly Refusal[];
}

/**
 * One standard. A save is one bundle, so that what is written at one moment shares one commit; nothing here throws on a
 * refusal, which is data for the player to show.
 */
export interface Tracker {
  readonly name: string;
  /** Where a saved text can be read, for the honest line of a journal. */
  readonly visibility: 'lms' | 'lrs' | 'device';
  /** Opens the attempt. Rejects with `TrackerError` when no LMS answers. `readOnly`: another page writes already. */
  launch(options?: { readOnly?: boolean }): Promise<Launch>;
  save(save: Save): Promise<SaveResult>;
  /** The suspend data the LMS gives back now; undefined when it cannot be asked. */
  readBack(): string | undefined;
  /** The page is hidden and may be killed: the same, in one synchronous turn. */
  hide(save: Save): SaveResult;
  /** The page goes away: saved and ended in one synchronous turn. Twice is harmless. */
  leave(save: Save): SaveResult;
}

export class TrackerError extends Error {}
