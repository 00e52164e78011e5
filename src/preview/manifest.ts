import type { ManifestData } from './lms/launch.ts';

export interface Manifest extends ManifestData {
  title: string;
  /** Address of the first SCO inside the zip, its parameters included. */
  launch: string;
  /** `1.2`, `2004 4th Edition`… as written. */
  version: string;
}

/** What an LMS needs to open the first item of an `imsmanifest.xml`; absent when it launches nothing. */
export function readManifest(xml: string): Manifest | undefined {
  const source = xml.replace(/<!--[\s\S]*?-->/g, '');
  const organization = tags(source, 'organization')[0];
  const item = tags(source, 'item').find(({ attributes }) => attribute(attributes, 'identifierref'));
  const target = item && attribute(item.attributes, 'identifierref');
  const resource = tags(source, 'resource').find(({ attributes }) => attribute(attributes, 'identifier') === target);
  const href = resource && attribute(resource.attributes, 'href');
  if (!organization || !item || !href) return undefined;
  const own = item.after.split(/<\/?item[\s>]/)[0] ?? ''; // without the items inside it, or after it
  const masteryScore = text(own, 'adlcp:masteryscore');
  const launchData = text(own, 'adlcp:datafromlms');
  return {
    title: text(organization.after, 'title') ?? '',
    launch: href + (attribute(item.attributes, 'parameters') ?? ''),
    version: text(source, 'schemaversion') ?? '',
    ...(masteryScore ? { masteryScore } : {}),
    ...(launchData ? { launchData } : {}),
  };
}

/** Opening tags of that name, each with the source that follows it. */
export function tags(xml: string, name: string) {
  const found = xml.matchAll(new RegExp(`<${name}(\\s[^>]*)?>`, 'g'));
  return [...found].map((match) => ({ attributes: match[1] ?? '', after: xml.slice(match.index + match[0].length) }));
}
/** Undefined when the tag has none of that name. */
export function attribute(attributes: string, name: string) {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? [];
  const value = double ?? single;
  return value === undefined ? undefined : decode(value);
}
/** Text of the first element of that name, and of no longer name. */
export function text(xml: string, name: string) {
  const [, inner] = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`).exec(xml) ?? [];
  return inner === undefined ? undefined : decode(inner).trim();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decode = (value: string) =>
  value
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, code) => String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ENTITIES[name] ?? '');
