import type { PackageContent, Target } from '../target.ts';
import { el, escapeXml, xmlDocument } from '../xml.ts';

const NAMESPACE = 'http://projecttincan.com/tincan.xsd';
const TYPE = 'http://adlnet.gov/expapi/activities';
const ENTRY = 'index.html';

/** The whole course, or one module, as one activity. The launch alone says where statements go, and with which key. */
function tincan({ course, module, files }: PackageContent): string {
  if (!files.includes(ENTRY)) throw new Error(`No ${ENTRY} among the ${files.length} files: is the player built?`);
  const [id, type] = module ? [`${course.iri}/${module.id}`, `${TYPE}/module`] : [course.iri, `${TYPE}/course`];
  const { title, summary } = module ?? course;
  return el(
    'tincan',
    { xmlns: NAMESPACE },
    el(
      'activities',
      {},
      el(
        'activity',
        { id, type },
        el('name', {}, escapeXml(title)),
        el('description', { lang: course.language }, escapeXml(`${summary}\n${course.disclaimer}`)),
        el('launch', { lang: course.language }, ENTRY),
      ),
    ),
  );
}

export const xapi: Target = {
  name: 'xapi',
  tracker: 'xapi',
  toStore: true,
  manifest: (content) => [{ path: 'tincan.xml', data: xmlDocument(tincan(content)) }],
};
