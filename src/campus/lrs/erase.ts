import { createHash } from 'node:crypto';
import { statementsAbout } from './about-actor.ts';
import { findEntity } from './entities.ts';
import { keys, ownAgent } from './keys.ts';
import { agentName } from './mentions.ts';
import { emptyJournal, removeStatements } from './removal.ts';
import type { Actor } from './statement.ts';
import type { Store } from './store.ts';

/** What an erasure did, in numbers and hashes: it may be kept without keeping the person. */
export interface ErasureCertificate {
  /** SHA-256 of the identifier. */
  actor: string;
  /** ISO 8601. */
  erasedAt: string;
  statements: number;
  /** States and profiles. */
  documents: number;
  attachments: number;
  keys: number;
  /** SHA-256 of the identifiers of the statements, one a line, in the order of arrival. */
  statementIds: string;
}

/**
 * Takes away every statement that names someone or points to one that does, their documents, their keys and the
 * attachments nobody else has: not voided, gone from the file. Words of others about them stay: no table can find them.
 * Throws when the agent has no identifier.
 */
export function eraseActor(store: Store, agent: Actor): ErasureCertificate {
  const name = agentName(agent);
  if (name === undefined) throw new Error('An agent without an identifier cannot be erased.');
  const certificate = store.transaction(() => {
    const { ids, attachments } = removeStatements(store, statementsAbout(store, name));
    const own = keys(store).filter((key) => ownAgent(key) === name);
    for (const { key } of own) store.run('DELETE FROM keys WHERE key = ?', [key]);
    return {
      actor: sha256(name),
      erasedAt: new Date().toISOString(),
      statements: ids.length,
      documents: store.run('DELETE FROM documents WHERE agent = ?', [name]).changes,
      attachments,
      keys: own.length,
      statementIds: sha256(ids.join('\n')),
    };
  });
  emptyJournal(store);
  return certificate;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * Takes away the statements of a verb that were stored `days` days ago or earlier, a thousand at a time. `now`:
 * milliseconds since 1970.
 */
export function applyRetention(
  store: Store,
  { verb, days, now = Date.now() }: { verb: string; days: number; now?: number },
): { statements: number; attachments: number } {
  const removed = { statements: 0, attachments: 0 };
  const oldest = (now - days * 86_400_000) * 1000;
  const last = store.one('SELECT seq FROM statements WHERE stored <= ? ORDER BY stored DESC LIMIT 1', [oldest])?.seq;
  for (;;) {
    const entity = findEntity(store, 'verb', verb);
    if (entity === undefined || last === undefined) break;
    const rows = store.all('SELECT seq FROM postings WHERE entity = ? AND broad = 0 AND seq <= ? LIMIT 1000', [
      entity,
      Number(last),
    ]);
    if (rows.length === 0) break;
    const { ids, attachments } = store.transaction(() =>
      removeStatements(
        store,
        rows.map(({ seq }) => Number(seq)),
      ),
    );
    removed.statements += ids.length;
    removed.attachments += attachments;
  }
  if (removed.statements > 0) emptyJournal(store);
  return removed;
}
