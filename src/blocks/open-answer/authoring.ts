import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode } from '../../content/block-type.ts';
import { isDirective, type ListItem, lex, withLines } from '../../content/directive.ts';
import { plainText } from '../../content/escape.ts';
import {
  ItemWords,
  questionFields,
  questionPlaceholder,
  questionTask,
  sayRepeats,
  wordsOf,
} from '../../content/question.ts';
import { itemToken } from '../../model/interaction.ts';
import type { OpenAnswer } from './activity.ts';

const OpenAnswerData = v.object({
  stem: v.pipe(v.string(), v.nonEmpty('il manque la question → Écrivez-la avant la réponse possible.')),
  model: v.pipe(
    v.string(),
    v.nonEmpty('il manque la réponse possible → Écrivez-la sous la question, chaque ligne commençant par >.'),
  ),
  points: v.pipe(
    v.array(v.object({ html: ItemWords, text: v.string(), line: v.number() })),
    v.check(
      ({ length }) => length !== 1,
      'un seul point à comparer → Écrivez-en au moins deux en liste, ou aucun\u00a0: la comparaison porte alors sur toute la réponse.',
    ),
    v.maxLength(8, 'plus de 8 points à comparer → Gardez les essentiels.'),
  ),
  explanation: v.string(),
  mark: v.optional(
    v.pipe(v.string(), v.regex(/^\d+-\d+$/, 'le repère de mots est illisible → Écrivez mots="60-150".')),
  ),
  line: v.number(),
});
type OpenAnswerData = v.InferOutput<typeof OpenAnswerData>;

function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  const stem: string[] = [];
  const model: string[] = [];
  const after: string[] = [];
  let points: { html: string; text: string; line: number }[] | undefined;
  for (const { token, line } of lex(node.body, node.line + 1)) {
    if (!isDirective(token) && token.type === 'space') continue;
    if (!isDirective(token) && token.type === 'blockquote')
      model.push(tools.html(token.raw.replace(/^ {0,3}> ?/gm, ''), line));
    else if (!isDirective(token) && token.type === 'list' && !token.ordered && !points)
      points = readPoints(token as unknown as { raw: string; items: ListItem[] }, line, tools);
    else (model.length > 0 || points ? after : stem).push(tools.html(token.raw, line));
  }
  sayRepeats(
    (points ?? []).map((point) => ({ ...point, feedback: '' })),
    'reponse-ouverte',
    tools,
  );
  return {
    stem: stem.join(''),
    model: model.join(''),
    points: points ?? [],
    explanation: after.join(''),
    mark: node.attributes.values.get('mots'),
    line: node.line,
  };
}

const readPoints = (list: { raw: string; items: ListItem[] }, line: number, tools: AuthoringTools) =>
  [...withLines(list.raw, list.items, line)].map(({ child: { text }, line: at }) => ({
    html: text.trim() && tools.inline(text, at),
    text: text.trim() && tools.text(text),
    line: at,
  }));

export const openAnswerType: BlockType<OpenAnswerData, OpenAnswer> = {
  directives: ['reponse-ouverte'],
  attributes: ['mots', 'transmise'],
  tag: 'open-answer',
  letter: 'O',
  read,
  schema: OpenAnswerData,
  items: ({ points }) => points.map(({ text }) => text),
  fields(data, numbers, node, tools) {
    const [from, to] = data.mark?.split('-').map(Number) ?? [];
    return {
      type: 'open-answer',
      ...questionFields(data, node, tools),
      title: questionTask(data.stem).label,
      parts: [{ number: 1, label: 'Ma réponse' }],
      model: data.model,
      points: data.points.map(({ html }, rank) => ({ number: numbers[rank]!, html })),
      sent: node.attributes.values.has('transmise'),
      ...(from !== undefined && to !== undefined && { mark: { from, to } }),
    };
  },
  task: ({ stem }) => questionTask(stem, true),
  placeholder: ({ stem }) => questionPlaceholder(stem, ''),
  key: ({ scormId, stem, points, sent }) => ({
    scormId,
    question: plainText(stem),
    options: sent ? [] : points.length > 0 ? points.map(pointKey) : LEVEL_KEY,
    note: sent
      ? 'La réponse est le texte de la personne, qui en est prévenue avant d’écrire. Il n’y a pas de note.'
      : 'La réponse est la comparaison que la personne fait elle-même\u202f; son texte n’est pas envoyé. Il n’y a pas de note.',
  }),
  words: ({ stem, model, points, explanation }) => wordsOf(stem, model, explanation, ...points.map(({ html }) => html)),
};

const pointKey = ({ number, html }: OpenAnswer['points'][number]) => ({
  token: itemToken(number),
  text: `Ma réponse le dit\u00a0: ${plainText(html)}`,
});

const LEVEL_KEY = [
  { token: '1', text: 'Ma réponse dit l’essentiel\u00a0: pas encore' },
  { token: '2', text: 'Ma réponse dit l’essentiel\u00a0: en partie' },
  { token: '3', text: 'Ma réponse dit l’essentiel\u00a0: oui' },
];
