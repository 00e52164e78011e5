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
  issues: readonly { file: string; line: number; code: string; message: string; hint?: string }[];
  modules: readonly { id: string; title: string; pages: readonly { id: string; title: string }[] }[];
  blocks: readonly ListedBlock[];
}
