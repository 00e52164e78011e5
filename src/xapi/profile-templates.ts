import {
  among,
  COMMON,
  DURATION,
  IN_MODULE,
  included,
  NO_COMPLETION,
  NO_PROGRESS,
  NO_RESPONSE,
  NO_SCORE,
  NO_SUCCESS,
  PROGRESS_GIVEN,
} from './profile-rules.ts';
import type { Rule, StatementTemplate } from './profile-terms.ts';
import { INTERACTION_TYPES, type LanguageMap } from './statement.ts';
import { PROFILE, TYPES, VERBS } from './vocabulary.ts';

/** A change of a verb, a type or a rule asks for another template identifier (profile specification, 1.0, 7.0). */
export const VERSION = `${PROFILE}/v1.0.0`;
export const templateId = (name: string) => `${PROFILE}/templates/${name}`;

type VerbName = keyof typeof VERBS;
type TypeName = keyof typeof TYPES;

/** What happens to a module, or to a whole course when it is launched in one piece. */
const OF_UNIT: readonly { verb: VerbName; rules: readonly Rule[]; definition: LanguageMap }[] = [
  {
    verb: 'initialized',
    rules: [NO_SCORE, NO_SUCCESS, NO_COMPLETION, NO_RESPONSE],
    definition: { fr: 'La personne ouvre une séance.', en: 'The learner opens a session.' },
  },
  {
    verb: 'progressed',
    rules: [PROGRESS_GIVEN, NO_SCORE, NO_SUCCESS, NO_COMPLETION, NO_RESPONSE],
    definition: { fr: 'La personne a avancé.', en: 'The learner went further.' },
  },
  {
    verb: 'completed',
    rules: [
      among('$.result.completion', [true], 'Toujours vrai.', 'Always true.'),
      NO_SUCCESS,
      NO_PROGRESS,
      DURATION,
      NO_RESPONSE,
    ],
    definition: {
      fr: 'Tout ce qui est demandé est fait : une fois par inscription.',
      en: 'All that is asked is done: once in an enrolment.',
    },
  },
  {
    verb: 'passed',
    rules: [among('$.result.success', [true], 'Toujours vrai.', 'Always true.'), NO_COMPLETION, DURATION, NO_RESPONSE],
    definition: {
      fr: 'Le seuil du quiz final est atteint : une fois par inscription.',
      en: 'The threshold of the final quiz is reached: once in an enrolment.',
    },
  },
  {
    verb: 'failed',
    rules: [
      among('$.result.success', [false], 'Toujours faux.', 'Always false.'),
      NO_COMPLETION,
      DURATION,
      NO_RESPONSE,
    ],
    definition: {
      fr: 'Un essai du quiz final est resté sous le seuil ; jamais après une réussite.',
      en: 'A try of the final quiz stayed below the threshold; never after a success.',
    },
  },
  {
    verb: 'scored',
    rules: [
      included('$.result.score', 'Le meilleur résultat connu.', 'The best result known.'),
      NO_COMPLETION,
      NO_RESPONSE,
    ],
    definition: { fr: 'Le résultat a changé.', en: 'The result changed.' },
  },
  {
    verb: 'suspended',
    rules: [NO_SCORE, NO_SUCCESS, NO_COMPLETION, DURATION, NO_RESPONSE],
    definition: { fr: 'La personne s’arrête et compte revenir.', en: 'The learner stops and means to come back.' },
  },
  {
    verb: 'terminated',
    rules: [NO_SCORE, NO_SUCCESS, NO_COMPLETION, DURATION, NO_RESPONSE],
    definition: { fr: 'La séance est close : rien ne la suit.', en: 'The session is over: nothing follows it.' },
  },
];

const template = (
  name: string,
  verb: VerbName,
  type: TypeName,
  definition: LanguageMap,
  rules: readonly Rule[],
): StatementTemplate => ({
  id: templateId(name),
  type: 'StatementTemplate',
  inScheme: VERSION,
  prefLabel: {
    fr: `${VERBS[verb].fr} ${TYPES[type].fr}`,
    en: `${VERBS[verb].en} ${TYPES[type].en}`,
  },
  definition,
  verb: VERBS[verb].id,
  objectActivityType: TYPES[type].id,
  rules: [...COMMON, ...rules],
});

/** Every kind of statement that is sent. */
export const TEMPLATES: readonly StatementTemplate[] = [
  ...OF_UNIT.flatMap(({ verb, rules, definition }) => [
    template(`${verb}-module`, verb, 'module', definition, rules),
    template(`${verb}-course`, verb, 'course', definition, rules),
  ]),
  template(
    'experienced-lesson',
    'experienced',
    'lesson',
    { fr: 'La personne a ouvert une page.', en: 'The learner opened a page.' },
    [IN_MODULE, NO_SCORE, NO_SUCCESS, NO_RESPONSE],
  ),
  template(
    'answered-question',
    'answered',
    'question',
    {
      fr: 'La personne a répondu à une question. Son texte n’y est que si l’auteur du module l’a demandé et que la page le dit.',
      en: 'The learner answered a question. Their text is there only when the author of the module asked for it and the page says so.',
    },
    [
      IN_MODULE,
      among(
        '$.object.definition.interactionType',
        INTERACTION_TYPES,
        'La forme de la réponse, selon la norme.',
        'The form of the answer, by the standard.',
      ),
      NO_COMPLETION,
    ],
  ),
  template(
    'shared-note',
    'shared',
    'note',
    {
      fr: 'La personne montre une entrée de son journal à l’équipe de formation, de son propre geste. Une entrée privée ne produit aucun énoncé.',
      en: 'The learner shows an entry of their journal to the training team, by their own act. A private entry makes no statement at all.',
    },
    [
      IN_MODULE,
      included('$.result.response', 'Le texte partagé, entier.', 'The text that is shared, whole.'),
      NO_SCORE,
      NO_SUCCESS,
      NO_COMPLETION,
    ],
  ),
  {
    id: templateId('voided-shared-note'),
    type: 'StatementTemplate',
    inScheme: VERSION,
    prefLabel: { fr: 'a retiré un partage', en: 'withdrew a sharing' },
    definition: {
      fr: 'Une entrée partagée est reprise, ou remplacée par une plus récente : elle n’est plus à lire.',
      en: 'A shared entry is taken back, or replaced by a newer one: it is no longer to be read.',
    },
    verb: VERBS.voided.id,
    objectStatementRefTemplate: [templateId('shared-note')],
    rules: [...COMMON, NO_RESPONSE],
  },
];
