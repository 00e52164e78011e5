import { entityOf } from './entities.ts';
import { agentName, mentionsOf, withMembers } from './mentions.ts';
import type { Statement } from './statement.ts';
import type { Store } from './store.ts';

/** Everyone, in the register; in `statements`, an actor without an identifier. */
export const EVERYONE = 0;

/** Entity and breadth of every posting of a statement; the same when it is taken away. */
export function postingsOf(store: Store, statement: Statement): (readonly [entity: number, broad: 0 | 1])[] {
  const { agents, relatedAgents, activities, relatedActivities } = mentionsOf(statement);
  const registration = statement.context?.registration?.toLowerCase();
  const of = (kind: 'agent' | 'activity', names: ReadonlySet<string>, broad: 0 | 1) =>
    [...names].map((name) => [entityOf(store, kind, name), broad] as const);
  return [
    ...of('agent', agents, 0),
    ...of('agent', relatedAgents, 1),
    ...of('activity', activities, 0),
    ...of('activity', relatedActivities, 1),
    [entityOf(store, 'verb', statement.verb.id), 0],
    ...(registration ? [[entityOf(store, 'registration', registration), 0] as const] : []),
  ];
}

/** In whose pages of the register a statement stands. */
function pagesOf(store: Store, statement: Statement): Set<number> {
  const learners = withMembers(statement.actor).flatMap((actor) => agentName(actor) ?? []);
  return new Set([
    EVERYONE,
    ...learners.map((name) => entityOf(store, 'agent', name)),
    ...[...mentionsOf(statement).relatedActivities].map((id) => entityOf(store, 'activity', id)),
  ]);
}

/** A line of the register: milliseconds since 1970, and the number of the statement. */
export interface Line {
  happened: number;
  seq: number;
}

export function register(store: Store, statement: Statement, { happened, seq }: Line): void {
  for (const entity of pagesOf(store, statement))
    store.run('INSERT INTO register (entity, happened, seq) VALUES (?, ?, ?)', [entity, happened, seq]);
}

/** Does nothing for a statement that is not there: a voided one. */
export function unregister(store: Store, statement: Statement, { happened, seq }: Line): void {
  for (const entity of pagesOf(store, statement))
    store.run('DELETE FROM register WHERE entity = ? AND happened = ? AND seq = ?', [entity, happened, seq]);
}
