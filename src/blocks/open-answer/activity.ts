import { bitsOf, fromBits } from '../../model/code.ts';
import type { Question } from '../../model/question.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

/** Something that a good answer says. */
export interface AnswerPoint {
  /** Lock number. */
  number: number;
  html: string;
}

export interface OpenAnswer extends Question {
  type: 'open-answer';
  /** First words of the stem: how the lists of a learner's texts name it. */
  title: string;
  /** The one part of its text, as those lists name it. */
  parts: readonly { number: number; label: string }[];
  /** Static HTML of a possible answer. */
  model: string;
  /** Empty when the learner compares as a whole. */
  points: readonly AnswerPoint[];
  /** The text is sent with the answers; otherwise only the comparison is. */
  sent: boolean;
  /** Words, a mark and never a gate. */
  mark?: { from: number; to: number };
}

/** How the learner judges their own text; the text itself goes through `write`, as a journal's does. */
export interface OpenAnswerResponse {
  /** Lock numbers of the points it holds. */
  points: readonly number[];
  /** Without points: 1 not yet, 2 in part, 3 it says the essential. 0 with points. */
  level: number;
}

export const openAnswer = {
  encode: ({ points, level }) => [level, bitsOf(points)],
  decode: ([level = 0, bits = 0], block) => ({
    points: fromBits(
      bits,
      block.points.map(({ number }) => number),
    ),
    level: Math.min(level, 3),
  }),
  interaction: ({ sent, points }, response, text) =>
    sent
      ? { type: 'long-fill-in', response: text }
      : points.length > 0
        ? { type: 'choice', response: [...response.points].sort((a, b) => a - b), correct: [] }
        : { type: 'likert', response: response.level },
} satisfies ActivityType<OpenAnswer, OpenAnswerResponse>;
