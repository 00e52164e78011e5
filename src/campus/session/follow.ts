import type { Campus } from '../campus.ts';
import { activityIri } from '../cmi5/activity-iri.ts';
import { tellSatisfied } from '../cmi5/satisfied.ts';
import { structureOf } from '../cmi5/structure.ts';
import { endKey } from '../lrs/keys.ts';
import { statementsOfRegistration } from '../lrs/registration.ts';
import { openPackage } from '../packages/course-package.ts';
import { type Fact, factOf } from './facts.ts';
import { refreshAttempt } from './refresh.ts';
import { type Session, sessionOf, sessionWithKey } from './sessions.ts';
import { keepOutcome } from './standings.ts';

/** A key still works this long after the end was told, in milliseconds, for what was on its way (cmi5 9.3.8). */
const GRACE = 30_000;

/** What follows from statements that came under a key of the record store; nothing for a key of no session. */
export function followKey(campus: Campus, key: string): void {
  const session = sessionWithKey(campus, key);
  if (session) follow(campus, session);
}

/** What every session that has a key said since it was last read. */
export function followAll(campus: Campus): void {
  for (const { launch } of campus.data.all("SELECT launch FROM sessions WHERE key IS NOT NULL AND ended = ''"))
    follow(campus, sessionOf(campus, String(launch))!);
}

/**
 * Reads the statements of a session that were not read yet, and keeps what they say of the attempt: from the record store
 * alone, so that nothing is lost if the campus stops in between.
 */
export function follow(campus: Campus, session: Session): void {
  const { data, lrs } = campus;
  const { id, attempt, key } = session;
  if (key === undefined) return;
  const news = statementsOfRegistration(lrs, attempt, session.seq);
  // under the key of the session: whatever others wrote in this registration is not its word
  const own = news.filter(({ statement }) => statement.authority.account?.name === key);
  const last = news.at(-1);
  if (!last) return;
  const file = openPackage(campus.packages, session.package);
  const structure = file && structureOf(file);
  const activity = structure && activityIri(campus, structure.id, session.unit);
  const heard = { unit: session.unit, mode: session.mode, ...(activity && { activity }) };
  const facts = own.flatMap(({ statement }) => factOf(statement, heard) ?? []);
  const latest = own.map(({ statement }) => Date.parse(statement.timestamp));
  data.transaction(() => {
    for (const fact of facts) keep(campus, session, fact, structure !== undefined);
    data.run('UPDATE sessions SET seq = ?, latest = max(coalesce(latest, 0), ?) WHERE launch = ?', [
      last.seq,
      Math.max(session.latest ?? session.begun, ...latest),
      id,
    ]);
    if (own.length > 0) refreshAttempt(campus, attempt);
  });
  if (structure && facts.some(({ type }) => type === 'ended')) endKey(lrs, key, GRACE);
  if (structure) tellSatisfied(campus, session, structure);
}

function keep(campus: Campus, { id, attempt, mode }: Session, fact: Fact, closes: boolean): void {
  const { data } = campus;
  if (fact.type === 'outcome') keepOutcome(campus, attempt, fact);
  else if (fact.type === 'opened' && mode === 'Normal')
    data.run("UPDATE attempts SET status = 'incomplete' WHERE id = ? AND status = 'not attempted'", [attempt]);
  else if (fact.type === 'ended') {
    // a TinCan course may say it is left, then go on: only cmi5 closes its session
    data.run('UPDATE launches SET seconds = seconds + ?, open = 1 - ? WHERE id = ?', [
      fact.seconds,
      Number(closes),
      id,
    ]);
    if (closes) data.run("UPDATE sessions SET ended = 'terminated' WHERE launch = ? AND ended = ''", [id]);
  }
}
