import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode } from '../../content/block-type.ts';
import { isDirective, type ListItem, lex, withLines } from '../../content/directive.ts';
import { escapeHtml, plainText } from '../../content/escape.ts';
import { LEVELS, type Positioning } from '../../model/positioning.ts';
import { wordCount } from '../../model/words.ts';

const PositioningData = v.object({
  title: v.pipe(
    v.string(),
    v.nonEmpty('ce positionnement n’a pas de titre → Écrivez une ligne ### Titre au début du bloc.'),
  ),
  prompt: v.string(),
  items: v.pipe(
    v.array(v.object({ code: v.string(), title: v.string(), indicators: v.array(v.string()), line: v.number() })),
    v.minLength(
      1,
      'ce positionnement ne porte sur aucune compétence → Écrivez une compétence par ligne\u00a0: - PE-M1.a',
    ),
  ),
  line: v.number(),
});
type PositioningData = v.InferOutput<typeof PositioningData>;

function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  let title = '';
  const prompt: string[] = [];
  const items: unknown[] = [];
  for (const { token, line } of lex(node.body, node.line + 1)) {
    if (isDirective(token)) prompt.push(tools.html(token.raw, line));
    else if (token.type === 'heading' && !title) title = tools.inline((token as { text: string }).text, line);
    else if (token.type === 'list') {
      for (const { child, line: at } of withLines(token.raw, (token as { items: ListItem[] }).items, line)) {
        const code = child.text.trim();
        const competency = tools.competency(code);
        if (competency) items.push({ code, title: competency.title, indicators: [...competency.indicators], line: at });
        else
          tools.issue(
            at,
            'competence/inconnue',
            `la compétence «\u00a0${code}\u00a0» n’existe pas`,
            'Reprenez un identifiant de competencies.yaml, seul sur sa ligne.',
          );
      }
    } else if (token.type !== 'space') prompt.push(tools.html(token.raw, line));
  }
  return { title, prompt: prompt.join(''), items, line: node.line };
}

export const positioningType: BlockType<PositioningData, Positioning> = {
  directives: ['positionnement'],
  attributes: ['obligatoire'],
  tag: 'self-positioning',
  letter: 'P',
  read,
  schema: PositioningData,
  mostItems: Number.POSITIVE_INFINITY,
  items: ({ items }) => items.map(({ code }) => code),
  fields: (data, numbers, node) => ({
    type: 'positioning',
    title: plainText(data.title),
    prompt: data.prompt,
    items: data.items.map(({ code, title, indicators }, rank) => ({ number: numbers[rank]!, code, title, indicators })),
    required: node.attributes.values.has('obligatoire'),
  }),
  task: (block) =>
    block.required ? { kind: 'answer', rating: true, label: `Positionnement\u00a0: ${block.title}` } : undefined,
  placeholder: ({ title, prompt, items }) =>
    `<section class="card bloc"><h2>${escapeHtml(title)}</h2><div class="prompt">${prompt}</div><ul class="plain">${items.map((item) => `<li>${escapeHtml(item.title)}</li>`).join('')}</ul></section>`,
  key: ({ scormId, title }) => ({
    scormId,
    question: title,
    options: LEVELS.map((text, level) => ({ token: String(level), text })),
    note: 'Chaque compétence est suivie du niveau que la personne s’est donné, de 0 à 4. Il n’y a pas de bonne réponse.',
  }),
  words: ({ prompt, items }) =>
    wordCount(plainText([prompt, ...items.flatMap(({ title, indicators }) => [title, ...indicators])].join(' '))),
};
