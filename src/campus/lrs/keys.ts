import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Row } from '../data/sqlite.ts';
import { agentName } from './mentions.ts';
import { Refusal } from './refusal.ts';
import type { Actor } from './statement.ts';
import type { Store } from './store.ts';

/**
 * `write-own`: statements and documents of the one actor given with the key, and nothing of anyone else's.
 * `read`: all of it, and writes nothing. `all`: reads and writes everything.
 */
export type Scope = 'write-own' | 'read' | 'all';

export interface Key {
  /** The name part of the credentials; not secret. */
  key: string;
  label: string;
  scope: Scope;
  /** With `write-own` only. */
  actor?: Actor;
  /** What statements sent with it bear (xAPI Data 2.4.9). */
  authority: Actor;
  /** Milliseconds since 1970. */
  created: number;
  /** Milliseconds since 1970: from then on its requests are refused. Absent for a key without an end. */
  until?: number;
}

/** The home of the keys' accounts: this record store, on whatever machine it runs. */
const HOME = 'https://parcours-coordo.local/xapi';

/**
 * A new key. The secret is given once and never again: the file holds its SHA-256. Nothing slower is needed, as it is
 * 256 bits of chance and not a word someone chose; and each request stays cheap. `actor` goes with `write-own` and must
 * have an identifier. `lasts`: milliseconds; without it, until it is revoked.
 */
export function createKey(
  store: Store,
  { label, scope, actor, lasts }: { label: string; scope: Scope; actor?: Actor; lasts?: number },
): Key & { secret: string } {
  if ((scope === 'write-own') !== (actor !== undefined && agentName(actor) !== undefined))
    throw new Error(`A "${scope}" key and this actor do not go together: ${JSON.stringify(actor)}`);
  // hexadecimal: typed after an option, a secret that begins with a dash would be taken for another one
  const [key, secret] = [randomBytes(12).toString('hex'), randomBytes(32).toString('hex')];
  const now = Date.now();
  store.transaction(() => {
    store.run('DELETE FROM keys WHERE until <= ?', [now]);
    store.run('INSERT INTO keys (key, secret, label, scope, actor, created, until) VALUES (?, ?, ?, ?, ?, ?, ?)', [
      key,
      hashOf(secret),
      label,
      scope,
      actor ? JSON.stringify(actor) : null,
      now,
      lasts === undefined ? null : now + lasts,
    ]);
  });
  return { ...keyFrom(store.one('SELECT * FROM keys WHERE key = ?', [key])!), secret };
}

/** From now on its requests are refused. False when there was no such key. */
export const revokeKey = (store: Store, key: string): boolean =>
  store.transaction(() => store.run('DELETE FROM keys WHERE key = ?', [key]).changes > 0);

/** Its requests are taken for `lasts` milliseconds more, never longer than before. */
export const endKey = (store: Store, key: string, lasts: number): void => {
  const until = Date.now() + lasts;
  store.transaction(() =>
    store.run('UPDATE keys SET until = min(coalesce(until, ?1), ?1) WHERE key = ?2', [until, key]),
  );
};

/** Oldest first, without their secrets. */
export const keys = (store: Store): Key[] => store.all('SELECT * FROM keys ORDER BY created, key').map(keyFrom);

/** The key of these credentials; undefined when either is wrong or its time is over, after the same work in all cases. */
export function keyOf(store: Store, key: string, secret: string): Key | undefined {
  const row = store.one('SELECT * FROM keys WHERE key = ?', [key]);
  const expected = row ? Buffer.from(row.secret as ArrayBuffer) : Buffer.alloc(32);
  const known = timingSafeEqual(hashOf(secret), expected) && row ? keyFrom(row) : undefined;
  return known && Date.now() < (known.until ?? Number.POSITIVE_INFINITY) ? known : undefined;
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest();

const keyFrom = ({ key, label, scope, actor, created, until }: Row): Key => ({
  key: String(key),
  label: String(label),
  scope: scope as Scope,
  ...(actor !== null && { actor: JSON.parse(String(actor)) as Actor }),
  authority: { objectType: 'Agent', name: String(label), account: { homePage: HOME, name: String(key) } },
  created: Number(created),
  ...(until !== null && { until: Number(until) }),
});

/** The identifier of the only actor the key may speak for; undefined when it has no such limit. */
export const ownAgent = ({ actor }: Key): string | undefined => actor && agentName(actor);

/** Throws a Refusal 403 when the key may not write statements of this actor. */
export function mayWrite(key: Key, actor: Actor): void {
  if (key.scope === 'read') throw new Refusal(403, 'This key only reads.');
  const own = ownAgent(key);
  if (own !== undefined && agentName(actor) !== own)
    throw new Refusal(403, 'This key may only write statements of its own actor.');
}

/** Throws a Refusal 403 when the key may not read (or write) documents: of this agent, or of no one in particular. */
export function mayUseDocuments(key: Key, agent: string | undefined, writing: boolean): void {
  if (writing && key.scope === 'read') throw new Refusal(403, 'This key only reads.');
  const own = ownAgent(key);
  if (own !== undefined && agent !== own) throw new Refusal(403, 'This key may only use documents of its own actor.');
}

/** What a platform writes for the course it launches, which only reads it (cmi5 10). */
export const LAUNCH_DATA = 'LMS.LaunchData';

/** Throws a Refusal 403 when one of these documents is not for the holder of the key to change. */
export function mayChange(key: Key, ids: readonly string[]): void {
  if (ownAgent(key) !== undefined && ids.includes(LAUNCH_DATA))
    throw new Refusal(403, `${LAUNCH_DATA} is the platform’s own: a course only reads it (cmi5 10).`);
}

/** Throws a Refusal 403 when the key is for one actor: what is asked is everyone's. */
export function mayReadAll(key: Key): void {
  if (ownAgent(key) !== undefined) throw new Refusal(403, 'This key may only read what its own actor wrote.');
}
