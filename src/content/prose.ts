import type { Token } from 'marked';
import { newlines } from './directive.ts';
import { isForeign, strayMarks } from './language.ts';
import { ADDRESS_SIGN, OPAQUE, typographyFaults } from './typography-check.ts';

/**
 * What a reader reads of a run of inline Markdown, in one piece: a bold word and the sign after it are side by side.
 * It has the line breaks of its source, no more, no less: a place in it gives a line.
 */
const proseOf = (tokens: readonly Token[]): string => tokens.map(wordsOf).join('');

function wordsOf(token: Token): string {
  const opaque = (sign: string) => sign + '\n'.repeat(newlines(token.raw));
  if (isForeign(token) || token.type === 'codespan' || token.type === 'image') return opaque(OPAQUE);
  // a sign that its author wrote after a backslash is meant
  if (token.type === 'escape') return OPAQUE;
  if (token.type === 'br') return '\n';
  if (token.type === 'html' || token.type === 'checkbox') return opaque(ADDRESS_SIGN);
  if (token.type === 'link' && token.text === token.href) return opaque(ADDRESS_SIGN);
  if ('tokens' in token && token.tokens) return proseOf(token.tokens);
  return token.type === 'text' ? unescaped(token.text) : opaque(OPAQUE);
}

/** Says, at its 1-based line, what a reader would stumble on in a run of inline Markdown that begins at `line`. */
export function reviewProse(
  tokens: readonly Token[],
  line: number,
  say: (line: number, code: string, message: string, hint?: string) => void,
): void {
  const prose = proseOf(tokens);
  for (const { at, code, message, hint } of [...strayMarks(prose), ...typographyFaults(prose)])
    say(line + newlines(prose.slice(0, at)), code, message, hint);
}

/** marked has already escaped some signs in `text` tokens; we escape once, ourselves. */
export const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
