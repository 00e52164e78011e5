import type { Compiled } from '../../src/content/compile.ts';
import { type Fact, type FactStatus, Facts, frenchDate } from '../../src/content/facts.ts';
import type { Issue, Position } from '../../src/content/issue.ts';
import type { CourseSources } from '../../src/content/sources.ts';
import { readYaml } from '../../src/content/yaml-file.ts';
import type { WrittenModule } from './course-pages.ts';
import { directivesOf } from './page-walk.ts';

/** What the code of a fact says of its reading. */
export const STATUS_WORDS: Readonly<Record<FactStatus, string>> = {
  VO26: 'texte officiel, lu dans sa version de 2026',
  VO23: 'texte officiel, lu dans sa version de décembre 2023\u00a0: il a pu changer',
  PO: 'page officielle',
  PS: 'source spécialisée\u00a0: retrouvez le texte officiel',
  NR: 'pas encore relu',
  AV: 'à vérifier\u00a0: ne décide jamais d’une réponse',
  source: 'ce qu’en dit la source citée',
  synthese: 'règle de métier',
};

/** The codes that ask for another reading, the most pressing first. */
const DOUBTFUL: readonly FactStatus[] = ['AV', 'NR', 'VO23', 'PS'];

export interface CheckedFact {
  fact: Fact;
  /** Where it is written. */
  at: Position;
  /** Where the course rests on it; empty when nowhere. */
  uses: readonly Position[];
  /** Read more than twelve months before the day of the report. */
  old: boolean;
  /** Its code, or its age, asks for another reading. */
  again: boolean;
}

export const place = ({ file, line }: Position) => `${file}:${line}`;

/** Every fact of the course, those to read again first. `today`: `2026-11-22`. */
export function checkedFacts(sources: CourseSources, { facts, factUses }: Compiled, today: string): CheckedFact[] {
  const written = new Map<string, Position>();
  for (const [file, text] of sources.texts) {
    if (!file.startsWith(`${sources.at.facts}/`)) continue;
    const { value, lineOf } = readYaml(text, Facts, { file, kind: 'fait' });
    for (const [rank, { id }] of (value ?? []).entries()) written.set(id, { file, line: lineOf([rank, 'id']) });
  }
  const rank = ({ fact: { status }, old }: CheckedFact) =>
    DOUBTFUL.includes(status) ? DOUBTFUL.indexOf(status) : DOUBTFUL.length + Number(!old);
  return [...facts.values()]
    .map((fact): CheckedFact => {
      const old = isOld(fact.read, today);
      return {
        fact,
        at: written.get(fact.id)!,
        uses: factUses.get(fact.id) ?? [],
        old,
        again: old || DOUBTFUL.includes(fact.status),
      };
    })
    .sort((a, b) => rank(a) - rank(b) || a.fact.id.localeCompare(b.fact.id));
}

/** More than twelve months lie between two days. */
export const isOld = (day: string, today: string) => day < `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;

/** Facts of the course that were read too long ago; those that nothing uses may wait. */
export const oldFactWarnings = (facts: readonly CheckedFact[]): Issue[] =>
  facts.flatMap(({ fact: { id, read }, at, uses, old }) =>
    old && uses.length > 0
      ? [
          {
            ...at,
            code: 'source/fait-ancien',
            message: `le fait ${id} a été lu le ${frenchDate(read)}, il y a plus de douze mois`,
            hint: `Relisez sa source, changez read, et revoyez ce qui s’y appuie\u00a0: ${someOf(uses.map(place))}.`,
          },
        ]
      : [],
  );

/** Three at most, and how many more. */
const someOf = (those: readonly string[]) =>
  those.length > 3 ? `${those.slice(0, 3).join(', ')}… (${those.length} en tout)` : those.join(', ');

/** A page of the web to read, and the day its author last saw it. */
export interface DatedResource extends Position {
  title: string;
  url: string;
  day: string;
  old: boolean;
}

/** Every `ressource` of these modules. */
export const datedResources = (modules: readonly WrittenModule[], today: string): DatedResource[] =>
  modules
    .flatMap(({ pages }) => pages.flatMap(directivesOf))
    .filter(({ name }) => name === 'ressource')
    .map(({ values, file, line }) => {
      const day = values.get('consulte') ?? '';
      return {
        file,
        line,
        title: values.get('titre') ?? '',
        url: values.get('url') ?? '',
        day,
        old: isOld(day, today),
      };
    });

export const oldResourceWarnings = (resources: readonly DatedResource[]): Issue[] =>
  resources.flatMap(({ file, line, day, title, old }) =>
    old
      ? [
          {
            file,
            line,
            code: 'source/ressource-ancienne',
            message: `la ressource «\u00a0${title}\u00a0» a été consultée le ${frenchDate(day)}, il y a plus de douze mois`,
            hint: 'Ouvrez-la, vérifiez qu’elle dit encore ce que la page annonce, puis changez consulte.',
          },
        ]
      : [],
  );
