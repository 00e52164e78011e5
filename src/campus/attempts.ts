import type { Campus } from './campus.ts';
import type { Elements, Status } from './cmi.ts';
import type { Row } from './database.ts';

/** One learner on one package: what an LMS would show of it. */
export interface Attempt {
  /** Also the registration of its statements. */
  id: string;
  package: string;
  learner: string;
  status: Status;
  /** 0 to 100; absent without one. */
  score?: number;
  /** Modules finished; 0 for a course made with other tools. */
  modules: number;
  first: Date;
  last: Date;
  launches: number;
  /** Of all launches. */
  seconds: number;
}

const SELECT = `
SELECT attempts.id, package, learner, status, score, modules, first, last, count(launches.id) AS launches, coalesce(sum(launches.seconds), 0) AS seconds
FROM attempts LEFT JOIN launches ON launches.attempt = attempts.id`;

/** Latest access first. */
export const attempts = ({ data }: Pick<Campus, 'data'>): Attempt[] =>
  data.all(`${SELECT} GROUP BY attempts.id ORDER BY attempts.last DESC, attempts.id`).map(attemptFrom);

/** Undefined when there is none of that identifier. */
export function attemptOf({ data }: Pick<Campus, 'data'>, id: string): (Attempt & { cmi: Elements }) | undefined {
  const row = data.one(`${SELECT} WHERE attempts.id = ? GROUP BY attempts.id`, [id]);
  const cmi = data.one('SELECT cmi FROM attempts WHERE id = ?', [id])?.cmi;
  return row && { ...attemptFrom(row), cmi: JSON.parse(String(cmi)) as Elements };
}

/** Forgets the attempt and its launches; what the record store was told stays there. False when there was none. */
export const resetAttempt = ({ data }: Pick<Campus, 'data'>, id: string): boolean =>
  data.transaction(() => data.run('DELETE FROM attempts WHERE id = ?', [id]).changes > 0);

const attemptFrom = (row: Row): Attempt => ({
  id: String(row.id),
  package: String(row.package),
  learner: String(row.learner),
  status: String(row.status) as Status,
  ...(row.score !== null && { score: Number(row.score) }),
  modules: Number(row.modules),
  first: new Date(Number(row.first)),
  last: new Date(Number(row.last)),
  launches: Number(row.launches),
  seconds: Number(row.seconds),
});
