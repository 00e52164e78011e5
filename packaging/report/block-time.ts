import type { Cards } from '../../src/blocks/cards/activity.ts';
import type { CaseStudy } from '../../src/blocks/case/activity.ts';
import type { Choice } from '../../src/blocks/choice/activity.ts';
import type { Cloze } from '../../src/blocks/cloze/activity.ts';
import type { Commitments } from '../../src/blocks/commitments/activity.ts';
import type { Evidence } from '../../src/blocks/evidence/activity.ts';
import type { Hotspot } from '../../src/blocks/hotspot/activity.ts';
import type { Journal } from '../../src/blocks/journal/activity.ts';
import type { Matching } from '../../src/blocks/matching/activity.ts';
import type { Numeric } from '../../src/blocks/numeric/activity.ts';
import type { OpenAnswer } from '../../src/blocks/open-answer/activity.ts';
import type { Quiz } from '../../src/blocks/quiz/activity.ts';
import type { RadarBlock } from '../../src/blocks/radar/activity.ts';
import type { Recall } from '../../src/blocks/recall/activity.ts';
import type { Scale } from '../../src/blocks/scale/activity.ts';
import type { Sequence } from '../../src/blocks/sequence/activity.ts';
import type { ShortAnswer } from '../../src/blocks/short-answer/activity.ts';
import type { Sorting } from '../../src/blocks/sorting/activity.ts';
import type { Summary } from '../../src/blocks/summary/activity.ts';
import type { TrueFalse } from '../../src/blocks/true-false/activity.ts';
import type { Block } from '../../src/model/course.ts';
import type { Positioning } from '../../src/model/positioning.ts';
import { meanWalk } from './case-walk.ts';
import { readingSeconds, TIMES, writingSeconds } from './times.ts';

/** Seconds of one learner, by what they do. */
export interface Seconds {
  read: number;
  answer: number;
  write: number;
  /** Videos and sounds. */
  watch: number;
  /** Documents to fill in, as long as their author says. */
  fillIn: number;
}

export const NO_TIME: Seconds = { read: 0, answer: 0, write: 0, watch: 0, fillIn: 0 };
export const total = ({ read, answer, write, watch, fillIn }: Seconds) => read + answer + write + watch + fillIn;
export const add = (a: Seconds, b: Seconds): Seconds => ({
  read: a.read + b.read,
  answer: a.answer + b.answer,
  write: a.write + b.write,
  watch: a.watch + b.watch,
  fillIn: a.fillIn + b.fillIn,
});
export const times = ({ read, answer, write, watch, fillIn }: Seconds, factor: number): Seconds => ({
  read: read * factor,
  answer: answer * factor,
  write: write * factor,
  watch: watch * factor,
  fillIn: fillIn * factor,
});

/** Every kind of block that a page may hold. */
type Played =
  | Cards
  | CaseStudy
  | Choice
  | Cloze
  | Commitments
  | Evidence
  | Hotspot
  | Journal
  | Matching
  | Numeric
  | OpenAnswer
  | Positioning
  | Quiz
  | RadarBlock
  | Recall
  | Scale
  | Sequence
  | ShortAnswer
  | Sorting
  | Summary
  | TrueFalse;

/** One try at a block; `words`: what its type says there is to read in it. Throws on a kind of block it does not know. */
export function blockTime(block: Block, words: number): Seconds {
  const played = block as Played;
  const certainty = 'certainty' in played && played.certainty ? TIMES.certainty.value : 0;
  if (played.type === 'case') {
    const walk = meanWalk(played);
    return { ...NO_TIME, read: readingSeconds(walk.words), answer: walk.decisions * TIMES.caseChoice.value };
  }
  return {
    ...NO_TIME,
    read: readingSeconds(words),
    answer: deciding(played) + certainty,
    write: writing(played),
  };
}

/** Seconds to think and to act, reading and writing aside. */
function deciding(block: Exclude<Played, CaseStudy>): number {
  switch (block.type) {
    case 'choice':
      return block.multiple ? block.options.length * TIMES.multipleOption.value : TIMES.single.value;
    case 'true-false':
      return block.statements.length * TIMES.statement.value;
    case 'matching':
      return block.lines.length * TIMES.matchingLine.value;
    case 'sorting':
      return block.items.length * TIMES.sortedItem.value;
    case 'sequence':
      return block.items.length * TIMES.orderedItem.value;
    case 'cloze':
      return block.gaps.length * TIMES.gap.value;
    case 'short-answer':
      return TIMES.shortAnswer.value;
    case 'numeric':
      return TIMES.calculation.value;
    case 'hotspot':
      return TIMES.zone.value;
    case 'open-answer':
      return TIMES.comparison.value;
    case 'scale':
      return block.items.length * TIMES.opinion.value;
    case 'cards':
      return block.cards.length * TIMES.card.value;
    case 'positioning':
      return block.items.length * TIMES.competency.value;
    case 'evidence':
      return TIMES.deposit.value;
    case 'recall':
      return block.count * TIMES.recalled.value;
    case 'radar':
    case 'summary':
      return TIMES.overview.value;
    case 'commitments':
      return TIMES.commitment.value;
    case 'journal':
      return block.commitment ? TIMES.commitment.value : 0;
    case 'quiz':
      return 0;
    default:
      throw new Error(`No time for block type "${(block as Block).type}": add it to packaging/report/block-time.ts`);
  }
}

/** Each part up to the lower end of its mark: what the author asks for at least. */
function writing(block: Exclude<Played, CaseStudy>): number {
  if (block.type !== 'journal' && block.type !== 'open-answer') return 0;
  return block.parts.length * writingSeconds(block.mark?.from ?? TIMES.writtenPart.value);
}
