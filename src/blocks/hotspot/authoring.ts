import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode } from '../../content/block-type.ts';
import { isDirective, lex, newlines } from '../../content/directive.ts';
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
  sayUnboxed,
  staticTiles,
  wordsOf,
} from '../../content/question.ts';
import { itemToken, MOST_ITEMS } from '../../model/interaction.ts';
import type { Hotspot } from './activity.ts';

/** Four numbers, with a point or a comma. */
const FOUR = /^\d+(?:[.,]\d+)?(?:\s+\d+(?:[.,]\d+)?){3}$/;

const Zone = v.pipe(
  v.string(),
  v.regex(
    FOUR,
    'il manque une zone lisible à la fin de cette ligne → Écrivez (zone 12 60 20 15)\u00a0: gauche, haut, largeur et hauteur, en pourcentage de l’image.',
  ),
  v.transform((text) => {
    const [x = 0, y = 0, width = 0, height = 0] = text.split(/\s+/).map((one) => Number(one.replace(',', '.')));
    return { x, y, width, height };
  }),
  v.check(
    ({ x, y, width, height }) => width > 0 && height > 0 && x + width <= 100 && y + height <= 100,
    'cette zone sort de l’image, ou n’a pas de surface → Gardez gauche + largeur et haut + hauteur entre 0 et 100.',
  ),
);

const Option = v.object({
  html: ItemWords,
  text: v.string(),
  zone: Zone,
  right: v.boolean(),
  feedback: v.pipe(
    v.string(),
    v.nonEmpty(
      'il manque l’explication de cette zone → Ajoutez sous la ligne une ligne qui commence par > et dit pourquoi.',
    ),
  ),
  line: v.number(),
});

const Image = v.object({
  html: v.string(),
  alternative: v.pipe(
    v.string(),
    v.minLength(
      40,
      'l’alternative de l’image est trop courte pour répondre sans la voir → Décrivez entre ![ et ] ce que l’image montre et où, en 40 signes au moins.',
    ),
  ),
  alone: v.literal(true, 'cette image se trouve dans un texte → Laissez une ligne vide avant et après l’image.'),
  line: v.number(),
});

const HotspotData = v.pipe(
  v.object({
    stem: Stem,
    images: v.pipe(
      v.array(Image),
      v.minLength(1, 'il manque l’image → Écrivez-la avant la liste\u00a0: ![ce qu’elle montre](media/plan.png).'),
    ),
    options: v.pipe(
      v.array(Option),
      v.minLength(
        2,
        'une question sur image demande au moins deux zones → Écrivez-les en liste\u00a0: - [ ] Au fond. (zone 40 10 40 25)',
      ),
      v.maxLength(MOST_ITEMS, 'plus de 36 zones → Partagez la question.'),
    ),
    explanation: v.string(),
    line: v.number(),
  }),
  v.forward(
    v.check(
      ({ options }) => options.some(({ right }) => right),
      'aucune zone n’est juste → Cochez la bonne réponse\u00a0: - [x].',
    ),
    ['options'],
  ),
  v.forward(
    v.check(
      ({ options }) => options.length < 2 || options.some(({ right }) => !right),
      'toutes les zones sont justes → Ajoutez une zone fausse mais plausible\u00a0: - [ ].',
    ),
    ['options'],
  ),
);
type HotspotData = v.InferOutput<typeof HotspotData>;

interface Inline {
  type: string;
  raw: string;
  text: string;
}

interface WrittenImage {
  raw: string;
  alternative: string;
  /** False when words stand in the same paragraph. */
  alone: boolean;
  line: number;
}

/** The images of the paragraphs before the list; `rest` is the body without those that stand alone, line for line. */
function takeImages({ body, line: opening }: DirectiveNode): { images: WrittenImage[]; rest: string } {
  const images: WrittenImage[] = [];
  const lines = body.split('\n');
  for (const { token, line } of lex(body, opening + 1)) {
    if (isDirective(token)) continue;
    if (token.type === 'list') break;
    if (token.type !== 'paragraph') continue;
    const children = (token as { tokens: Inline[] }).tokens.filter(({ raw }) => raw.trim() !== '');
    const found = children.filter(({ type }) => type === 'image');
    const alone = found.length === children.length;
    images.push(...found.map(({ raw, text }) => ({ raw, alternative: text.trim(), alone, line })));
    if (alone) lines.fill('', line - opening - 1, line - opening + newlines(token.raw.trim()));
  }
  return { images, rest: lines.join('\n') };
}

const ZONE = /\s*\(zone\b([^)]*)\)\s*$/i;

function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  const { images, rest } = takeImages(node);
  const { items, ...question } = readQuestion({ ...node, body: rest }, tools);
  sayUnboxed(items, 'reponse-zone', tools);
  for (const { line } of images.slice(1))
    tools.issue(line, 'reponse-zone/images', 'une seconde image', 'Gardez une seule image avant la liste.');
  return {
    ...question,
    images: images.map(({ raw, ...image }) => ({ ...image, html: image.alone ? tools.inline(raw, image.line) : '' })),
    options: items.map(({ html, text, checked, feedback, line }) => ({
      html: html.replace(ZONE, ''),
      text: text.replace(ZONE, ''),
      zone: ZONE.exec(text)?.[1]?.trim() ?? '',
      right: checked ?? false,
      feedback,
      line,
    })),
  };
}

export const hotspotType: BlockType<HotspotData, Hotspot> = {
  directives: ['reponse-zone'],
  attributes: QUESTION_ATTRIBUTES,
  tag: 'hotspot-question',
  letter: 'Q',
  read,
  schema: HotspotData,
  items: ({ options }) => options.map(({ text }) => text),
  fields(data, numbers, node, tools) {
    sayRepeats(data.options, 'reponse-zone', tools);
    return {
      type: 'hotspot',
      multiple: data.options.filter(({ right }) => right).length > 1,
      ...questionFields(data, node, tools),
      image: data.images[0]!.html,
      options: data.options.map(({ html, feedback, right, zone }, rank) => ({
        number: numbers[rank]!,
        html,
        feedback,
        right,
        zone,
      })),
    };
  },
  task: ({ stem }) => questionTask(stem),
  placeholder: ({ stem, image, options }) =>
    questionPlaceholder(stem, `<p>${image}</p>${staticTiles(options.map(({ html }, rank) => `${rank + 1}. ${html}`))}`),
  key: ({ scormId, stem, options }) => ({
    scormId,
    question: plainText(stem),
    options: options.map(({ number, html, right }) => ({ token: itemToken(number), text: plainText(html), right })),
  }),
  words: ({ stem, options, explanation }) =>
    wordsOf(stem, explanation, ...options.flatMap(({ html, feedback }) => [html, feedback])),
};
