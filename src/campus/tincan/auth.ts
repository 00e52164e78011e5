import type { Campus } from '../campus.ts';
import type { Session } from '../session/sessions.ts';

/**
 * Keys of TinCan sessions, whose addresses hold them. In memory alone: no file has a secret, and once the campus was
 * stopped their pages are opened again from the catalogue.
 */
const given = new WeakMap<Campus['data'], Map<string, string>>();

export function keepAuth({ data }: Pick<Campus, 'data'>, { id }: Pick<Session, 'id'>, auth: string): void {
  const known = given.get(data) ?? new Map<string, string>();
  given.set(data, known.set(id, auth));
}

/** As `giveKey` gave it; undefined after the campus was stopped. */
export const authOf = ({ data }: Pick<Campus, 'data'>, { id }: Pick<Session, 'id'>): string | undefined =>
  given.get(data)?.get(id);
