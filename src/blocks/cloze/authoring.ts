import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode } from '../../content/block-type.ts';
import { plainText } from '../../content/escape.ts';
import { fillMarks, readGappedText } from '../../content/gapped-text.ts';
import {
  QUESTION_ATTRIBUTES,
  questionFields,
  questionPlaceholder,
  questionTask,
  wordsOf,
} from '../../content/question.ts';
import { comparable, TOLERANCES } from '../../model/text.ts';
import type { Cloze } from './activity.ts';

const Entry = v.pipe(
  v.string(),
  v.check(
    (text) => comparable(text, []) !== '',
    'ce champ a une réponse vide → Écrivez la réponse entre les crochets\u00a0: [[réponse]], ou [[première | seconde]].',
  ),
  v.maxLength(100, 'une réponse de plus de 100 signes → L’apprenant n’en dispose pas d’autant\u00a0: raccourcissez.'),
);

const Gap = v.pipe(
  v.object({
    entries: v.array(Entry),
    /** Those that stood in parentheses: a list. */
    rights: v.pipe(
      v.array(v.string()),
      v.maxLength(
        1,
        'plusieurs réponses entre parenthèses dans une liste → N’en gardez qu’une\u00a0: [[(juste) | autre | autre]].',
      ),
    ),
    near: v.string(),
    feedback: v.string(),
    line: v.number(),
  }),
  v.forward(
    v.check(
      ({ rights, entries }) => rights.length === 0 || entries.length >= 2,
      'une liste d’un seul choix → Ajoutez des erreurs plausibles\u00a0: [[(juste) | autre]], ou retirez les parenthèses.',
    ),
    ['entries'],
  ),
);

const ClozeData = v.object({
  stem: v.string(),
  html: v.string(),
  gaps: v.pipe(
    v.array(Gap),
    v.minLength(
      1,
      'il n’y a aucun champ à compléter → Écrivez la réponse attendue entre doubles crochets\u00a0: La [[PMI]] contrôle les crèches.',
    ),
    v.maxLength(12, 'plus de 12 champs → Partagez le texte.'),
  ),
  tolerances: v.array(v.picklist(TOLERANCES)),
  explanation: v.string(),
  line: v.number(),
});
type ClozeData = v.InferOutput<typeof ClozeData>;

/** The texts that lists offer: the same text is the same option wherever it stands. */
const optionTexts = ({ gaps }: ClozeData) => [
  ...new Set(gaps.flatMap(({ entries, rights }) => (rights.length > 0 ? entries : []))),
];

export const clozeType: BlockType<ClozeData, Cloze> = {
  directives: ['texte-a-trous'],
  attributes: [...QUESTION_ATTRIBUTES, 'tolerance'],
  tag: 'cloze-question',
  letter: 'Q',
  read: (node: DirectiveNode, tools: AuthoringTools): unknown => readGappedText(node, tools),
  schema: ClozeData,
  // a gap is known by its place: its answers may be corrected, and two gaps may have the same
  mostItems: Number.POSITIVE_INFINITY,
  items: (data) => [
    ...data.gaps.map(({ near, entries }) => near.replace('…', () => `[[${entries.join(' | ')}]]`)),
    ...optionTexts(data),
  ],
  fields(data, numbers, node, tools) {
    const texts = optionTexts(data);
    const numberOf = (text: string) => numbers[data.gaps.length + texts.indexOf(text)]!;
    return {
      type: 'cloze',
      ...questionFields(data, node, tools),
      html: fillMarks(data.html, (rank) => `<span class="gap" data-gap="${numbers[rank]}"></span>`),
      gaps: data.gaps.map(({ near, entries, rights, feedback }, rank) => ({
        number: numbers[rank]!,
        near,
        accepted: rights.length > 0 ? rights : entries,
        // by their words, so that their order says nothing
        options:
          rights.length > 0
            ? entries
                .map((text) => ({ number: numberOf(text), text }))
                .sort((a, b) => a.text.localeCompare(b.text, 'fr', { numeric: true }))
            : [],
        feedback,
      })),
      tolerances: data.tolerances,
    };
  },
  task: ({ stem, html }) => questionTask(stem || blanks(html)),
  placeholder: ({ stem, html }) => questionPlaceholder(stem, `<div>${blanks(html)}</div>`),
  key: ({ scormId, stem, html, gaps, tolerances }) => ({
    scormId,
    question: plainText(`${stem} ${blanks(html)}`),
    options: gaps.map(({ accepted }, rank) => ({ token: `${rank + 1}.`, text: accepted.join(' ou '), right: true })),
    note: `Les réponses se suivent dans l’ordre du texte. ${tolerances.length > 0 ? `Tolérance\u00a0: ${tolerances.join(', ')}.` : 'Orthographe exacte demandée.'}`,
  }),
  words: ({ stem, html, explanation, gaps }) =>
    wordsOf(stem, html, explanation, ...gaps.map(({ feedback }) => feedback)),
};

/** The text with « … » in each gap. */
const blanks = (html: string) => html.replace(/(?<=<span class="gap" data-gap="\d+">)/g, '…');
