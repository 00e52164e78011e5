import { createHash, randomUUID } from 'node:crypto';
import { learnDefinitions } from './activities.ts';
import { learnNames } from './agents.ts';
import { linkAttachments } from './attachments.ts';
import { canonicalJson } from './canonical-json.ts';
import { entityOf } from './entities.ts';
import { uuidBytes } from './identifier.ts';
import { type Key, mayWrite } from './keys.ts';
import { agentName } from './mentions.ts';
import { follow } from './pointers.ts';
import { EVERYONE, postingsOf, register } from './postings.ts';
import { Refusal } from './refusal.ts';
import { isSubStatement, listOf, type Sentence, type Statement, type StoredStatement } from './statement.ts';
import type { Store } from './store.ts';
import { isoTime, microseconds } from './time.ts';

/**
 * Stores checked statements, all or none, and returns their identifiers in their order. One that is there already, word
 * for word, is taken as said again; another one under its identifier is a Refusal 409 (xAPI Communication 2.1.1).
 */
export function storeStatements(
  store: Store,
  key: Key,
  statements: readonly Statement[],
  contents: Contents,
): string[] {
  return store.transaction(() =>
    statements.map((statement) => {
      mayWrite(key, statement.actor);
      return insert(store, key, statement, contents);
    }),
  );
}

/** Bytes of the attachments that came with the statements, by their SHA-256. */
export type Contents = ReadonlyMap<string, Uint8Array>;

function insert(store: Store, key: Key, received: Statement, contents: Contents): string {
  const id = received.id ?? randomUUID();
  const digest = digestOf(received);
  const known = store.one('SELECT digest FROM statements WHERE id = ?', [uuidBytes(id)]);
  if (known) {
    if (digest.equals(Buffer.from(known.digest as ArrayBuffer))) return id;
    throw new Refusal(409, `Statement ${id} is already stored with other words: a statement never changes.`);
  }
  const stored = store.tick();
  const statement = completed(received, { id, stored: isoTime(stored), authority: key.authority });
  const happened = Math.floor(microseconds(statement.timestamp)! / 1000);
  const actor = agentName(statement.actor);
  const { lastInsertRowid: seq } = store.run(
    'INSERT INTO statements (id, stored, happened, actor, digest, json) VALUES (?, ?, ?, ?, ?, ?)',
    [
      uuidBytes(id),
      stored,
      happened,
      actor === undefined ? EVERYONE : entityOf(store, 'agent', actor),
      digest,
      JSON.stringify(statement),
    ],
  );
  for (const [entity, broad] of postingsOf(store, statement))
    store.run('INSERT INTO postings (entity, broad, seq) VALUES (?, ?, ?)', [entity, broad, seq]);
  const voided = follow(store, key, statement, seq);
  if (!voided) register(store, statement, { happened, seq });
  linkAttachments(store, statement, seq, contents);
  learnDefinitions(store, statement);
  learnNames(store, statement);
  return id;
}

/** What two sendings of one statement share: all but what the record store sets (xAPI Data 2.3.1). */
function digestOf({ id: _id, stored: _stored, authority: _authority, version: _version, ...said }: Statement): Buffer {
  return createHash('sha256').update(canonicalJson(said)).digest();
}

/** The authority is the key it was sent with, whatever the statement claims (xAPI Data 2.4.9). */
function completed(
  received: Statement,
  { id, stored, authority }: Pick<StoredStatement, 'id' | 'stored' | 'authority'>,
): StoredStatement {
  const { timestamp = stored, version = '1.0.0' } = received;
  return { ...inLists(received), id, timestamp, stored, authority, version };
}

/** Each kind of context activities becomes a list (xAPI Data 2.4.6.2). */
function inLists<S extends Sentence>(sentence: S): S {
  const { object, context } = sentence;
  const activities = context?.contextActivities;
  return {
    ...sentence,
    ...(isSubStatement(object) && { object: inLists(object) }),
    ...(activities && {
      context: {
        ...context,
        contextActivities: Object.fromEntries(Object.entries(activities).map(([name, list]) => [name, listOf(list)])),
      },
    }),
  };
}
