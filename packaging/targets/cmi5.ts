import type { CourseOutline, ModuleOutline } from '../../src/model/course.ts';
import { modulePage } from '../assemble.ts';
import type { PackageContent, Target } from '../target.ts';
import { el, escapeXml, xmlDocument } from '../xml.ts';

export const CMI5_NAMESPACE = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';
const MODULE = 'http://adlnet.gov/expapi/activities/module';

const words = (name: string, language: string, text: string) =>
  el(name, {}, el('langstring', { lang: language }, escapeXml(text)));

/** cmi5 13.1.4: language tags of RFC 5646, with the country that our French is of. */
const languageOf = ({ language }: CourseOutline) => (language === 'fr' ? 'fr-FR' : language);

/** Publisher IRIs, absolute and unique in the structure. A package of one module is another course. */
const courseId = ({ course, module }: PackageContent) => (module ? `${course.iri}/paquet/${module.id}` : course.iri);
const competencyId = ({ iri }: CourseOutline, code: string) => `${iri}/competencies/${encodeURIComponent(code)}`;

function objectives(course: CourseOutline): string {
  const worked = course.competencies.filter(({ number }) =>
    course.modules.some(({ competencies }) => competencies.includes(number)),
  );
  const language = languageOf(course);
  return worked.length === 0
    ? ''
    : el(
        'objectives',
        {},
        ...worked.map(({ id, title, indicators }) =>
          el(
            'objective',
            { id: competencyId(course, id) },
            words('title', language, `${id} – ${title}`),
            words('description', language, [title, ...indicators].join('\n')),
          ),
        ),
      );
}

/** `masteryScore` goes with a final quiz alone: without one there is no score to hold against it. */
function unit(course: CourseOutline, module: ModuleOutline): string {
  const language = languageOf(course);
  const { id, title, summary, finalQuiz, masteryScore, competencies } = module;
  const codes = course.competencies.filter(({ number }) => competencies.includes(number));
  return el(
    'au',
    {
      id: `${course.iri}/${id}`,
      moveOn: moveOnOf(course, module),
      ...(finalQuiz !== undefined && { masteryScore: Number(masteryScore.toFixed(4)) }),
      launchMethod: 'AnyWindow',
      activityType: MODULE,
    },
    words('title', language, title),
    words('description', language, summary),
    codes.length === 0
      ? ''
      : el('objectives', {}, ...codes.map((one) => el('objective', { idref: competencyId(course, one.id) }))),
    el('url', {}, modulePage(module)),
  );
}

/** What lets a learner move on: what the module says, otherwise what a finished course reports. */
export const moveOnOf = ({ status }: CourseOutline, { moveOn, finalQuiz }: ModuleOutline): string =>
  moveOn ?? (status === 'completed-passed' && finalQuiz !== undefined ? 'CompletedAndPassed' : 'Completed');

function structure(content: PackageContent): string {
  const { course, module, files } = content;
  const absent = course.modules.map(modulePage).filter((path) => !files.includes(path));
  if (absent.length > 0)
    throw new Error(`No ${absent.join(', ')} among the ${files.length} files: is the player built?`);
  const language = languageOf(course);
  return el(
    'courseStructure',
    { xmlns: CMI5_NAMESPACE },
    el(
      'course',
      { id: courseId(content) },
      words('title', language, module ? `${course.title} – ${module.title}` : course.title),
      words('description', language, `${(module ?? course).summary}\n${course.disclaimer}`),
    ),
    objectives(course),
    ...course.modules.map((one) => unit(course, one)),
  );
}

/** One assignable unit per module, each with its own first screen; what modules share stands once. */
export const cmi5: Target = {
  name: 'cmi5',
  tracker: 'cmi5',
  toStore: true,
  pageByModule: true,
  manifest: (content) => [{ path: 'cmi5.xml', data: xmlDocument(structure(content)) }],
};
