const NNBSP = '\u202f';
const NBSP = '\u00a0';

/**
 * French typography on a run of prose: U+202F before `; ! ?` and between thousands, U+00A0 before `:`, inside « » and
 * before units, ’ for the apostrophe, … for three dots. Code and addresses never pass here.
 */
export function typeset(text: string): string {
  return text
    .replace(/(?<=[\p{L}\d])'(?=[\p{L}\d«])/gu, '’')
    .replace(/\.\.\./g, '…')
    .replace(/«[ \u00a0\u202f]*/g, `«${NBSP}`)
    .replace(/[ \u00a0\u202f]*»/g, `${NBSP}»`)
    .replace(/[ \u00a0]+([;!?])/g, `${NNBSP}$1`)
    .replace(/[ \u202f]+:(?=\s|$)/g, `${NBSP}:`)
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, NNBSP)
    .replace(/(?<=\d) (?=(?:%|€|h|min|km|m²|ETP|ans?|mois|jours?|places?|habitants)(?![\p{L}]))/gu, NBSP)
    .replace(/(?<=(?:^|[\s(])(?:art\.|n°|[LRD]\.|p\.|M\.|Mme|Mmes|MM\.)) (?=[\p{L}\d])/gu, NBSP);
}
