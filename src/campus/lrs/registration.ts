import { findEntity } from './entities.ts';
import type { StoredStatement } from './statement.ts';
import type { Store } from './store.ts';

/** Statements of a registration in the order of their arrival, voided ones aside, from the one after `seq` on. */
export function statementsOfRegistration(
  store: Store,
  registration: string,
  seq: number,
): { seq: number; statement: StoredStatement }[] {
  const entity = findEntity(store, 'registration', registration.toLowerCase());
  if (entity === undefined) return [];
  return store
    .all(
      'SELECT s.seq, s.json FROM postings p CROSS JOIN statements s ON s.seq = p.seq WHERE p.entity = ? AND p.broad = 0 AND p.seq > ? AND s.voided = 0 ORDER BY p.seq',
      [entity, seq],
    )
    .map((row) => ({ seq: Number(row.seq), statement: JSON.parse(String(row.json)) as StoredStatement }));
}
