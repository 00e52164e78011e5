import { type OptionQuestion, type OptionResponse, optionAnswers } from '../../model/options.ts';
import type { Question } from '../../model/question.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

export interface Choice extends Question, OptionQuestion {
  type: 'choice';
}

export const choice = optionAnswers satisfies ActivityType<Choice, OptionResponse>;
