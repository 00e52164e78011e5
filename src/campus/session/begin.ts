import { addLaunch } from '../attempts/attempts.ts';
import type { Campus } from '../campus.ts';
import { activityIri } from '../cmi5/activity-iri.ts';
import { writeLaunchData } from '../cmi5/launch-data.ts';
import { abandoned, lasted, launched } from '../cmi5/own-statements.ts';
import { tellSatisfied } from '../cmi5/satisfied.ts';
import { type Structure, structureOf } from '../cmi5/structure.ts';
import { learnerOf } from '../learners.ts';
import { revokeKey } from '../lrs/keys.ts';
import { deliver, post } from '../outbox.ts';
import { openPackage } from '../packages/course-package.ts';
import { partsOf } from '../packages/package-kind.ts';
import { keepAuth } from '../tincan/auth.ts';
import { pageOf, returnAddress } from './address.ts';
import { follow } from './follow.ts';
import { giveKey } from './key.ts';
import { addSession, type Mode, type Session, sessionOf, sessionsOf } from './sessions.ts';

/** Who opens what. `origin`: of this campus, as the learner’s browser calls it. */
export interface Opening {
  package: string;
  learner: string;
  /** Publisher identifier of the unit or activity. */
  part: string;
  mode: Mode;
  origin: string;
}

/**
 * Opens a session of this learner on a part of a package that speaks to the record store: whatever the standard wants
 * written before the course opens is written. Earlier sessions of the attempt are over. Undefined when there is no such
 * package, part or learner.
 */
export function beginSession(
  campus: Campus,
  { package: name, learner, part: id, mode, origin }: Opening,
): Session | undefined {
  const file = openPackage(campus.packages, name);
  const part = file && partsOf(file).find((one) => one.id === id);
  if (!file || !part || !learnerOf(campus, learner)) return undefined;
  const structure = structureOf(file);
  const unit = structure?.units.find((one) => one.id === id);
  const session = campus.data.transaction(() => {
    // nobody knows what this is a hash of: such a page commits nothing
    const { launch } = addLaunch(campus, { package: name, learner, token: campus.randomBytes(32) });
    const ticket = campus.randomBytes(24).toString('base64url');
    addSession(campus, { id: launch, unit: id, mode: structure ? mode : 'Normal', ticket });
    return sessionOf(campus, launch)!;
  });
  const earlier = sessionsOf(campus, session.attempt).filter(({ id, ended }) => id !== session.id && ended === '');
  for (const one of earlier) close(campus, one, structure);
  if (!structure || !unit) {
    keepAuth(campus, session, giveKey(campus, session));
    return session;
  }
  writeLaunchData(campus, session, {
    activity: activityIri(campus, structure.id, unit.id),
    unit,
    returnUrl: returnAddress(origin, session),
  });
  const saying = { session, structure, at: campus.now() };
  campus.data.transaction(() => post(campus, [launched(campus, saying, unit, pageOf(origin, name, unit))]));
  deliver(campus);
  tellSatisfied(campus, session, structure); // what nobody has to do is satisfied from the first day (cmi5 9.6.1)
  return session;
}

/** An earlier session takes nothing more; one that never said its end was abandoned (cmi5 9.3.6). */
function close(campus: Campus, session: Session, structure: Structure | undefined): void {
  const { data, lrs } = campus;
  follow(campus, session);
  if (session.key !== undefined) revokeKey(lrs, session.key);
  const now = sessionOf(campus, session.id)!;
  if (now.ended !== '') return;
  data.transaction(() => {
    data.run("UPDATE sessions SET ended = 'abandoned' WHERE launch = ?", [session.id]);
    data.run('UPDATE launches SET seconds = ? WHERE id = ?', [now.seconds || lasted(now), session.id]);
    if (structure) post(campus, [abandoned(campus, { session: now, structure, at: campus.now() })]);
  });
  deliver(campus);
}
