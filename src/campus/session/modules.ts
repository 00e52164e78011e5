import type { PackageFile } from '../../preview/package-file.ts';
import { structureOf } from '../cmi5/structure.ts';
import { outlineOf } from '../packages/course-package.ts';
import { activitiesOf } from '../tincan/activities.ts';

/** What an attempt is followed by: a line of its table. */
export interface Module {
  /** Publisher identifier, as statements of the course name it. */
  id: string;
  title: string;
}

/** The units of cmi5; for TinCan the modules that the course itself tells, otherwise what is launched. */
export function modulesIn(file: PackageFile): readonly Module[] {
  const units = structureOf(file)?.units;
  if (units) return units;
  const outline = outlineOf(file);
  return outline ? outline.modules.map(({ id, title }) => ({ id: `${outline.iri}/${id}`, title })) : activitiesOf(file);
}
