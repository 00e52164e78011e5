import type { CourseOutline } from '../model/course.ts';
import { deflate } from '../runtime/deflate.ts';
import type { LearnerRecord } from '../runtime/record.ts';
import { encodeResume } from '../runtime/resume.ts';
import { decodeResume } from '../runtime/resume-decode.ts';
import type { OnDemandKey } from '../ui/messages-on-demand.ts';
import type { KeptModule, KeptText } from './kept-data.ts';

const FAMILY = 'parcours-coordo/';
const FORMAT = `${FAMILY}1`;

/** All that is kept of a learner, to take away: the record itself, and every text in clear for a reader. */
export function exportFile(
  course: CourseOutline,
  record: LearnerRecord,
  modules: readonly KeptModule[],
  now: Date,
): string {
  const clear = (module: KeptModule, texts: readonly KeptText[], mark: object = {}) =>
    texts.map(({ title, text, parts }) => ({
      module: module.title,
      title,
      changed: new Date(text.at).toISOString(),
      parts,
      ...mark,
    }));
  const file = {
    format: FORMAT,
    course: course.iri,
    title: course.title,
    release: course.release,
    exported: now.toISOString(),
    resume: encodeResume(record, deflate).data,
    texts: modules.flatMap((module) => [
      ...clear(module, module.texts),
      ...clear(module, module.retired, { retired: true }),
      ...clear(module, module.others, { setAside: true }),
    ]),
  };
  return JSON.stringify(file, null, 2);
}

/** The record that an exported file holds, or why it cannot be taken. */
export function readExport(text: string, course: CourseOutline): { record: LearnerRecord } | { problem: OnDemandKey } {
  let file: { format?: unknown; course?: unknown; resume?: unknown };
  try {
    file = Object(JSON.parse(text));
  } catch {
    return { problem: 'import.foreign' };
  }
  const { format, course: iri, resume } = file;
  if (typeof format !== 'string' || !format.startsWith(FAMILY)) return { problem: 'import.foreign' };
  if (format !== FORMAT) return { problem: 'import.newer' };
  if (iri !== course.iri) return { problem: 'import.course' };
  if (typeof resume !== 'string') return { problem: 'import.damaged' };
  const { state, record } = decodeResume(resume, deflate);
  if (state === 'newer') return { problem: 'import.newer' };
  return state === 'whole' ? { record } : { problem: 'import.damaged' };
}
