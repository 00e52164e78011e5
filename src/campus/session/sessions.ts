import type { Campus } from '../campus.ts';
import type { Row } from '../data/sqlite.ts';

/** cmi5 10.2.2; a TinCan launch is always `Normal`. */
export const MODES = ['Normal', 'Browse', 'Review'] as const;
export type Mode = (typeof MODES)[number];

/** One launch of a course that speaks to the record store. */
export interface Session {
  /** UUID, also the launch's. */
  id: string;
  /** Also the registration. */
  attempt: string;
  package: string;
  learner: string;
  /** Publisher identifier of what was opened. */
  unit: string;
  mode: Mode;
  /** Against which the key of the session is given, once. */
  ticket: string;
  /** Name of its key in the record store; absent until it was asked for. */
  key?: string;
  /** Milliseconds since 1970. */
  begun: number;
  /** Of its last statement, milliseconds since 1970; absent before the first. */
  latest?: number;
  /** Number of its last statement that was read. */
  seq: number;
  /** How it ended; `''` while it may go on. */
  ended: '' | 'terminated' | 'abandoned';
  seconds: number;
}

/** A session takes nothing more after this time, in milliseconds: twelve hours, a day’s work and more. */
export const SESSION_LENGTH = 12 * 3_600_000;

const SELECT = `
SELECT launches.id, launches.attempt, attempts.package, attempts.learner, unit, mode, ticket, key, begun, latest, seq, ended, launches.seconds
FROM sessions JOIN launches ON launches.id = sessions.launch JOIN attempts ON attempts.id = launches.attempt`;

type Data = Pick<Campus, 'data'>;

/** Each is undefined when there is none. */
export const sessionOf = ({ data }: Data, id: string) => from(data.one(`${SELECT} WHERE launches.id = ?`, [id]));
export const sessionWithTicket = ({ data }: Data, ticket: string) =>
  from(data.one(`${SELECT} WHERE ticket = ?`, [ticket]));
export const sessionWithKey = ({ data }: Data, key: string) => from(data.one(`${SELECT} WHERE key = ?`, [key]));

/** Of an attempt, latest first; empty for SCORM. */
export const sessionsOf = ({ data }: Data, attempt: string): Session[] =>
  data.all(`${SELECT} WHERE launches.attempt = ? ORDER BY begun DESC, launches.rowid DESC`, [attempt]).map(sessionFrom);

/** Whether its page may still work. `now`: milliseconds since 1970. */
export const isOpen = ({ ended, begun }: Session, now: number): boolean => ended === '' && now - begun < SESSION_LENGTH;

/** Beside its launch, in the transaction of whoever calls. */
export function addSession(
  { data }: Data,
  { id, unit, mode, ticket }: Pick<Session, 'id' | 'unit' | 'mode' | 'ticket'>,
): void {
  data.run('INSERT INTO sessions (launch, unit, mode, ticket) VALUES (?, ?, ?, ?)', [id, unit, mode, ticket]);
}

export const setKey = ({ data }: Data, { id }: Session, key: string): void => {
  data.run('UPDATE sessions SET key = ? WHERE launch = ?', [key, id]);
};

const from = (row: Row | undefined) => row && sessionFrom(row);

const sessionFrom = (row: Row): Session => ({
  id: String(row.id),
  attempt: String(row.attempt),
  package: String(row.package),
  learner: String(row.learner),
  unit: String(row.unit),
  mode: String(row.mode) as Mode,
  ticket: String(row.ticket),
  ...(row.key !== null && { key: String(row.key) }),
  begun: Number(row.begun),
  ...(row.latest !== null && { latest: Number(row.latest) }),
  seq: Number(row.seq),
  ended: String(row.ended) as Session['ended'],
  seconds: Number(row.seconds),
});
