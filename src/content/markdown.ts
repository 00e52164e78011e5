import { Parser, type Parser as ParserType, Renderer, type Token, type Tokens } from 'marked';
import { type DirectiveToken, isDirective, lex, newlines, withLines } from './directive.ts';
import { escapeHtml } from './escape.ts';
import { heldTogether } from './held-together.ts';
import { isForeign, readLanguage, withoutMarks } from './language.ts';
import { reviewProse, unescaped } from './prose.ts';
import { TERM } from './terms.ts';
import { typeset } from './typography.ts';

/** What the page around a piece of Markdown knows, and where it says what is wrong. */
export interface MarkdownContext {
  issue(line: number, code: string, message: string, hint?: string): void;
  /** The address of an internal link; absent (and said) when it leads nowhere. */
  link(target: string, line: number): { href: string } | undefined;
  /** Where the image will be in the package, with its size; absent (and said) when there is no such file. */
  image(path: string, line: number): { src: string; width?: number; height?: number } | undefined;
  /** Draws words that open their definition; absent (and said) when nothing defines them. */
  term(id: string, words: string, line: number): string | undefined;
  /** Draws a directive met inside; absent when it may not stand here (already said). */
  directive(token: DirectiveToken, line: number): string | undefined;
}

/** Markdown to static HTML. Raw HTML, dead links and images without alternative become issues at their line. */
export function renderMarkdown(source: string, firstLine: number, context: MarkdownContext): string {
  return lex(source, firstLine)
    .map(({ token, line }) => renderBlock(token, line, context))
    .join('');
}

/** One run of text, no paragraph around it. */
export function renderInline(source: string, firstLine: number, context: MarkdownContext): string {
  const html = renderMarkdown(source.trim(), firstLine, context).trim();
  const alone = /^<p>([\s\S]*)<\/p>$/.exec(html)?.[1];
  return alone !== undefined && !alone.includes('<p>') ? alone : html;
}

export function renderBlock(token: Token | DirectiveToken, line: number, context: MarkdownContext): string {
  if (isDirective(token)) return context.directive(token, line) ?? '';
  review(token, line, context);
  return heldTogether(parser(context, line).parse([token as Token]), TERM_DRAWN, (term) => term);
}

/** Stand around what a term draws, until its neighbours are known. */
const [TERM_START, TERM_END] = ['\uf8f0', '\uf8f1'];
const TERM_DRAWN = `${TERM_START}([^${TERM_END}]*)${TERM_END}`;

/** Walks a token and its children, saying what an author may not write, and notes the line of links and images. */
function review(token: Token, line: number, context: MarkdownContext): void {
  (token as { line?: number }).line = line;
  if (token.type === 'html') {
    context.issue(
      line,
      'texte/html',
      `le HTML brut n’est pas accepté\u00a0: ${token.raw.trim().slice(0, 40)}`,
      HTML_HINT,
    );
  }
  if (token.type === 'heading' && (token as Tokens.Heading).depth === 1) {
    context.issue(
      line,
      'texte/titre-1',
      'un titre # est réservé au titre de la page, qui vient de l’en-tête',
      'Écrivez ## ou ###.',
    );
  }
  if (token.type === 'paragraph') {
    token.raw.split('\n').forEach((text, rank) => {
      if (/^\s*:{3,}\s*$/.test(text))
        context.issue(line + rank, 'bloc/fermeture', 'cette ligne ferme un bloc qui n’est pas ouvert', FENCE_HINT);
      else if (/^\s*:{3,}/.test(text))
        context.issue(
          line + rank,
          'bloc/ouverture',
          `cette ouverture de bloc est illisible\u00a0: ${text.trim().slice(0, 40)}`,
          'Écrivez :::nom{attribut=valeur} seul sur sa ligne, accolade fermée, sans espace en début de ligne.',
        );
    });
  }
  if (isForeign(token)) {
    const language = readLanguage(token);
    if ('fault' in language) context.issue(line, language.fault.code, language.fault.message, language.fault.hint);
  }
  if (holdsProse(token)) reviewProse(token.tokens, line, context.issue);
  if (token.type === 'image') reviewImage(token as Tokens.Image, line, context);
  if (token.type === 'list') {
    for (const { child, line: at } of withLines(token.raw, (token as Tokens.List).items, line))
      review(child, at, context);
  } else if (token.type === 'table') {
    const { header, rows, raw } = token as Tokens.Table;
    const cells = [header, ...rows];
    const start = newlines(raw.slice(0, raw.search(/\S/)));
    cells.forEach((row, rank) => {
      const at = line + start + rank + (rank > 0 ? 1 : 0);
      for (const cell of row) {
        reviewProse(cell.tokens, at, context.issue);
        for (const child of cell.tokens) review(child, at, context);
      }
    });
  } else if ('tokens' in token && token.tokens) {
    for (const { child, line: at } of withLines(token.raw, token.tokens, line)) review(child, at, context);
  }
}

