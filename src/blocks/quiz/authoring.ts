import * as v from 'valibot';
import type { BlockType } from '../../content/block-type.ts';
import type { Quiz } from './activity.ts';

const QuizData = v.object({
  /** How many questions a try draws; absent: all. */
  draw: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^[1-9]\d?$/,
        'le tirage est illisible → Écrivez tirage=8\u00a0: le nombre de questions de chaque essai.',
      ),
      v.transform(Number),
    ),
  ),
  line: v.number(),
});

export const quizType: BlockType<v.InferOutput<typeof QuizData>, Quiz> = {
  directives: ['quiz'],
  attributes: ['tirage'],
  tag: 'quiz-head',
  letter: 'Z',
  container: true,
  read: ({ attributes, line }) => ({ draw: attributes.values.get('tirage'), line }),
  schema: QuizData,
  inside({ draw }, count, { line }, tools) {
    if (count === 0)
      tools.issue(
        line,
        'quiz/vide',
        'ce quiz ne contient aucune question',
        'Ouvrez le quiz par :::: (un deux-points de plus) et écrivez ses questions dedans.',
      );
    else if (draw !== undefined && draw >= count)
      tools.issue(
        line,
        'quiz/tirage',
        `ce quiz tire ${draw} questions et n’en contient que ${count}`,
        'Ajoutez des questions, tirez-en moins, ou retirez tirage\u00a0: toutes seront posées.',
      );
  },
  fields: ({ draw }) => ({ type: 'quiz', ...(draw !== undefined && { draw }) }),
  task: () => ({ kind: 'quiz', label: 'Quiz final' }),
  placeholder: () => '<p class="kicker">Quiz</p>',
  closing: ({ number }) => `<quiz-result data-block="${number}"></quiz-result>`,
};
