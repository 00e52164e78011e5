/** What a value must look like; each profile has its own reading of these (SCORM 1.2 RTE 3.4.4, data types). */
export type Kind =
  | 'string255'
  | 'string4096'
  | 'comments'
  | 'identifier'
  | 'decimal'
  | 'score'
  | 'time'
  | 'timespan'
  | 'status'
  | 'objective-status'
  | 'exit'
  | 'interaction-type'
  | 'response'
  | 'pattern'
  | 'result'
  | 'weighting'
  | 'audio'
  | 'speed'
  | 'text';

export interface Element {
  /** `keyword`: `_children`, `_count`, `_version`. */
  access: 'read' | 'write' | 'read-write' | 'keyword';
  /** Absent when a SCO cannot write it. */
  kind?: Kind;
}

const read: Element = { access: 'read' };
const keyword: Element = { access: 'keyword' };
const write = (kind: Kind): Element => ({ access: 'write', kind });
const readWrite = (kind: Kind): Element => ({ access: 'read-write', kind });

/** Every element of SCORM 1.2, `n` standing for an index. In the order Moodle sends them. */
export const ELEMENTS: Readonly<Record<string, Element>> = {
  'cmi._children': keyword,
  'cmi._version': keyword,
  'cmi.core._children': keyword,
  'cmi.core.score._children': keyword,
  'cmi.core.score.raw': readWrite('score'),
  'cmi.core.score.max': readWrite('score'),
  'cmi.core.score.min': readWrite('score'),
  'cmi.core.student_id': read,
  'cmi.core.student_name': read,
  'cmi.core.lesson_location': readWrite('string255'),
  'cmi.core.credit': read,
  'cmi.core.lesson_status': readWrite('status'),
  'cmi.core.entry': read,
  'cmi.core.total_time': read,
  'cmi.core.lesson_mode': read,
  'cmi.core.exit': write('exit'),
  'cmi.core.session_time': write('timespan'),
  'cmi.student_data._children': keyword,
  'cmi.student_data.mastery_score': read,
  'cmi.student_data.max_time_allowed': read,
  'cmi.student_data.time_limit_action': read,
  'cmi.student_preference._children': keyword,
  'cmi.student_preference.audio': readWrite('audio'),
  'cmi.student_preference.language': readWrite('string255'),
  'cmi.student_preference.speed': readWrite('speed'),
  'cmi.student_preference.text': readWrite('text'),
  'cmi.suspend_data': readWrite('string4096'),
  'cmi.launch_data': read,
  'cmi.comments': readWrite('comments'),
  'cmi.comments_from_lms': read,
  'cmi.objectives._children': keyword,
  'cmi.objectives._count': keyword,
  'cmi.objectives.n.id': readWrite('identifier'),
  'cmi.objectives.n.score._children': keyword,
  'cmi.objectives.n.score.raw': readWrite('score'),
  'cmi.objectives.n.score.max': readWrite('score'),
  'cmi.objectives.n.score.min': readWrite('score'),
  'cmi.objectives.n.status': readWrite('objective-status'),
  'cmi.interactions._children': keyword,
  'cmi.interactions._count': keyword,
  'cmi.interactions.n.id': write('identifier'),
  'cmi.interactions.n.objectives._count': keyword,
  'cmi.interactions.n.objectives.n.id': write('identifier'),
  'cmi.interactions.n.time': write('time'),
  'cmi.interactions.n.type': write('interaction-type'),
  'cmi.interactions.n.correct_responses._count': keyword,
  'cmi.interactions.n.correct_responses.n.pattern': write('pattern'),
  'cmi.interactions.n.weighting': write('weighting'),
  'cmi.interactions.n.student_response': write('response'),
  'cmi.interactions.n.result': write('result'),
  'cmi.interactions.n.latency': write('timespan'),
};

/** The element a name such as `cmi.interactions.3.id` belongs to; absent when SCORM 1.2 has none. */
export function elementOf(name: string): Element | undefined {
  const model = name.replace(/\.\d+(?=\.)/g, '.n');
  return name.includes('.n.') || !Object.hasOwn(ELEMENTS, model) ? undefined : ELEMENTS[model];
}

/** Inside a numbered interaction or objective. */
export const isIndexed = (name: string) => /\.\d+\./.test(name);

/** What an LMS keeps of a SCO's writes: all but the session's own time, which it adds to the total. */
export const isKept = (name: string) => Boolean(elementOf(name)?.kind) && name !== 'cmi.core.session_time';
