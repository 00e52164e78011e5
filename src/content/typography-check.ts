import { beginning } from '../model/beginning.ts';
import { quoted } from './issue.ts';

/** A fault of French typography that the machine cannot mend without guessing. */
export interface TypographyFault {
  /** Where it begins in the text, in UTF-16 units. */
  at: number;
  /** `typographie/…`. */
  code: string;
  message: string;
  hint: string;
}

/** Stands, sign for sign, for what is no prose and yet is read: code, words of another language. */
export const OPAQUE = '\ufffc';
/** The same for what ends as it likes: an address, an emoji. */
export const ADDRESS_SIGN = '\ufffb';

const NO_PROSE = [
  /\S+:\/\/\S*|www\.\S+|\S+@\S+|[\w-]+(?:\.[\w-]+)+(?:\/\S*)?/g,
  /:[a-z0-9_+-]+:|(?<=^|\s)[:;]-?[()DPp|/](?=\s|$)/g,
  // the node that a choice of a case leads to
  /=>[ \t]*[a-z0-9-]+[ \t]*(?=\n|$)/g,
];
const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]+);/gi;

/** One kind of fault: where it is, and how to write it instead. */
interface Rule {
  name: string;
  pattern: RegExp;
  /** Undefined when it is none after all. */
  say(match: RegExpExecArray): { message: string; hint: string } | undefined;
}

const instead = (written: string, right: string) => ({
  message: `${quoted(written)} s’écrit ${quoted(right)}`,
  hint: `Écrivez ${quoted(right)}.`,
});

const LIGATURE =
  /\p{L}*(?:c(?:h)?oeur|oeuvr|soeur|voeu|noeud|boeuf|moeurs|oecum|oestr|oesoph|oed[eè]m|foet)\p{L}*|(?<!\p{L})oe(?:il|ufs?)(?!\p{L})/giu;
const withLigatures = (word: string) => word.replace(/oe/g, 'œ').replace(/O[eE]/g, 'Œ');

/** Their first letter has an accent, which the capital keeps. */
const CAPITAL = new Map(
  'écart échange échec échelle école écologie économie écoute écouter écran écrire écrit écrivez éditeur édition éducateur éducatrice éducation également égalité élaborer électricité élève élu élue émotion énergie énoncé épargne équilibre équipe équipement établir établissement étant étape état été être étranger étude étudiant évaluation évaluer éveil événement évidemment éviter évolution île'
    .split(' ')
    .map((word) => [word.normalize('NFD').replace(/\p{M}/u, '').normalize('NFC'), word]),
);

/** The word with the accent that its capital lost, `Ecouter` as `Écouter`; absent when it lost none. */
export function accented(word: string): string | undefined {
  const lower = word.toLowerCase();
  const right = CAPITAL.get(lower) ?? CAPITAL.get(lower.replace(/s$/, ''));
  return right && right[0]!.toUpperCase() + word.slice(1);
}

