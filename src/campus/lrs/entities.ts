import type { Store } from './store.ts';

export type EntityKind = 'agent' | 'activity' | 'verb' | 'registration';

/** Numbers remembered, in the memory of one store; beyond it the tables answer. */
const REMEMBERED = 50_000;
const remembered = new WeakMap<Store, Map<string, number>>();

function memoryOf(store: Store): Map<string, number> {
  let memory = remembered.get(store);
  if (!memory) {
    const fresh = new Map<string, number>();
    remembered.set(store, (memory = fresh));
    store.onForget(() => fresh.clear());
  }
  if (memory.size > REMEMBERED) memory.clear();
  return memory;
}

/** The number of an agent, activity, verb or registration; undefined for one no statement has named. */
export function findEntity(store: Store, kind: EntityKind, name: string): number | undefined {
  const key = `${kind} ${name}`;
  const memory = memoryOf(store);
  const known = memory.get(key);
  if (known !== undefined) return known;
  const row = store.one('SELECT id FROM entities WHERE kind = ? AND name = ?', [kind, name]);
  if (!row) return undefined;
  memory.set(key, Number(row.id));
  return Number(row.id);
}

/** The same; a new one is given its number. Inside a transaction. */
export function entityOf(store: Store, kind: EntityKind, name: string): number {
  const known = findEntity(store, kind, name);
  if (known !== undefined) return known;
  const { lastInsertRowid } = store.run('INSERT INTO entities (kind, name) VALUES (?, ?)', [kind, name]);
  memoryOf(store).set(`${kind} ${name}`, lastInsertRowid);
  return lastInsertRowid;
}
