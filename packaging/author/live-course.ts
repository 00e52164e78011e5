import { readFileSync } from 'node:fs';
import { vocabulary } from '../../src/blocks/authoring.ts';
import type { WrittenBlock } from '../../src/content/block-type.ts';
import { type Compiled, compileCourse } from '../../src/content/compile.ts';
import { withDocuments } from '../../src/content/document/documents.ts';
import type { Issue } from '../../src/content/issue.ts';
import { courseMemory } from '../../src/content/memory.ts';
import { readCourse } from '../../src/content/sources.ts';
import type { CourseOutline } from '../../src/model/course.ts';
import type { CompiledCourse } from '../assemble.ts';
import type { Bundle } from '../bundle.ts';
import { indexPage } from '../page.ts';
import { targets } from '../targets/list.ts';

/** A block that the author may jump to. */
export interface ListedBlock {
  /** Module and page as the course's addresses name them. */
  module: string;
  page: string;
  /** Number of the module, then of the block. */
  numbers: readonly [module: number, block: number];
  id: string;
  /** As written: `choix-unique`. */
  directive: string;
  /** First words of what it asks; '' when it asks nothing. */
  label: string;
  /** What an imagined learner may have done with it. */
  kind: 'question' | 'answer' | 'quiz' | 'text' | 'none';
  file: string;
  /** 1-based. */
  line: number;
}

/** What the author's page shows beside the course. */
export interface LiveState {
  title: string;
  issues: readonly Issue[];
  modules: readonly { id: string; title: string; pages: readonly { id: string; title: string }[] }[];
  blocks: readonly ListedBlock[];
}

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
  #shown = new Map<string, string>();
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
    const now = new Map(
      modules.map((content) => [
        outline.modules.find(({ number }) => number === content.module)!.id,
        JSON.stringify(content),
      ]),
    );
    const changed = [...now].filter(([id, text]) => this.#shown.get(id) !== text).map(([id]) => id);
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