const RULES: readonly Rule[] = [
  {
    name: 'guillemets',
    pattern: /(?<![\p{L}\d])"([^"]{1,400})"|(?<!\d)"/gu,
    say: ([, written]) => {
      const words = firstWords(written ?? '');
      return {
        message: words ? `guillemets droits autour de ${quoted(words)}` : 'un guillemet droit est seul de sa sorte',
        hint: `Écrivez ${quoted(words.includes('…') ? 'mots' : words || 'mots')}, avec ces guillemets-ci\u202f; leurs espaces se posent toutes seules.`,
      };
    },
  },
  {
    name: 'espace',
    pattern: new RegExp(
      `(?<=[\\p{L}\\d)\\]»”"’'%€°…\\ue000-\\uefff${OPAQUE}])(?:[;!?]+(?=[\\s)\\]»”"’',.…*]|$)|:(?=\\s|$))`,
      'gu',
    ),
    say: ({ 0: signs, index, input }) =>
      /[!?]{3}/.test(signs)
        ? undefined
        : {
            message: `il manque une espace avant ${quoted(signs)}, après ${quoted(lastWord(input.slice(0, index)))}`,
            hint: `Écrivez une espace avant ${quoted(signs)}\u00a0: elle devient insécable toute seule.`,
          },
  },
  { name: 'ligature', pattern: LIGATURE, say: ([word]) => instead(word, withLigatures(word)) },
  {
    name: 'capitale',
    pattern: /(?<![\p{L}\d])(?:[EI]\p{Ll}+|ETATS?|ECOLES?|EDUCATION)(?![\p{L}\d])/gu,
    say: ([word]) => {
      const right = accented(word);
      return right === undefined ? undefined : instead(word, right);
    },
  },
  {
    name: 'ordinal',
    pattern: /(?<![\p{L}\d])(?:(\d*1)i?[eè]re|(\d+|[IVX]+)i?[eè]me)(s?)(?!\p{L})/gu,
    say: ([written, first, other, plural]) => instead(written, first ? `${first}re${plural}` : `${other}e${plural}`),
  },
  {
    name: 'numero',
    // a capital may begin a sentence, a cell, a label
    pattern: /(?<=[\p{Ll}\d,)]\s)N°|(?<![\p{L}\d])[nN]o\.?(?=[ \u00a0]?\d)/gu,
    say: ([written]) => instead(written, 'n°'),
  },
  { name: 'etc', pattern: /(?<!\p{L})etc(?:\.{2,}|\.?…)/gu, say: ([written]) => instead(written, 'etc.') },
  {
    name: 'espace-double',
    pattern: /(?<=\S)[ \t]{2,}(?=\S)/g,
    say: ({ index, input }) => ({
      message: `deux espaces de suite, après ${quoted(lastWord(input.slice(0, index)))}`,
      hint: 'N’en gardez qu’une.',
    }),
  },
  {
    name: 'tiret',
    pattern: /(?<=(\S))[ \u00a0]--?\s(?=(\S))/g,
    say: ([, before, after]) =>
      /\d/.test(before!) && /\d/.test(after!)
        ? undefined
        : {
            message: 'un trait d’union sert de tiret',
            hint: `Écrivez ${quoted('–')} entre deux espaces (ce tiret se copie d’ici), ou une virgule.`,
          },
  },
  {
    name: 'exclamations',
    pattern: /!{3,}|\?{3,}/g,
    say: ([signs]) => ({
      message: `${quoted(signs)}\u00a0: un seul signe suffit`,
      hint: `Écrivez ${quoted(signs[0]!)}, précédé d’une espace.`,
    }),
  },
];

/** Every fault of a run of prose, in reading order. Code and words of another language stand in it as `OPAQUE`. */
export function typographyFaults(text: string): TypographyFault[] {
  const entities = [...text.matchAll(ENTITY)].map(({ 0: written, index }) => ({
    at: index,
    code: 'typographie/entite',
    message: `${quoted(written)} serait lu tel quel`,
    hint: 'Écrivez le signe lui-même\u202f; pour une espace insécable, une espace simple suffit.',
  }));
  const prose = [ENTITY, ...NO_PROSE].reduce(
    (rest, pattern) => rest.replace(pattern, (found) => found.replace(/[^\n]/g, ADDRESS_SIGN)),
    text,
  );
  const faults = RULES.flatMap(({ name, pattern, say }) =>
    [...prose.matchAll(pattern)].flatMap((match) => {
      const said = say(match);
      return said ? [{ at: match.index, code: `typographie/${name}`, ...said }] : [];
    }),
  );
  return [...entities, ...faults].sort((a, b) => a.at - b.at);
}

const readable = (text: string) => text.replaceAll(OPAQUE, '…').replaceAll(ADDRESS_SIGN, '…').replace(/\s+/g, ' ');

const firstWords = (words: string) => beginning(readable(words).replace(/…{2,}/g, '…').trim(), 30);

const lastWord = (before: string) => readable(/\S+\s*$/.exec(before)?.[0].trim() ?? '').replace(/…{2,}/g, '…');
