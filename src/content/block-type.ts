import type * as v from 'valibot';
import type { Block, RecallMoment, StepId, Task } from '../model/course.ts';
import type { Attributes } from './directive.ts';
import type { Fact } from './facts.ts';
import type { MediaFile } from './media.ts';
import type { Term } from './terms.ts';

/** A directive as it stands in the file. */
export interface DirectiveNode {
  name: string;
  attributes: Attributes;
  body: string;
  file: string;
  /** Of the opening fence, 1-based. */
  line: number;
}

/** What a block's reader may ask of the compiler. Lines are 1-based lines of the file. */
export interface AuthoringTools {
  /** Markdown to HTML; whatever is wrong in it becomes an issue at its line. */
  html(markdown: string, line: number): string;
  /** The same for one run of text, without a paragraph around it. */
  inline(markdown: string, line: number): string;
  /**
   * Plain text: no Markdown, French typography. What is wrong in it becomes an issue at its line; without a line nothing
   * is said, because the same words are also drawn.
   */
  text(markdown: string, line?: number): string;
  issue(line: number, code: string, message: string, hint?: string): void;
  fact(id: string): Fact | undefined;
  competency(id: string): { id: string; number: number; title: string; indicators: readonly string[] } | undefined;
  /** The address of `page.md#bloc`, as a link would give it. */
  link(target: string, line: number): { href: string; title: string } | undefined;
  /** A file of the module's folder, which then goes into the package; absent (and said) when there is none. */
  media(path: string, line: number): MediaFile | undefined;
  /** The Word document made of a Markdown file of the module's folder, in the same way. */
  document(path: string, line: number): MediaFile | undefined;
}

/** A directive that only draws: callouts, objectives. */
export interface StaticType {
  directives: readonly string[];
  attributes: readonly string[];
  render(node: DirectiveNode, tools: AuthoringTools): string;
  /** Words it defines for the whole module. Says nothing of what is wrong: `render` does. */
  terms?(node: DirectiveNode): readonly Omit<Term, 'file'>[];
}

/** One line of the trainer's reading key: what an id of the LMS report means. */
export interface KeyEntry {
  scormId: string;
  question: string;
  /** Token as the report shows it, text, right or not. Empty for open answers. */
  options: readonly { token: string; text: string; right?: boolean }[];
  note?: string;
}

/** A block and where its author wrote it. */
export interface WrittenBlock {
  module: number;
  /** Number of its page. */
  page: number;
  step: StepId;
  block: Block;
  directive: string;
  /** Ids of the facts it rests on. */
  facts: readonly string[];
  file: string;
  /** 1-based. */
  line: number;
}

/** A page of a lesson, and the competencies that its header says it teaches. */
export interface WrittenLesson {
  module: number;
  title: string;
  competencies: readonly string[];
  file: string;
}

/** Fields a block adds to the base that every block has. */
export type BlockFields<B extends Block> = Omit<B, Exclude<keyof Block, 'type'>>;

/** What an author may write, and what becomes of it. One per folder of `blocks`, listed in `blocks/authoring.ts`. */
export interface BlockType<Data = unknown, B extends Block = Block> {
  directives: readonly string[];
  /** Beyond `id`, `competences` and `faits`, which every block may have. */
  attributes: readonly string[];
  /** Custom element that plays it. */
  tag: string;
  /** In the SCORM id: Q for a question, J journal, P positioning… */
  letter: string;
  /** Several in a module, none needs an id: `bilan`. */
  idOptional?: string;
  /** Its body holds other blocks (quiz). */
  container?: boolean;
  read(node: DirectiveNode, tools: AuthoringTools): unknown;
  schema: v.GenericSchema<unknown, Data>;
  /** One stable text per item, in the order written: what course.lock.json numbers. */
  items?(data: Data): readonly string[];
  /** Highest lock number that its answers can hold; 36 unless said (one character in SCORM 1.2). */
  mostItems?: number;
  /** `numbers` are the lock numbers of `items`, in the same order. */
  fields(data: Data, numbers: readonly number[], node: DirectiveNode, tools: AuthoringTools): BlockFields<B>;
  /** What it asks of the learner before the module is complete. */
  task?(block: B): Pick<Task, 'kind' | 'label' | 'parts' | 'rating'> | undefined;
  /** When it brings questions back. */
  recall?(block: B): RecallMoment;
  /** Says what is wrong with the blocks it holds; `count` of them. */
  inside?(data: Data, count: number, node: DirectiveNode, tools: AuthoringTools): void;
  /** Static HTML shown until the element is ready, and when no script runs. */
  placeholder(block: B): string;
  /** Static HTML after the body of a container. */
  closing?(block: B): string;
  key?(block: B): KeyEntry;
  /** Words the learner reads, answers and explanations included. */
  words?(block: B): number;
}
