import type { Block, ModuleContent } from '../model/course.ts';

/** A block that the learner writes in: a journal, an open answer. */
export interface TextBlock extends Block {
  title: string;
  parts: readonly { number: number; label: string }[];
}

export function textBlockOf(content: ModuleContent | undefined, number: number): TextBlock | undefined {
  const block = Object.values(content?.pages ?? {})
    .flatMap(({ blocks }) => blocks)
    .find((one) => one.number === number);
  return block && 'title' in block && 'parts' in block ? (block as TextBlock) : undefined;
}
