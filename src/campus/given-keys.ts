import type { Campus } from './campus.ts';
import { createKey, type Scope } from './lrs/keys.ts';
import type { Store } from './lrs/store.ts';

/** A key as it is shown, once. */
export interface GivenKey {
  label: string;
  key: string;
  secret: string;
}

/** What may be asked for at the command line. */
export const SCOPES: Readonly<Record<string, { scope: Scope; label: string }>> = {
  read: { scope: 'read', label: 'Lecture' },
  admin: { scope: 'all', label: 'Administration' },
};

/** Throws for a name that is not in SCOPES. */
export function newKey(lrs: Store, name: string): GivenKey {
  const asked = SCOPES[name];
  if (!asked) throw new Error(`No scope "${name}": one of ${Object.keys(SCOPES).join(', ')}`);
  const { key, secret } = createKey(lrs, asked);
  return { label: asked.label, key, secret };
}

/** One key of each kind when the data folder is new; none ever after, even if all were revoked. */
export function firstKeys({ data, lrs }: Pick<Campus, 'data' | 'lrs'>): GivenKey[] {
  const made = data.run("INSERT OR IGNORE INTO settings (name, value) VALUES ('keys', 'given')").changes;
  return made === 0 ? [] : Object.keys(SCOPES).map((name) => newKey(lrs, name));
}
