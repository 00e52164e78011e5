import { beginning } from '../model/beginning.ts';
import type { Block, CourseOutline, ModuleContent } from '../model/course.ts';
import { COMMITMENT_DAY_PART, COMMITMENT_PART, FEEDBACK_PART, isSealed, META_PART } from '../model/entry.ts';
import { type AnswerRecord, type LearnerRecord, moduleOf, type TextRecord } from '../runtime/record.ts';
import type { TextPlace } from '../runtime/text-place.ts';
import { type OnDemandKey, say } from '../ui/messages-on-demand.ts';
import { plainTextOf } from '../ui/plain-text.ts';
import { textBlockOf } from './text-block.ts';

/** What the record holds of one module, with the titles a learner knows. */
export interface KeptModule {
  number: number;
  title: string;
  /** False when its pages could not be read: its texts have no titles then, and none is known to be retired. */
  read: boolean;
  pages: { opened: number; total: number };
  /** Active seconds. */
  seconds: number;
  finishedOn?: string | undefined;
  answers: readonly KeptAnswer[];
  quizzes: readonly { tries: number; first: number; best: number }[];
  texts: readonly KeptText[];
  /** Written in a block that a later release retired. */
  retired: readonly KeptText[];
  /** Set aside by a conflict. */
  others: readonly KeptText[];
  /** Earlier states of a text, those shared among them. */
  versions: readonly KeptText[];
}

export interface KeptAnswer {
  label: string;
  answer: AnswerRecord;
  /** False for a self-positioning: neither right nor wrong. */
  graded: boolean;
}

export interface KeptText {
  place: TextPlace;
  title: string;
  text: TextRecord;
  /** Those that hold something, in order. */
  parts: readonly { label: string; text: string }[];
}

/** Every module the record knows, those of the course first; `contents` lacks those whose pages could not be read. */
export function keptData(
  course: CourseOutline,
  record: LearnerRecord,
  contents: ReadonlyMap<number, ModuleContent>,
): KeptModule[] {
  const known = course.modules.map(({ number }) => number);
  const gone = Object.keys(record.modules)
    .map(Number)
    .filter((number) => !known.includes(number));
  return [...known.filter((number) => record.modules[number]), ...gone].map((number) =>
    keptModule(course, record, number, contents.get(number)),
  );
}

function keptModule(
  course: CourseOutline,
  record: LearnerRecord,
  number: number,
  content: ModuleContent | undefined,
): KeptModule {
  const outline = course.modules.find((one) => one.number === number);
  const { seen, seconds, finishedOn, answers, quizzes, texts, others, versions } = moduleOf(record, number);
  const blocks = Object.values(content?.pages ?? {}).flatMap((page) => page.blocks);
  const read = content !== undefined || outline === undefined;
  const written = keptTexts(number, texts, content);
  const retired = written.filter(({ place }) => read && !blocks.some((block) => block.number === place.block));
  return {
    number,
    title: outline?.title ?? say('data.gone', { number }),
    read,
    pages: {
      opened: outline?.pages.filter((page) => seen.includes(page.number)).length ?? seen.length,
      total: outline?.pages.length ?? seen.length,
    },
    seconds,
    finishedOn,
    answers: Object.entries(answers).map(([key, answer]) => {
      const block = blocks.find((one) => one.number === Number(key));
      const task = outline?.tasks.find((one) => one.block === Number(key));
      const graded = !task?.rating && (block === undefined || block.graded === true);
      const nameless = say(read && !block ? 'data.questionGone' : 'data.question', { number: key });
      return { label: task?.label ?? (titleOf(block) || nameless), answer, graded };
    }),
    quizzes: Object.values(quizzes).filter(({ tries }) => tries > 0),
    texts: written.filter((text) => !retired.includes(text)),
    retired,
    others: keptTexts(number, others, content),
    versions: keptTexts(number, versions, content),
  };
}

function keptTexts(
  module: number,
  texts: Readonly<Record<number, TextRecord | readonly TextRecord[]>>,
  content: ModuleContent | undefined,
): KeptText[] {
  return Object.entries(texts)
    .flatMap(([key, held]) => [held].flat().map((text) => [key, text] as const))
    .map(([key, text]) => {
      const journal = textBlockOf(content, Number(key));
      return {
        place: { module, block: Number(key) },
        title: journal?.title ?? say('text.one', { number: key }),
        text,
        parts: Object.entries(text.parts)
          .filter(([part, words]) => words.trim() !== '' && Number(part) !== META_PART)
          .map(([part, words]) => ({
            label: journal?.parts.find(({ number }) => number === Number(part))?.label ?? partName(Number(part)),
            text: isSealed(words) ? say('text.sealed') : words,
          })),
      };
    })
    .filter(({ parts }) => parts.length > 0);
}

const NAMED_PARTS: Readonly<Record<number, OnDemandKey>> = {
  [COMMITMENT_PART]: 'text.commitment',
  [COMMITMENT_DAY_PART]: 'text.commitmentDay',
  [FEEDBACK_PART]: 'text.feedback',
};
const partName = (part: number) => (NAMED_PARTS[part] ? say(NAMED_PARTS[part]) : say('text.part', { number: part }));

/** A question of a quiz is no task of its own: its first words name it. */
function titleOf(block: Block | undefined): string {
  const { title, stem } = (block ?? {}) as { title?: string; stem?: string };
  const words = plainTextOf(title ?? stem ?? '');
  return beginning(words, LABEL);
}

const LABEL = 90;
