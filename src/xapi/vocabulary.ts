import type { LanguageMap } from './statement.ts';

/** A verb or a type of activity: an identifier that others defined first, and our words for it. */
export interface Term {
  id: string;
  fr: string;
  en: string;
}

const ADL = 'http://adlnet.gov/expapi/verbs';

/** Verbs that our statements use or that a record store may hold beside them. */
export const VERBS = {
  launched: { id: `${ADL}/launched`, fr: 'a lancé', en: 'launched' },
  initialized: { id: `${ADL}/initialized`, fr: 'a ouvert', en: 'initialized' },
  resumed: { id: `${ADL}/resumed`, fr: 'a repris', en: 'resumed' },
  experienced: { id: `${ADL}/experienced`, fr: 'a consulté', en: 'experienced' },
  attempted: { id: `${ADL}/attempted`, fr: 'a commencé', en: 'attempted' },
  answered: { id: `${ADL}/answered`, fr: 'a répondu à', en: 'answered' },
  progressed: { id: `${ADL}/progressed`, fr: 'a avancé dans', en: 'progressed' },
  scored: { id: `${ADL}/scored`, fr: 'a obtenu un résultat dans', en: 'scored' },
  completed: { id: `${ADL}/completed`, fr: 'a terminé', en: 'completed' },
  passed: { id: `${ADL}/passed`, fr: 'a réussi', en: 'passed' },
  failed: { id: `${ADL}/failed`, fr: 'n’a pas encore réussi', en: 'failed' },
  suspended: { id: `${ADL}/suspended`, fr: 'a interrompu', en: 'suspended' },
  terminated: { id: `${ADL}/terminated`, fr: 'a quitté', en: 'terminated' },
  satisfied: { id: 'https://w3id.org/xapi/adl/verbs/satisfied', fr: 'a satisfait aux conditions de', en: 'satisfied' },
  waived: { id: 'https://w3id.org/xapi/adl/verbs/waived', fr: 'a reçu une dispense pour', en: 'waived' },
  abandoned: { id: 'https://w3id.org/xapi/adl/verbs/abandoned', fr: 'a quitté sans prévenir', en: 'abandoned' },
  shared: { id: `${ADL}/shared`, fr: 'a partagé', en: 'shared' },
  authored: { id: 'http://activitystrea.ms/author', fr: 'a écrit', en: 'authored' },
  edited: { id: 'https://w3id.org/xapi/acrossx/verbs/edited', fr: 'a modifié', en: 'edited' },
  commented: { id: `${ADL}/commented`, fr: 'a commenté', en: 'commented' },
  rated: { id: 'http://id.tincanapi.com/verb/rated', fr: 'a évalué', en: 'rated' },
  selected: { id: 'http://id.tincanapi.com/verb/selected', fr: 'a choisi', en: 'selected' },
  attached: { id: 'http://activitystrea.ms/attach', fr: 'a joint', en: 'attached' },
  downloaded: { id: 'http://id.tincanapi.com/verb/downloaded', fr: 'a téléchargé', en: 'downloaded' },
  earned: { id: 'http://id.tincanapi.com/verb/earned', fr: 'a obtenu', en: 'earned' },
  played: { id: 'https://w3id.org/xapi/video/verbs/played', fr: 'a lancé', en: 'played' },
  paused: { id: 'https://w3id.org/xapi/video/verbs/paused', fr: 'a mis en pause', en: 'paused' },
  seeked: { id: 'https://w3id.org/xapi/video/verbs/seeked', fr: 'a déplacé la lecture de', en: 'seeked' },
  voided: { id: `${ADL}/voided`, fr: 'a annulé', en: 'voided' },
} as const satisfies Record<string, Term>;

const TYPE = 'http://adlnet.gov/expapi/activities';

/** Types of activity; the French is the noun with its article. */
export const TYPES = {
  course: { id: `${TYPE}/course`, fr: 'le cours', en: 'course' },
  module: { id: `${TYPE}/module`, fr: 'le module', en: 'module' },
  lesson: { id: `${TYPE}/lesson`, fr: 'l’étape', en: 'lesson' },
  assessment: { id: `${TYPE}/assessment`, fr: 'le quiz', en: 'assessment' },
  question: { id: `${TYPE}/cmi.interaction`, fr: 'la question', en: 'question' },
  objective: { id: `${TYPE}/objective`, fr: 'la compétence', en: 'objective' },
  file: { id: `${TYPE}/file`, fr: 'le fichier', en: 'file' },
  note: { id: 'http://activitystrea.ms/note', fr: 'l’entrée de journal', en: 'note' },
  document: { id: 'http://id.tincanapi.com/activitytype/document', fr: 'le document', en: 'document' },
  scenario: { id: 'http://id.tincanapi.com/activitytype/scenario', fr: 'l’étude de cas', en: 'scenario' },
  video: { id: 'https://w3id.org/xapi/video/activity-type/video', fr: 'la vidéo', en: 'video' },
  certificate: {
    id: 'https://www.opigno.org/en/tincan_registry/activity_type/certificate',
    fr: 'le certificat',
    en: 'certificate',
  },
} as const satisfies Record<string, Term>;

/** Extensions that cmi5 defined. */
export const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';
export const SESSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
export const MASTERY_SCORE = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
/** Categories of statements that cmi5 defined: its own, and those among them that let a learner move on. */
export const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
export const MOVE_ON = 'https://w3id.org/xapi/cmi5/context/categories/moveon';

/**
 * Our profile (`profile.ts`): what no one has defined is defined there once, the same for every course, so that a record
 * store that holds several courses reads one word. `certainty` is a level, 1 to 3.
 */
export const PROFILE = 'tag:parcours-coordo,2026:profil';
export type OwnExtension = 'certainty';
export const extension = (name: OwnExtension) => `${PROFILE}/extensions/${name}`;

export const words = ({ fr, en }: Term): LanguageMap => ({ fr, en });
