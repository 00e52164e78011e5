import { postingsOf, unregister } from './postings.ts';
import type { StoredStatement } from './statement.ts';
import type { Store } from './store.ts';

/** What went away with some statements. */
export interface Removed {
  /** Their identifiers, in the order of arrival. */
  ids: string[];
  /** Contents that no other statement has. */
  attachments: number;
}

/**
 * Takes statements away for good, with all that is known through them alone: names, definitions, registrations,
 * contents of attachments. Inside a transaction; the pages they leave are overwritten (`secure_delete`).
 */
export function removeStatements(store: Store, numbers: readonly number[]): Removed {
  const touched = new Set<number>();
  const ids: string[] = [];
  const hashes = new Set<string>();
  for (const seq of numbers) {
    const row = store.one('SELECT json, happened FROM statements WHERE seq = ?', [seq]);
    if (!row) continue;
    const statement = JSON.parse(String(row.json)) as StoredStatement;
    ids.push(statement.id);
    unregister(store, statement, { happened: Number(row.happened), seq });
    for (const [entity, broad] of postingsOf(store, statement)) {
      touched.add(entity);
      store.run('DELETE FROM postings WHERE entity = ? AND broad = ? AND seq = ?', [entity, broad, seq]);
    }
    for (const { sha2 } of store.all('SELECT sha2 FROM attached WHERE seq = ?', [seq])) hashes.add(String(sha2));
    store.run('DELETE FROM attached WHERE seq = ?', [seq]);
    store.run('DELETE FROM pointers WHERE source = ?', [seq]);
    store.run('DELETE FROM chains WHERE source = ?', [seq]);
    store.run('DELETE FROM chains WHERE target = ?', [seq]);
    store.run('DELETE FROM statements WHERE seq = ?', [seq]);
  }
  forgetUnmentioned(store, touched);
  return { ids, attachments: dropContents(store, hashes) };
}

function forgetUnmentioned(store: Store, entities: ReadonlySet<number>): void {
  for (const entity of entities) {
    if (store.one('SELECT 1 FROM postings WHERE entity = ? LIMIT 1', [entity])) continue;
    for (const table of ['activities', 'agent_names']) store.run(`DELETE FROM ${table} WHERE entity = ?`, [entity]);
    store.run('DELETE FROM entities WHERE id = ?', [entity]);
  }
  store.forget();
}

function dropContents(store: Store, hashes: ReadonlySet<string>): number {
  let dropped = 0;
  for (const sha2 of hashes)
    dropped += store.run(
      'DELETE FROM attachments WHERE sha2 = ?1 AND NOT EXISTS (SELECT 1 FROM attached WHERE sha2 = ?1)',
      [sha2],
    ).changes;
  return dropped;
}

/** Makes the file itself forget: what the journal still holds is written over. Outside a transaction. */
export const emptyJournal = (store: Store): void => {
  store.all('PRAGMA wal_checkpoint(TRUNCATE)');
};
