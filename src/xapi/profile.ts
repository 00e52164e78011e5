import { TEMPLATES, templateId, VERSION } from './profile-templates.ts';
import type { ExtensionConcept, Pattern, Profile } from './profile-terms.ts';
import { extension, type OwnExtension, PROFILE, VERBS } from './vocabulary.ts';

const EXTENSIONS: Record<OwnExtension, Omit<ExtensionConcept, 'id' | 'inScheme'>> = {
  certainty: {
    type: 'ResultExtension',
    recommendedVerbs: [VERBS.answered.id],
    prefLabel: { fr: 'certitude', en: 'certainty' },
    definition: {
      fr: 'La certitude que la personne a déclarée en répondant : 1 faible, 2 moyenne, 3 forte. Absente quand la question ne la demande pas.',
      en: 'How certain the learner said they were when answering: 1 low, 2 medium, 3 high. Absent when the question does not ask.',
    },
    inlineSchema: JSON.stringify({ type: 'integer', minimum: 1, maximum: 3 }),
  },
};

const concepts = (Object.keys(EXTENSIONS) as OwnExtension[]).map(
  (name): ExtensionConcept => ({ id: extension(name), inScheme: VERSION, ...EXTENSIONS[name] }),
);

const patternId = (name: string) => `${PROFILE}/patterns/${name}`;
const named = (names: readonly string[]) =>
  names.flatMap((name) => [templateId(`${name}-module`), templateId(`${name}-course`)]);
const opening = named(['initialized']);
const closing = named(['terminated', 'suspended']);
const between = TEMPLATES.map(({ id }) => id).filter((id) => !opening.includes(id) && !closing.includes(id));

/** A session: opened, anything, closed; one that a failure cut short has no end. */
const patterns: readonly Pattern[] = [
  {
    id: patternId('session'),
    type: 'Pattern',
    primary: true,
    inScheme: VERSION,
    prefLabel: { fr: 'une séance', en: 'a session' },
    definition: {
      fr: 'Une séance s’ouvre, quoi que la personne y fasse, puis se clôt. Une panne peut lui ôter sa fin, jamais son début.',
      en: 'A session opens, whatever the learner does in it, then closes. A failure may take its end away, never its beginning.',
    },
    sequence: [patternId('opening'), patternId('work'), patternId('end')],
  },
  {
    ...part(
      'opening',
      'l’ouverture',
      'the opening',
      'Le module ou le parcours est ouvert.',
      'The module or the course is opened.',
    ),
    alternates: opening,
  },
  {
    ...part(
      'work',
      'le travail',
      'the work',
      'Autant de gestes que la personne en fait.',
      'As many acts as the learner makes.',
    ),
    zeroOrMore: patternId('act'),
  },
  {
    ...part(
      'act',
      'un geste',
      'an act',
      'Une page, une réponse, un résultat, un partage.',
      'A page, an answer, a result, a sharing.',
    ),
    alternates: between,
  },
  {
    ...part('end', 'la fin', 'the end', 'La fin, quand elle a pu être dite.', 'The end, when it could be told.'),
    optional: patternId('closing'),
  },
  {
    ...part(
      'closing',
      'la clôture',
      'the closing',
      'La séance est close ou suspendue.',
      'The session is over or suspended.',
    ),
    alternates: closing,
  },
];

function part(name: string, labelFr: string, labelEn: string, fr: string, en: string) {
  return {
    id: patternId(name),
    type: 'Pattern' as const,
    primary: false,
    inScheme: VERSION,
    prefLabel: { fr: labelFr, en: labelEn },
    definition: { fr, en },
  };
}

/** Our profile, as its JSON-LD file holds it: what is sent, in which form, in which order. */
export const profile: Profile = {
  '@context': 'https://w3id.org/xapi/profiles/context',
  id: PROFILE,
  type: 'Profile',
  conformsTo: 'https://w3id.org/xapi/profiles#1.0',
  prefLabel: { fr: 'Parcours Coordo', en: 'Parcours Coordo' },
  definition: {
    fr: 'Ce qu’un parcours dit à un LRS : séances, pages, réponses, résultats et partages. Les verbes et les types d’activité sont ceux que d’autres ont définis ; seules les extensions que personne n’avait définies le sont ici.',
    en: 'What a course tells a record store: sessions, pages, answers, results and sharings. Verbs and activity types are those that others defined; only extensions that no one had defined are defined here.',
  },
  author: { type: 'Organization', name: 'Parcours Coordo' },
  versions: [{ id: VERSION, generatedAtTime: '2026-11-22T00:00:00Z' }],
  concepts,
  templates: TEMPLATES,
  patterns,
};
