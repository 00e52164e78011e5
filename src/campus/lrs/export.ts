import { statementsAbout } from './about-actor.ts';
import { namesOf } from './agents.ts';
import { contentsOf } from './attachments.ts';
import { documentFrom } from './documents.ts';
import { agentName } from './mentions.ts';
import type { Actor, StoredStatement } from './statement.ts';
import type { Store } from './store.ts';

/** All that the record store holds about someone, ready for `JSON.stringify`. Times are ISO 8601. */
export interface ActorExport {
  actor: Actor;
  exportedAt: string;
  names: string[];
  /** In the order of arrival, voided ones included. */
  statements: StoredStatement[];
  documents: {
    kind: string;
    activity: string;
    registration: string;
    id: string;
    type: string;
    updated: string;
    content: string;
  }[];
  /** Contents in base64, by SHA-256. */
  attachments: Record<string, string>;
}

/** The same statements and documents that `eraseActor` takes away. Throws when the agent has no identifier. */
export function exportActor(store: Store, agent: Actor): ActorExport {
  const name = agentName(agent);
  if (name === undefined) throw new Error('An agent without an identifier cannot be exported.');
  const statements = statementsAbout(store, name).map(
    (seq) => JSON.parse(String(store.one('SELECT json FROM statements WHERE seq = ?', [seq])!.json)) as StoredStatement,
  );
  const rows = store.all('SELECT * FROM documents WHERE agent = ? ORDER BY kind, activity, registration, id', [name]);
  return {
    actor: agent,
    exportedAt: new Date().toISOString(),
    names: namesOf(store, name),
    statements,
    documents: rows.map((row) => {
      const { type, updated, content } = documentFrom(row);
      const [kind, activity, registration, id] = ['kind', 'activity', 'registration', 'id'].map((column) =>
        String(row[column]),
      ) as [string, string, string, string];
      return {
        kind,
        activity,
        registration,
        id,
        type,
        updated: new Date(updated).toISOString(),
        content: readable(type, content),
      };
    }),
    attachments: Object.fromEntries(
      [...contentsOf(store, statements)].map(([sha2, content]) => [sha2, Buffer.from(content).toString('base64')]),
    ),
  };
}

/** Text as text; anything else in base64, as a `data:` address. */
const readable = (type: string, content: Uint8Array) =>
  /^(?:text\/|application\/json)/i.test(type)
    ? Buffer.from(content).toString('utf8')
    : `data:${type};base64,${Buffer.from(content).toString('base64')}`;
