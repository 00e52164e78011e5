import type { BlockType, StaticType } from '../content/block-type.ts';
import { calloutType } from './callout/authoring.ts';
import { choiceType } from './choice/authoring.ts';
import { journalType } from './journal/authoring.ts';
import { matchingType } from './matching/authoring.ts';
import { objectivesType } from './objectives/authoring.ts';
import { positioningType } from './positioning/authoring.ts';
import { quizType } from './quiz/authoring.ts';
import { summaryType } from './summary/authoring.ts';

/** What an author may write: one line per kind of block. */
export const vocabulary = {
  blocks: [
    choiceType,
    matchingType,
    journalType,
    positioningType,
    quizType,
    summaryType,
  ] as unknown as readonly BlockType[],
  statics: [calloutType, objectivesType] as readonly StaticType[],
};
