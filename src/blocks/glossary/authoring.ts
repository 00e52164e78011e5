import type { DirectiveNode, StaticType } from '../../content/block-type.ts';
import { isDirective, type ListItem, lex, withLines } from '../../content/directive.ts';
import { termId } from '../../content/terms.ts';

interface Line {
  /** Undefined when the line is not « **Terme** : définition ». */
  term?: { words: string; definition: string };
  /** Holds a list, a second paragraph: more than a definition that opens over the text can show. */
  long: boolean;
  line: number;
}

const ENTRY = /^\*\*([^*]+)\*\*[ \t\u00a0\u202f]*:\s+(\S[\s\S]*)$/;

/** Its lines, and the 1-based lines of what is no list. */
function readGlossary({ body, line: opening }: DirectiveNode): { lines: Line[]; strays: number[] } {
  const lines: Line[] = [];
  const strays: number[] = [];
  for (const { token, line } of lex(body, opening + 1)) {
    if (token.type === 'space') continue;
    if (isDirective(token) || token.type !== 'list') {
      strays.push(line);
      continue;
    }
    for (const { child, line: at } of withLines(token.raw, (token as { items: ListItem[] }).items, line)) {
      const [, words, definition] = ENTRY.exec(child.text.trim()) ?? [];
      const long = child.tokens.filter(({ type }) => type !== 'space').length > 1;
      lines.push({ ...(words && definition && { term: { words: words.trim(), definition } }), long, line: at });
    }
  }
  return { lines, strays };
}

const byWords = new Intl.Collator('fr').compare;

/** The words of a module, in alphabetical order; `[mot](glossaire:mot)` opens one from any of its pages. */
export const glossaryType: StaticType = {
  directives: ['glossaire'],
  attributes: [],
  terms: (node) =>
    readGlossary(node).lines.flatMap(({ term, line }) => (term && termId(term.words) ? [{ ...term, line }] : [])),
  render(node, tools) {
    const { lines, strays } = readGlossary(node);
    if (lines.length === 0)
      tools.issue(
        node.line,
        'glossaire/vide',
        'ce glossaire n’a aucun terme',
        'Écrivez un terme par ligne\u00a0: - **Terme** : sa définition.',
      );
    for (const line of strays)
      tools.issue(
        line,
        'glossaire/texte',
        'un glossaire ne contient que sa liste de termes',
        'Placez ce texte avant ou après le bloc.',
      );
    const entries = lines.flatMap(({ term, long, line }) => {
      if (!term || !termId(term.words)) {
        tools.issue(
          line,
          'glossaire/terme',
          'cette ligne n’est pas un terme et sa définition',
          'Écrivez - **Terme** : sa définition.',
        );
        return [];
      }
      if (long)
        tools.issue(
          line,
          'glossaire/long',
          'cette définition a plus d’un paragraphe',
          'Une définition s’ouvre au-dessus du texte\u00a0: gardez un seul paragraphe, sans liste.',
        );
      return [
        {
          words: tools.text(term.words),
          title: tools.inline(term.words, line),
          html: tools.html(term.definition, line),
        },
      ];
    });
    const drawn = entries
      .sort((a, b) => byWords(a.words, b.words))
      .map(({ title, html }) => `<div><dt>${title}</dt><dd>${html}</dd></div>`);
    return `<dl class="card glossary">${drawn.join('')}</dl>\n`;
  },
};
