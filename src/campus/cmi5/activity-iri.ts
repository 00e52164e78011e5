import { createHash } from 'node:crypto';
import { type Campus, campusIri } from '../campus.ts';

/**
 * How this campus names a unit, a block or a course: never as its publisher does, and the same for everyone, whichever
 * version of the package is there (cmi5 8.1.5, 9.3.9). `id`: the publisher’s.
 */
export function activityIri(campus: Pick<Campus, 'data'>, course: string, id: string): string {
  const digest = createHash('sha256').update(`${course}\n${id}`).digest('hex');
  return `${campusIri(campus)}/activites/${digest.slice(0, 32)}`;
}
