import * as v from 'valibot';
import { MONTHS } from '../model/words.ts';

export const FACT_STATUS = ['VO26', 'VO23', 'PO', 'PS', 'NR', 'AV', 'source', 'synthese'] as const;
export type FactStatus = (typeof FACT_STATUS)[number];

/** A checked statement with its source; `AV` never decides a right answer. */
export interface Fact {
  id: string;
  statement: string;
  source: string;
  /** Date of reading, `2026-11-22`. */
  read: string;
  status: FactStatus;
}

const isoDate = v.pipe(
  v.union([v.string(), v.date()], 'une date est attendue, par exemple 2026-11-22'),
  v.transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value)),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'une date est attendue, par exemple 2026-11-22'),
);

export const Facts = v.array(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[A-Z]{2,4}-\d+[a-z]?$/, 'un identifiant de fait est attendu, par exemple PE-101')),
    statement: v.pipe(v.string(), v.minLength(10, 'l’énoncé du fait est attendu')),
    source: v.pipe(v.string(), v.nonEmpty('la source est attendue')),
    read: isoDate,
    status: v.picklist(FACT_STATUS, `l’un de ces codes est attendu\u00a0: ${FACT_STATUS.join(', ')}`),
  }),
);

/** `2026-11-22` as « 22 novembre 2026 ». */
export function frenchDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day === 1 ? '1er' : day}\u00a0${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** What a reader is told of where a statement comes from. */
export function sourceLine(fact: Fact): string {
  const version = fact.status === 'VO23' ? ', version lue\u00a0: décembre 2023' : '';
  const doubt = fact.status === 'NR' || fact.status === 'AV' ? ', à vérifier' : '';
  return `${fact.source} (source lue le ${frenchDate(fact.read)}${version}${doubt})`;
}
