import type { PackageContent, Target } from '../target.ts';
import { el, escapeXml, xmlDocument } from '../xml.ts';

/** The prefixes stay literally these: Moodle looks for `adlcp:scormtype` by name, and without it an opened SCO is completed. */
const NAMESPACES = {
  xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
  'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
  'xmlns:imsmd': 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1',
};

const ENTRY = 'index.html';

/**
 * Made of the course and the module alone, because Moodle deletes every learner's tracks of an item whose identifier
 * changed. A slug holds no `_`, so no two packages share one; the word before it makes a valid `xs:ID` of `2026-stage`.
 */
function identifiers({ course, module }: PackageContent) {
  for (const part of [course.slug, module?.id ?? 'm1'])
    if (!/^[a-z0-9-]+$/i.test(part))
      throw new Error(`${JSON.stringify(part)} cannot name a package: letters, digits and hyphens only.`);
  const name = module ? `${course.slug}_${module.id}` : course.slug;
  return { manifest: `course_${name}`, organization: `org_${name}`, item: `item_${name}`, resource: `res_${name}` };
}

/** Entry first, the rest by code unit: no locale of the machine. Imsmanifest.xml itself is not content. */
function listed(files: readonly string[]) {
  if (!files.includes(ENTRY)) throw new Error(`No ${ENTRY} among the ${files.length} files: is the player built?`);
  return [ENTRY, ...files.filter((path) => path !== ENTRY).toSorted()];
}
const href = (path: string) => path.split('/').map(encodeURIComponent).join('/');

/** IMS metadata 1.2.1, what a repository and an administrator read of the package. */
function metadata({ course, module }: PackageContent) {
  const words = (name: string, text: string) =>
    el(`imsmd:${name}`, {}, el('imsmd:langstring', { 'xml:lang': course.language }, escapeXml(text)));
  return el(
    'imsmd:lom',
    {},
    el(
      'imsmd:general',
      {},
      words('title', module ? `${course.title} – ${module.title}` : course.title),
      el('imsmd:language', {}, escapeXml(course.language)),
      words('description', module?.summary ?? course.summary),
    ),
    el('imsmd:rights', {}, words('description', course.disclaimer)),
  );
}

/** The whole course, or one module, as a single SCO. No `masteryscore`: an LMS that has one sets the status over ours. */
function imsmanifest(content: PackageContent) {
  const { course, module, files } = content;
  const id = identifiers(content);
  return el(
    'manifest',
    { identifier: id.manifest, ...NAMESPACES },
    el(
      'metadata',
      {},
      el('schema', {}, 'ADL SCORM'),
      el('schemaversion', {}, '1.2'), // anything else would do in Moodle, and mean something else elsewhere
      metadata(content),
    ),
    el(
      'organizations',
      { default: id.organization },
      el(
        'organization',
        { identifier: id.organization },
        el('title', {}, escapeXml(course.title)),
        el(
          'item',
          { identifier: id.item, identifierref: id.resource, isvisible: true },
          el('title', {}, escapeXml((module ?? course).title)),
        ),
      ),
    ),
    el(
      'resources',
      {},
      el(
        'resource',
        { identifier: id.resource, type: 'webcontent', 'adlcp:scormtype': 'sco', href: ENTRY },
        ...listed(files).map((path) => el('file', { href: href(path) })),
      ),
    ),
  );
}

export const scorm12: Target = {
  name: 'scorm12',
  tracker: 'scorm12',
  manifest: (content) => [{ path: 'imsmanifest.xml', data: xmlDocument(imsmanifest(content)) }],
};
