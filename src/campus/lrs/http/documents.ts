import { preconditionOf } from '../concurrency.ts';
import {
  type DocumentPlace,
  deleteDocument,
  deleteDocuments,
  documentIds,
  mergeDocument,
  readDocument,
  type Shelf,
  writeDocument,
} from '../documents.ts';
import { type Key, mayChange, mayUseDocuments } from '../keys.ts';
import { malformed, Refusal } from '../refusal.ts';
import type { Store } from '../store.ts';
import { parseJson } from './json-body.ts';
import { agentParameter, iriParameter, onlyParameters, required, timeParameter, uuidParameter } from './parameters.ts';
import type { LrsRequest } from './request.ts';
import { noContent, type Resource } from './resource.ts';

/** What tells the three document resources apart (xAPI Communication 2.2). */
interface Kind {
  kind: DocumentPlace['kind'];
  /** Name of the parameter that holds the identifier of the document. */
  id: 'stateId' | 'profileId';
  parameters: readonly string[];
  shelf(request: LrsRequest): Shelf;
}

const activityId = (request: LrsRequest) => required(iriParameter(request, 'activityId'), 'activityId');
const agent = (request: LrsRequest) => required(agentParameter(request), 'agent').name;

const STATE: Kind = {
  kind: 'state',
  id: 'stateId',
  parameters: ['activityId', 'agent', 'registration'],
  shelf: (request) => {
    const registration = uuidParameter(request, 'registration');
    return {
      kind: 'state',
      activity: activityId(request),
      agent: agent(request),
      ...(registration !== undefined && { registration }),
    };
  },
};
const AGENT_PROFILE: Kind = {
  kind: 'agent-profile',
  id: 'profileId',
  parameters: ['agent'],
  shelf: (request) => ({ kind: 'agent-profile', activity: '', agent: agent(request) }),
};
const ACTIVITY_PROFILE: Kind = {
  kind: 'activity-profile',
  id: 'profileId',
  parameters: ['activityId'],
  shelf: (request) => ({ kind: 'activity-profile', activity: activityId(request), agent: '' }),
};

function resourceOf(kind: Kind): Resource {
  /** Checks the key and the parameters; `id` is absent when no document in particular is asked for. */
  const find = (key: Key, request: LrsRequest, writing: boolean) => {
    const listing = request.method === 'GET' ? ['since'] : [];
    onlyParameters(request, [...kind.parameters, kind.id, ...listing]);
    const shelf = kind.shelf(request);
    mayUseDocuments(key, shelf.agent === '' ? undefined : shelf.agent, writing);
    return { shelf, id: request.parameters.get(kind.id) };
  };
  const write = (save: typeof writeDocument, profilesOnly: boolean) => {
    return ({ store, key, request }: { store: Store; key: Key; request: LrsRequest }) => {
      const { shelf, id } = find(key, request, true);
      if (kind.kind === 'state' && id !== undefined) mayChange(key, [id]);
      const needed = profilesOnly && kind.kind !== 'state';
      save(store, placeOf(shelf, required(id, kind.id)), bodyOf(request), condition(request, needed));
      return noContent();
    };
  };
  return {
    GET({ store, key, request }) {
      const { shelf, id } = find(key, request, false);
      const since = timeParameter(request, 'since');
      if (id === undefined) return Response.json(documentIds(store, shelf, since === undefined ? -1 : since / 1000));
      return one(store, placeOf(shelf, id), request);
    },
    PUT: write(writeDocument, true),
    POST: write(mergeDocument, false),
    DELETE({ store, key, request }) {
      const { shelf, id } = find(key, request, true);
      if (kind.kind === 'state') mayChange(key, id === undefined ? documentIds(store, shelf) : [id]);
      if (id !== undefined) deleteDocument(store, placeOf(shelf, id), condition(request, false));
      else if (kind.kind === 'state') deleteDocuments(store, shelf);
      else required(id, kind.id);
      return noContent();
    },
  };
}

const placeOf = ({ registration = '', ...shelf }: Shelf, id: string): DocumentPlace => ({ ...shelf, registration, id });

const condition = (request: LrsRequest, needed: boolean) =>
  preconditionOf({ ifMatch: request.header('if-match'), ifNoneMatch: request.header('if-none-match') }, needed);

function bodyOf(request: LrsRequest) {
  const type = request.header('content-type') ?? 'application/octet-stream';
  if (/[^\t\x20-\x7e]/.test(type)) throw malformed('The Content-Type is not one', 'xAPI Communication 2.2');
  if (/^application\/json\b/i.test(type)) parseJson(request.body);
  return { type, content: request.body };
}

function one(store: Store, place: DocumentPlace, request: LrsRequest): Response {
  const known = readDocument(store, place);
  if (!known) throw new Refusal(404, 'There is no such document.');
  const { type, etag, updated, content } = known;
  const headers = { etag, 'last-modified': new Date(updated).toUTCString() };
  if (request.header('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(content), { headers: { ...headers, 'content-type': type } });
}

/** xAPI Communication 2.3, 2.6, 2.7. */
export const state = resourceOf(STATE);
export const agentProfile = resourceOf(AGENT_PROFILE);
export const activityProfile = resourceOf(ACTIVITY_PROFILE);
