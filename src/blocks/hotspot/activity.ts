import { type OptionQuestion, type OptionResponse, optionAnswers } from '../../model/options.ts';
import type { Question, QuestionOption } from '../../model/question.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

/** In percent of the image, from its top left corner. */
export interface Zone {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface HotspotOption extends QuestionOption {
  zone: Zone;
}

export interface Hotspot extends Question, OptionQuestion {
  type: 'hotspot';
  /** Static HTML of the image, whose alternative lets one answer without seeing it. */
  image: string;
  options: readonly HotspotOption[];
}

export const hotspot = optionAnswers satisfies ActivityType<Hotspot, OptionResponse>;
