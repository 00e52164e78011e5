import { Marked, type Token, type TokenizerExtension, type Tokens } from 'marked';
import { foreign } from './language.ts';

/** `:::nom{attributs}` … `:::`; a longer fence holds shorter ones. */
export interface DirectiveToken {
  type: 'directive';
  raw: string;
  fence: string;
  name: string;
  /** What stands between the braces, unparsed. */
  attributes: string;
  body: string;
  /** False when the closing fence is missing: the body then runs to the end of the file. */
  closed: boolean;
}

const OPENING = /^(:{3,})[ \t]*([\p{L}][\p{L}\d-]*)(?:\{([^\n]*)\})?[ \t]*(?:\n|$)/u;

const directive: TokenizerExtension = {
  name: 'directive',
  level: 'block',
  start: (source) => source.match(/^:{3,}[ \t]*\p{L}/mu)?.index,
  tokenizer(source): DirectiveToken | undefined {
    const [opening, fence, name, attributes = ''] = OPENING.exec(source) ?? [];
    if (!opening || !fence || !name) return;
    const { body, closing } = bodyOf(source.slice(opening.length), fence);
    return {
      type: 'directive',
      raw: opening + body + (closing ?? ''),
      fence,
      name,
      attributes,
      body,
      closed: closing !== undefined,
    };
  },
};

/** Up to the line that is exactly the fence; lines inside a code fence do not count. */
function bodyOf(rest: string, fence: string): { body: string; closing?: string } {
  let code = '';
  for (let at = 0; at < rest.length; ) {
    const end = rest.indexOf('\n', at);
    const line = rest.slice(at, end < 0 ? rest.length : end + 1);
    const text = line.trim();
    const tick = /^(`{3,}|~{3,})/.exec(text)?.[1];
    if (code) {
      if (tick && text === tick && tick.startsWith(code)) code = '';
    } else if (tick) code = tick;
    else if (text === fence) return { body: rest.slice(0, at), closing: line };
    at += line.length;
  }
  return { body: rest };
}

const markdown = new Marked({ gfm: true, extensions: [directive, foreign] });

/** Tokens with their line, 1-based; marked keeps `raw` exact, so a line is a count of the newlines before it. */
export function lex(source: string, firstLine: number): { token: Token | DirectiveToken; line: number }[] {
  let line = firstLine;
  return markdown.lexer(source).map((token) => {
    const blank = /^\n*/.exec(token.raw)?.[0].length ?? 0;
    const at = line + (token.type === 'space' ? 0 : blank);
    line += newlines(token.raw);
    return { token: token as Token | DirectiveToken, line: at };
  });
}

export const newlines = (text: string) => text.split('\n').length - 1;

export const isDirective = (token: Token | DirectiveToken): token is DirectiveToken => token.type === 'directive';

/**
 * Lines of the children of a block, found by looking for each child's first line in its parent's text, after the lines
 * of the child before.
 */
export function* withLines<T extends { raw: string }>(parent: string, children: readonly T[], line: number) {
  let cursor = 0;
  for (const child of children) {
    const text = child.raw.trim();
    const first = text.split('\n', 1)[0]!;
    const found = first ? parent.indexOf(first, cursor) : -1;
    if (found >= 0) cursor = found;
    yield { child, line: line + newlines(parent.slice(0, cursor)) };
    if (found >= 0) cursor = endOf(text, parent, found);
  }
}

/** Where a child that begins here ends; the lines of a quotation or of an item may have lost what begins them. */
function endOf(text: string, parent: string, from: number): number {
  if (parent.startsWith(text, from)) return from + text.length;
  let end = from;
  for (let left = newlines(text); left > 0; left -= 1) {
    const next = parent.indexOf('\n', end) + 1;
    if (next === 0) break;
    end = next;
  }
  const last = text.slice(text.lastIndexOf('\n') + 1);
  const found = parent.indexOf(last, end);
  return found < 0 ? end : found + last.length;
}

export interface Attributes {
  values: ReadonlyMap<string, string>;
  /** What could not be read, as written. */
  unread: readonly string[];
}

/** `id=abc certitude competences="PE-M1.a PE-M1.c"`: a word alone is a flag, its value is ''. */
export function parseAttributes(text: string): Attributes {
  const values = new Map<string, string>();
  const unread: string[] = [];
  const pattern = /\s*(?:([\p{L}][\p{L}\d-]*)(?:\s*=\s*(?:"([^"]*)"|([^\s"]+)))?(?=\s|$)|(\S+))/guy;
  for (const [, name, quoted, bare, other] of text.trim().matchAll(pattern)) {
    if (other !== undefined || !name || values.has(name)) unread.push(other ?? name ?? '');
    else values.set(name, quoted ?? bare ?? '');
  }
  return { values, unread };
}

/** The facts that a directive rests on: `faits="F1 F2"`. */
export const factIds = (values: Attributes['values']) => (values.get('faits') ?? '').split(/\s+/).filter(Boolean);

export type ListItem = Tokens.ListItem;
