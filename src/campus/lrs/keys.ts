import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { agentName } from './mentions.ts';
import { Refusal } from './refusal.ts';
import type { Actor } from './statement.ts';
import type { Row, Store } from './store.ts';

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
}

/** The home of the keys' accounts: this record store, on whatever machine it runs. */
const HOME = 'https://parcours-coordo.local/xapi';

/**
 * A new key. The secret is given once and never again: the file holds its SHA-256. Nothing slower is needed, as it is
 * 256 bits of chance and not a word someone chose; and each request stays cheap. `actor` goes with `write-own` and must
 * have an identifier.
 */
export function createKey(
  store: Store,
  { label, scope, actor }: { label: string; scope: Scope; actor?: Actor },
): Key & { secret: string } {
  if ((scope === 'write-own') !== (actor !== undefined && agentName(actor) !== undefined))
    throw new Error(`A "${scope}" key and this actor do not go together: ${JSON.stringify(actor)}`);
  const [key, secret] = [randomBytes(12).toString('hex'), randomBytes(32).toString('base64url')];
  store.transaction(() =>
    store.run('INSERT INTO keys (key, secret, label, scope, actor, created) VALUES (?, ?, ?, ?, ?, ?)', [
      key,
      hashOf(secret),
      label,
      scope,
      actor ? JSON.stringify(actor) : null,
      Date.now(),
    ]),
  );
  return { ...keyFrom(store.one('SELECT * FROM keys WHERE key = ?', [key])!), secret };
}

/** From now on its requests are refused. False when there was no such key. */
export const revokeKey = (store: Store, key: string): boolean =>
  store.transaction(() => store.run('DELETE FROM keys WHERE key = ?', [key]).changes > 0);

/** Oldest first, without their secrets. */
export const keys = (store: Store): Key[] => store.all('SELECT * FROM keys ORDER BY created, key').map(keyFrom);

/** The key of these credentials; undefined when either is wrong, after the same work in both cases. */
export function keyOf(store: Store, key: string, secret: string): Key | undefined {
  const row = store.one('SELECT * FROM keys WHERE key = ?', [key]);
  const expected = row ? Buffer.from(row.secret as ArrayBuffer) : Buffer.alloc(32);
  return timingSafeEqual(hashOf(secret), expected) && row ? keyFrom(row) : undefined;
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest();

const keyFrom = ({ key, label, scope, actor, created }: Row): Key => ({
  key: String(key),
  label: String(label),
  scope: scope as Scope,
  ...(actor !== null && { actor: JSON.parse(String(actor)) as Actor }),
  authority: { objectType: 'Agent', name: String(label), account: { homePage: HOME, name: String(key) } },
  created: Number(created),
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

/** Throws a Refusal 403 when the key is for one actor: what is asked is everyone's. */
export function mayReadAll(key: Key): void {
  if (ownAgent(key) !== undefined) throw new Refusal(403, 'This key may only read what its own actor wrote.');
}
