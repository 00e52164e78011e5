import type { Campus } from '../campus.ts';
import type { Outcome } from './facts.ts';

/** What a course said of one of its modules in an attempt. Dates are milliseconds since 1970, absent when never said. */
export interface Standing {
  completed?: number;
  passed?: number;
  failed?: number;
  /** Best of those that were told, 0 to 100. */
  score?: number;
  /** Told with the last result. */
  seconds?: number;
}

/** By publisher identifier; a module nothing was said of is not there. */
export function standingsOf({ data }: Pick<Campus, 'data'>, attempt: string): ReadonlyMap<string, Standing> {
  return new Map(
    data.all('SELECT * FROM units WHERE attempt = ?', [attempt]).map(({ unit, attempt: _, ...told }) => {
      const numbers = Object.entries(told).filter(([, value]) => value !== null);
      return [String(unit), Object.fromEntries(numbers.map(([name, value]) => [name, Number(value)])) as Standing];
    }),
  );
}

/** Keeps what was said first, the best score and the last duration. In the transaction of whoever calls. */
export function keepOutcome(
  { data }: Pick<Campus, 'data'>,
  attempt: string,
  { unit, verb, at, score, seconds }: Outcome,
): void {
  data.run('INSERT OR IGNORE INTO units (attempt, unit) VALUES (?, ?)', [attempt, unit]);
  data.run(
    `UPDATE units SET ${verb} = coalesce(${verb}, ?1), score = max(coalesce(score, ?2), coalesce(?2, score)), seconds = coalesce(?3, seconds) WHERE attempt = ?4 AND unit = ?5`,
    [at, score ?? null, seconds ?? null, attempt, unit],
  );
}
