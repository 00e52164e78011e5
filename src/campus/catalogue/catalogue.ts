import type { CourseOutline } from '../../model/course.ts';
import type { PackageFile, Packages } from '../../preview/package-file.ts';
import { openPackage, outlineOf } from '../packages/course-package.ts';
import { type Kind, kindOf } from '../packages/package-kind.ts';

/** What several packages have in common: one course, made for several platforms. */
export interface CatalogueEntry {
  title: string;
  /** Absent for a package made with other tools. */
  outline?: CourseOutline;
  packages: readonly PackageFile[];
}

export interface Catalogue {
  /** By title. */
  entries: readonly CatalogueEntry[];
  /** Names of the zips that could not be opened. */
  unreadable: readonly string[];
}

/** Every package there is to follow or to download, course by course; what can be followed comes first. */
export function catalogue(packages: Packages): Catalogue {
  const unreadable: string[] = [];
  const entries = new Map<string, CatalogueEntry>();
  for (const name of [...packages.names()].sort()) {
    const file = openPackage(packages, name);
    if (!file) {
      unreadable.push(name);
      continue;
    }
    const outline = outlineOf(file);
    const key = outline?.iri ?? name;
    const known = entries.get(key);
    // the package of one module has an outline of one module: the whole course says more
    const fullest =
      known?.outline && known.outline.modules.length >= (outline?.modules.length ?? 0) ? known.outline : outline;
    entries.set(key, {
      title: fullest?.title ?? file.info.title,
      ...(fullest && { outline: fullest }),
      packages: [...(known?.packages ?? []), file].sort((a, b) => rank(a) - rank(b)),
    });
  }
  const byTitle = new Intl.Collator('fr').compare;
  return { entries: [...entries.values()].sort((a, b) => byTitle(a.title, b.title)), unreadable };
}

const ORDER: readonly (Kind | undefined)[] = ['scorm', 'cmi5', 'tincan', undefined];
const rank = (file: PackageFile) => ORDER.indexOf(kindOf(file));
