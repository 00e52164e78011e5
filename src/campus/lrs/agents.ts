import { entityOf, findEntity } from './entities.ts';
import { agentName, agentsIn } from './mentions.ts';
import type { Actor, Statement } from './statement.ts';
import type { Store } from './store.ts';

/** Every value known of someone (xAPI Communication 2.4). */
export interface Person {
  objectType: 'Person';
  name?: string[];
  mbox?: string[];
  mbox_sha1sum?: string[];
  openid?: string[];
  account?: Actor['account'][];
}

/** Keeps the names that a statement gives its agents. */
export function learnNames(store: Store, statement: Statement): void {
  for (const actor of agentsIn(statement)) {
    const agent = agentName(actor);
    if (agent === undefined || actor.name === undefined) continue;
    const entity = entityOf(store, 'agent', agent);
    store.run('INSERT OR IGNORE INTO agent_names (entity, name) VALUES (?, ?)', [entity, actor.name]);
  }
}

/** The agent as a person, with every name statements gave it; nothing is guessed from one identifier to another. */
export function personOf(store: Store, agent: Actor): Person {
  const { mbox, mbox_sha1sum, openid, account } = agent;
  const names = namesOf(store, agentName(agent) ?? '');
  const all = agent.name === undefined ? names : [...new Set([agent.name, ...names])];
  return {
    objectType: 'Person',
    ...(all.length && { name: all }),
    ...(mbox !== undefined && { mbox: [mbox] }),
    ...(mbox_sha1sum !== undefined && { mbox_sha1sum: [mbox_sha1sum] }),
    ...(openid !== undefined && { openid: [openid] }),
    ...(account && { account: [account] }),
  };
}

/** In alphabetical order; none for an agent no statement has named. */
export function namesOf(store: Store, agent: string): string[] {
  const entity = findEntity(store, 'agent', agent);
  if (entity === undefined) return [];
  return store
    .all('SELECT name FROM agent_names WHERE entity = ? ORDER BY name', [entity])
    .map(({ name }) => String(name));
}
