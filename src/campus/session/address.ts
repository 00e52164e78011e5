import type { PackageFile } from '../../preview/package-file.ts';
import type { Campus } from '../campus.ts';
import { activityIri } from '../cmi5/activity-iri.ts';
import { structureOf } from '../cmi5/structure.ts';
import { agentOf } from '../learners.ts';
import { type Part, partsOf } from '../packages/package-kind.ts';
import { authOf } from '../tincan/auth.ts';
import type { Session } from './sessions.ts';

/** The page that a part of a package begins with. `origin`: of this campus. */
export const pageOf = (origin: string, name: string, { url }: Pick<Part, 'url'>): string =>
  new URL(url, `${origin}/content/${encodeURIComponent(name)}/`).href;

/** Where the window of a unit goes at its end. */
export const returnAddress = (origin: string, { id }: Session): string => `${origin}/seance/${id}/fin`;

/**
 * The page of a session with all that its standard adds to it: the same at each call, so that a reload goes on with it.
 * Undefined when the package has that part no more, or when the campus that gave a TinCan key has been stopped since.
 */
export function launchAddress(campus: Campus, session: Session, file: PackageFile, origin: string): string | undefined {
  const part = partsOf(file).find(({ id }) => id === session.unit);
  if (!part) return undefined;
  const structure = structureOf(file);
  const auth = structure ? undefined : authOf(campus, session);
  if (!structure && auth === undefined) return undefined;
  const url = new URL(pageOf(origin, session.package, part));
  const common = {
    endpoint: `${origin}/xapi/`,
    actor: JSON.stringify(agentOf(campus, { id: session.learner })),
    registration: session.attempt,
  };
  const own: Readonly<Record<string, string>> = structure
    ? { fetch: `${origin}/cmi5/cle/${session.ticket}`, activityId: activityIri(campus, structure.id, part.id) } // cmi5 8.1
    : { auth: `Basic ${auth}`, activity_id: part.id };
  for (const [name, value] of Object.entries({ ...common, ...own })) url.searchParams.append(name, value);
  return url.href;
}
