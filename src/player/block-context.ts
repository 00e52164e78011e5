import {
  type Block,
  type CourseOutline,
  type ModuleContent,
  type ModuleOutline,
  pageAddress,
} from '../model/course.ts';
import { localDay } from '../model/day.ts';
import type { ActivityTypes } from '../runtime/activity-type.ts';
import type { Attempt } from '../runtime/attempt.ts';
import { moduleOf } from '../runtime/record.ts';
import type { BlockContext } from '../ui/block-element.ts';

export interface Giving {
  course: CourseOutline;
  attempt: Attempt;
  types: ActivityTypes;
  module: ModuleOutline;
  /** Blocks of the page on screen. */
  blocks: readonly Block[];
  open(module: number): Promise<ModuleContent>;
}

/** What each block of a page is lent; undefined for a question that the present try of its quiz does not ask. */
export function blockContexts(giving: Giving): (block: Block) => BlockContext | undefined {
  const { course, attempt, types, module, blocks, open } = giving;
  const base: Omit<BlockContext, 'questions' | 'rank' | 'once'> = {
    module: moduleOf(attempt.record, module.number),
    progress: attempt.progress.modules.get(module.number)!,
    saving: attempt.saving,
    mode: attempt.mode,
    readOnly: attempt.troubles.otherTab === true,
    conflict: (block) => attempt.conflictOf({ module: module.number, block }),
    visibility: attempt.options.tracker.visibility,
    response: (block) => attempt.responseTo(module.number, block),
    threshold: Math.round(module.masteryScore * 100),
    competencies: course.competencies
      .filter(({ number }) => module.competencies.includes(number))
      .map(({ id, title }) => ({ code: id, title })),
    pages: module.pages.map((page) => ({ number: page.number, title: page.title, href: pageAddress(module, page) })),
    course: {
      outline: course,
      module: module.number,
      record: attempt.record,
      today: localDay(attempt.options.now()),
      learner: attempt.learner.name,
      open,
      type: ({ type }) => types.get(type),
    },
  };
  return (block) => {
    const asked = block.quiz === undefined ? blocks : attempt.questionsAsked(module.number, block.quiz);
    if (block.quiz !== undefined && !asked.includes(block)) return undefined;
    const peers = asked.filter((one) => isQuestion(one) && one.quiz === block.quiz);
    const rank = peers.indexOf(block) + 1;
    return {
      ...base,
      once: block.quiz !== undefined,
      questions: attempt.questionsAsked(module.number, block.number),
      ...(rank > 0 && peers.length > 1 && { rank: { rank, total: peers.length } }),
    };
  };
}

/** Counted in « Question 2 sur 5 ». */
const isQuestion = (block: Block) => 'stem' in block;
