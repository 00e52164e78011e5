import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode } from '../../content/block-type.ts';
import { plainText } from '../../content/escape.ts';
import {
  ItemWords,
  QUESTION_ATTRIBUTES,
  questionFields,
  questionPlaceholder,
  questionTask,
  readItem,
  readQuestion,
  Stem,
  sayRepeats,
  staticTiles,
  type WrittenItem,
  wordsOf,
} from '../../content/question.ts';
import { itemToken, MOST_ITEMS } from '../../model/interaction.ts';
import type { Sorting } from './activity.ts';

const Item = v.object({ html: ItemWords, text: v.string(), feedback: v.string(), line: v.number() });

const Category = v.object({
  text: v.pipe(v.string(), v.nonEmpty('cette catégorie n’a pas de nom → Écrivez-le après le tiret.')),
  items: v.pipe(
    v.array(Item),
    v.minLength(
      1,
      'cette catégorie est vide → Écrivez dessous ses éléments, chacun après deux espaces et un tiret, ou retirez-la.',
    ),
  ),
  line: v.number(),
});
type Category = v.InferOutput<typeof Category>;

const itemsOf = (categories: readonly Category[]) => categories.flatMap(({ items }) => items);

const SortingData = v.object({
  stem: Stem,
  categories: v.pipe(
    v.array(Category),
    v.minLength(
      2,
      'un classement demande au moins deux catégories → Écrivez-les en liste, leurs éléments en retrait dessous.',
    ),
    v.maxLength(6, 'plus de six catégories → Regroupez-les, ou écrivez une association.'),
    v.check(
      (categories) => categories.length < 2 || itemsOf(categories).length >= 3,
      'un classement demande au moins trois éléments → Ajoutez-en sous les catégories.',
    ),
    v.check(
      (categories) => categories.length + itemsOf(categories).length <= MOST_ITEMS,
      'plus de 36 lignes, catégories comprises → Partagez la question.',
    ),
  ),
  explanation: v.string(),
  line: v.number(),
});
type SortingData = v.InferOutput<typeof SortingData>;

function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  const { items: written, ...rest } = readQuestion(node, tools);
  const categories = written.map((category) => ({
    ...category,
    items: category.inner.map(({ item, line }) => readItem(item, line, tools)),
  }));
  const items = categories.flatMap((category) => category.items);
  sayMisplaced(categories, items, tools);
  sayRepeats(
    [...categories, ...items].flatMap(({ text, line }) => (text ? { text, feedback: '', line } : [])),
    'classement',
    tools,
  );
  return { categories, ...rest };
}

/** What would be lost without a word: an explanation of a category, a third level. */
function sayMisplaced(categories: readonly WrittenItem[], items: readonly WrittenItem[], tools: AuthoringTools): void {
  for (const { feedback, line } of categories)
    if (feedback)
      tools.issue(
        line,
        'classement/explication',
        'une catégorie n’a pas d’explication',
        'Placez la ligne > sous un élément, ou après la liste.',
      );
  for (const { inner, line } of items)
    if (inner.length > 0)
      tools.issue(
        line,
        'classement/niveaux',
        'cette ligne a une liste sous elle, un classement n’a que deux niveaux',
        'Écrivez les catégories, puis leurs éléments en retrait de deux espaces.',
      );
}

export const sortingType: BlockType<SortingData, Sorting> = {
  directives: ['classement'],
  attributes: QUESTION_ATTRIBUTES,
  tag: 'sorting-question',
  letter: 'Q',
  read,
  schema: SortingData,
  items: ({ categories }) => [...categories, ...itemsOf(categories)].map(({ text }) => text),
  fields(data, numbers, node, tools) {
    const itemNumbers = numbers.slice(data.categories.length);
    const category = data.categories.flatMap(({ items }, rank) => items.map(() => numbers[rank]!));
    return {
      type: 'sorting',
      ...questionFields(data, node, tools),
      categories: data.categories.map(({ text }, rank) => ({ number: numbers[rank]!, text })),
      // by their words, so that their order says nothing
      items: itemsOf(data.categories)
        .map(({ html, feedback }, rank) => ({
          number: itemNumbers[rank]!,
          html,
          category: category[rank]!,
          feedback,
        }))
        .sort((a, b) => plainText(a.html).localeCompare(plainText(b.html), 'fr')),
    };
  },
  task: ({ stem }) => questionTask(stem),
  placeholder: ({ stem, items }) => questionPlaceholder(stem, staticTiles(items.map(({ html }) => html))),
  key: ({ scormId, stem, items, categories }) => ({
    scormId,
    question: plainText(stem),
    options: items.map(({ number, html, category }) => ({
      token: `${itemToken(number)}.${itemToken(category)}`,
      text: `${plainText(html)} → ${categories.find((one) => one.number === category)!.text}`,
      right: true,
    })),
    note: `Catégories\u00a0: ${categories.map(({ number, text }) => `${itemToken(number)} = ${text}`).join('\u202f; ')}.`,
  }),
  words: ({ stem, explanation, items, categories }) =>
    wordsOf(
      stem,
      explanation,
      ...items.flatMap(({ html, feedback }) => [html, feedback]),
      ...categories.map(({ text }) => text),
    ),
};
