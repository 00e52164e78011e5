import type { Campus } from '../campus.ts';
import { agentOf } from '../learners.ts';
import { createKey } from '../lrs/keys.ts';
import { SESSION_LENGTH, type Session, setKey } from './sessions.ts';

/**
 * The key of a session, as Basic authentication wants it: it writes for its learner alone, for as long as a session
 * lasts. Given once; the record store holds only a hash of it.
 */
export function giveKey(campus: Campus, session: Session): string {
  const { key, secret } = createKey(campus.lrs, {
    label: 'Séance',
    scope: 'write-own',
    actor: agentOf(campus, { id: session.learner }),
    lasts: SESSION_LENGTH,
  });
  setKey(campus, session, key);
  return Buffer.from(`${key}:${secret}`).toString('base64');
}
