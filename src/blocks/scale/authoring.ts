import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode, KeyEntry } from '../../content/block-type.ts';
import { escapeHtml, plainText } from '../../content/escape.ts';
import {
  ItemWords,
  questionFields,
  questionPlaceholder,
  questionTask,
  readQuestion,
  sayRepeats,
  staticTiles,
  type WrittenItem,
  wordsOf,
} from '../../content/question.ts';
import { itemToken, MOST_ITEMS } from '../../model/interaction.ts';
import type { Scale } from './activity.ts';

const AGREEMENT = 'Pas du tout d’accord, Plutôt pas d’accord, Plutôt d’accord, Tout à fait d’accord';

const Levels = v.pipe(
  v.array(v.string()),
  v.check(
    (levels) => levels.every((level) => level !== ''),
    'les niveaux sont illisibles, l’un d’eux est vide → Séparez-les par une virgule\u00a0: niveaux="Jamais, Parfois, Souvent".',
  ),
  v.check(
    (levels) => new Set(levels).size === levels.length,
    'un niveau est écrit deux fois → Donnez à chaque niveau un nom à lui.',
  ),
  v.minLength(
    2,
    'une échelle demande au moins deux niveaux → Séparez-les par une virgule\u00a0: niveaux="Jamais, Parfois, Souvent".',
  ),
  v.maxLength(7, 'plus de sept niveaux → Gardez-en quatre ou cinq, que chacun sache distinguer.'),
);

const Shape = v.object({
  form: v.picklist(['likert', 'poll']),
  stem: v.string(),
  items: v.pipe(
    // '' as HTML: the stem is the statement
    v.array(v.object({ html: v.string(), text: ItemWords, line: v.number() })),
    v.maxLength(MOST_ITEMS, 'plus de 36 lignes → Partagez-la en deux.'),
  ),
  /** Absent in a poll. */
  levels: v.optional(Levels),
  multiple: v.boolean(),
  required: v.boolean(),
  explanation: v.string(),
  line: v.number(),
});

const ScaleData = v.pipe(
  Shape,
  v.forward(
    v.check(({ form, stem }) => form === 'likert' || stem !== '', 'il manque la question → Écrivez-la avant la liste.'),
    ['stem'],
  ),
  v.forward(
    v.check(
      ({ form, items }) => form === 'poll' || items.length >= 1,
      'il n’y a rien à situer sur cette échelle → Écrivez une affirmation, ou une liste d’affirmations.',
    ),
    ['items'],
  ),
  v.forward(
    v.check(
      ({ form, items }) => form === 'likert' || items.length >= 2,
      'un sondage demande au moins deux options → Écrivez-les en liste\u00a0: - une option.',
    ),
    ['items'],
  ),
);
type ScaleData = v.InferOutput<typeof ScaleData>;

function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  const { items, stem, explanation, line } = readQuestion(node, tools);
  const { values } = node.attributes;
  const form = node.name === 'sondage' ? 'poll' : 'likert';
  sayUnfit(node, items, tools);
  sayRepeats(
    items.flatMap((item) => (item.text ? { ...item, feedback: '' } : [])),
    node.name,
    tools,
  );
  return {
    form,
    stem,
    items: form === 'likert' && items.length === 0 && stem ? [{ html: '', text: plainText(stem), line }] : items,
    levels: form === 'poll' ? undefined : readLevels(values.get('niveaux') ?? AGREEMENT, line, tools),
    multiple: values.has('plusieurs'),
    required: values.has('obligatoire'),
    explanation,
    line,
  };
}

const readLevels = (written: string, line: number, tools: AuthoringTools) =>
  written.trim() === '' ? [] : written.split(',').map((level) => level.trim() && tools.text(level, line));

/** What an author may write in a question, or in the other of the two, and not here. */
function sayUnfit(
  { name, attributes, line }: DirectiveNode,
  items: readonly WrittenItem[],
  tools: AuthoringTools,
): void {
  const poll = name === 'sondage';
  const foreign = poll ? 'niveaux' : 'plusieurs';
  if (attributes.values.has(foreign))
    tools.issue(
      line,
      `${name}/attribut`,
      `«\u00a0${foreign}\u00a0» n’a pas de sens ici`,
      poll ? 'Retirez-le, ou écrivez :::echelle.' : 'Retirez-le, ou écrivez :::sondage.',
    );
  for (const { checked, feedback, line: at } of items) {
    if (checked !== undefined)
      tools.issue(
        at,
        `${name}/case`,
        poll ? 'un sondage n’a pas de bonne réponse' : 'une échelle n’a pas de bonne réponse',
        'Retirez la case\u00a0: un tiret suffit.',
      );
    if (feedback)
      tools.issue(
        at,
        `${name}/explication`,
        'cette ligne n’a pas d’explication à elle, puisqu’il n’y a pas de bonne réponse',
        'Écrivez ce que vous voulez faire retenir après la liste.',
      );
  }
}

/** An option or a level by its letter, a level alone by its rank. */
function keyOptions({ form, stem, items, levels }: Scale): Pick<KeyEntry, 'question' | 'options' | 'note'> {
  const note = 'Il n’y a pas de bonne réponse.';
  if (form === 'likert' && items.length === 1)
    return {
      question: plainText(`${stem} ${items[0]!.html}`),
      options: levels.map((text, rank) => ({ token: `${rank + 1}`, text })),
      note,
    };
  return {
    question: plainText(stem) || 'Échelle',
    options: items.map(({ number, html }) => ({ token: itemToken(number), text: plainText(html) })),
    note:
      form === 'poll'
        ? note
        : `Chaque ligne est suivie de son niveau\u00a0: ${levels.map((text, rank) => `${itemToken(rank + 1)} = ${text}`).join('\u202f; ')}. ${note}`,
  };
}

export const scaleType: BlockType<ScaleData, Scale> = {
  directives: ['echelle', 'sondage'],
  attributes: ['niveaux', 'plusieurs', 'obligatoire'],
  tag: 'scale-survey',
  letter: 'S',
  read,
  schema: ScaleData,
  items: ({ items }) => items.map(({ text }) => text),
  fields: (data, numbers, node, tools) => ({
    type: 'scale',
    ...questionFields(data, node, tools),
    form: data.form,
    items: data.items.map(({ html }, rank) => ({ number: numbers[rank]!, html })),
    levels: data.levels ?? [],
    multiple: data.multiple,
    required: data.required,
  }),
  task: ({ stem, items, required }) => (required ? questionTask(stem || items[0]!.html, true) : undefined),
  placeholder: ({ stem, items, levels }) =>
    questionPlaceholder(
      stem,
      staticTiles(items[0]?.html === '' ? levels.map(escapeHtml) : items.map(({ html }) => html)),
    ),
  key: (block) => ({ scormId: block.scormId, ...keyOptions(block) }),
  words: ({ stem, explanation, items, levels }) =>
    wordsOf(stem, explanation, ...items.map(({ html }) => html), ...levels),
};
