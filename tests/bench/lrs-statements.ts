import type { Statement } from '../../src/campus/lrs/statement.ts';

/** Statements a learner leaves in a course of ten modules, and questions a module. */
const PER_LEARNER = 1_000;
const MODULES = 10;
const QUESTIONS = 60;

const HOME = 'https://formation.example.org';
export const COURSE = `${HOME}/parcours/petite-enfance`;
export const VERBS = ['answered', 'experienced', 'progressed', 'completed'].map(
  (name) => `http://adlnet.gov/expapi/verbs/${name}`,
);

/** Thirty learners at a time, a cohort after the other: their statements are mixed, as they arrive in a life. */
const COHORT = 30;
const learnerNumber = (rank: number) => Math.floor(rank / (COHORT * PER_LEARNER)) * COHORT + ((rank * 7) % COHORT);
const moduleNumber = (rank: number) => Math.floor(rank / COHORT / (PER_LEARNER / MODULES)) % MODULES;

export const learnerAt = (rank: number) => ({ account: { homePage: HOME, name: `apprenant-${learnerNumber(rank)}` } });
export const moduleAt = (rank: number) => `${COURSE}/${String(moduleNumber(rank)).padStart(2, '0')}`;
export const activityAt = (rank: number) => `${moduleAt(rank)}/question-${(rank * 31) % QUESTIONS}`;

/** One for each learner and module. */
export const registrationOf = (rank: number) =>
  `${String(learnerNumber(rank)).padStart(8, '0')}-0000-4000-8000-${String(moduleNumber(rank)).padStart(12, '0')}`;

/** About 1,100 characters: an answer with the definition of its question, as a module sends it. */
export function statementAt(rank: number): Statement {
  return {
    id: `${String(rank % 1e8).padStart(8, '0')}-${hex(rank * 40_503, 4)}-4${hex(rank * 73, 3)}-8${hex(rank * 31, 3)}-${hex(rank * 2_654_435, 12)}`,
    timestamp: new Date(Date.UTC(2026, 0, 5) + rank * 20_000).toISOString(),
    actor: learnerAt(rank),
    verb: { id: VERBS[rank % 10 < 7 ? 0 : (rank % 10) - 6]!, display: { fr: 'a répondu', en: 'answered' } },
    object: {
      id: activityAt(rank),
      definition: {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        interactionType: 'choice',
        name: { fr: 'Par quoi commencez-vous\u202f?' },
        description: { fr: 'Le maire vous confie une lettre de mission. Par quoi commencez-vous\u202f?' },
        choices: ['a', 'b', 'c'].map((id) => ({ id, description: { fr: `Proposition ${id}, en quelques mots` } })),
        correctResponsesPattern: ['b'],
      },
    },
    result: { success: rank % 3 > 0, score: { scaled: (rank % 3) / 2 }, response: 'b', duration: 'PT42S' },
    context: {
      registration: registrationOf(rank),
      contextActivities: {
        parent: [{ id: moduleAt(rank) }],
        grouping: [{ id: COURSE }],
        category: [{ id: 'https://w3id.org/xapi/cmi5' }],
      },
    },
  };
}

/** The last `digits` hexadecimal digits of a number. */
const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0').slice(-digits);
