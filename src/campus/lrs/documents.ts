import { createHash } from 'node:crypto';
import type { Row, Value } from '../data/sqlite.ts';
import { Refusal } from './refusal.ts';
import type { Store } from './store.ts';

/** Where a document is. What a kind does not use is the empty string. */
export interface DocumentPlace {
  kind: 'state' | 'agent-profile' | 'activity-profile';
  /** An IRI. */
  activity: string;
  /** Identifier, as `agentName` writes it. */
  agent: string;
  /** A UUID in small letters. */
  registration: string;
  id: string;
}

export interface StoredDocument {
  /** Media type, as it was sent. */
  type: string;
  /** SHA-1 of the content, in quotes (xAPI Communication 3.1). */
  etag: string;
  /** Milliseconds since 1970. */
  updated: number;
  content: Uint8Array;
}

const AT = 'kind = ? AND activity = ? AND agent = ? AND registration = ? AND id = ?';
const valuesOf = ({ kind, activity, agent, registration, id }: DocumentPlace) => [
  kind,
  activity,
  agent,
  registration,
  id,
];

export function readDocument(store: Store, place: DocumentPlace): StoredDocument | undefined {
  const row = store.one(`SELECT type, etag, updated, content FROM documents WHERE ${AT}`, valuesOf(place));
  return row && documentFrom(row);
}

/** Milliseconds since 1970 for `updated`. */
export const documentFrom = ({ type, etag, updated, content }: Row): StoredDocument => ({
  type: String(type),
  etag: String(etag),
  updated: Number(updated),
  content: Buffer.from(content as ArrayBuffer),
});

/** Replaces what was there. `condition` sees it in the same transaction, and throws to refuse. */
export function writeDocument(
  store: Store,
  place: DocumentPlace,
  { type, content }: Pick<StoredDocument, 'type' | 'content'>,
  condition: (known: StoredDocument | undefined) => void,
): void {
  store.transaction(() => {
    condition(readDocument(store, place));
    put(store, place, type, content);
  });
}

/**
 * Adds top-level members to a JSON object that was there, or begins it (xAPI Communication 2.2). Throws a Refusal 400
 * when either is not a JSON object.
 */
export function mergeDocument(
  store: Store,
  place: DocumentPlace,
  { type, content }: Pick<StoredDocument, 'type' | 'content'>,
  condition: (known: StoredDocument | undefined) => void,
): void {
  store.transaction(() => {
    const known = readDocument(store, place);
    condition(known);
    const sent = isJson(type) ? jsonObject(content, 'sent') : undefined;
    if (!known) return put(store, place, type, content);
    if (!sent || !isJson(known.type))
      throw new Refusal(
        400,
        'Two documents can only be merged when both are application/json (xAPI Communication 2.2).',
      );
    const merged = { ...jsonObject(known.content, 'stored'), ...sent };
    put(store, place, 'application/json', Buffer.from(JSON.stringify(merged)));
  });
}

function put(store: Store, place: DocumentPlace, type: string, content: Uint8Array): void {
  const etag = `"${createHash('sha1').update(content).digest('hex')}"`;
  store.run(
    'INSERT OR REPLACE INTO documents (kind, activity, agent, registration, id, type, etag, updated, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [...valuesOf(place), type, etag, Date.now(), content],
  );
}

const isJson = (type: string) => /^application\/json\s*(?:;|$)/i.test(type);

function jsonObject(content: Uint8Array, which: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(content).toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // said below
  }
  throw new Refusal(400, `The document ${which} is not a JSON object: it cannot be merged (xAPI Communication 2.2).`);
}

/** Nothing happens when there is none. */
export function deleteDocument(
  store: Store,
  place: DocumentPlace,
  condition: (known: StoredDocument | undefined) => void,
): void {
  store.transaction(() => {
    condition(readDocument(store, place));
    store.run(`DELETE FROM documents WHERE ${AT}`, valuesOf(place));
  });
}

/** Every document of a place; without a registration, of all of them and of none. `id` is left out. */
export type Shelf = Omit<DocumentPlace, 'id' | 'registration'> & { registration?: string };

const onShelf = ({ kind, activity, agent, registration }: Shelf): { where: string; values: Value[] } => ({
  where: `kind = ? AND activity = ? AND agent = ?${registration === undefined ? '' : ' AND registration = ?'}`,
  values: [kind, activity, agent, ...(registration === undefined ? [] : [registration])],
});

/** Identifiers of the documents, each once. `since`: milliseconds since 1970, exclusive. */
export function documentIds(store: Store, shelf: Shelf, since = -1): string[] {
  const { where, values } = onShelf(shelf);
  const rows = store.all(`SELECT DISTINCT id FROM documents WHERE ${where} AND updated > ? ORDER BY id`, [
    ...values,
    since,
  ]);
  return rows.map(({ id }) => String(id));
}

export function deleteDocuments(store: Store, shelf: Shelf): void {
  const { where, values } = onShelf(shelf);
  store.transaction(() => store.run(`DELETE FROM documents WHERE ${where}`, values));
}

/** Every state of an agent in a registration, whatever the activity. */
export const deleteStates = (
  store: Store,
  { agent, registration }: Pick<DocumentPlace, 'agent' | 'registration'>,
): void => {
  store.transaction(() =>
    store.run("DELETE FROM documents WHERE kind = 'state' AND agent = ? AND registration = ?", [agent, registration]),
  );
};
