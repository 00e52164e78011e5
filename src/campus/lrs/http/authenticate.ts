import { type Key, keyOf } from '../keys.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store.ts';
import type { LrsRequest } from './request.ts';

/** The key of the request, by HTTP Basic Authentication. Throws a Refusal 401 (xAPI Communication 4.0). */
export function authenticate(store: Store, request: LrsRequest): Key {
  const [, credentials = ''] = /^basic\s+([a-z0-9+/=_-]+)$/i.exec(request.header('authorization') ?? '') ?? [];
  const [, key, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(credentials, 'base64').toString('utf8')) ?? [];
  const found = key === undefined || secret === undefined ? undefined : keyOf(store, key, secret);
  if (!found) throw new Refusal(401, 'Send a key of this record store and its secret, by Basic authentication.');
  return found;
}

/** Throws a Refusal 400 when the version is not 1.0 or 1.0.x (xAPI Communication 3.3). */
export function checkVersion(request: LrsRequest): void {
  const version = request.header('x-experience-api-version');
  if (version === undefined || !/^1\.0(?:\.\d+)?$/.test(version))
    throw new Refusal(400, 'Send the header X-Experience-API-Version: 1.0.3 (xAPI Communication 3.3).');
}
