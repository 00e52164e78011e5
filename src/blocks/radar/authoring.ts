import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode } from '../../content/block-type.ts';
import { isDirective, lex } from '../../content/directive.ts';
import { escapeHtml, plainText } from '../../content/escape.ts';
import { wordsOf } from '../../content/question.ts';
import type { RadarBlock } from './activity.ts';

const RadarData = v.object({ title: v.string(), intro: v.string(), line: v.number() });

/** A title and some words, both optional. */
function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  let title = '';
  const intro: string[] = [];
  for (const { token, line } of lex(node.body, node.line + 1)) {
    if (!isDirective(token) && token.type === 'heading' && !title)
      title = tools.inline((token as { text: string }).text, line);
    else if (isDirective(token) || token.type !== 'space') intro.push(tools.html(token.raw, line));
  }
  return { title: title || 'Votre positionnement', intro: intro.join(''), line: node.line };
}

export const radarType: BlockType<v.InferOutput<typeof RadarData>, RadarBlock> = {
  directives: ['radar'],
  attributes: [],
  tag: 'positioning-radar',
  letter: 'G',
  idOptional: 'radar',
  read,
  schema: RadarData,
  fields: ({ title, intro }) => ({ type: 'radar', title: plainText(title), intro }),
  placeholder: ({ title, intro }) => `<section class="card bloc"><h2>${escapeHtml(title)}</h2>${intro}</section>`,
  words: ({ intro }) => wordsOf(intro),
};
