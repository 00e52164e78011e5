import { STEPS } from '../model/course.ts';
import type { CmiAnswer } from './cmi-interaction.ts';
import type { Activity } from './statement.ts';
import { type Term, TYPES } from './vocabulary.ts';

/** A course or a module: where it is published, how it is called. */
export interface Place {
  iri: string;
  title: string;
}

/** What a package says of an interaction in words: its question, and its options by the sign that stands for each. */
export interface Wording {
  question: string;
  options?: ReadonlyMap<string, string>;
}

/** Words by interaction (`M1_Q07_lettre_mission_12`), page (`m1/se-situer`) or module (`m1`). */
export type Wordings = ReadonlyMap<string, Wording>;

/** Where a launch takes place, and the words it is told with. */
export interface Setting {
  course: Place;
  /** The course again when the package is a whole one. */
  module: Place;
  names?: Wordings;
}

const named = (iri: string, type: Term, name?: string): Activity => ({
  id: iri,
  definition: { ...(name && { name: { fr: name } }), type: type.id },
});

export const courseActivity = ({ course }: Setting) => named(course.iri, TYPES.course, course.title);

/** What the launch as a whole is about. */
export const launchedActivity = (setting: Setting) =>
  setting.module.iri === setting.course.iri
    ? courseActivity(setting)
    : named(setting.module.iri, TYPES.module, setting.module.title);

/** `m1`; the launched activity for what belongs to no module we know. */
export function moduleActivity(setting: Setting, id: string | undefined): Activity {
  const { course, module, names } = setting;
  const iri = `${course.iri}/${id}`;
  if (id === undefined || iri === module.iri) return launchedActivity(setting);
  return named(iri, TYPES.module, names?.get(id)?.question ?? `Module\u00a0${id.slice(1)}`);
}

/** `m1` of `M1_Q07_lettre_mission_12`; undefined for an identifier of another form. */
export const moduleIn = (id: string) => /^M(\d+)_/.exec(id)?.[0].slice(0, -1).toLowerCase();

/** A page by its address `m1/se-situer`. */
export function lessonActivity({ course, names }: Setting, address: string): Activity {
  const page = address.slice(address.indexOf('/') + 1);
  const step = STEPS.find(({ id }) => id === page)?.title;
  const title = names?.get(address)?.question ?? step ?? page.replaceAll('-', ' ');
  return named(`${course.iri}/${address}`, TYPES.lesson, title);
}

export const noteActivity = ({ course, names }: Setting, id: string) =>
  named(`${course.iri}/journal/${encodeURIComponent(id)}`, TYPES.note, names?.get(id)?.question);

export const competencyActivity = ({ course }: Setting, code: string) =>
  named(`${course.iri}/competencies/${encodeURIComponent(code)}`, TYPES.objective, code);

/** With the way to be right, and the words of each option where they are known. */
export function questionActivity(
  { course, names }: Setting,
  { id, type, patterns }: Pick<CmiAnswer, 'id' | 'type' | 'patterns'>,
): Activity {
  const { question, options } = names?.get(id) ?? {};
  const offered = type === 'choice' || type === 'sequencing' ? [...(options ?? [])] : [];
  const choices = offered.map(([token, text]) => ({ id: token, description: { fr: text } }));
  return {
    id: `${course.iri}/questions/${encodeURIComponent(id)}`,
    definition: {
      ...(question && { name: { fr: question } }),
      type: TYPES.question.id,
      interactionType: type,
      ...(patterns.length > 0 && { correctResponsesPattern: patterns }),
      ...(choices.length > 0 && { choices }),
    },
  };
}
