import { readFileSync } from 'node:fs';
import type { Compiled } from '../src/content/compile.ts';
import type { CourseOutline, ModuleOutline } from '../src/model/course.ts';
import type { Bundle } from './bundle.ts';
import { indexPage } from './page.ts';
import type { PackageFile, Target } from './target.ts';
import { zip } from './zip.ts';

export type CompiledCourse = Compiled & { outline: CourseOutline };

/** Every file of one package, manifest included. A single-module package is the course with that module alone. */
export function assemble(
  compiled: CompiledCourse,
  bundle: Bundle,
  target: Target,
  module?: ModuleOutline,
): PackageFile[] {
  const course = module ? { ...compiled.outline, modules: [module] } : compiled.outline;
  const contents = compiled.modules.filter((content) => course.modules.some(({ number }) => number === content.module));
  const media = [...compiled.media].filter(([path]) =>
    course.modules.some(({ id }) => path.startsWith(`media/${id}/`)),
  );
  const files: PackageFile[] = [
    ...(target.pageByModule ? course.modules : [undefined]).map((opens) => ({
      path: opens ? modulePage(opens) : 'index.html',
      data: indexPage({
        course,
        contents,
        bundle,
        tracker: target.tracker,
        ...(target.toStore && { toStore: true }),
        ...(opens && { opens }),
        ...(module && { scope: module.id }),
      }),
    })),
    ...contents.map((content) => ({
      path: `content/${course.modules.find(({ number }) => number === content.module)!.id}.json`,
      data: JSON.stringify(content),
    })),
    ...media.map(([path, disk]) => ({ path, data: new Uint8Array(readFileSync(disk)) })),
    ...bundle.filesFor(
      contents.flatMap(({ pages }) => Object.values(pages).flatMap(({ blocks }) => blocks.map(({ type }) => type))),
      target.tracker,
    ),
  ];
  return [...files, ...target.manifest({ course, files: files.map(({ path }) => path), ...(module && { module }) })];
}

/** Beside all that pages share, so that no address in a page depends on which one it is. */
export const modulePage = ({ id }: ModuleOutline) => `${id}.html`;

export const packageName = (course: CourseOutline, target: Target, module?: ModuleOutline) =>
  [course.slug, target.name, module?.id].filter(Boolean).join('-');

export const packageZip = (...args: Parameters<typeof assemble>): Uint8Array => zip(assemble(...args));
