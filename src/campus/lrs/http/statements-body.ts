import { checkContents } from '../attachments.ts';
import type { Contents } from '../insert.ts';
import { boundaryOf, type Part, readParts } from '../multipart.ts';
import { malformed } from '../refusal.ts';
import { checkSignature } from '../signature.ts';
import type { Statement } from '../statement.ts';
import { checkStatement } from '../validate/statement.ts';
import { parseJson } from './json-body.ts';
import type { LrsRequest } from './request.ts';

const CLAUSE = 'xAPI Communication 1.5.2';

/** The checked statements of a PUT or POST, and the contents of their attachments. `several`: a list may be sent. */
export function statementsOf(request: LrsRequest, several: boolean): { statements: Statement[]; contents: Contents } {
  const type = request.header('content-type') ?? '';
  const multipart = /^multipart\/mixed\s*;/i.test(type);
  if (!multipart && !isJson(type))
    throw malformed('Statements are sent as application/json or multipart/mixed', 'xAPI Communication 1.5');
  const [first, ...parts] = multipart ? readParts(request.body, boundaryOf(type)) : [{ content: request.body }];
  if (multipart && !isJson((first as Part).headers.get('content-type') ?? ''))
    throw malformed('The first part must be the statements, as application/json', CLAUSE);
  const statements = checkedStatements(parseJson(first!.content), several);
  const contents = contentsOf(parts as Part[]);
  checkContents(statements, contents);
  for (const statement of statements) checkSignature(statement, contents);
  return { statements, contents };
}

const isJson = (type: string) => /^application\/json\s*(?:;|$)/i.test(type);

function checkedStatements(value: unknown, several: boolean): Statement[] {
  if (Array.isArray(value) && !several) throw malformed('A PUT holds one statement', 'xAPI Communication 2.1.1');
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const seen = new Set<string>();
  for (const [rank, statement] of list.entries()) {
    checkStatement(statement, Array.isArray(value) ? `statements[${rank}]` : 'statement');
    const id = statement.id?.toLowerCase();
    if (id !== undefined && seen.has(id))
      throw malformed(`Two statements have the id ${id}`, 'xAPI Communication 2.1.2');
    if (id !== undefined) seen.add(id);
  }
  return list as Statement[];
}

function contentsOf(parts: readonly Part[]): Map<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  for (const { headers, content } of parts) {
    const hash = headers.get('x-experience-api-hash')?.toLowerCase();
    if (hash === undefined) throw malformed('A part has no X-Experience-API-Hash', CLAUSE);
    if (headers.get('content-transfer-encoding')?.toLowerCase() !== 'binary')
      throw malformed('A part has no "Content-Transfer-Encoding: binary"', CLAUSE);
    contents.set(hash, content);
  }
  return contents;
}
