import { findEntity } from './entities.ts';
import type { Store } from './store.ts';

/**
 * Numbers of the statements that name someone, by their identifier (`agentName`): as actor, object or member of a group,
 * in a statement inside, as instructor or in a team; and of those that point to one of them, such as a trainer's
 * comment on an answer. In the order of arrival.
 */
export function statementsAbout(store: Store, agent: string): number[] {
  const entity = findEntity(store, 'agent', agent);
  if (entity === undefined) return [];
  const rows = store.all(
    'SELECT seq FROM postings WHERE entity = ?1 AND broad = 1 UNION SELECT c.source FROM chains c JOIN postings p ON p.seq = c.target WHERE p.entity = ?1 AND p.broad = 1 ORDER BY 1',
    [entity],
  );
  return rows.map(({ seq }) => Number(seq));
}
