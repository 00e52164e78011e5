import { randomBytes } from 'node:crypto';
import { malformed } from './refusal.ts';

const CLAUSE = 'xAPI Communication 1.5.2';

export interface Part {
  /** Names in small letters. */
  headers: ReadonlyMap<string, string>;
  content: Uint8Array;
}

/** The boundary of a `multipart/mixed` type. Throws a Refusal 400 without one. */
export function boundaryOf(contentType: string): string {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (!boundary || boundary.length > 200) throw malformed('A multipart/mixed type must say its boundary', CLAUSE);
  return boundary;
}

/** The parts of a body, byte for byte (RFC 2046 5.1). Throws a Refusal 400 when the body does not end, or has no part. */
export function readParts(body: Uint8Array, boundary: string): Part[] {
  const bytes = Buffer.concat([Buffer.from('\r\n'), body]); // the first delimiter has no line before it
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const parts: Part[] = [];
  let at = bytes.indexOf(delimiter);
  while (at >= 0) {
    const after = at + delimiter.length;
    if (bytes.subarray(after, after + 2).toString('latin1') === '--') {
      if (parts.length === 0) break;
      return parts;
    }
    const start = bytes.indexOf('\r\n', after) + 2;
    const next = bytes.indexOf(delimiter, after);
    if (next < 0 || start < 2 || bytes.subarray(after, start).toString('latin1').trim() !== '') break;
    parts.push(readPart(bytes.subarray(start, next)));
    at = next;
  }
  throw malformed('The body is not made of parts between the boundaries that its type announces', CLAUSE);
}

function readPart(bytes: Buffer): Part {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) throw malformed('A part has no empty line between its headers and its content', CLAUSE);
  const lines = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  return { headers: new Map(headers), content: bytes.subarray(end + 4) };
}

/** A body of JSON and the contents of its attachments, and the type to send it under. */
export function writeParts(
  json: string,
  contents: readonly { sha2: string; contentType: string; content: Uint8Array }[],
): { type: string; body: Uint8Array } {
  const boundary = `xapi-${randomBytes(18).toString('hex')}`;
  const part = (headers: readonly string[], content: Uint8Array) => [
    Buffer.from(`--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ];
  const body = Buffer.concat([
    ...part(['Content-Type: application/json'], Buffer.from(json)),
    ...contents.flatMap(({ sha2, contentType, content }) =>
      part(
        [`Content-Type: ${contentType}`, 'Content-Transfer-Encoding: binary', `X-Experience-API-Hash: ${sha2}`],
        content,
      ),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return { type: `multipart/mixed; boundary=${boundary}`, body };
}
