import type { BlockType } from '../../src/content/block-type.ts';
import type { Compiled } from '../../src/content/compile.ts';
import { type Issue, sortIssues } from '../../src/content/issue.ts';
import type { CourseSources } from '../../src/content/sources.ts';
import type { CourseOutline } from '../../src/model/course.ts';
import { questionQuality } from '../question-quality.ts';
import { acronymWarnings } from './acronyms.ts';
import { coursePages } from './course-pages.ts';
import { durationWarnings, type ModuleTime, moduleTime } from './durations.ts';
import { fewQuestionWarnings, type QuestionCounts, questionCounts } from './question-counts.ts';
import { longSentenceWarnings, type Readability, readability } from './readability.ts';
import {
  type CheckedFact,
  checkedFacts,
  type DatedResource,
  datedResources,
  oldFactWarnings,
  oldResourceWarnings,
} from './source-age.ts';

export interface ModuleReport {
  time: ModuleTime;
  /** In the order of the module's pages. */
  pages: readonly Readability[];
  questions: QuestionCounts;
}

/** What an author should know of a course that compiles, before handing it over. */
export interface CourseReport {
  outline: CourseOutline;
  modules: readonly ModuleReport[];
  facts: readonly CheckedFact[];
  resources: readonly DatedResource[];
  warnings: readonly Issue[];
  /** Day that ages are told from, `2026-11-22`. */
  today: string;
}

/** Of a course without error: throws when it has no outline. */
export function courseReport(
  sources: CourseSources,
  compiled: Compiled,
  types: readonly BlockType[],
  today: string,
): CourseReport {
  const { outline, written } = compiled;
  if (!outline) throw new Error(`No outline for course "${sources.slug}": a report is for a course that compiles`);
  const modulePages = coursePages(sources, compiled);
  const facts = checkedFacts(sources, compiled, today);
  const resources = datedResources(modulePages, today);
  const modules = modulePages.map((module) => ({
    time: moduleTime(module, written, types),
    pages: module.pages.map(readability),
    questions: questionCounts(module, written, outline.competencies),
  }));
  const warnings = [
    ...modules.flatMap(({ time, pages, questions }) => [
      ...durationWarnings(time),
      ...pages.flatMap(longSentenceWarnings),
      ...acronymWarnings(time.module),
      ...fewQuestionWarnings(questions),
    ]),
    ...questionQuality(compiled),
    ...oldFactWarnings(facts),
    ...oldResourceWarnings(resources),
  ];
  return { outline, modules, facts, resources, warnings: sortIssues(onceEach(warnings)), today };
}

/** A shared text that several pages include is long, or unclear, once. */
const onceEach = (warnings: readonly Issue[]): Issue[] => [
  ...new Map(
    warnings.map((warning) => [`${warning.file}:${warning.line} ${warning.code} ${warning.message}`, warning]),
  ).values(),
];
