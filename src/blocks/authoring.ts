import type { BlockType, StaticType } from '../content/block-type.ts';
import { audioType } from './audio/authoring.ts';
import { calloutType } from './callout/authoring.ts';
import { cardsType } from './cards/authoring.ts';
import { caseType } from './case/authoring.ts';
import { choiceType } from './choice/authoring.ts';
import { clozeType } from './cloze/authoring.ts';
import { commitmentsType } from './commitments/authoring.ts';
import { downloadType } from './download/authoring.ts';
import { evidenceType } from './evidence/authoring.ts';
import { figureType } from './figure/authoring.ts';
import { glossaryType } from './glossary/authoring.ts';
import { hotspotType } from './hotspot/authoring.ts';
import { journalType } from './journal/authoring.ts';
import { matchingType } from './matching/authoring.ts';
import { numericType } from './numeric/authoring.ts';
import { objectivesType } from './objectives/authoring.ts';
import { openAnswerType } from './open-answer/authoring.ts';
import { positioningType } from './positioning/authoring.ts';
import { quizType } from './quiz/authoring.ts';
import { radarType } from './radar/authoring.ts';
import { recallType } from './recall/authoring.ts';
import { resourceType } from './resource/authoring.ts';
import { scaleType } from './scale/authoring.ts';
import { sequenceType } from './sequence/authoring.ts';
import { shortAnswerType } from './short-answer/authoring.ts';
import { sortingType } from './sorting/authoring.ts';
import { summaryType } from './summary/authoring.ts';
import { trueFalseType } from './true-false/authoring.ts';
import { videoType } from './video/authoring.ts';

/** What an author may write: one line per kind of block. */
export const vocabulary = {
  blocks: [
    choiceType,
    matchingType,
    clozeType,
    shortAnswerType,
    numericType,
    hotspotType,
    openAnswerType,
    cardsType,
    caseType,
    trueFalseType,
    sortingType,
    sequenceType,
    scaleType,
    journalType,
    commitmentsType,
    positioningType,
    quizType,
    radarType,
    evidenceType,
    recallType,
    summaryType,
  ] as unknown as readonly BlockType[],
  statics: [
    calloutType,
    objectivesType,
    figureType,
    videoType,
    audioType,
    downloadType,
    resourceType,
    glossaryType,
  ] as readonly StaticType[],
};
