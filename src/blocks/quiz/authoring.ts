import * as v from 'valibot';
import type { BlockType } from '../../content/block-type.ts';
import type { Quiz } from './activity.ts';

const QuizData = v.object({ line: v.number() });

export const quizType: BlockType<v.InferOutput<typeof QuizData>, Quiz> = {
  directives: ['quiz'],
  attributes: [],
  tag: 'quiz-head',
  letter: 'Z',
  container: true,
  read: ({ line }) => ({ line }),
  schema: QuizData,
  fields: () => ({ type: 'quiz' }),
  task: () => ({ kind: 'quiz', label: 'Quiz final' }),
  placeholder: () => '<p class="kicker">Quiz</p>',
  closing: ({ number }) => `<quiz-result data-block="${number}"></quiz-result>`,
};
