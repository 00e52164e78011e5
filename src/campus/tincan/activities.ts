import { attribute, tags, text } from '../../preview/manifest.ts';
import type { PackageFile } from '../../preview/package-file.ts';

/** An activity of a `tincan.xml` that has an address to launch. */
export interface LaunchedActivity {
  /** An IRI: the object of what is told of the whole. */
  id: string;
  title: string;
  /** Relative to the package, or absolute. */
  url: string;
}

const read = new WeakMap<PackageFile, readonly LaunchedActivity[]>();
const decoder = new TextDecoder();

/** Empty for a package of another kind. */
export function activitiesOf(file: PackageFile): readonly LaunchedActivity[] {
  const known = read.get(file);
  if (known) return known;
  const activities = readActivities(decoder.decode(file.files.get('tincan.xml')));
  read.set(file, activities);
  return activities;
}

/** Those that launch nothing, such as questions, are left out. */
export function readActivities(xml: string): LaunchedActivity[] {
  return tags(xml.replace(/<!--[\s\S]*?-->/g, ''), 'activity').flatMap(({ attributes, after }) => {
    const own = after.split('</activity>')[0] ?? '';
    const [id, url] = [attribute(attributes, 'id'), text(own, 'launch')];
    return id && url ? [{ id, title: text(own, 'name') ?? '', url }] : [];
  });
}
