/** What a course is, as the player, the packager and the reports read it. No dependency, no behaviour. */

/** The seven steps of a module, in their order. */
export const STEPS = [
  { id: 'se-situer', title: 'Se situer' },
  { id: 'se-rappeler', title: 'Se rappeler' },
  { id: 'comprendre', title: 'Comprendre' },
  { id: 's-exercer', title: 'S’exercer' },
  { id: 'etude-de-cas', title: 'Étude de cas' },
  { id: 'prendre-du-recul', title: 'Prendre du recul' },
  { id: 'faire-le-point', title: 'Faire le point' },
] as const;
export type StepId = (typeof STEPS)[number]['id'];

/** Who delivers the training, shown on the home page, in exports and reports. */
export interface Organisation {
  name: string;
  /** Numéro de déclaration d’activité. */
  activityNumber: string;
  helpContact: string;
  disabilityReferent: string;
  dpo: string;
  signatory: string;
}

export interface Competency {
  /** The framework's own code, `PE-M1.a`: also the objective id in every standard. */
  id: string;
  /** From course.lock.json, never reused. */
  number: number;
  title: string;
  indicators: readonly string[];
}

/** What the runtime knows of every module without loading its pages. */
export interface CourseOutline {
  slug: string;
  /** Publisher IRI of the course activity. */
  iri: string;
  title: string;
  summary: string;
  language: string;
  /** Number of the release stamped by `npm run release`; 0 before the first. */
  release: number;
  /** What a finished course reports: `completed`, or `completed` then `passed` once every final quiz is mastered. */
  status: 'completed' | 'completed-passed';
  disclaimer: string;
  organisation: Organisation;
  competencies: readonly Competency[];
  modules: readonly ModuleOutline[];
}

export interface ModuleOutline {
  /** `m1`: in addresses and in the lock. */
  id: string;
  /** Section of the lock: 1-based, never reused. */
  number: number;
  title: string;
  summary: string;
  /** Announced mean duration. */
  minutes: number;
  /** Threshold of the final quiz, 0 to 1. */
  masteryScore: number;
  /** What lets a learner move on, in cmi5's words; absent when the author left it to the course. */
  moveOn?: 'Completed' | 'Passed' | 'CompletedAndPassed' | 'CompletedOrPassed' | 'NotApplicable';
  /** Numbers of the competencies it works on. */
  competencies: readonly number[];
  pages: readonly PageOutline[];
  tasks: readonly Task[];
  /** Block number of the final quiz; absent when the module has none. */
  finalQuiz?: number;
  /** Where questions come back later; absent when nowhere. */
  recalls?: readonly RecallOutline[];
}

/** When questions come back: in a later module, a month after this one, before the jury. */
export type RecallMoment = 'module' | 'month' | 'jury';

export interface RecallOutline {
  block: number;
  page: number;
  when: RecallMoment;
}

export interface PageOutline {
  /** `se-situer`: the file name without its rank; in addresses. */
  id: string;
  /** From the lock, never reused. */
  number: number;
  step: StepId;
  title: string;
  minutes: number;
}

/** What a learner must do, page openings aside, before the module is complete. */
export interface Task {
  block: number;
  page: number;
  /** `answer`: answered or deliberately passed. `prompt`, `deposit`: written whole. `quiz`: one try finished. */
  kind: 'answer' | 'prompt' | 'deposit' | 'quiz';
  /** How the page names it to the learner. */
  label: string;
  /** An answer without right or wrong: a self-positioning, a survey. */
  rating?: boolean;
  /** Numbers of the parts or items that must all hold something; only for prompts. */
  parts?: readonly number[];
}

/** What every block has; each type adds its own fields. */
export interface Block {
  type: string;
  /** The author's id, unique in its module. */
  id: string;
  /** From the lock, never reused within the module. */
  number: number;
  /** `M1_Q07_lettre_mission_12`, frozen at first publication: SCORM's interaction id. */
  scormId: string;
  /** Competency codes, two at most. */
  competencies: readonly string[];
  /** It has a right answer; absent when there is none. */
  graded?: true;
  /** Number of the quiz it belongs to. */
  quiz?: number;
  /** A quiz that does not ask all its questions at each try: how many it draws. */
  draw?: number;
}

export interface PageContent {
  /** Static prose, with one placeholder element `[data-block]` per block. */
  html: string;
  blocks: readonly Block[];
}

/** The pages of one module, loaded when it is opened. */
export interface ModuleContent {
  module: number;
  pages: Readonly<Record<number, PageContent>>;
}

export const pageAddress = (module: { id: string }, page: { id: string }) => `#/${module.id}/${page.id}`;

/** The interaction by which a module's end shows in an LMS report. */
export const bilanId = (module: Pick<ModuleOutline, 'number'>) => `M${module.number}_bilan`;
