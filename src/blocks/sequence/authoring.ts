import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode } from '../../content/block-type.ts';
import { plainText } from '../../content/escape.ts';
import {
  ItemWords,
  QUESTION_ATTRIBUTES,
  questionFields,
  questionPlaceholder,
  questionTask,
  readQuestion,
  Stem,
  sayRepeats,
  staticTiles,
  wordsOf,
} from '../../content/question.ts';
import { itemToken } from '../../model/interaction.ts';
import { type Sequence, shuffled } from './activity.ts';

const SequenceData = v.object({
  stem: Stem,
  items: v.pipe(
    v.array(v.object({ html: ItemWords, text: v.string(), feedback: v.string(), line: v.number() })),
    v.minLength(3, 'un ordre demande au moins trois éléments → Écrivez-les dans le bon ordre\u00a0: 1. 2. 3.'),
    v.maxLength(9, 'plus de neuf éléments à ranger → Regroupez-les, ou partagez la question.'),
  ),
  explanation: v.string(),
  line: v.number(),
});
type SequenceData = v.InferOutput<typeof SequenceData>;

function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  // Markdown wants three spaces under `1.`; two, right everywhere else, would cut the list
  const body = node.body.replace(/^ {1,2}(?=>)/gm, '   ');
  const question = readQuestion({ ...node, body }, tools);
  const [first] = question.items;
  if (first && !/^\s*\d/.test(first.item.raw))
    tools.issue(
      first.line,
      'ordre/numeros',
      'cette liste n’est pas numérotée',
      'Écrivez 1. 2. 3. au lieu des tirets, dans le bon ordre.',
    );
  sayRepeats(
    question.items.filter(({ text }) => text),
    'ordre',
    tools,
  );
  return question;
}

export const sequenceType: BlockType<SequenceData, Sequence> = {
  directives: ['ordre'],
  attributes: QUESTION_ATTRIBUTES,
  tag: 'sequence-question',
  letter: 'Q',
  read,
  schema: SequenceData,
  items: ({ items }) => items.map(({ text }) => text),
  fields: (data, numbers, node, tools) => ({
    type: 'sequence',
    ...questionFields(data, node, tools),
    items: data.items.map(({ html, text, feedback }, rank) => ({ number: numbers[rank]!, html, text, feedback })),
  }),
  task: ({ stem }) => questionTask(stem),
  placeholder: (block) =>
    questionPlaceholder(
      block.stem,
      staticTiles(shuffled(block).map((number) => block.items.find((item) => item.number === number)!.html)),
    ),
  key: ({ scormId, stem, items }) => ({
    scormId,
    question: plainText(stem),
    options: items.map(({ number, text }) => ({ token: itemToken(number), text })),
    note: `Ordre attendu\u00a0: ${items.map(({ number }) => itemToken(number)).join(', ')}.`,
  }),
  words: ({ stem, explanation, items }) =>
    wordsOf(stem, explanation, ...items.flatMap(({ html, feedback }) => [html, feedback])),
};
