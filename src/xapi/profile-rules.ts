import type { Rule } from './profile-terms.ts';
import { PROGRESS, SESSION, TYPES } from './vocabulary.ts';

/** The rules that templates are made of: a place, what may stand there, and why, for whoever reads the profile. */

export const included = (location: string, fr: string, en: string): Rule => ({
  location,
  presence: 'included',
  scopeNote: { fr, en },
});
const recommended = (location: string, fr: string, en: string): Rule => ({
  location,
  presence: 'recommended',
  scopeNote: { fr, en },
});
const excluded = (location: string, fr: string, en: string): Rule => ({
  location,
  presence: 'excluded',
  scopeNote: { fr, en },
});
/** There, and nothing else than one of these. */
export const among = (location: string, all: readonly unknown[], fr: string, en: string): Rule => ({
  location,
  presence: 'included',
  all,
  scopeNote: { fr, en },
});

/** Of every statement. */
export const COMMON: readonly Rule[] = [
  included(
    '$.id',
    'Donné par qui émet : un renvoi ne compte pas deux fois.',
    'Given by the sender: a retry does not count twice.',
  ),
  included('$.timestamp', 'L’heure du fait, en temps universel.', 'When it happened, in universal time.'),
  included('$.verb.display.fr', 'Le verbe se lit en français.', 'The verb reads in French.'),
  included(
    '$.context.registration',
    'L’inscription : la même à toutes les séances.',
    'The enrolment: the same in every session.',
  ),
  recommended(
    `$.context.extensions['${SESSION}']`,
    'La séance, quand la plateforme en donne une.',
    'The session, when the platform gives one.',
  ),
];

export const DURATION = recommended(
  '$.result.duration',
  'Le temps actif : deux minutes sans geste l’arrêtent.',
  'Active time: two minutes without a gesture stop it.',
);

export const NO_SCORE = excluded('$.result.score', 'Rien n’est jugé ici.', 'Nothing is judged here.');
export const NO_SUCCESS = excluded(
  '$.result.success',
  'Seules la réussite et l’échec le disent.',
  'Only success and failure say so.',
);
export const NO_COMPLETION = excluded('$.result.completion', 'Seule la fin le dit.', 'Only the end says so.');
export const NO_RESPONSE = excluded(
  '$.result.response',
  'Aucun texte de la personne : il ne part que dans une réponse ou un partage.',
  'No text of the learner: one leaves in an answer or a sharing only.',
);

export const PROGRESS_GIVEN = included(
  `$.result.extensions['${PROGRESS}']`,
  'De 0 à 100, un entier : la part des pages ouvertes et des tâches faites.',
  'From 0 to 100, a whole number: the share of pages opened and tasks done.',
);
export const NO_PROGRESS = excluded(
  `$.result.extensions['${PROGRESS}']`,
  'La fin dit tout : aucun avancement avec elle.',
  'The end says it all: no progress with it.',
);

/** Where a page, a question or an entry stands. */
export const IN_MODULE: Rule = {
  location: '$.context.contextActivities.parent[*].definition.type',
  presence: 'included',
  any: [TYPES.module.id, TYPES.course.id, TYPES.assessment.id, TYPES.lesson.id],
  scopeNote: {
    fr: 'Le module (ou le parcours entier, le quiz, l’étape) où cela se trouve.',
    en: 'The module (or the whole course, the quiz, the lesson) where it stands.',
  },
};
