import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode } from '../../content/block-type.ts';
import { factIds, isDirective, type ListItem, lex, withLines } from '../../content/directive.ts';
import { escapeHtml, plainText } from '../../content/escape.ts';
import { sourceLine } from '../../content/facts.ts';
import { ItemWords, questionTask, readItem, sayRepeats, staticTiles, wordsOf } from '../../content/question.ts';
import { itemToken } from '../../model/interaction.ts';
import type { Cards } from './activity.ts';

const CardsData = v.object({
  title: v.pipe(
    v.string(),
    v.nonEmpty('ces cartes n’ont pas de titre → Écrivez une ligne ### Titre au début du bloc.'),
  ),
  intro: v.string(),
  cards: v.pipe(
    v.array(
      v.object({
        front: ItemWords,
        back: v.pipe(
          v.string(),
          v.nonEmpty('cette carte n’a pas de verso → Ajoutez sous la carte une ligne qui commence par >.'),
        ),
        text: v.string(),
        line: v.number(),
      }),
    ),
    v.minLength(2, 'il faut au moins deux cartes → Écrivez-les en liste\u00a0: - Recto, puis une ligne > Verso.'),
    v.maxLength(20, 'plus de 20 cartes → Partagez-les en plusieurs blocs.'),
  ),
  line: v.number(),
});
type CardsData = v.InferOutput<typeof CardsData>;

function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  let title = '';
  const intro: string[] = [];
  const cards: { front: string; back: string; text: string; line: number }[] = [];
  for (const { token, line } of lex(node.body, node.line + 1)) {
    if (isDirective(token)) intro.push(tools.html(token.raw, line));
    else if (token.type === 'heading' && !title) title = tools.inline((token as { text: string }).text, line);
    else if (token.type === 'list')
      for (const { child, line: at } of withLines(token.raw, (token as { items: ListItem[] }).items, line)) {
        const { html, feedback, text } = readItem(child, at, tools);
        cards.push({ front: html, back: feedback, text, line: at });
      }
    else if (token.type !== 'space') intro.push(tools.html(token.raw, line));
  }
  // two cards may well have the same back
  sayRepeats(
    cards.map(({ text, line }) => ({ text, feedback: '', line })),
    'cartes',
    tools,
  );
  return { title, intro: intro.join(''), cards, line: node.line };
}

export const cardsType: BlockType<CardsData, Cards> = {
  directives: ['cartes'],
  attributes: ['obligatoire'],
  tag: 'flash-cards',
  letter: 'F',
  read,
  schema: CardsData,
  items: ({ cards }) => cards.map(({ text }) => text),
  fields: (data, numbers, node, tools) => ({
    type: 'cards',
    title: plainText(data.title),
    intro: data.intro,
    cards: data.cards.map(({ front, back }, rank) => ({ number: numbers[rank]!, front, back })),
    required: node.attributes.values.has('obligatoire'),
    sources: factIds(node.attributes.values)
      .flatMap((id) => tools.fact(id) ?? [])
      .map(sourceLine),
  }),
  task: ({ required, title }) => (required ? questionTask(escapeHtml(title), true) : undefined),
  placeholder: ({ title, intro, cards }) =>
    `<section class="card bloc"><h2>${escapeHtml(title)}</h2>${intro ? `<div class="prompt">${intro}</div>` : ''}${staticTiles(cards.map(({ front }) => front))}</section>`,
  key: ({ scormId, title, cards }) => ({
    scormId,
    question: title,
    options: cards.map(({ number, front }) => ({ token: itemToken(number), text: plainText(front) })),
    note: 'Chaque carte est suivie de ce que la personne dit avoir su\u00a0: a = pas du tout, b = presque, c = oui. Il n’y a pas de note.',
  }),
  words: ({ intro, cards }) => wordsOf(intro, ...cards.flatMap(({ front, back }) => [front, back])),
};
