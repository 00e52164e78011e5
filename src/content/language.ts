import type { Token, TokenizerExtension } from 'marked';
import { type Issue, nearest, quoted } from './issue.ts';

/** `[burn-out]{lang=en}`: words of another language, which a screen reader then says as such. */
export interface ForeignToken {
  type: 'foreign';
  raw: string;
  /** What stands between the brackets. */
  text: string;
  /** What stands between the braces, unparsed. */
  mark: string;
  tokens: Token[];
}

export const isForeign = (token: { type: string }): token is ForeignToken => token.type === 'foreign';

/** Brackets may hold a link: one pair within the other. */
const FOREIGN = /^\[((?:\\[\s\S]|[^[\]\\]|\[[^[\]]*\])*)\]\{([^{}\n]*)\}/;

export const foreign: TokenizerExtension = {
  name: 'foreign',
  level: 'inline',
  start: (source) => source.indexOf('['),
  tokenizer(source): ForeignToken | undefined {
    const [raw, text, mark] = FOREIGN.exec(source) ?? [];
    if (raw === undefined || text === undefined || mark === undefined) return;
    return { type: 'foreign', raw, text, mark, tokens: this.lexer.inlineTokens(text) };
  },
};

const MARKED = /\[([^[\]]*)\]\{lang=[^{}\n]*\}/g;

/** The same words without their mark: what a name or an address is made of. */
export const withoutMarks = (words: string) => words.replace(MARKED, '$1');

/** The marks of a text that is no Markdown, with their place in it: they would be read as they are. */
export const misplacedMarks = (text: string): (Fault & { at: number })[] =>
  [...text.matchAll(MARKED)].map(({ 0: written, 1: words, index }) => ({
    at: index,
    ...fault(
      'place',
      `${quoted(written)} serait lu tel quel\u00a0: ce texte n’a pas de marque de langue`,
      `Écrivez ${quoted(words!)} seul ici, et marquez-le dans le texte des pages.`,
    ).fault,
  }));

const NAMES = new Intl.DisplayNames(['fr'], { type: 'language', fallback: 'none' });

/** « anglais » for `en`; undefined when it is the code of no language. */
function languageName(code: string): string | undefined {
  try {
    return NAMES.of(code);
  } catch {
    return undefined;
  }
}

const COMMON = ['en', 'es', 'de', 'it', 'pt', 'ar', 'la'];
const LANGUAGE_HINT =
  'Écrivez [mots]{lang=en}\u00a0: des crochets, puis des accolades sans espace entre les deux, fermées sur la même ligne.';
const MARK = /^\s*lang(?:\s*=\s*(?:"([^"]*)"|(\S*)))?\s*$/;

type Fault = Pick<Issue, 'code' | 'message' | 'hint'>;
const fault = (what: string, message: string, hint = LANGUAGE_HINT): { fault: Fault } => ({
  fault: { code: `langue/${what}`, message, hint },
});

/** The code that a mark gives, as BCP 47 writes it (`en`, `pt-BR`), or what is wrong with it. */
export function readLanguage({ text, mark }: ForeignToken): { tag: string } | { fault: Fault } {
  const [read, quotedCode, bareCode] = MARK.exec(mark) ?? [];
  if (read === undefined) return fault('marque', `la marque ${quoted(`{${mark}}`)} ne se comprend pas`);
  if (!text.trim()) return fault('mots', 'il n’y a aucun mot entre les crochets');
  const written = (quotedCode ?? bareCode ?? '').trim();
  if (!written) return fault('vide', 'cette marque ne dit pas de quelle langue sont les mots');
  if (languageName(written)) return { tag: Intl.getCanonicalLocales(written)[0]! };
  const meant = codeMeant(written);
  return fault(
    'inconnue',
    `${quoted(written)} n’est le code d’aucune langue`,
    meant
      ? `Vouliez-vous dire {lang=${meant}}\u202f?`
      : `Codes courants\u00a0: ${COMMON.map((code) => `${code} (${languageName(code)})`).join(', ')}.`,
  );
}

/** `anglais` for `en`, `en_GB` for `en-GB`. */
function codeMeant(written: string): string | undefined {
  const dashed = written.replaceAll('_', '-');
  if (languageName(dashed)) return dashed;
  const named = nearest(
    written.toLowerCase(),
    COMMON.flatMap((code) => languageName(code) ?? []),
  );
  return COMMON.find((code) => languageName(code) === named);
}

/** What is left of a mark that did not close, or that stands apart from its brackets. */
const UNCLOSED = /\{\s*lang(?![\p{L}\d])[^\s}]*\}?/gu;

/** The marks of a run of prose that mark nothing, with their place in it. */
export const strayMarks = (prose: string): (Fault & { at: number })[] =>
  [...prose.matchAll(UNCLOSED)].map(({ 0: written, index }) => ({
    at: index,
    ...fault(
      'non-fermee',
      written.endsWith('}')
        ? `la marque de langue ${quoted(written)} n’a pas ses mots entre crochets devant elle`
        : `la marque de langue ${quoted(written)} n’est pas fermée`,
    ).fault,
  }));
