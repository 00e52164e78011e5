import { plainText } from '../src/content/escape.ts';
import type { Block } from '../src/model/course.ts';
import { deflate } from '../src/runtime/deflate.ts';
import { emptyRecord, type LearnerRecord, type ModuleRecord } from '../src/runtime/record.ts';
import { encodeResume } from '../src/runtime/resume.ts';
import type { CompiledCourse } from './assemble.ts';

/** Characters of a typical journal: two entries of 1,200 in each part taken together. */
const TYPICAL_ENTRY = 1_200;

/** Answered, and not questions. */
const UNASKED: readonly string[] = ['positioning', 'cards', 'case'];
/** A journal, an open answer, an evidence: its text is the learner's own. */
export const isWrittenIn = (block: Block) => 'parts' in block;

/** Length of suspend data, in characters, for a learner who did everything. */
export interface Budget {
  withoutText: number;
  withJournal: number;
  /** Characters typed in that journal. */
  typed: number;
}

/** Measured on a record where all is done, with the course's own prose standing for the learner's. */
export function stateBudget(compiled: CompiledCourse): Budget {
  const prose = plainText(
    compiled.modules.flatMap(({ pages }) => Object.values(pages).map(({ html }) => html)).join(' '),
  ).repeat(4);
  let typed = 0;
  const record = (withText: boolean): LearnerRecord => {
    const slots: { module: number; block: number }[] = [];
    const modules: Record<number, ModuleRecord> = {};
    let at = Date.UTC(2026, 10, 22);
    for (const module of compiled.outline.modules) {
      const blocks = Object.values(compiled.modules.find((one) => one.module === module.number)?.pages ?? {}).flatMap(
        (page) => page.blocks,
      );
      const answered = blocks.filter((block) => 'stem' in block || UNASKED.includes(block.type));
      const texts = withText ? blocks.filter(isWrittenIn) : [];
      slots.push(...answered.map(({ number }) => ({ module: module.number, block: number })), {
        module: module.number,
        block: 0,
      });
      modules[module.number] = {
        seen: module.pages.map(({ number }) => number),
        seconds: module.minutes * 60,
        finishedOn: '2026-11-22',
        answers: Object.fromEntries(
          answered.map(({ number }, rank) => [
            number,
            {
              code: [1 << (rank % 4)],
              attempts: 1,
              certainty: rank % 4 === 0 ? 2 : 0,
              correct: rank % 5 !== 0,
              passed: false,
            },
          ]),
        ) as ModuleRecord['answers'],
        texts: Object.fromEntries(
          texts.map((block) => {
            const parts = (block as unknown as { parts: { number: number }[] }).parts;
            const size = Math.round(TYPICAL_ENTRY / parts.length);
            at += 60_000;
            return [
              block.number,
              {
                at,
                parts: Object.fromEntries(
                  parts.map(({ number }) => {
                    const text = prose.slice(typed % Math.max(1, prose.length - size)).slice(0, size);
                    typed += text.length;
                    return [number, text];
                  }),
                ),
              },
            ];
          }),
        ),
        others: {},
        versions: {},
        quizzes: module.finalQuiz === undefined ? {} : { [module.finalQuiz]: { tries: 2, first: 67, best: 86 } },
      };
    }
    return {
      ...emptyRecord,
      counter: 400,
      status: 'completed',
      score: 86,
      key: 'A'.repeat(22),
      slots,
      objectives: compiled.outline.competencies.map(({ number }) => number),
      location: { module: 1, page: 1, block: 1 },
      modules,
    };
  };
  return {
    withoutText: encodeResume(record(false), deflate).data.length,
    withJournal: encodeResume(record(true), deflate).data.length,
    typed,
  };
}
