import type { Kind } from './elements.ts';
import type { Delivery, Fault } from './fault.ts';

export type ProfileName = 'strict' | 'moodle';
export type LaunchMode = 'normal' | 'review' | 'browse';
/** A value as the LMS's page holds it: Moodle turns scores into numbers. */
export type Held = string | number;
export type Fields = Readonly<Record<string, Held>>;

/** Where one LMS differs from another. */
export interface Profile {
  readonly name: ProfileName;
  /** `type`: that of the interaction a response belongs to; absent when it was not written yet. */
  accepts(kind: Kind, value: string, type?: string): boolean;
  /** What the page holds of an accepted value. */
  hold(kind: Kind, value: string, before: Held | undefined): Held;
  /** What LMSGetValue gives of a held value; `undefined` when nothing was written there. */
  give(name: string, value: Held | undefined): unknown;
  /** From « Prénom Nom ». */
  studentName(name: string): string;
  /** At first, `cmi.student_preference.audio`, `speed` and `text`. */
  readonly preference: string;
  lessonMode(asked: LaunchMode, storedStatus: string): LaunchMode;
  /** The status given at LMSFinish to a SCO that never set one. */
  finishStatus(mode: LaunchMode): string;
  addTime(total: string, session: string): string;
  /** What reaches the store of a value that was sent. */
  receive(value: Held): string;
  /** `unloading`: the page is going away. */
  deliver(fault: Fault, fields: Fields, unloading: boolean): Delivery;
  /** An index beyond the last one reads as an empty value, without an error. */
  readonly readsBeyond: boolean;
  /** Commits only what differs from what it believes sent, and believes it before the answer comes. */
  readonly sendsChangesOnly: boolean;
  /** LMSFinish closes whatever the answer; LMSInitialize opens again, on the data as last sent. */
  readonly reopens: boolean;
}
