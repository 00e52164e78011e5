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
  /** `off`: the learner asked the platform for silence. Absent when nothing was asked. */
  audio?: 'on' | 'off';
  /** The platform waits for the learner at an address of its own: the tracker has `exit`. */
  returns?: boolean;
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
  /** What it tells: a question answered, a text shown to the training team or taken back, the end of a module. */
  about: 'question' | 'shared' | 'withdrawn' | 'module-end';
  /** It may have been told already, in this launch or in another one: the same fact, not a new one. */
  again?: true;
  /** `M1_Q07_lettre_mission_12`. */
  identifier: string;
  /** How the page names the block to the learner; absent when it has no name there. */
  name?: string;
  /** What it asks, as HTML of the compiler, where it has no name: a question of a quiz. */
  asks?: string;
  interaction: Interaction;
  result: Result;
  /** 0 to 1, as the question is corrected today; absent when nothing corrects it. */
  score?: number | undefined;
  /** 1 to 3, as the learner said; 0 or absent when the question does not ask. */
  certainty?: number;
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

/** A page was opened. */
export interface Visit {
  /** `m1/se-situer`. */
  address: string;
  at: Date;
}

/** How far a module is; one that was never opened is not told of. */
export interface ModuleReached {
  /** `m1`. */
  id: string;
  /** Share of its pages opened and of its tasks done, a whole number from 0 to 100; 100 once complete. */
  percent: number;
  complete: boolean;
  /** Best result of its final quiz, 0 to 100; absent before the first finished try, and without a quiz. */
  best?: number;
  /** Finished tries of its final quiz. */
  tries: number;
  /** Threshold of its final quiz, 0 to 1. */
  masteryScore: number;
  /** Active time spent in it, all launches. */
  seconds: number;
}

export interface Progress {
  status: 'incomplete' | 'completed' | 'passed';
  /** 0 to 100, a whole number that only rises; absent when the course has no quiz. */
  score?: number;
  objectives: readonly ObjectiveProgress[];
  modules: readonly ModuleReached[];
  /** Page address and block, `m1/se-situer/12`. */
  location: string;
  /** Active time of this session. */
  sessionSeconds: number;
}

/** All that is to be written at one moment. In review mode only `suspendData` is looked at. */
export interface Save {
  answers: readonly Answer[];
  /** Pages opened since the last save. */
  visits: readonly Visit[];
  progress: Progress;
  suspendData: string;
  /** Something was answered or written since the last save that the platform confirmed: not only pages were turned. */
  unkept: boolean;
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
  /** Nobody answered: no network, or a platform that is down. */
  unreached?: boolean;
  /**
   * Suspend data that another page wrote meanwhile, and that still stands: the two are to be put together and saved again.
   * Only where a platform can tell.
   */
  elsewhere?: string;
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
  /**
   * The page is hidden and may be killed: the same, sent in one synchronous turn; the answer may come later. Undefined
   * when it held nothing to lose: an ordinary save will tell the rest.
   */
  hide(save: Save): SaveResult | Promise<SaveResult | undefined>;
  /** The page goes away: saved and ended in one synchronous turn. Twice is harmless. */
  leave(save: Save): SaveResult | Promise<SaveResult | undefined>;
  /** Where the platform asks for it (`Launch.returns`): saved, ended, then the learner is taken back there. */
  exit?(save: Save): Promise<void>;
}

export class TrackerError extends Error {}

/** The platform closed this session for good, and nothing more may be told in it: the learner opens it again there. */
export class SessionOver extends TrackerError {
  constructor(
    /** Absent when the platform said none. */
    readonly returnUrl?: string,
  ) {
    super('This session is over');
  }
}
