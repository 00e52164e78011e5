import { comparable, type Tolerance } from '../model/text.ts';
import type { AuthoringTools, DirectiveNode } from './block-type.ts';
import { isDirective, type ListItem, lex, newlines, withLines } from './directive.ts';
import { plainText } from './escape.ts';
import { heldTogether } from './held-together.ts';
import { readTolerances } from './tolerance.ts';

/** `[[a | b]]`: what stands between the brackets may run over two lines. */
const GAP = /\[\[((?:(?!\]\])[\s\S])*)\]\]/g;

/** A gap stands in the Markdown, then in its HTML, as one private-use character: nothing on the way touches it. */
const FIRST_MARK = 0xe000;
const mark = (rank: number) => String.fromCharCode(FIRST_MARK + rank);
const MARK = /[\ue000-\uefff]/g;

export const fillMarks = (html: string, fill: (rank: number) => string) =>
  heldTogether(html, `(${MARK.source})`, (sign) => fill(sign.charCodeAt(0) - FIRST_MARK));

/** Where a gap may stand. */
const PLACES: readonly string[] = ['paragraph', 'list', 'blockquote'];

interface WrittenGap {
  entries: string[];
  rights: string[];
  near: string;
  feedback: string;
  line: number;
}

/** What is asked, the text and its gaps, their explanations in order, what is to be kept in mind. */
export function readGappedText(node: DirectiveNode, tools: AuthoringTools) {
  const tokens = lex(node.body, node.line + 1).filter(({ token }) => token.type !== 'space');
  const holds = tokens.map(({ token }) => token.raw.search(GAP) >= 0);
  const first = holds.includes(true) ? holds.indexOf(true) : tokens.length;
  const end = holds.lastIndexOf(true) + 1 || tokens.length;
  const listAt = tokens.findIndex(
    ({ token }, rank) => rank >= end && token.type === 'list' && 'ordered' in token && token.ordered === true,
  );
  const tolerances = readTolerances(node, tools);
  const gaps: WrittenGap[] = [];
  const html = (those: typeof tokens) => those.map(({ token, line }) => tools.html(token.raw, line)).join('');
  const text = tokens
    .slice(first, listAt < 0 ? end : listAt)
    .map(({ token, line }) => {
      if (token.raw.search(GAP) >= 0 && (isDirective(token) || !PLACES.includes(token.type)))
        sayPlace(
          token.type === 'table' ? 'un champ est dans un tableau' : 'un champ est ailleurs que dans du texte',
          line,
          node,
          tools,
        );
      return readBlock(token.raw.replace(/^\n+/, ''), line, gaps, node, tools);
    })
    .join('');
  const explanations = listAt < 0 ? [] : readExplanations(tokens[listAt]!, tools);
  if (listAt >= 0 && explanations.length !== gaps.length)
    tools.issue(
      tokens[listAt]!.line,
      `${node.name}/explications`,
      `le nombre d’explications (${explanations.length}) n’est pas celui des champs (${gaps.length})`,
      'Écrivez une ligne numérotée par champ, dans l’ordre du texte, ou retirez la liste.',
    );
  for (const { entries, rights, line } of gaps)
    sayDoubles(entries, rights.length > 0 ? [] : tolerances, line, node, tools);
  return {
    stem: html(tokens.slice(0, first)),
    html: text,
    gaps: gaps.map((gap, rank) => ({ ...gap, feedback: explanations[rank] ?? '' })),
    explanation: html(tokens.slice(listAt < 0 ? end : listAt + 1)),
    tolerances,
    line: node.line,
  };
}

/** The HTML of one block, marks in its gaps, which go to the end of `gaps`. */
function readBlock(raw: string, line: number, gaps: WrittenGap[], node: DirectiveNode, tools: AuthoringTools): string {
  const from = gaps.length;
  const marked = raw
    // the typography of an apostrophe is told by the letter that follows
    .replace(/(?<=\p{L})'(?=\[\[)/gu, '’')
    .replace(GAP, (_, inside: string, at: number) => {
      const gap = readEntries(inside, tools);
      gaps.push({ ...gap, near: '', feedback: '', line: line + newlines(raw.slice(0, at)) });
      return mark(gaps.length - 1);
    });
  const html = tools.html(marked, line);
  const words = plainText(html);
  gaps.slice(from).forEach((gap, rank) => {
    gap.near = nearWords(words, mark(from + rank));
    if (!words.includes(mark(from + rank)))
      sayPlace('un champ est dans l’alternative d’une image ou l’adresse d’un lien', gap.line, node, tools);
  });
  return html;
}

const sayPlace = (message: string, line: number, node: DirectiveNode, tools: AuthoringTools) =>
  tools.issue(line, `${node.name}/place`, message, 'Mettez les champs dans un paragraphe, une liste ou une citation.');

/** An entry in parentheses is the right one of a list. */
function readEntries(inside: string, tools: AuthoringTools): Pick<WrittenGap, 'entries' | 'rights'> {
  const written = inside
    .replace(/\s*\n[\s>]*/g, ' ')
    .split('|')
    .map((one) => one.trim());
  const inParentheses = /^\(([\s\S]*)\)$/;
  const text = (one: string) => tools.text(one.replace(inParentheses, '$1').trim());
  return {
    entries: written.map(text),
    rights: written.filter((one) => inParentheses.test(one)).map(text),
  };
}

/** Four words before a gap and three after; other gaps among them are « … » too. */
function nearWords(text: string, sign: string): string {
  const [before = '', after = ''] = text.split(sign);
  const few = (words: string, from: number, to?: number) => words.split(' ').filter(Boolean).slice(from, to).join(' ');
  const glued = /\S$/.test(before) ? '' : ' ';
  const next = /^\S/.test(after) ? '' : ' ';
  return `${few(before, -4)}${glued}…${next}${few(after, 0, 3)}`.replace(MARK, '…').trim();
}

function readExplanations({ token, line }: ReturnType<typeof lex>[number], tools: AuthoringTools): string[] {
  const items = (token as unknown as { items: ListItem[] }).items;
  return [...withLines(token.raw, items, line)].map(({ child, line: at }) => {
    const lines = child.raw.replace(/^\s*\d+[.)][ \t]*/, '').split('\n');
    return tools.html(
      lines
        .map((one) => one.replace(/^ {1,4}/, ''))
        .join('\n')
        .trim(),
      at,
    );
  });
}

function sayDoubles(
  entries: readonly string[],
  tolerances: readonly Tolerance[],
  line: number,
  node: DirectiveNode,
  tools: AuthoringTools,
): void {
  const forms = entries.map((entry) => comparable(entry, tolerances));
  if (!forms.some((form, rank) => form && forms.indexOf(form) !== rank)) return;
  tools.issue(
    line,
    `${node.name}/double`,
    'ce champ a deux fois la même réponse, à une différence tolérée près',
    'Retirez l’une des deux, ou réduisez la tolérance.',
  );
}
