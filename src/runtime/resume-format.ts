import type { CourseStatus } from './record.ts';

/**
 * The resume string, ASCII, version 1: `1.PROGRESS.SUM` then one `.MODULE-BLOCK-TIME-TEXT` per text, latest first.
 * Progress stands alone and first: a string cut by an LMS loses texts from the oldest, never progress. Everything is
 * named by lock numbers, so an answer to a block that is gone is kept, not misread.
 * docs/decisions/0001-resume-string.md
 */
export const VERSION = '1';
/** Before the segment of a version that a conflict set aside, and of an earlier one; never a digit of base 36. */
export const OTHER = '_';
export const VERSION_MARK = '__';
export const MARKS = { texts: '', others: OTHER, versions: VERSION_MARK } as const;
export type Kept = keyof typeof MARKS;
export const STATUSES: readonly CourseStatus[] = ['incomplete', 'completed', 'passed'];
export const EPOCH = Date.UTC(2020, 0, 1);
export const DAY = 86_400_000;

/** In the place of a part's number: when a version was shared. */
export const SHARED = -1;

/** Low two bits of a header: how many numbers the answer takes, or that it is a quiz result. */
export const ONE = 0;
export const MANY = 1;
export const QUIZ = 2;
export const NONE = 3;

/** Beside QUIZ: the questions of the present try follow. */
export const DRAWN = 4;

/** Added to the count of a code that a new try has cleared. */
export const CLEARED = 64;
/** A count from here on is that of a longer code, doubled, its last bit for « cleared ». */
export const LONG = 128;
