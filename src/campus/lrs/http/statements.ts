import { attachmentsIn, contentsOf } from '../attachments.ts';
import { type Format, formatted, languagesOf } from '../format.ts';
import { isUuid } from '../identifier.ts';
import { storeStatements } from '../insert.ts';
import { type Key, ownAgent } from '../keys.ts';
import { writeParts } from '../multipart.ts';
import { malformed, Refusal } from '../refusal.ts';
import { type Filter, selectStatements, statementById } from '../select.ts';
import type { StoredStatement } from '../statement.ts';
import type { Store } from '../store.ts';
import { cursorOf, filterOf } from './filter.ts';
import { booleanParameter, onlyParameters, required, uuidParameter } from './parameters.ts';
import type { LrsRequest } from './request.ts';
import { noContent, type Resource } from './resource.ts';
import { statementsOf } from './statements-body.ts';

/** xAPI Communication 2.1. */
export const statements: Resource = {
  PUT({ store, key, request }) {
    onlyParameters(request, ['statementId']);
    const id = required(uuidParameter(request, 'statementId'), 'statementId');
    const { statements: sent, contents } = statementsOf(request, false);
    const [statement] = sent;
    if (statement!.id !== undefined && statement!.id.toLowerCase() !== id)
      throw malformed('"statement.id" and the parameter "statementId" are not the same', 'xAPI Communication 2.1.1');
    storeStatements(store, key, [{ ...statement!, id: request.parameters.get('statementId')! }], contents);
    return noContent();
  },

  POST({ store, key, request }) {
    onlyParameters(request, []);
    const { statements: sent, contents } = statementsOf(request, true);
    return Response.json(storeStatements(store, key, sent, contents));
  },

  GET({ store, key, request }) {
    const wanted = request.parameters.get('cursor');
    if (wanted !== undefined) onlyParameters(request, ['cursor']);
    const asked = wanted === undefined ? request : cursorOf(request, wanted);
    return ['statementId', 'voidedStatementId'].some((name) => asked.parameters.has(name))
      ? one(store, key, asked)
      : page(store, key, asked);
  },
};

function one(store: Store, key: Key, request: LrsRequest): Response {
  onlyParameters(request, ['statementId', 'voidedStatementId', 'format', 'attachments']);
  const ids = ['statementId', 'voidedStatementId'].filter((name) => request.parameters.has(name));
  if (ids.length > 1) throw malformed('Ask for "statementId" or for "voidedStatementId"', 'xAPI Communication 2.1.3');
  const [name] = ids as [string];
  const id = request.parameters.get(name)!;
  if (!isUuid(id)) throw malformed(`The parameter "${name}" must be a UUID`, 'xAPI Communication 3.2');
  const statement = statementById(store, { id, voided: name === 'voidedStatementId', writtenBy: ownAgent(key) });
  if (!statement) throw new Refusal(404, `There is no ${name === 'statementId' ? '' : 'voided '}statement ${id}.`);
  const response = respond(store, request, [statement], ([drawn]) => JSON.stringify(drawn));
  response.headers.set('last-modified', new Date(statement.stored).toUTCString());
  return response;
}

function page(store: Store, key: Key, request: LrsRequest): Response {
  const filter: Filter = { ...filterOf(request), writtenBy: ownAgent(key) };
  const { statements: found, next } = selectStatements(store, filter);
  const more = next === undefined ? '' : `${request.path}?cursor=${encodeURIComponent(cursorText(request, next))}`;
  return respond(store, request, found, (drawn) => JSON.stringify({ statements: drawn, more }));
}

/** Opaque to who receives it: the number of the last statement, and the question. */
const cursorText = ({ parameters }: LrsRequest, next: number): string => {
  const question = new URLSearchParams([...parameters].filter(([name]) => name !== 'after'));
  return Buffer.from(`${next}?${question}`).toString('base64url');
};

function respond(
  store: Store,
  request: LrsRequest,
  found: readonly StoredStatement[],
  json: (drawn: readonly StoredStatement[]) => string,
): Response {
  const format = (request.parameters.get('format') ?? 'exact') as Format;
  if (!['exact', 'ids', 'canonical'].includes(format))
    throw malformed('The parameter "format" must be exact, ids or canonical', 'xAPI Communication 2.1.3');
  const languages = languagesOf(request.header('accept-language'));
  const text = json(found.map((statement) => formatted(store, statement, format, languages)));
  if (!booleanParameter(request, 'attachments'))
    return new Response(text, { headers: { 'content-type': 'application/json' } });
  const types = new Map(found.flatMap(attachmentsIn).map(({ sha2, contentType }) => [sha2.toLowerCase(), contentType]));
  const contents = [...contentsOf(store, found)].map(([sha2, content]) => ({
    sha2,
    contentType: types.get(sha2)!,
    content,
  }));
  const { type, body } = writeParts(text, contents);
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } });
}
