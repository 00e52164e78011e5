import { MOST_DECIMALS, millionths, rounded } from '../../model/french-number.ts';
import type { Question } from '../../model/question.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

/** A wrong value that the author foresaw. */
export interface NumericError {
  value: number;
  feedback: string;
}

export interface Numeric extends Question {
  type: 'numeric';
  expected: number;
  /** How far from the expected value an answer is still right; 0 when it must be exact. */
  tolerance: number;
  /** The tolerance in words, « 5 % » or « 0,5 »; '' when there is none. A unit would have to agree with it. */
  margin: string;
  /** '' when there is none. */
  unit: string;
  /** What is said of the right value. */
  feedback: string;
  errors: readonly NumericError[];
}

/** At most 1e9 in magnitude, at most six decimals. */
export type NumericResponse = number;

const distance = (a: number, b: number) => Math.abs(millionths(a) - millionths(b));

const isRight = ({ expected, tolerance }: Numeric, response: number) =>
  distance(response, expected) <= millionths(tolerance);

/** The foreseen error that this wrong answer is: the nearest, within half the tolerance. */
export const errorOf = ({ errors, tolerance }: Numeric, response: number): NumericError | undefined =>
  errors
    .filter(({ value }) => distance(response, value) * 2 <= millionths(tolerance))
    .sort((a, b) => distance(response, a.value) - distance(response, b.value))[0];

/** All or nothing. A code is the count of decimals, then the digits, their sign in the last bit. */
export const numeric = {
  encode: (response) => {
    const digits = (decimals: number) => Math.round(response * 10 ** decimals);
    let decimals = 0;
    while (decimals < MOST_DECIMALS && digits(decimals) / 10 ** decimals !== response) decimals += 1;
    const whole = digits(decimals);
    return [decimals, whole < 0 ? -2 * whole - 1 : 2 * whole];
  },
  decode: ([decimals = 0, code = 0]) => (code % 2 === 1 ? -(code + 1) / 2 : code / 2) / 10 ** decimals,
  grade: (block, response) => {
    const correct = isRight(block, response);
    return { correct, score: correct ? 1 : 0 };
  },
  interaction: ({ expected, tolerance }, response) => ({
    type: 'numeric',
    response,
    correct: { expected, min: rounded(expected - tolerance), max: rounded(expected + tolerance) },
  }),
} satisfies ActivityType<Numeric, NumericResponse>;
