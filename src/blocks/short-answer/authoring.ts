import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode } from '../../content/block-type.ts';
import { escapeHtml, plainText } from '../../content/escape.ts';
import {
  ItemWords,
  QUESTION_ATTRIBUTES,
  questionFields,
  questionPlaceholder,
  questionTask,
  readQuestion,
  Stem,
  sayUnboxed,
  wordsOf,
} from '../../content/question.ts';
import { readTolerances } from '../../content/tolerance.ts';
import { comparable, TOLERANCES } from '../../model/text.ts';
import type { ShortAnswer } from './activity.ts';

const Answer = v.pipe(
  v.object({
    text: v.pipe(
      ItemWords,
      v.check(
        (text) => text === '' || comparable(text, []) !== '',
        'cette ligne n’a que de la ponctuation → Écrivez des mots.',
      ),
      v.maxLength(200, 'plus de 200 signes → L’apprenant n’en dispose pas d’autant\u00a0: raccourcissez.'),
    ),
    right: v.boolean(),
    feedback: v.string(),
    line: v.number(),
  }),
  v.forward(
    v.check(
      ({ right, feedback }) => right || feedback !== '',
      'il manque l’explication de cette erreur → Ajoutez dessous une ligne qui commence par > et dit pourquoi ce n’est pas cela.',
    ),
    ['feedback'],
  ),
);

const ShortAnswerData = v.object({
  stem: Stem,
  answers: v.pipe(
    v.array(Answer),
    v.check(
      (answers) => answers.some(({ right }) => right),
      'il manque la réponse acceptée → Écrivez-la en liste\u00a0: - [x] réponse.',
    ),
  ),
  tolerances: v.array(v.picklist(TOLERANCES)),
  explanation: v.string(),
  line: v.number(),
});
type ShortAnswerData = v.InferOutput<typeof ShortAnswerData>;

function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  const { items, ...rest } = readQuestion(node, tools);
  sayUnboxed(items, node.name, tools);
  const tolerances = readTolerances(node, tools);
  const answers = items.map(({ text, checked, feedback, line }) => ({ text, right: checked ?? false, feedback, line }));
  answers.forEach(({ text, right, line }, rank) => {
    const form = comparable(text, tolerances);
    const same = answers.slice(0, rank).find((other) => form !== '' && comparable(other.text, tolerances) === form);
    if (!same) return;
    if (same.right === right)
      tools.issue(
        line,
        `${node.name}/double`,
        'cette réponse est déjà écrite, à une différence tolérée près',
        'Retirez cette ligne, ou réduisez la tolérance.',
      );
    else
      tools.issue(
        line,
        `${node.name}/contradiction`,
        'cette réponse est à la fois acceptée et refusée, à une différence tolérée près',
        'Retirez l’une des deux lignes, ou réduisez la tolérance\u00a0: tolerance="casse".',
      );
  });
  return { answers, tolerances, ...rest };
}

export const shortAnswerType: BlockType<ShortAnswerData, ShortAnswer> = {
  directives: ['reponse-courte'],
  attributes: [...QUESTION_ATTRIBUTES, 'tolerance'],
  tag: 'short-answer-question',
  letter: 'Q',
  read,
  schema: ShortAnswerData,
  fields(data, _numbers, node, tools) {
    const foreseen = (those: boolean) =>
      data.answers.flatMap(({ right, text, feedback }) => (right === those ? [{ text, feedback }] : []));
    return {
      type: 'short-answer',
      ...questionFields(data, node, tools),
      accepted: foreseen(true),
      errors: foreseen(false),
      tolerances: data.tolerances,
    };
  },
  task: ({ stem }) => questionTask(stem),
  placeholder: ({ stem }) => questionPlaceholder(stem, ''),
  key: ({ scormId, stem, accepted, errors, tolerances }) => ({
    scormId,
    question: plainText(stem),
    options: [
      ...accepted.map(({ text, feedback }) => ({ token: text, text: plainText(feedback), right: true })),
      ...errors.map(({ text, feedback }) => ({ token: text, text: plainText(feedback), right: false })),
    ],
    note: tolerances.length > 0 ? `Tolérance\u00a0: ${tolerances.join(', ')}.` : 'Orthographe exacte demandée.',
  }),
  words: ({ stem, explanation, accepted, errors }) =>
    wordsOf(
      stem,
      explanation,
      ...[...accepted, ...errors].flatMap(({ text, feedback }) => [escapeHtml(text), feedback]),
    ),
};