/** Its children are runs of text; a `text` among them has none. */
const holdsProse = (token: Token): token is Token & { tokens: Token[] } =>
  ['paragraph', 'heading', 'text', 'image'].includes(token.type) && 'tokens' in token && token.tokens !== undefined;

const FENCE_HINT =
  'Retirez-la, ou donnez au bloc qui en contient un autre une ouverture plus longue (::::) que celle qu’il contient.';
const HTML_HINT =
  'Employez le Markdown ou un bloc «\u00a0:::\u00a0»\u202f; pour écrire un signe < tel quel, mettez-le entre `accents graves`.';

function reviewImage(image: Tokens.Image, line: number, context: MarkdownContext): void {
  const decorative = image.title === 'decoratif';
  if (!image.text.trim() && !decorative) {
    context.issue(
      line,
      'image/alternative',
      `l’image ${image.href} n’a pas d’alternative`,
      'Écrivez ![ce que l’image apprend](…), ou "decoratif" après le chemin si elle n’apprend rien.',
    );
  }
}

function parser(context: MarkdownContext, line: number): ParserType {
  const renderer = new Renderer();
  /** How many runs of another language hold what is being drawn. */
  let abroad = 0;
  const lineOf = (token: object) => (token as { line?: number }).line ?? line;
  renderer.text = (token) =>
    'tokens' in token && token.tokens ? instance.parseInline(token.tokens) : setUnless(abroad > 0, token.text);
  renderer.heading = ({ tokens, depth }) => `<h${depth}>${instance.parseInline(tokens)}</h${depth}>\n`;
  renderer.html = () => '';
  renderer.codespan = ({ text }) => `<code>${escapeHtml(text)}</code>`;
  renderer.link = (token) => {
    const words = instance.parseInline(token.tokens);
    if (/^(?:https?:|mailto:|tel:)/.test(token.href)) {
      return `<a href="${escapeHtml(token.href)}"${token.href.startsWith('http') ? ' target="_blank" rel="noopener"' : ''}>${words}</a>`;
    }
    if (token.href.startsWith(TERM)) {
      const term = context.term(token.href.slice(TERM.length), words, lineOf(token));
      return term === undefined ? words : `${TERM_START}${term}${TERM_END}`;
    }
    const target = context.link(token.href, lineOf(token));
    return target ? `<a href="${escapeHtml(target.href)}">${words}</a>` : words;
  };
  renderer.image = (token) => {
    const image = context.image(token.href, lineOf(token));
    if (!image) return '';
    const size = image.width && image.height ? ` width="${image.width}" height="${image.height}"` : '';
    return `<img src="${escapeHtml(image.src)}" alt="${escapeHtml(typeset(withoutMarks(token.text)))}"${size} loading="lazy" decoding="async">`;
  };
  renderer.table = ({ header, rows, align }) => {
    const cell = (tag: 'th' | 'td', { tokens }: Tokens.TableCell, rank: number) =>
      `<${tag}${tag === 'th' ? ' scope="col"' : ''}${align[rank] === 'right' ? ' class="num"' : ''}>${instance.parseInline(tokens)}</${tag}>`;
    // the corner of a table whose lines have names heads nothing
    const head = `<tr>${header.map((one, rank) => cell(one.text.trim() ? 'th' : 'td', one, rank)).join('')}</tr>`;
    const body = rows.map((row) => `<tr>${row.map((one, rank) => cell('td', one, rank)).join('')}</tr>`).join('');
    return `<div class="table" tabindex="0" role="group" aria-label="Tableau"><table><thead>${head}</thead><tbody>${body}</tbody></table></div>\n`;
  };
  const drawForeign = (token: Tokens.Generic): string => {
    const language = isForeign(token) ? readLanguage(token) : undefined;
    const tag = language && 'tag' in language ? language.tag : undefined;
    const stranger = tag !== undefined && !/^fr(?:-|$)/.test(tag);
    if (stranger) abroad += 1;
    const words = instance.parseInline(token.tokens ?? []);
    if (stranger) abroad -= 1;
    return tag ? `<span lang="${tag}">${words}</span>` : words;
  };
  const extensions = { renderers: { foreign: drawForeign }, childTokens: {} };
  const instance: ParserType = new Parser({ renderer, gfm: true, extensions });
  renderer.parser = instance;
  return instance;
}

/** French typography, unless the words are of another language. */
const setUnless = (stranger: boolean, text: string) =>
  stranger ? escapeHtml(unescaped(text)) : typeset(escapeHtml(unescaped(text)));
