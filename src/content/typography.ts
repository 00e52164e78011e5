import { MONTHS } from '../model/words.ts';

const NNBSP = '\u202f';
const NBSP = '\u00a0';

/** A web or mail address written out among words: its signs are its own. */
const ADDRESS = /((?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+)/;

/**
 * French typography on a run of prose: U+202F before `; ! ?` and between thousands, U+00A0 before `:`, inside « » and
 * before units, ’ for the apostrophe, … for three dots. Setting twice changes nothing more. Code, other languages and
 * the addresses of links never pass here; what only an author can mend is said by `typographyFaults`.
 */
export function typeset(text: string): string {
  return text
    .split(ADDRESS)
    .map((piece, rank) => (rank % 2 === 1 ? piece : setProse(piece)))
    .join('');
}

/** `l'`, `qu'`: an apostrophe even where a bold word or a link follows. */
const ELISION = /(?<=(?<![\p{L}\d'’])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu))'(?!')/giu;
/** One to three digits, then threes: « 2026 100 » is two numbers. */
const GROUPED = /(?<![\p{L}\d.,/-])\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)/gu;
/** Before what is counted, a long number is neither a year nor a postcode. */
const UNGROUPED =
  /(?<![\p{L}\d.,/-])\d{5,9}(?=[ \u00a0\u202f]?(?:€|(?:euros?|habitants?|enfants|personnes|places)(?!\p{L})))/gu;
const UNITS =
  /(?<=\d) (?=(?:€|[kM]€|°C|h|min|k?m|[cm]m|m²|ha|k?g|[kMG]o|ETP|ans?|mois|jours?|semaines?|heures?|minutes?|places?|euros?|habitants?|enfants?|personnes?)(?![\p{L}\d]))/gu;
const DATES = new RegExp(`(?<=(?<!\\d)(?:1er|\\d{1,2})) (?=(?:${MONTHS.join('|')})(?!\\p{L}))`, 'gu');

function setProse(text: string): string {
  return text
    .replace(/(?<![\p{L}°])nº/gu, 'n°')
    .replace(/(?<=[\p{L}\d])'(?=[\p{L}\d«])/gu, '’')
    .replace(ELISION, '’')
    .replace(/\.\.\./g, '…')
    .replace(/«[ \u00a0\u202f]*/g, `«${NBSP}`)
    .replace(/[ \u00a0\u202f]*»/g, `${NBSP}»`)
    .replace(/[ \u00a0\u202f]+([;!?])/g, `${NNBSP}$1`)
    .replace(/[ \u00a0\u202f]+:(?=\s|$)/g, `${NBSP}:`)
    .replace(/(?<=\d)[ \u00a0\u202f]*(?=[%‰€](?![\p{L}\d]))/gu, NBSP)
    .replace(GROUPED, (number) => number.replace(/[ \u00a0]/g, NNBSP))
    .replace(UNGROUPED, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, NNBSP))
    .replace(UNITS, NBSP)
    .replace(DATES, NBSP)
    .replace(/(?<=(?<!\d)\d{1,2}\u00a0h) (?=[0-5]\d(?!\d))/g, NBSP)
    .replace(/(?<=(?<!\p{L})n°)[ \u202f]?(?=\d)/giu, NBSP)
    .replace(/(?<=(?:^|[\s(])(?:art\.|n°|[LRD]\.|p\.|M\.|Mmes?|Mlle|Dr|MM\.)) (?=[\p{L}\d])/gu, NBSP);
}
