import { type Campus, newId } from '../campus.ts';
import type { Row } from '../data/sqlite.ts';
import { agentOf } from '../learners.ts';
import { deleteStates } from '../lrs/documents.ts';
import { revokeKey } from '../lrs/keys.ts';
import { agentName } from '../lrs/mentions.ts';
import type { Elements, Status } from '../scorm/cmi.ts';
import { sessionsOf } from '../session/sessions.ts';

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

/**
 * A launch of this learner on this package, in their one attempt; the launches before it are over. `token`: a hash, of
 * what its page will show to commit. In the transaction of whoever calls.
 */
export function addLaunch(
  campus: Campus,
  { package: name, learner, token }: { package: string; learner: string; token: Buffer },
): { attempt: string; launch: string } {
  const { data } = campus;
  const [launch, now] = [newId(campus), campus.now().getTime()];
  data.run(
    "INSERT OR IGNORE INTO attempts (id, package, learner, cmi, status, first, last) VALUES (?, ?, ?, '{}', 'not attempted', ?, ?)",
    [newId(campus), name, learner, now, now],
  );
  const attempt = String(data.one('SELECT id FROM attempts WHERE package = ? AND learner = ?', [name, learner])!.id);
  data.run('UPDATE launches SET open = 0 WHERE attempt = ?', [attempt]);
  data.run('UPDATE attempts SET last = ? WHERE id = ?', [now, attempt]);
  data.run('INSERT INTO launches (id, attempt, token, begun, seconds, commits, open) VALUES (?, ?, ?, ?, 0, 0, 1)', [
    launch,
    attempt,
    token,
    now,
  ]);
  return { attempt, launch };
}

/**
 * Forgets the attempt, its launches, and what its course kept in the record store to resume; the statements stay there.
 * False when there was none.
 */
export function resetAttempt(campus: Pick<Campus, 'data' | 'lrs'>, id: string): boolean {
  const { data, lrs } = campus;
  const attempt = attemptOf(campus, id);
  if (!attempt) return false;
  for (const { key } of sessionsOf(campus, id)) if (key !== undefined) revokeKey(lrs, key);
  deleteStates(lrs, { agent: agentName(agentOf(campus, { id: attempt.learner }))!, registration: id });
  return data.transaction(() => data.run('DELETE FROM attempts WHERE id = ?', [id]).changes > 0);
}

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
