import { beginningOf, dayFrom } from './period.ts';

/** What the address asks for, word for word; `''` for what it does not say. */
export interface Filter {
  /** Identifier of an agent, as `agentName` writes it. */
  learner: string;
  /** IRI. */
  activity: string;
  verb: string;
  /** First and last day, `2026-11-22`. */
  from: string;
  to: string;
}

const NAMES = { learner: 'apprenant', activity: 'activite', verb: 'verbe', from: 'du', to: 'au' } as const;
type Part = keyof typeof NAMES;

/** Name of the field in the address and in the form. */
export const fieldOf = (part: Part) => NAMES[part];

export function filterIn(query: URLSearchParams): Filter {
  const part = (name: Part) => (query.get(NAMES[name]) ?? '').trim();
  return {
    learner: part('learner'),
    activity: part('activity'),
    verb: part('verb'),
    from: part('from'),
    to: part('to'),
  };
}

/** The address of a page under `/releve` for this filter; `more` are parameters of its own. */
export function addressOf(path: string, filter: Partial<Filter>, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams();
  for (const part of Object.keys(NAMES) as Part[]) if (filter[part]) query.set(NAMES[part], filter[part]);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}

export const isEmpty = (filter: Filter) => Object.values(filter).every((value) => value === '');

/** Milliseconds since 1970: from the first, before the second; Infinity for no end. */
export function boundsOf({ from, to }: Filter): { from: number; before: number } {
  const last = beginningOf(to) === undefined ? undefined : beginningOf(dayFrom(to, 1));
  return { from: beginningOf(from) ?? Number.NEGATIVE_INFINITY, before: last ?? Number.POSITIVE_INFINITY };
}

/** What is wrong with the days, in a sentence; undefined when nothing is. */
export function faultOf({ from, to }: Filter): string | undefined {
  const wrong = [from, to].find((day) => day !== '' && beginningOf(day) === undefined);
  if (wrong !== undefined)
    return `«\u00a0${wrong.slice(0, 40)}\u00a0» n’est pas une date et n’a pas été pris en compte\u00a0: écrivez l’année, le mois et le jour, comme 2026-11-22.`;
  if (from !== '' && to !== '' && from > to)
    return 'La période finit avant d’avoir commencé\u00a0: échangez les deux dates.';
  return undefined;
}
