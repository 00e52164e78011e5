import type { CourseOutline, ModuleOutline, PageOutline } from '../model/course.ts';

/** Where an address leads: the course home, or a page and maybe a block of it (id, or number). */
export type Route = { home: true } | { home?: false; module: ModuleOutline; page: PageOutline; block?: string };

/** `#/m1/se-situer/depart`; undefined for an address that is not ours, or leads to what no longer exists. */
export function parseRoute(hash: string, course: CourseOutline): Route | undefined {
  const [start, moduleId, pageId, block] = decodeURIComponent(hash).split('/');
  if (start !== '#') return undefined;
  if (!moduleId) return { home: true };
  const module = course.modules.find(({ id }) => id === moduleId);
  const page = pageId ? module?.pages.find(({ id }) => id === pageId) : module?.pages[0];
  return module && page && { module, page, ...(block && { block }) };
}

/** What stands before and after a page in its module. */
export function neighbours(module: ModuleOutline, page: PageOutline): { previous?: PageOutline; next?: PageOutline } {
  const rank = module.pages.findIndex(({ number }) => number === page.number);
  const [previous, next] = [module.pages[rank - 1], module.pages[rank + 1]];
  return { ...(previous && { previous }), ...(next && { next }) };
}
