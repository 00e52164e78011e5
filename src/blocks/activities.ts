import type { ActivityType, ActivityTypes } from '../runtime/activity-type.ts';
import { cards } from './cards/activity.ts';
import { caseStudy } from './case/activity.ts';
import { choice } from './choice/activity.ts';
import { cloze } from './cloze/activity.ts';
import { hotspot } from './hotspot/activity.ts';
import { matching } from './matching/activity.ts';
import { numeric } from './numeric/activity.ts';
import { openAnswer } from './open-answer/activity.ts';
import { positioning } from './positioning/activity.ts';
import { recall } from './recall/activity.ts';
import { scale } from './scale/activity.ts';
import { sequence } from './sequence/activity.ts';
import { shortAnswer } from './short-answer/activity.ts';
import { sorting } from './sorting/activity.ts';
import { trueFalse } from './true-false/activity.ts';

/** Every kind of answer, without the elements that draw them: what runs without a browser loads. */
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
