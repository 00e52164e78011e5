import type { Token, Tokens } from 'marked';
import { isDirective, lex } from '../directive.ts';
import { quoted } from '../issue.ts';
import { type MarkdownContext, renderMarkdown } from '../markdown.ts';

/** Says, at its 1-based line, whatever a Markdown text has that a Word document made of it would not. */
export function reviewDocument(markdown: string, say: MarkdownContext['issue']): void {
  const tokens = lex(markdown, 1).filter(({ token }) => token.type !== 'space');
  const [first] = tokens;
  const [, ...others] = tokens.filter(({ token }) => isTitle(token));
  if (!isTitle(first?.token))
    say(
      first?.line ?? 1,
      'document/titre',
      'ce document n’a pas de titre',
      'Commencez-le par une ligne # Titre du document\u00a0: Word et les lecteurs d’écran l’annoncent.',
    );
  for (const { line } of others)
    say(line, 'document/titre-double', 'ce document a un second titre #', 'Écrivez ## pour les parties du document.');
  for (const { token, line } of tokens) {
    if (isDirective(token)) outside(line, `le bloc ${quoted(token.name)}`);
    else if (token.type === 'code') outside(line, 'un passage de code');
    else if (token.type === 'blockquote' && !(token as Tokens.Blockquote).tokens.every(isPlain))
      outside(line, 'une liste, un tableau ou un titre dans une citation');
    else
      renderMarkdown(token.raw, line - leadingLines(token.raw), {
        issue: (at, code, message, hint) => code !== TITLE && say(at, code, message, hint),
        link: (target, at) => void outside(at, `un lien vers une page (${target})`),
        term: (_id, words, at) => void outside(at, `un renvoi au glossaire (${words})`),
        image: (path, at) => void outside(at, `une image (${path})`),
        directive: () => undefined, // a paragraph begins no directive
      });
  }

  function outside(line: number, what: string): void {
    say(
      line,
      'document/contenu',
      `un document Word fait d’un texte ne contient pas ${what}`,
      'Gardez titres, paragraphes, listes, cases à cocher et tableaux, ou déposez un fichier docx déjà fait.',
    );
  }
}

/** Said of a page, whose title is in its header: a document's is here. */
const TITLE = 'texte/titre-1';

const isTitle = (token: { type: string } | undefined) =>
  token?.type === 'heading' && (token as Tokens.Heading).depth === 1;
const isPlain = ({ type }: Token) => type === 'paragraph' || type === 'space';
const leadingLines = (raw: string) => /^\n*/.exec(raw)![0].length;
