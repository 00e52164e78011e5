import type { Token, Tokens } from 'marked';
import { isDirective, newlines, withLines } from '../../src/content/directive.ts';
import type { Position } from '../../src/content/issue.ts';
import { type PageSource, walkPage } from './page-walk.ts';

/** A run of text that a learner reads, without its Markdown. Its newlines are those of the file. */
export interface Passage extends Position {
  text: string;
  /** A heading, a cell, one side of an association: words, no sentence. */
  label: boolean;
}

/** Everything that a page says, in reading order, each at its first line; code and alternatives of images aside. */
export const passagesOf = (page: PageSource): Passage[] =>
  [...walkPage(page)].flatMap(({ token, file, line, within }) =>
    isDirective(token) ? [] : inToken(token, line, within).map((found) => ({ ...found, file })),
  );

type Found = Omit<Passage, 'file'>;

/** Lists of codes and of names: nothing in them is read as it is written. */
const SILENT: readonly string[] = ['positionnement'];

/** `directive`: name of the block around, '' in the page itself. */
function inToken(token: Token, line: number, directive: string): Found[] {
  if (token.type === 'paragraph' || token.type === 'text') return inWords(token as Tokens.Paragraph, line, directive);
  if (token.type === 'heading')
    return directive === 'cas' && (token as Tokens.Heading).depth === 4 ? [] : [labelOf(token as Tokens.Heading, line)];
  if (token.type === 'table') return inTable(token as Tokens.Table, line);
  if (token.type === 'list')
    return SILENT.includes(directive) ? [] : inChildren(token.raw, (token as Tokens.List).items, line, directive);
  if (token.type === 'list_item' || token.type === 'blockquote')
    return inChildren(token.raw, (token as Tokens.Blockquote).tokens, line, directive);
  return [];
}

const inChildren = (raw: string, children: readonly Token[], line: number, directive: string): Found[] =>
  [...withLines(raw, children, line)].flatMap(({ child, line: at }) => inToken(child, at, directive));

/** What the syntax of a block adds to its words is no part of them. */
function inWords(token: Tokens.Paragraph, line: number, directive: string): Found[] {
  const words = textOf(token);
  if (directive === 'cas') return [{ text: words.replace(/\s*(?:\{\p{L}+\}|=>[^\n]*)/gu, ''), line, label: false }];
  if (directive === 'association' && words.includes('=>'))
    return words.split('=>').map((side) => ({ text: side.trim(), line, label: true }));
  if (directive === 'texte-a-trous') return [{ text: words.replace(GAP, firstAnswer), line, label: false }];
  return [{ text: words, line, label: false }];
}

/** `[[première | seconde]]`, `[[(juste) | erreur]]`. */
const GAP = /\[\[((?:(?!\]\])[\s\S])*)\]\]/g;
const firstAnswer = (_: string, inside: string) => {
  const answers = inside.split('|').map((answer) => answer.trim());
  return (answers.find((answer) => /^\(.*\)$/s.test(answer)) ?? answers[0] ?? '').replace(/^\((.*)\)$/s, '$1');
};

const labelOf = (token: Token, line: number): Found => ({ text: textOf(token), line, label: true });

function inTable({ header, rows, raw }: Tokens.Table, line: number): Found[] {
  const start = line + newlines(raw.slice(0, raw.search(/\S/)));
  // the line of dashes stands between the head and the first row
  return [header, ...rows].flatMap((row, rank) =>
    row.map((cell) => ({
      text: cell.tokens.map(textOf).join(''),
      line: start + rank + Number(rank > 0),
      label: true,
    })),
  );
}

/** The words of a token; an image has none, and a line break stays one. */
function textOf(token: Token): string {
  if (token.type === 'image' || token.type === 'checkbox' || token.type === 'html') return '';
  if (token.type === 'br') return '\n';
  if ('tokens' in token && token.tokens) return token.tokens.map(textOf).join('');
  return 'text' in token ? String(token.text) : '';
}
