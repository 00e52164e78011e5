import { type ModuleOutline, type PageOutline, STEPS } from '../model/course.ts';

export interface Step {
  title: string;
  pages: readonly PageOutline[];
}

/** The steps that a module has pages for, in their order. */
export const stepsOf = (module: ModuleOutline): Step[] =>
  STEPS.map(({ id, title }) => ({ title, pages: module.pages.filter(({ step }) => step === id) })).filter(
    ({ pages }) => pages.length > 0,
  );
