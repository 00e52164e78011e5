import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode } from '../../content/block-type.ts';
import { factIds, isDirective, type ListItem, lex, withLines } from '../../content/directive.ts';
import { plainText } from '../../content/escape.ts';
import { sourceLine } from '../../content/facts.ts';
import { itemToken } from '../../model/interaction.ts';
import { wordCount } from '../../model/words.ts';
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
  stem: v.pipe(v.string(), v.nonEmpty('il manque la question → Écrivez-la avant la liste des options.')),
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

const TASK = /^\s*[-*+][ \t]+\[( |x|X)\][ \t]*/;

function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  const stem: string[] = [];
  const after: string[] = [];
  let options: unknown[] | undefined;
  for (const { token, line } of lex(node.body, node.line + 1)) {
    if (!isDirective(token) && token.type === 'list' && !options) {
      options = [...withLines(token.raw, (token as { items: ListItem[] }).items, line)].map(({ child, line: at }) =>
        readOption(child, at, tools),
      );
    } else if (!isDirective(token) && token.type === 'space') continue;
    else (options ? after : stem).push(tools.html(token.raw, line));
  }
  return {
    multiple: node.name === 'choix-multiple',
    stem: stem.join(''),
    options: options ?? [],
    explanation: after.join(''),
    line: node.line,
  };
}

function readOption(item: ListItem, line: number, tools: AuthoringTools) {
  const task = TASK.exec(item.raw);
  if (!task)
    tools.issue(
      line,
      'choix/case',
      'cette option n’a pas de case',
      'Écrivez - [ ] devant une option fausse, - [x] devant une juste.',
    );
  const lines = item.raw
    .replace(TASK, '')
    .replace(/^\s*[-*+][ \t]+/, '')
    .split('\n')
    .map((text) => text.replace(/^ {2,6}/, ''));
  const first = lines.findIndex((text) => text.startsWith('>'));
  const words = (first < 0 ? lines : lines.slice(0, first)).join('\n').trim();
  const feedback =
    first < 0
      ? ''
      : lines
          .slice(first)
          .map((text) => text.replace(/^> ?/, ''))
          .join('\n')
          .trim();
  return {
    html: words && tools.inline(words, line),
    text: words && tools.text(words),
    right: task?.[1] !== undefined && task[1] !== ' ',
    feedback: feedback && tools.html(feedback, line + Math.max(0, first)),
    line,
  };
}

export const choiceType: BlockType<ChoiceData, Choice> = {
  directives: ['choix-unique', 'choix-multiple'],
  attributes: ['certitude', 'revoir'],
  tag: 'choice-question',
  letter: 'Q',
  read,
  schema: ChoiceData,
  items: ({ options }) => options.map(({ text }) => text),
  fields(data, numbers, node, tools) {
    sayRepeats(data, tools);
    const facts = factIds(node.attributes.values);
    for (const id of facts) {
      if (tools.fact(id)?.status !== 'AV') continue;
      tools.issue(
        node.line,
        'fait/av',
        `le fait ${id} est à vérifier (AV)\u00a0: il ne peut pas décider d’une réponse`,
        'Vérifiez-le et changez son code, ou appuyez la question sur un autre fait.',
      );
    }
    const target = node.attributes.values.get('revoir');
    const review = target ? tools.link(target, node.line) : undefined;
    return {
      type: 'choice',
      multiple: data.multiple,
      stem: data.stem,
      options: data.options.map(({ html, feedback, right }, rank) => ({
        number: numbers[rank]!,
        html,
        feedback,
        right,
      })),
      explanation: data.explanation,
      certainty: node.attributes.values.has('certitude'),
      ...(review && { review: { href: review.href, title: review.title } }),
      sources: facts.flatMap((id) => tools.fact(id) ?? []).map(sourceLine),
    };
  },
  task: (block) => ({ kind: 'answer', label: shorten(plainText(block.stem)) }),
  placeholder: ({ stem, options }) =>
    `<section class="card bloc"><h2 class="kicker">Question</h2><div class="stem">${stem}</div><ul class="tiles">${options.map(({ html }) => `<li class="tile tile--static"><span>${html}</span></li>`).join('')}</ul></section>`,
  key: ({ scormId, stem, options }) => ({
    scormId,
    question: plainText(stem),
    options: options.map(({ number, html, right }) => ({ token: itemToken(number), text: plainText(html), right })),
  }),
  words: ({ stem, options, explanation }) =>
    wordCount(plainText([stem, explanation, ...options.flatMap(({ html, feedback }) => [html, feedback])].join(' '))),
};

/** Two options that say the same, or share their explanation word for word. */
function sayRepeats({ options }: ChoiceData, tools: AuthoringTools): void {
  options.forEach(({ text, feedback, line }, rank) => {
    const before = options.slice(0, rank);
    if (before.some((other) => other.text === text))
      tools.issue(
        line,
        'choix/option-double',
        'cette option est écrite deux fois',
        'Changez ou retirez l’une des deux.',
      );
    if (before.some((other) => other.feedback === feedback))
      tools.issue(
        line,
        'choix/explication-double',
        'cette explication est celle d’une autre option',
        'Chaque option a la sienne\u00a0: dites à quoi ce choix-ci conduit.',
      );
  });
}

const shorten = (text: string) => (text.length > 90 ? `${text.slice(0, 87).replace(/\s+\S*$/, '')}…` : text);
