import { findEntity } from './entities.ts';
import { uuidBytes } from './identifier.ts';
import { type Key, ownAgent } from './keys.ts';
import { unregister } from './postings.ts';
import { malformed, Refusal } from './refusal.ts';
import { isStatementRef, isVoiding, type Statement, type StoredStatement } from './statement.ts';
import type { Store } from './store.ts';

/** How many statements a chain of references is followed through: a longer one is a mistake, or ill will. */
const LONGEST_CHAIN = 100;

/**
 * Notes what a new statement points to, and what pointed to it before it came; voids what is voided (xAPI Data 2.3.2).
 * True when the new statement is itself voided already.
 */
export function follow(store: Store, key: Key, statement: StoredStatement, seq: number): boolean {
  const voiding = isVoiding(statement);
  const waiting = store.all('SELECT source, voids FROM pointers WHERE target = ?', [uuidBytes(statement.id)]);
  const leadsTo = isStatementRef(statement.object) ? point(store, key, statement, seq, voiding) : [];
  for (const { source } of waiting) {
    const before = store.all('SELECT source FROM chains WHERE target = ? LIMIT ?', [Number(source), LONGEST_CHAIN]);
    for (const from of [Number(source), ...before.map((row) => Number(row.source))])
      link(store, from, [seq, ...leadsTo]);
  }
  const voided = !voiding && waiting.some(({ voids }) => voids === 1);
  if (voided) store.run('UPDATE statements SET voided = 1 WHERE seq = ?', [seq]);
  return voided;
}

/** What the statement leads to, nearest first. */
function point(store: Store, key: Key, { object }: StoredStatement, seq: number, voiding: boolean): number[] {
  const target = uuidBytes((object as { id: string }).id);
  store.run('INSERT INTO pointers (source, target, voids) VALUES (?, ?, ?)', [seq, target, voiding ? 1 : 0]);
  const found = store.one('SELECT seq, actor FROM statements WHERE id = ?', [target]);
  if (voiding) mayVoid(store, key, found && Number(found.actor));
  if (!found || found.seq === seq) return [];
  const first = Number(found.seq);
  if (voiding) voidStatement(store, first);
  const further = store.all('SELECT target FROM chains WHERE source = ? LIMIT ?', [first, LONGEST_CHAIN]);
  const leadsTo = [first, ...further.map((row) => Number(row.target))];
  link(store, seq, leadsTo);
  return leadsTo;
}

const link = (store: Store, source: number, targets: readonly number[]) => {
  for (const target of targets)
    if (target !== source) store.run('INSERT OR IGNORE INTO chains (source, target) VALUES (?, ?)', [source, target]);
};

/** A key for one actor voids that actor's statements, once they are there. */
function mayVoid(store: Store, key: Key, actor: number | undefined): void {
  const own = ownAgent(key);
  if (own !== undefined && (actor === undefined || actor !== findEntity(store, 'agent', own)))
    throw new Refusal(403, 'This key may only void statements of its own actor.');
}

function voidStatement(store: Store, seq: number): void {
  const row = store.one('SELECT happened, json FROM statements WHERE seq = ?', [seq]);
  const statement = JSON.parse(String(row?.json)) as Statement;
  if (isVoiding(statement))
    throw malformed('"statement.object" is a voiding statement: it cannot be voided', 'xAPI Data 2.3.2');
  store.run('UPDATE statements SET voided = 1 WHERE seq = ?', [seq]);
  unregister(store, statement, { happened: Number(row?.happened), seq });
}
