import { type KeyObject, verify, X509Certificate } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Contents } from './insert.ts';
import { malformed } from './refusal.ts';
import type { Statement } from './statement.ts';

const SIGNATURE = 'http://adlnet.gov/expapi/attachments/signature';
const CLAUSE = 'xAPI Data 2.6';
const HASHES: Readonly<Record<string, string>> = { RS256: 'RSA-SHA256', RS384: 'RSA-SHA384', RS512: 'RSA-SHA512' };

/**
 * Refuses a signed statement whose JSON web signature is not one, uses another algorithm, or signs something else.
 * With a certificate in its header (`x5c`), the signature is verified with the key of the first; without one there is
 * nothing to verify it with, and it is kept as it came. That the certificate deserves trust is for its reader to say.
 */
export function checkSignature(statement: Statement, contents: Contents): void {
  for (const { usageType, contentType, sha2 } of statement.attachments ?? []) {
    if (usageType !== SIGNATURE) continue;
    if (contentType !== 'application/octet-stream')
      throw malformed('The attachment of a signature must be of type application/octet-stream', CLAUSE);
    const content = contents.get(sha2.toLowerCase());
    if (!content) throw malformed('A signature must come with the statement, in a part of the request', CLAUSE);
    checkJws(Buffer.from(content).toString('latin1').trim(), statement);
  }
}

function checkJws(jws: string, statement: Statement): void {
  const parts = jws.split('.');
  const [header = '', payload = '', signature = ''] = parts;
  const { alg, x5c } = jsonOf(header, 'header') as { alg?: unknown; x5c?: unknown };
  const hash = typeof alg === 'string' && Object.hasOwn(HASHES, alg) ? HASHES[alg] : undefined;
  if (parts.length !== 3 || signature === '')
    throw malformed('A signature must be a compact JWS, three parts between dots', CLAUSE);
  if (!hash) throw malformed('A signature must use RS256, RS384 or RS512', CLAUSE);
  if (saidIn(jsonOf(payload, 'payload')) !== saidIn(statement))
    throw malformed('The payload of the signature is another statement', CLAUSE);
  if (x5c === undefined) return;
  if (!verify(hash, Buffer.from(`${header}.${payload}`), publicKey(x5c), Buffer.from(signature, 'base64url')))
    throw malformed('The signature does not fit the certificate of its header', CLAUSE);
}

function publicKey(x5c: unknown): KeyObject {
  const [first] = Array.isArray(x5c) ? x5c : [];
  try {
    const { publicKey: key } = new X509Certificate(Buffer.from(String(first), 'base64'));
    if (key.asymmetricKeyType === 'rsa') return key;
  } catch {
    // said below
  }
  throw malformed('"x5c" in the header of the signature must begin with an X.509 certificate of an RSA key', CLAUSE);
}

function jsonOf(part: string, name: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // said below
  }
  throw malformed(`The ${name} of the signature is not a JSON object`, CLAUSE);
}

/** What both must say: all but the signature itself, and what the record store sets. */
function saidIn(statement: object): string {
  const { attachments, stored, authority, version, ...said } = statement as Statement;
  const others = (attachments ?? []).filter(({ usageType }) => usageType !== SIGNATURE);
  return canonicalJson({ ...said, ...(others.length && { attachments: others }) });
}
