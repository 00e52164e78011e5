import type { PackageFile } from '../../preview/package-file.ts';
import { structureOf } from '../cmi5/structure.ts';
import { activitiesOf } from '../tincan/activities.ts';
import { standardOf } from './course-package.ts';

/** How the campus opens a package: with an API on its window, or with the address and a key of the record store. */
export type Kind = 'scorm' | 'cmi5' | 'tincan';

/** Undefined for a package that nothing launches. */
export function kindOf(file: PackageFile): Kind | undefined {
  if (standardOf(file)) return 'scorm';
  if (structureOf(file)) return 'cmi5';
  return activitiesOf(file).length > 0 ? 'tincan' : undefined;
}

/** What a learner opens in a package that speaks to the record store: a unit of cmi5, an activity of TinCan. */
export interface Part {
  /** The publisher's, an IRI. */
  id: string;
  title: string;
  url: string;
  ownWindow: boolean;
}

/** In the order of the package; empty for SCORM. */
export const partsOf = (file: PackageFile): readonly Part[] =>
  structureOf(file)?.units ?? activitiesOf(file).map((activity) => ({ ...activity, ownWindow: false }));
