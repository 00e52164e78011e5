import { posix } from 'node:path';
import type { Compiled } from '../../src/content/compile.ts';
import { ModuleFile } from '../../src/content/schemas.ts';
import type { CourseSources } from '../../src/content/sources.ts';
import { readYaml } from '../../src/content/yaml-file.ts';
import type { ModuleOutline, PageContent, PageOutline } from '../../src/model/course.ts';
import type { PageSource } from './page-walk.ts';

/** A page, as compiled and as written. */
export interface WrittenPage extends PageSource {
  outline: PageOutline;
  content: PageContent;
}

export interface WrittenModule {
  outline: ModuleOutline;
  /** Its module.yaml. */
  file: string;
  /** 1-based line of a value of module.yaml, or of its closest parent. */
  lineOf(path: readonly (string | number)[]): number;
  pages: readonly WrittenPage[];
}

/** Modules and pages of a course that compiled without error, each beside the file its author wrote. */
export function coursePages(sources: CourseSources, { outline, modules }: Compiled): WrittenModule[] {
  const headers = [...sources.texts].flatMap(([file, text]) => {
    if (posix.basename(file) !== 'module.yaml') return [];
    const { value, lineOf } = readYaml(text, ModuleFile, { file, kind: 'module' });
    return value ? [{ file, id: value.id, lineOf }] : [];
  });
  return (outline?.modules ?? []).map((module) => {
    const header = headers.find(({ id }) => id === module.id);
    if (!header)
      throw new Error(`No module.yaml for module "${module.id}": was the course compiled from these sources?`);
    const contents = modules.find((content) => content.module === module.number)!.pages;
    const files = [...sources.texts.keys()].filter((path) => posix.dirname(path) === posix.dirname(header.file));
    const pages = module.pages.map((page): WrittenPage => {
      const file = files.find((path) => posix.basename(path).replace(/^\d+[a-z]?-/, '') === `${page.id}.md`)!;
      const [front = ''] = /^\ufeff?---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(sources.texts.get(file)!) ?? [];
      const body = sources.texts.get(file)!.slice(front.length);
      return {
        outline: page,
        content: contents[page.number]!,
        file,
        body,
        bodyLine: front.split('\n').length,
        sources,
      };
    });
    return { outline: module, file: header.file, lineOf: header.lineOf, pages };
  });
}
