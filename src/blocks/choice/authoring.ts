import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode } from '../../content/block-type.ts';
import { plainText } from '../../content/escape.ts';
import {
  QUESTION_ATTRIBUTES,
  questionFields,
  questionPlaceholder,
  questionTask,
  readQuestion,
  Stem,
  sayRepeats,
  sayUnboxed,
  staticTiles,
  wordsOf,
} from '../../content/question.ts';
import { itemToken } from '../../model/interaction.ts';
import type { Choice } from './activity.ts';

const Option = v.object({
  html: v.pipe(v.string(), v.nonEmpty('cette option est vide → Écrivez le texte après la case [ ] ou [x].')),
  text: v.string(),
  right: v.boolean(),
  feedback: v.pipe(
    v.string(),
    v.nonEmpty(
      'il manque l’explication de cette option → Ajoutez sous l’option une ligne qui commence par > et dit à quoi ce choix conduit.',
    ),
  ),
  line: v.number(),
});

const Shape = v.object({
  multiple: v.boolean(),
  stem: Stem,
  options: v.pipe(
    v.array(Option),
    v.minLength(
      2,
      'une question demande au moins deux options → Écrivez-les en liste\u00a0: - [ ] fausse, - [x] juste.',
    ),
    v.maxLength(36, 'plus de 36 options → Partagez la question.'),
  ),
  explanation: v.string(),
  line: v.number(),
});

/** Messages depend on the kind of question; each points at the opening line or at the option it speaks of. */
const ChoiceData = v.pipe(
  Shape,
  v.forward(
    v.check(
      ({ options }) => options.some(({ right }) => right),
      'aucune option n’est juste → Cochez la bonne réponse\u00a0: - [x].',
    ),
    ['options'],
  ),
  v.forward(
    v.check(
      ({ options, multiple }) => multiple || options.filter(({ right }) => right).length <= 1,
      'plusieurs options cochées dans un choix unique → N’en cochez qu’une, ou écrivez :::choix-multiple.',
    ),
    ['multiple'],
  ),
  v.forward(
    v.check(
      ({ options, multiple }) =>
        !multiple ||
        options.length < 2 ||
        options.filter(({ right }) => right).length === 0 ||
        (options.some(({ right }) => !right) && options.filter(({ right }) => right).length >= 2),
      'un choix multiple demande au moins deux options justes et une fausse → Ajoutez-en, ou écrivez :::choix-unique.',
    ),
    ['multiple'],
  ),
);
type ChoiceData = v.InferOutput<typeof ChoiceData>;

function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  const { items, ...rest } = readQuestion(node, tools);
  sayUnboxed(items, 'choix', tools);
  const options = items.map(({ checked, ...item }) => ({ ...item, right: checked ?? false }));
  return { multiple: node.name === 'choix-multiple', options, ...rest };
}

export const choiceType: BlockType<ChoiceData, Choice> = {
  directives: ['choix-unique', 'choix-multiple'],
  attributes: QUESTION_ATTRIBUTES,
  tag: 'choice-question',
  letter: 'Q',
  read,
  schema: ChoiceData,
  items: ({ options }) => options.map(({ text }) => text),
  fields(data, numbers, node, tools) {
    sayRepeats(data.options, 'choix', tools);
    return {
      type: 'choice',
      multiple: data.multiple,
      ...questionFields(data, node, tools),
      options: data.options.map(({ html, feedback, right }, rank) => ({
        number: numbers[rank]!,
        html,
        feedback,
        right,
      })),
    };
  },
  task: ({ stem }) => questionTask(stem),
  placeholder: ({ stem, options }) => questionPlaceholder(stem, staticTiles(options.map(({ html }) => html))),
  key: ({ scormId, stem, options }) => ({
    scormId,
    question: plainText(stem),
    options: options.map(({ number, html, right }) => ({ token: itemToken(number), text: plainText(html), right })),
  }),
  words: ({ stem, options, explanation }) =>
    wordsOf(stem, explanation, ...options.flatMap(({ html, feedback }) => [html, feedback])),
};
