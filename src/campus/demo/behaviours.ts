/** How someone learns: what differs from one to another, and nothing else. */
export interface Behaviour {
  /** Said in the console, for whoever shows the campus. */
  name: string;
  /** Share of right answers at each opening, 0 to 1: the list says how many openings there are. */
  right: readonly number[];
  /** Pages opened in all; absent for every page. */
  pages?: number;
  /** Modules opened, at most. */
  modules: number;
  /** Of the time each page announces. */
  pace: number;
  /** Days between two openings. */
  every: number;
  /** A wrong answer is tried once more. */
  retries: boolean;
  /** Times the final quiz is begun again when it was failed. */
  quizAgain: number;
  /** What becomes of a journal: left empty, written for oneself, or written and shared. */
  journal: 'empty' | 'own' | 'shared';
  /** Each opening goes over every page again; without it, it goes on where the last one stopped. */
  over?: true;
  /** Answers are thrown, not thought: sure of everything. */
  guesses?: true;
}

export const BEHAVIOURS = {
  assiduous: {
    name: 'assidue',
    right: [0.8, 0.8, 0.85, 0.85, 0.9, 0.9, 0.95, 0.95],
    modules: 5,
    pace: 1,
    every: 2,
    retries: true,
    quizAgain: 1,
    journal: 'own',
  },
  late: {
    name: 'en retard',
    right: [0.7],
    modules: 1,
    pace: 0.7,
    every: 1,
    retries: false,
    quizAgain: 0,
    journal: 'own',
  },
  stuck: {
    name: 'bloquée',
    right: [0.35, 0.4, 0.4],
    modules: 1,
    pace: 1.6,
    every: 4,
    retries: true,
    quizAgain: 2,
    over: true,
    journal: 'empty',
  },
  leaving: {
    name: 'partie après deux pages',
    right: [0.6],
    pages: 2,
    modules: 1,
    pace: 0.5,
    every: 1,
    retries: false,
    quizAgain: 0,
    journal: 'empty',
  },
  guessing: {
    name: 'au hasard',
    right: [0.3],
    modules: 1,
    pace: 0.08,
    every: 1,
    retries: false,
    quizAgain: 1,
    journal: 'empty',
    guesses: true,
  },
  expert: {
    name: 'experte',
    right: [1, 1, 1],
    modules: 9,
    pace: 0.4,
    every: 2,
    retries: false,
    quizAgain: 0,
    journal: 'own',
  },
  returning: {
    name: 'revenue trois fois',
    right: [0.5, 0.7, 0.9],
    modules: 1,
    pace: 0.9,
    every: 5,
    retries: true,
    quizAgain: 1,
    over: true,
    journal: 'own',
  },
  sharing: {
    name: 'qui partage',
    right: [0.75, 0.8, 0.85, 0.85],
    modules: 2,
    pace: 1.1,
    every: 3,
    retries: true,
    quizAgain: 1,
    journal: 'shared',
  },
} as const satisfies Record<string, Behaviour>;

export type BehaviourName = keyof typeof BEHAVIOURS;
