import * as v from 'valibot';
import type { BlockType } from '../../content/block-type.ts';
import type { Summary } from './activity.ts';

const SummaryData = v.object({ closing: v.string(), line: v.number() });

export const summaryType: BlockType<v.InferOutput<typeof SummaryData>, Summary> = {
  directives: ['bilan'],
  attributes: [],
  tag: 'module-summary',
  letter: 'B',
  idOptional: 'bilan',
  read: (node, tools) => ({ closing: tools.html(node.body, node.line + 1), line: node.line }),
  schema: SummaryData,
  fields: ({ closing }) => ({ type: 'summary', closing }),
  placeholder: ({ closing }) => `<section class="card bloc"><h2>Bilan du module</h2>${closing}</section>`,
};
