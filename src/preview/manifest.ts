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
  const organization = element(source, 'organization');
  const item = elements(organization?.inner ?? '', 'item').find(({ attributes }) => attribute(attributes, 'identifierref'));
  const target = item && attribute(item.attributes, 'identifierref');
  const resource = elements(element(source, 'resources')?.inner ?? '', 'resource').find(
    ({ attributes }) => attribute(attributes, 'identifier') === target,
  );
  const href = resource && attribute(resource.attributes, 'href');
  if (!organization || !item || !href) return undefined;
  const masteryScore = text(item.inner, 'adlcp:masteryscore');
  const launchData = text(item.inner, 'adlcp:datafromlms');
  return {
    title: text(organization.inner, 'title') ?? '',
    launch: href + (attribute(item.attributes, 'parameters') ?? ''),
    version: text(source, 'schemaversion') ?? '',
    ...(masteryScore ? { masteryScore } : {}),
    ...(launchData ? { launchData } : {}),
  };
}

interface Found {
  attributes: string;
  /** Up to the first closing tag: enough for a title, and for an item, whose own elements come before its children. */
  inner: string;
}

function elements(xml: string, name: string): Found[] {
  const found = xml.matchAll(new RegExp(`<${name}((?:\\s[^>]*?)?)(?:/>|>([\\s\\S]*?)</${name}>)`, 'g'));
  return [...found].map(([, attributes = '', inner = '']) => ({ attributes, inner }));
}
const element = (xml: string, name: string) => elements(xml, name)[0];
const attribute = (attributes: string, name: string) => {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? [];
  const value = double ?? single;
  return value === undefined ? undefined : decode(value);
};
const text = (xml: string, name: string) => {
  const inner = element(xml, name)?.inner;
  return inner === undefined ? undefined : decode(inner).trim();
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decode = (value: string) =>
  value
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, code) => String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ENTITIES[name] ?? '');
