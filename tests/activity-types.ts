import { cards } from '../src/blocks/cards/activity.ts';
import { caseStudy } from '../src/blocks/case/activity.ts';
import { choice } from '../src/blocks/choice/activity.ts';
import { cloze } from '../src/blocks/cloze/activity.ts';
import { hotspot } from '../src/blocks/hotspot/activity.ts';
import { matching } from '../src/blocks/matching/activity.ts';
import { numeric } from '../src/blocks/numeric/activity.ts';
import { openAnswer } from '../src/blocks/open-answer/activity.ts';
import { positioning } from '../src/blocks/positioning/activity.ts';
import { recall } from '../src/blocks/recall/activity.ts';
import { scale } from '../src/blocks/scale/activity.ts';
import { sequence } from '../src/blocks/sequence/activity.ts';
import { shortAnswer } from '../src/blocks/short-answer/activity.ts';
import { sorting } from '../src/blocks/sorting/activity.ts';
import { trueFalse } from '../src/blocks/true-false/activity.ts';
import type { ActivityType, ActivityTypes } from '../src/runtime/activity-type.ts';

/** Every kind of answer, without the elements that draw them: what tests without a browser load. */
export const activityTypes: ActivityTypes = new Map<string, ActivityType>(
  Object.entries({
    cards,
    case: caseStudy,
    choice,
    cloze,
    hotspot,
    matching,
    numeric,
    'open-answer': openAnswer,
    positioning,
    recall,
    scale,
    sequence,
    'short-answer': shortAnswer,
    sorting,
    'true-false': trueFalse,
  }),
);
