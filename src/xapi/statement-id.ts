import { sha1 } from '@noble/hashes/legacy.js';

/**
 * The same identifier for the same parts, for ever: a name-based UUID (RFC 9562 5.5) under the registration. Throws on
 * a registration that is not a UUID.
 */
export function statementId(registration: string, ...parts: readonly string[]): string {
  const digits = registration.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(digits)) throw new Error(`Not a UUID for a registration: "${registration}"`);
  const namespace = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const name = new TextEncoder().encode(JSON.stringify(parts)); // no two lists of parts share one text
  const bytes = sha1(new Uint8Array([...namespace, ...name])).slice(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
