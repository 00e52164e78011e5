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
  staticTiles,
  wordsOf,
} from '../../content/question.ts';
import { itemToken, MOST_ITEMS } from '../../model/interaction.ts';
import type { Matching } from './activity.ts';

const Line = v.object({
  /** '' on a line that only adds a target. */
  source: v.string(),
  target: v.pipe(
    v.string(),
    v.nonEmpty('il manque la correspondance après «\u00a0=>\u00a0» → Écrivez\u00a0: - élément => correspondance.'),
  ),
  feedback: v.string(),
  text: v.string(),
  line: v.number(),
});

const MatchingData = v.object({
  stem: Stem,
  lines: v.pipe(
    v.array(Line),
    v.check(
      (lines) => lines.filter(({ source }) => source).length >= 2,
      'une association demande au moins deux paires → Écrivez-les en liste\u00a0: - élément => correspondance.',
    ),
    v.check(
      (lines) => lines.length < 2 || new Set(lines.map(({ target }) => target)).size >= 2,
      'toutes les lignes ont la même correspondance → Écrivez-en au moins deux différentes.',
    ),
    v.maxLength(MOST_ITEMS, 'plus de 36 lignes → Partagez la question.'),
  ),
  explanation: v.string(),
  line: v.number(),
});
type MatchingData = v.InferOutput<typeof MatchingData>;

const ARROW = /\s*=(?:>|&gt;)\s*/;

function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  const { items, ...rest } = readQuestion(node, tools);
  const lines = items.map(({ html, text, feedback, line }) => {
    const [source = '', target = ''] = html.split(ARROW);
    return { source, target: plainText(target), feedback, text, line };
  });
  lines.forEach(({ source, line }, rank) => {
    if (source && lines.slice(0, rank).some((other) => other.source === source))
      tools.issue(line, 'association/double', 'cet élément est écrit deux fois', 'Changez ou retirez l’un des deux.');
  });
  return { lines, ...rest };
}

export const matchingType: BlockType<MatchingData, Matching> = {
  directives: ['association'],
  attributes: QUESTION_ATTRIBUTES,
  tag: 'matching-question',
  letter: 'Q',
  read,
  schema: MatchingData,
  items: ({ lines }) => lines.map(({ text }) => text),
  fields(data, numbers, node, tools) {
    const targets = new Map<string, number>();
    data.lines.forEach(({ target }, rank) => {
      if (!targets.has(target)) targets.set(target, numbers[rank]!);
    });
    return {
      type: 'matching',
      ...questionFields(data, node, tools),
      lines: data.lines.flatMap(({ source, target, feedback }, rank) =>
        source ? [{ number: numbers[rank]!, html: source, target: targets.get(target)!, feedback }] : [],
      ),
      // by their words, so that their order says nothing
      targets: [...targets]
        .map(([text, number]) => ({ number, text }))
        .sort((a, b) => a.text.localeCompare(b.text, 'fr')),
    };
  },
  task: ({ stem }) => questionTask(stem),
  placeholder: ({ stem, lines }) => questionPlaceholder(stem, staticTiles(lines.map(({ html }) => html))),
  key: ({ scormId, stem, lines, targets }) => ({
    scormId,
    question: plainText(stem),
    options: lines.map(({ number, html, target }) => ({
      token: `${itemToken(number)}.${itemToken(target)}`,
      text: `${plainText(html)} → ${targets.find((one) => one.number === target)!.text}`,
      right: true,
    })),
    note: `Correspondances\u00a0: ${targets.map(({ number, text }) => `${itemToken(number)} = ${text}`).join('\u202f; ')}.`,
  }),
  words: ({ stem, explanation, lines, targets }) =>
    wordsOf(
      stem,
      explanation,
      ...lines.flatMap(({ html, feedback }) => [html, feedback]),
      ...targets.map(({ text }) => text),
    ),
};
