import { readFileSync } from 'node:fs';
import { vocabulary } from '../../src/blocks/authoring.ts';
import type { WrittenBlock } from '../../src/content/block-type.ts';
import { type Compiled, compileCourse } from '../../src/content/compile.ts';
import { withDocuments } from '../../src/content/document/documents.ts';
import { courseMemory } from '../../src/content/memory.ts';
import { readCourse } from '../../src/content/sources.ts';
import type { CourseOutline, ModuleContent } from '../../src/model/course.ts';
import type { ListedBlock, LiveState } from '../../src/preview/author-state.ts';
import type { CompiledCourse } from '../assemble.ts';
import type { Bundle } from '../bundle.ts';
import { indexPage } from '../page.ts';
import { targets } from '../targets/list.ts';

/** A state, and the ids of the modules whose pages are no longer what they were. */
export interface LiveChange extends LiveState {
  changed: readonly string[];
}

/** A course as it stands on disk, compiled again when it is told to look: its last readable form stays on screen. */
export class LiveCourse {
  readonly #memory = courseMemory();
  readonly #target = targets.find(({ name }) => name === 'scorm12')!;
  #compiled!: Compiled;
  #readable: CompiledCourse | undefined;
  #shown = new Map<string, { content: ModuleContent; text: string }>();
  #last: Promise<unknown> = Promise.resolve();

  /** There is nothing to show before the first `look`. */
  constructor(
    readonly modulesDir: string,
    readonly slug: string,
    /** How issues name the folder of the courses. */
    readonly shownRoot: string,
    readonly bundle: Bundle,
  ) {}

  /** Reads and compiles the course again, once the look before has ended. */
  look(): Promise<LiveChange> {
    const looking = this.#last.then(() => this.#read());
    this.#last = looking.catch(() => undefined);
    return looking;
  }

  async #read(): Promise<LiveChange> {
    const sources = await withDocuments(readCourse(this.modulesDir, this.slug, this.shownRoot));
    this.#compiled = compileCourse(sources, vocabulary, this.#memory);
    if (isWhole(this.#compiled)) this.#readable = this.#compiled;
    return { ...this.state, changed: this.#changes() };
  }

  get compiled(): Compiled {
    return this.#compiled;
  }

  get state(): LiveState {
    const { outline, written } = this.#readable ?? this.#compiled;
    return {
      title: outline?.title ?? this.slug,
      issues: this.#compiled.issues,
      modules: (outline?.modules ?? []).map(({ id, title, pages }) => ({ id, title, pages })),
      blocks: outline ? written.flatMap((one) => listed(one, outline) ?? []) : [],
    };
  }

  /** As it would be in the package; absent when there is no such file. */
  file(path: string): Uint8Array | undefined {
    const course = this.#readable;
    if (!course) return undefined;
    const { outline, modules, media } = course;
    if (path === 'index.html')
      return utf8(
        indexPage({
          course: outline,
          contents: modules,
          bundle: this.bundle,
          tracker: this.#target.tracker,
          live: true,
        }),
      );
    if (path === 'content/outline.json') return utf8(JSON.stringify(outline));
    const id = /^content\/([^/]+)\.json$/.exec(path)?.[1];
    const module = outline.modules.find((one) => one.id === id);
    if (module) return utf8(JSON.stringify(modules.find((one) => one.module === module.number)));
    const disk = media.get(path);
    if (disk) return new Uint8Array(readFileSync(disk));
    const data = this.bundle.files.find((one) => one.path === path)?.data;
    return typeof data === 'string' ? utf8(data) : data;
  }

  /** Ids of the modules that changed since the last look, those whose media did included. */
  #changes(): string[] {
    if (!this.#readable) return [];
    const { outline, modules } = this.#readable;
    // a module that was not read again is the very same object
    const now = new Map(
      modules.map((content) => {
        const { id } = outline.modules.find(({ number }) => number === content.module)!;
        const before = this.#shown.get(id);
        return [id, before?.content === content ? before : { content, text: JSON.stringify(content) }];
      }),
    );
    const changed = [...now].filter(([id, { text }]) => this.#shown.get(id)?.text !== text).map(([id]) => id);
    this.#shown = now;
    return changed;
  }
}

const utf8 = (text: string) => new TextEncoder().encode(text);

const isWhole = (compiled: Compiled): compiled is CompiledCourse =>
  compiled.outline?.modules.some(({ pages }) => pages.length > 0) === true;

function listed(
  { module, page, block, directive, file, line }: WrittenBlock,
  outline: CourseOutline,
): ListedBlock | undefined {
  const within = outline.modules.find(({ number }) => number === module);
  const shown = within?.pages.find(({ number }) => number === page);
  if (!within || !shown) return undefined;
  return {
    module: within.id,
    page: shown.id,
    numbers: [module, block.number],
    id: block.id,
    directive,
    label: within.tasks.find((task) => task.block === block.number)?.label ?? '',
    kind: kindOf(block),
    file,
    line,
  };
}

/** Types that are answered without asking a question. */
const ANSWERED: readonly string[] = ['positioning', 'cards', 'case'];

function kindOf(block: { type: string }): ListedBlock['kind'] {
  if (block.type === 'quiz') return 'quiz';
  if ('parts' in block) return 'text';
  if ('stem' in block) return 'question';
  return ANSWERED.includes(block.type) ? 'answer' : 'none';
}
