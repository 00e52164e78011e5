import type { Token } from 'marked';
import {
  type Attributes,
  type DirectiveToken,
  isDirective,
  lex,
  parseAttributes,
} from '../../src/content/directive.ts';
import { INCLUDE, type Including, readFragment } from '../../src/content/include.ts';
import type { Position } from '../../src/content/issue.ts';

/** What a page is written in: its file, and the shared texts that it may include. */
export interface PageSource {
  file: string;
  /** Markdown after the header. */
  body: string;
  /** Of the body's first line, 1-based. */
  bodyLine: number;
  sources: Including['sources'];
}

/** A token where its author wrote it. */
export interface Piece extends Position {
  token: Token | DirectiveToken;
  /** Name of the innermost block around it; '' in the page itself. */
  within: string;
}

/** The tokens of a page in reading order, a block before what it holds, a shared text in place of its `inclure`. */
export function* walkPage(page: PageSource, within = '', included: readonly Position[] = []): Generator<Piece> {
  const { file, sources } = page;
  for (const { token, line } of lex(page.body, page.bodyLine)) {
    if (isDirective(token) && token.name === INCLUDE) {
      const read = readFragment(token.attributes, file, { sources, included });
      if ('fragment' in read) yield* walkPage({ ...read.fragment, sources }, within, [...included, { file, line }]);
      continue;
    }
    yield { token, file, line, within };
    if (isDirective(token))
      yield* walkPage({ file, body: token.body, bodyLine: line + 1, sources }, token.name, included);
  }
}

/** A block where its author wrote it, at any depth. */
export interface WrittenDirective extends Position {
  name: string;
  values: Attributes['values'];
  body: string;
}

/** Every block of a page, outer ones first. Lines are those of the opening fences. */
export const directivesOf = (page: PageSource): WrittenDirective[] =>
  [...walkPage(page)].flatMap(({ token, file, line }) =>
    isDirective(token)
      ? [{ name: token.name, values: parseAttributes(token.attributes).values, body: token.body, file, line }]
      : [],
  );
