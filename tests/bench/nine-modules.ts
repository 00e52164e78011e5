import { vocabulary } from '../../src/blocks/authoring.ts';
import { compileCourse } from '../../src/content/compile.ts';
import { readCourse } from '../../src/content/sources.ts';
import type { Block } from '../../src/model/course.ts';
import { deflate } from '../../src/runtime/deflate.ts';
import {
  type AnswerRecord,
  type Certainty,
  emptyRecord,
  type ModuleRecord,
  type Slot,
} from '../../src/runtime/record.ts';
import { encodeResume } from '../../src/runtime/resume.ts';
import { activityTypes } from '../activity-types.ts';
import { answerTo } from '../answers.ts';
import { writeExamples } from '../fixtures/examples.ts';

/** Kinds whose answer is typed, letter by letter: free text, which the measure leaves out. */
const TYPED = ['short-answer', 'open-answer', 'recall', 'journal'];

/** The same numbers at each run; 0 to 1. */
function chance() {
  let seed = 20_261_122;
  return () => {
    seed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return ((seed ^ (seed >>> 13)) >>> 0) / 2 ** 32;
  };
}

/**
 * Length of the resume string, in characters, of a learner who did all of a nine-module course: in each, sixteen
 * questions of every closed kind in turn, eight of them in the final quiz, and two self-positionings. One answer in
 * four was wrong first; one question in three asked for certainty.
 */
export function nineModules(): number {
  const { modules } = compileCourse(readCourse(writeExamples(), 'exemples'), vocabulary);
  const examples = modules.flatMap(({ pages }) => Object.values(pages).flatMap(({ blocks }) => blocks));
  const questions = examples.filter(({ type, graded }) => graded && !TYPED.includes(type) && !isTyped(type, examples));
  const positioning = examples.find(({ type }) => type === 'positioning')!;
  const random = chance();
  const record: Record<number, ModuleRecord> = {};
  const slots: Slot[] = [];
  for (let module = 1; module <= 9; module += 1) {
    const blocks = Array.from({ length: 16 }, (_, rank) => questions[(rank + module) % questions.length]!);
    const answers: Record<number, AnswerRecord> = {};
    [positioning, ...blocks, positioning].forEach((block, rank) => {
      const number = rank + 1;
      answers[number] = answered(block, random);
      slots.push({ module, block: number });
      if (answers[number]!.first) slots.push({ module, block: number });
    });
    slots.push({ module, block: 0 });
    record[module] = {
      seen: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      seconds: 7_000 + Math.floor(random() * 4_000),
      finishedOn: '2026-11-22',
      answers,
      texts: {},
      others: {},
      quizzes: { 20: { tries: 2, first: 69, best: 88 } },
    };
  }
  return encodeResume(
    {
      ...emptyRecord,
      counter: 900,
      status: 'completed',
      score: 88,
      key: 'AAECAwQFBgcICQoLDA0ODw',
      location: { module: 9, page: 9, block: 12 },
      slots,
      objectives: Array.from({ length: 27 }, (_, rank) => rank + 1),
      modules: record,
    },
    deflate,
  ).data.length;
}

/** A gap may be a list: only those that are typed are left out. */
const isTyped = (type: string, blocks: readonly Block[]) =>
  type === 'cloze' && !JSON.stringify(blocks.filter((block) => block.type === type)).includes('"options"');

function answered(block: Block, random: () => number): AnswerRecord {
  const type = activityTypes.get(block.type)!;
  const code = (well: boolean) => type.encode(answerTo(block, well));
  const graded = type.grade !== undefined;
  const certainty = (graded && random() < 1 / 3 ? 1 + Math.floor(random() * 3) : 0) as Certainty;
  const again = graded && random() < 1 / 4;
  return {
    code: code(true),
    attempts: again ? 2 : 1,
    certainty,
    correct: graded,
    passed: false,
    ...(again && { first: { code: code(false), correct: false, certainty } }),
  };
}
