import { attribute, tags, text } from '../../preview/manifest.ts';
import type { PackageFile } from '../../preview/package-file.ts';

export const MOVE_ON_VALUES = [
  'Passed',
  'Completed',
  'CompletedAndPassed',
  'CompletedOrPassed',
  'NotApplicable',
] as const;
export type MoveOn = (typeof MOVE_ON_VALUES)[number];

/** An assignable unit (cmi5 13.1.4). */
export interface Unit {
  /** Publisher identifier, an IRI. */
  id: string;
  title: string;
  /** Relative to the package, or absolute for a unit that stands elsewhere. */
  url: string;
  moveOn: MoveOn;
  /** 0 to 1; absent when the platform judges nothing. */
  masteryScore?: number;
  /** It asks for a window of its own. */
  ownWindow: boolean;
  activityType?: string;
  launchParameters?: string;
  entitlementKey?: string;
  /** Publisher identifiers of the blocks it is in, outermost first. */
  blocks: readonly string[];
}

/** The course or one of its blocks. */
export interface Division {
  /** Publisher identifier, an IRI. */
  id: string;
  title: string;
}

export interface Structure extends Division {
  units: readonly Unit[];
  blocks: readonly Division[];
}

const structures = new WeakMap<PackageFile, Structure | undefined>();
const decoder = new TextDecoder();

/** Undefined for a package that is not of cmi5, or that has no unit to launch. */
export function structureOf(file: PackageFile): Structure | undefined {
  if (!structures.has(file)) structures.set(file, readStructure(decoder.decode(file.files.get('cmi5.xml'))));
  return structures.get(file);
}

/** What a platform needs of a `cmi5.xml`; undefined when it launches nothing. */
export function readStructure(xml: string): Structure | undefined {
  const source = xml.replace(/<!--[\s\S]*?-->/g, '');
  const course = tags(source, 'course')[0];
  const courseId = course && attribute(course.attributes, 'id');
  if (!courseId) return undefined;
  const units: Unit[] = [];
  const blocks: Division[] = [];
  const open: Division[] = [];
  for (const { 0: tag, 1: attributes = '', index } of source.matchAll(/<(?:block|au)(\s[^>]*)>|<\/block>/g)) {
    const after = source.slice(index + tag.length);
    const id = attribute(attributes, 'id');
    if (tag === '</block>') open.pop();
    else if (id !== undefined && tag.startsWith('<au')) units.push(...unitIn(id, attributes, after, open));
    else if (id !== undefined) {
      const block = { id, title: titleIn(after) };
      blocks.push(block);
      open.push(block);
    }
  }
  return units.length === 0 ? undefined : { id: courseId, title: titleIn(course.after), units, blocks };
}

/** Nothing for a unit without an address. */
function unitIn(id: string, attributes: string, after: string, open: readonly Division[]): Unit[] {
  const own = after.split('</au>')[0] ?? '';
  const url = text(own, 'url');
  if (!url) return [];
  const moveOn = attribute(attributes, 'moveOn');
  const masteryScore = attribute(attributes, 'masteryScore');
  const activityType = attribute(attributes, 'activityType');
  const [launchParameters, entitlementKey] = [text(own, 'launchParameters'), text(own, 'entitlementKey')];
  return [
    {
      id,
      title: titleIn(own),
      url,
      moveOn: MOVE_ON_VALUES.find((one) => one === moveOn) ?? 'NotApplicable', // what the schema says of one that is absent
      ...(masteryScore !== undefined && { masteryScore: Number(masteryScore) }),
      ownWindow: attribute(attributes, 'launchMethod') === 'OwnWindow',
      ...(activityType && { activityType }),
      ...(launchParameters !== undefined && { launchParameters }),
      ...(entitlementKey !== undefined && { entitlementKey }),
      blocks: open.map((block) => block.id),
    },
  ];
}

/** In the first language there is. */
const titleIn = (xml: string) => text(tags(xml, 'title')[0]?.after ?? '', 'langstring') ?? '';
