import * as v from 'valibot';
import { MONTHS } from '../model/words.ts';
import { help } from './schemas.ts';
import { typeset } from './typography.ts';

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

const DATE_CURE = 'Écrivez l’année, le mois, le jour\u00a0: 2026-11-22.';
const FACT_CURE = 'Écrivez deux à quatre capitales, un tiret, un nombre\u00a0: PE-101.';

export const Facts = v.pipe(
  v.array(
    v.strictObject(
      {
        id: v.pipe(
          v.string(`un identifiant de fait est attendu → ${FACT_CURE}`),
          v.regex(/^[A-Z]{2,4}-\d+[a-z]?$/, `cet identifiant de fait n’est pas utilisable → ${FACT_CURE}`),
          help('Identifiant', 'Celui que les pages citent dans faits="…"\u00a0: PE-101.'),
        ),
        statement: v.pipe(
          v.string('l’énoncé du fait est attendu → Écrivez une phrase entière, entre guillemets.'),
          v.minLength(10, 'l’énoncé du fait est trop court → Écrivez une phrase entière, entre guillemets.'),
          help('Énoncé', 'Ce qui est vrai, en une phrase.'),
        ),
        source: v.pipe(
          v.string('la source est attendue → Écrivez l’article, la page ou l’ouvrage où vous l’avez lu.'),
          v.nonEmpty('la source est vide → Écrivez l’article, la page ou l’ouvrage où vous l’avez lu.'),
          help('Source', 'L’article, la page ou l’ouvrage où l’énoncé a été lu.'),
        ),
        read: v.pipe(
          v.string(`une date est attendue → ${DATE_CURE}`),
          v.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, `ce n’est pas une date → ${DATE_CURE}`),
          help('Date de lecture', 'Le jour où la source a été lue\u00a0: année-mois-jour.'),
        ),
        status: v.pipe(
          v.picklist(FACT_STATUS, `ce code n’existe pas → Écrivez l’un de ceux-ci\u00a0: ${FACT_STATUS.join(', ')}.`),
          help(
            'Code de vérification',
            'VO26, VO23\u00a0: texte officiel lu dans sa version de 2026 ou de 2023\u202f; PO\u00a0: page officielle\u202f; PS\u00a0: source spécialisée\u202f; NR\u00a0: pas encore relu\u202f; AV\u00a0: à vérifier, ne décide jamais d’une réponse\u202f; source\u00a0: ce qu’en dit la source citée\u202f; synthese\u00a0: règle de métier.',
          ),
        ),
      },
      'un fait est attendu → Commencez-le par un tiret\u00a0: - id: PE-101, puis statement, source, read et status.',
    ),
    'une liste de faits est attendue → Commencez chaque fait par un tiret\u00a0: - id: PE-101.',
  ),
  help('Un fichier de facts/', 'Les faits vérifiés que les pages citent.'),
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
  return `${typeset(fact.source)} (source lue le ${frenchDate(fact.read)}${version}${doubt})`;
}
