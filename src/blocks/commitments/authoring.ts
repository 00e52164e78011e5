import * as v from 'valibot';
import type { BlockType } from '../../content/block-type.ts';
import type { Commitments } from './activity.ts';

const CommitmentsData = v.object({ prompt: v.string(), line: v.number() });

export const commitmentsType: BlockType<v.InferOutput<typeof CommitmentsData>, Commitments> = {
  directives: ['engagements'],
  attributes: [],
  tag: 'earlier-commitments',
  letter: 'G',
  idOptional: 'engagements',
  read: (node, tools) => ({ prompt: tools.html(node.body, node.line + 1), line: node.line }),
  schema: CommitmentsData,
  fields: ({ prompt }) => ({ type: 'commitments', prompt }),
  placeholder: ({ prompt }) => `<section class="card bloc"><h2 class="kicker">Mes engagements</h2>${prompt}</section>`,
};
