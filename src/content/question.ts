import * as v from 'valibot';
import { beginning } from '../model/beginning.ts';
import type { Task } from '../model/course.ts';
import type { Question } from '../model/question.ts';
import { wordCount } from '../model/words.ts';
import type { AuthoringTools, DirectiveNode } from './block-type.ts';
import { factIds, isDirective, type ListItem, lex, withLines } from './directive.ts';
import { plainText } from './escape.ts';
import { sourceLine } from './facts.ts';

/** What every question may say of itself, beyond what every block may. */
export const QUESTION_ATTRIBUTES = ['certitude', 'revoir'] as const;

/** An item of a question's list, as written. Lines are 1-based lines of the file. */
export interface WrittenItem {
  html: string;
  text: string;
  /** `[x]` true, `[ ]` false; undefined without a box. */
  checked: boolean | undefined;
  /** HTML of the lines that begin with `>`; '' when there is none. */
  feedback: string;
  /** The list inside it, when there is one. */
  inner: readonly { item: ListItem; line: number }[];
  item: ListItem;
  line: number;
}

export interface WrittenQuestion {
  /** HTML of what stands before the list. */
  stem: string;
  items: WrittenItem[];
  /** HTML of what stands after the list. */
  explanation: string;
  line: number;
}

/** A question's body: what is asked, one list, and what is to be kept in mind. */
export function readQuestion(node: DirectiveNode, tools: AuthoringTools): WrittenQuestion {
  const stem: string[] = [];
  const after: string[] = [];
  let items: WrittenItem[] | undefined;
  for (const { token, line } of lex(node.body, node.line + 1)) {
    if (!isDirective(token) && token.type === 'list' && !items) {
      items = itemsOf(token as unknown as ListToken, line).map(({ item, line: at }) => readItem(item, at, tools));
    } else if (!isDirective(token) && token.type === 'space') continue;
    else (items ? after : stem).push(tools.html(token.raw, line));
  }
  return { stem: stem.join(''), items: items ?? [], explanation: after.join(''), line: node.line };
}

interface ListToken {
  raw: string;
  items: ListItem[];
}

const itemsOf = ({ raw, items }: ListToken, line: number) =>
  [...withLines(raw, items, line)].map(({ child, line: at }) => ({ item: child, line: at }));

const BULLET = /^\s*(?:[-*+]|\d+[.)])(?:[ \t]+|(?=\n|$))/;
const BOX = /^\[( |x|X)\][ \t]*/;

/** `- [x] words`, then lines that begin with `>`, then a list of its own; each may be absent. */
export function readItem(item: ListItem, line: number, tools: AuthoringTools): WrittenItem {
  const bare = item.raw.replace(BULLET, '');
  const box = BOX.exec(bare);
  const lines = bare.replace(BOX, '').split('\n');
  const within = lines.map((text, rank) => (rank === 0 ? text : text.replace(/^(?: {1,6}|\t)/, '')));
  const ends = (pattern: RegExp) => {
    const found = within.findIndex((text, rank) => rank > 0 && pattern.test(text));
    return found < 0 ? within.length : found;
  };
  const listAt = ends(/^\s*(?:[-*+]|\d+[.)])[ \t]/);
  const quoteAt = Math.min(ends(/^\s*>/), listAt);
  const words = within.slice(0, quoteAt).join('\n').trim();
  const feedback = within
    .slice(quoteAt, listAt)
    .map((text) => text.replace(/^\s*> ?/, ''))
    .join('\n')
    .trim();
  const list = item.tokens.find(({ type }) => type === 'list') as ListToken | undefined;
  return {
    html: words && tools.inline(words, line),
    text: words && tools.text(words),
    checked: box ? box[1] !== ' ' : undefined,
    feedback: feedback && tools.html(feedback, line + quoteAt),
    inner: list ? itemsOf(list, line + listAt) : [],
    item,
    line,
  };
}

/** Says which items have no box; `kind` begins the code of the issue. */
export function sayUnboxed(items: readonly WrittenItem[], kind: string, tools: AuthoringTools): void {
  for (const { checked, line } of items)
    if (checked === undefined)
      tools.issue(
        line,
        `${kind}/case`,
        'cette ligne n’a pas de case',
        'Écrivez - [ ] devant ce qui est faux, - [x] devant ce qui est juste.',
      );
}

/** Says which items are written twice, or share their explanation word for word. */
export function sayRepeats(
  items: readonly Pick<WrittenItem, 'text' | 'feedback' | 'line'>[],
  kind: string,
  tools: AuthoringTools,
): void {
  items.forEach(({ text, feedback, line }, rank) => {
    const before = items.slice(0, rank);
    if (before.some((other) => other.text === text))
      tools.issue(line, `${kind}/double`, 'cette ligne est écrite deux fois', 'Changez ou retirez l’une des deux.');
    if (feedback && before.some((other) => other.feedback === feedback))
      tools.issue(
        line,
        `${kind}/explication-double`,
        'cette explication est celle d’une autre ligne',
        'Chacune a la sienne\u00a0: dites à quoi cette réponse-ci conduit.',
      );
  });
}

/** The fields that every question has, from what was written; says whatever may not decide of a right answer. */
export function questionFields(
  { stem, explanation }: Pick<WrittenQuestion, 'stem' | 'explanation'>,
  node: DirectiveNode,
  tools: AuthoringTools,
): Pick<Question, 'stem' | 'explanation' | 'certainty' | 'review' | 'sources'> {
  const { values } = node.attributes;
  const facts = factIds(values);
  for (const id of facts) {
    if (tools.fact(id)?.status !== 'AV') continue;
    tools.issue(
      node.line,
      'fait/av',
      `le fait ${id} est à vérifier (AV)\u00a0: il ne peut pas décider d’une réponse`,
      'Vérifiez-le et changez son code, ou appuyez la question sur un autre fait.',
    );
  }
  const target = values.get('revoir');
  const review = target ? tools.link(target, node.line) : undefined;
  return {
    stem,
    explanation,
    certainty: values.has('certitude'),
    ...(review && { review: { href: review.href, title: review.title } }),
    sources: facts.flatMap((id) => tools.fact(id) ?? []).map(sourceLine),
  };
}

/** A question counts once answered or passed. `rating`: there is no right answer. */
export const questionTask = (html: string, rating = false): Pick<Task, 'kind' | 'label' | 'rating'> => ({
  kind: 'answer',
  label: beginning(plainText(html), 90),
  ...(rating && { rating }),
});

/** What stands in the page until the element is ready, and when no script runs. `inside` is HTML. */
export const questionPlaceholder = (stem: string, inside: string, title = 'Question') =>
  `<section class="card bloc"><h2 class="kicker">${title}</h2>${stem ? `<div class="stem">${stem}</div>` : ''}${inside}</section>`;

/** The same for a list of things to choose or arrange. */
export const staticTiles = (items: readonly string[]) =>
  `<ul class="tiles">${items.map((item) => `<li class="tile tile--static"><span>${item}</span></li>`).join('')}</ul>`;

/** Words of these pieces of HTML. */
export const wordsOf = (...pieces: readonly string[]): number => wordCount(plainText(pieces.join(' ')));

/** The stem that a question cannot do without. */
export const Stem = v.pipe(v.string(), v.nonEmpty('il manque la question → Écrivez-la avant la liste.'));

/** One item of a list that is written with its explanation. */
export const ItemWords = v.pipe(v.string(), v.nonEmpty('cette ligne est vide → Écrivez son texte, ou retirez-la.'));
