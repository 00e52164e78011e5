import { vocabulary } from '../../src/blocks/authoring.ts';
import { PART } from '../../src/blocks/evidence/activity.ts';
import { compileCourse } from '../../src/content/compile.ts';
import { formatIssue } from '../../src/content/issue.ts';
import { publish, writeLock } from '../../src/content/lock.ts';
import type { CourseSources } from '../../src/content/sources.ts';
import type { Block, CourseOutline, ModuleContent } from '../../src/model/course.ts';
import { COMMITMENT_DAY_PART, COMMITMENT_PART } from '../../src/model/entry.ts';
import { sampleAnswer } from '../../src/player/sample-answers.ts';
import type { Attempt } from '../../src/runtime/attempt.ts';
import { guideCourse } from '../content/guide-course.ts';

export interface Guide {
  course: CourseOutline;
  content: ModuleContent;
}

/** The course of the author's guide, one page per kind of block, published. */
export const guide = async (): Promise<Guide> => published(await guideCourse());

/** Any course of one module, with the numbers of a first release. */
export function published(sources: CourseSources): Guide {
  const lock = writeLock(publish(compileCourse(sources, vocabulary).lock));
  const texts = new Map([...sources.texts, [`${sources.at.course}/course.lock.json`, lock]]);
  const { outline, modules, issues } = compileCourse({ ...sources, texts }, vocabulary);
  if (!outline) throw new Error(`The course does not compile: ${issues.map(formatIssue).join('\n')}`);
  return { course: outline, content: modules[0]! };
}

/** What a learner writes, by who may read it. */
export interface Texts {
  /** Never leaves the learner's own state: journals, evidence, answers that are not sent. `number`: of the text. */
  private: (number: number) => string;
  /** Shown to the training team, or sent with an answer as the page says. */
  shown: string;
  /** A day of a commitment, `2026-12-04`, private too. */
  day: string;
}

type Asking = Block & { certainty?: boolean };
type Texted = Block & { parts?: readonly { number: number }[]; sent?: boolean };

/** Opens every page and does all that it asks. Nothing is awaited: time goes by with `pass`. */
export async function walk(
  attempt: Attempt,
  { course, content }: Guide,
  { right = true, texts, pass }: { right?: boolean; texts?: Texts; pass: (seconds: number) => Promise<unknown> },
): Promise<void> {
  const [module] = course.modules;
  let written = 0;
  for (const { number, minutes } of module!.pages) {
    attempt.visit(module!.number, number);
    for (const block of content.pages[number]?.blocks ?? []) {
      await pass(minutes * 10);
      if (texts) written += write(attempt, module!.number, block, texts, written);
      if (block.quiz === undefined) answer(attempt, module!.number, block, right);
      if (block.type === 'quiz') {
        for (const question of attempt.questionsAsked(module!.number, block.number))
          answer(attempt, module!.number, question, right);
      }
    }
    await pass(15);
  }
}

function answer(attempt: Attempt, module: number, block: Block, right: boolean): void {
  const response = sampleAnswer(block, right);
  if (response === undefined) return;
  attempt.answer(module, block.number, response, (block as Asking).certainty ? 2 : 0, 12);
}

/** Says how many private texts it wrote. */
function write(attempt: Attempt, module: number, block: Texted, texts: Texts, before: number): number {
  if (block.type === 'evidence') {
    attempt.write(module, block.number, PART.kind, 'texte');
    attempt.write(module, block.number, PART.title, texts.private(before));
    attempt.write(module, block.number, PART.content, texts.private(before + 1));
    attempt.write(module, block.number, PART.criteria, '1');
    return 2;
  }
  const parts = block.parts ?? [];
  if (block.type === 'open-answer' && block.sent) {
    for (const { number } of parts) attempt.write(module, block.number, number, texts.shown);
    return 0;
  }
  for (const [rank, { number }] of parts.entries())
    attempt.write(module, block.number, number, texts.private(before + rank));
  if (block.type !== 'journal') return parts.length;
  attempt.write(module, block.number, COMMITMENT_PART, texts.private(before + parts.length));
  attempt.write(module, block.number, COMMITMENT_DAY_PART, texts.day);
  return parts.length + 1;
}

/** Journals of the course, whose entries a learner may show. */
export const journals = ({ content }: Guide): Block[] =>
  Object.values(content.pages).flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'journal'));
