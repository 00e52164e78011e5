import type { StaticType } from './block-type.ts';
import { isDirective, lex, parseAttributes } from './directive.ts';
import { INCLUDE, type Including, includedBy, readFragment } from './include.ts';
import { type Issue, nearest, type Position, quoted } from './issue.ts';
import { withoutMarks } from './language.ts';
import type { CourseSources } from './sources.ts';

/** A word explained once for its whole module. */
export interface Term extends Position {
  /** Markdown, a run of text. */
  words: string;
  /** Markdown, one paragraph. */
  definition: string;
}

/** `[le relais](glossaire:relais-petite-enfance)`. */
export const TERM = 'glossaire:';

/** What a link writes after `glossaire:`. */
export const termId = (words: string) =>
  withoutMarks(words)
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

interface Page {
  file: string;
  body: string;
  /** Of the body's first line, 1-based. */
  bodyLine: number;
}

/** Every word that the pages of a module define, by its id: read before any page is drawn, shared texts included. */
export function readTerms(
  pages: readonly Page[],
  statics: readonly StaticType[],
  sources: CourseSources,
  report: (issue: Issue) => void,
): Map<string, Term> {
  const terms = new Map<string, Term>();
  const defining = statics.filter((type) => type.terms !== undefined);
  const openings = [INCLUDE, ...defining.flatMap(({ directives }) => directives)];
  const walk = (file: string, body: string, firstLine: number, included: Including['included']) => {
    if (!openings.some((name) => body.includes(name))) return;
    for (const { token, line } of lex(body, firstLine)) {
      if (!isDirective(token)) continue;
      if (token.name === INCLUDE) {
        const read = readFragment(token.attributes, file, { sources, included });
        if ('fragment' in read)
          walk(read.fragment.file, read.fragment.body, read.fragment.bodyLine, [...included, { file, line }]);
        continue;
      }
      const type = defining.find(({ directives }) => directives.includes(token.name));
      if (!type) walk(file, token.body, line + 1, included);
      const attributes = parseAttributes(token.attributes);
      for (const term of type?.terms?.({ name: token.name, attributes, body: token.body, file, line }) ?? []) {
        const id = termId(term.words);
        const first = terms.get(id);
        if (!first) terms.set(id, { ...term, file });
        // a shared text that is included twice defines its words once
        else if (first.file !== file || first.line !== term.line)
          report({
            file,
            line: term.line,
            code: 'glossaire/double',
            message: `le terme ${quoted(term.words)} est déjà défini (${first.file}:${first.line})`,
            hint: `Gardez une seule définition par module, et renvoyez-y depuis le texte.${includedBy(included)}`,
          });
      }
    }
  };
  for (const { file, body, bodyLine } of pages) walk(file, body, bodyLine, []);
  return terms;
}

export function unknownTerm(id: string, terms: ReadonlyMap<string, Term>) {
  const close = nearest(termId(id), terms.keys());
  return {
    code: 'glossaire/inconnu',
    message: `le terme ${quoted(id)} n’est défini sur aucune page du module`,
    hint: close
      ? `Vouliez-vous dire ${quoted(`${TERM}${close}`)}\u202f?`
      : 'Ajoutez-le dans un bloc :::glossaire\u00a0: - **Terme** : sa définition.',
  };
}

/**
 * A button that opens the definition standing right after it, with no script: it follows its words wherever a question
 * takes them. All are HTML but `id`, unique in the course.
 */
export const termHtml = (words: string, term: string, definition: string, id: string) =>
  `<button type="button" class="term" popovertarget="${id}">${words}</button><span popover id="${id}" class="term__note"><b>${term}\u00a0:</b> ${definition}</span>`;
