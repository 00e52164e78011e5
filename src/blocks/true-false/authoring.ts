import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode, KeyEntry } from '../../content/block-type.ts';
import { plainText } from '../../content/escape.ts';
import {
  ItemWords,
  QUESTION_ATTRIBUTES,
  questionFields,
  questionPlaceholder,
  questionTask,
  readQuestion,
  sayRepeats,
  sayUnboxed,
  staticTiles,
  type WrittenItem,
  wordsOf,
} from '../../content/question.ts';
import { itemToken, MOST_ITEMS } from '../../model/interaction.ts';
import type { Statement, TrueFalse } from './activity.ts';

const TrueFalseData = v.object({
  stem: v.string(),
  statements: v.pipe(
    v.array(
      v.object({
        html: ItemWords,
        text: v.string(),
        truth: v.boolean(),
        feedback: v.pipe(
          v.string(),
          v.nonEmpty(
            'il manque l’explication de cette affirmation → Ajoutez dessous une ligne qui commence par > et dit pourquoi elle est vraie ou fausse.',
          ),
        ),
        line: v.number(),
      }),
    ),
    v.minLength(1, 'il n’y a aucune affirmation → Écrivez-les en liste\u00a0: - [x] vraie, - [ ] fausse.'),
    v.maxLength(MOST_ITEMS, 'plus de 36 affirmations → Partagez la question.'),
  ),
  explanation: v.string(),
  line: v.number(),
});
type TrueFalseData = v.InferOutput<typeof TrueFalseData>;

function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  const { items, ...rest } = readQuestion(node, tools);
  sayUnboxed(items, 'vrai-faux', tools);
  sayRepeats(
    items.filter(({ text }) => text),
    'vrai-faux',
    tools,
  );
  sayGuessable(items, node.line, tools);
  return { statements: items.map(({ checked, ...item }) => ({ ...item, truth: checked ?? false })), ...rest };
}

/** From three on, a learner who sees that all are alike judges none. */
function sayGuessable(items: readonly WrittenItem[], line: number, tools: AuthoringTools): void {
  const truths = new Set(items.map(({ checked }) => checked));
  if (items.length >= 3 && truths.size === 1 && !truths.has(undefined))
    tools.issue(
      line,
      'vrai-faux/devinable',
      `toutes les affirmations sont ${truths.has(true) ? 'vraies' : 'fausses'}\u00a0: la réponse se devine`,
      'Mêlez des affirmations vraies et des affirmations fausses.',
    );
}

const word = (truth: boolean) => (truth ? 'Vrai' : 'Faux');

/** A statement alone is reported as true or false; several as letters, `t` and `f` again. */
function keyOptions([first, ...others]: readonly Statement[]): Pick<KeyEntry, 'options' | 'note'> {
  if (first && others.length === 0)
    return {
      options: [true, false].map((truth) => ({
        token: truth ? 't' : 'f',
        text: word(truth),
        right: truth === first.truth,
      })),
    };
  return {
    options: [first!, ...others].map(({ number, html, truth }) => ({
      token: `${itemToken(number)}.${truth ? 't' : 'f'}`,
      text: `${plainText(html)} → ${word(truth)}`,
      right: true,
    })),
    note: 't = Vrai\u202f; f = Faux.',
  };
}

export const trueFalseType: BlockType<TrueFalseData, TrueFalse> = {
  directives: ['vrai-faux'],
  attributes: QUESTION_ATTRIBUTES,
  tag: 'true-false-question',
  letter: 'Q',
  read,
  schema: TrueFalseData,
  items: ({ statements }) => statements.map(({ text }) => text),
  fields: (data, numbers, node, tools) => ({
    type: 'true-false',
    ...questionFields(data, node, tools),
    statements: data.statements.map(({ html, truth, feedback }, rank) => ({
      number: numbers[rank]!,
      html,
      truth,
      feedback,
    })),
  }),
  task: ({ stem, statements }) => questionTask(stem || statements[0]!.html),
  placeholder: ({ stem, statements }) => questionPlaceholder(stem, staticTiles(statements.map(({ html }) => html))),
  key: ({ scormId, stem, statements }) => ({
    scormId,
    question: plainText(statements.length === 1 ? `${stem} ${statements[0]!.html}` : stem || 'Vrai ou faux\u202f?'),
    ...keyOptions(statements),
  }),
  words: ({ stem, explanation, statements }) =>
    wordsOf(stem, explanation, ...statements.flatMap(({ html, feedback }) => [html, feedback])),
};
