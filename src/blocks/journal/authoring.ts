import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode } from '../../content/block-type.ts';
import { isDirective, type ListItem, lex, withLines } from '../../content/directive.ts';
import { escapeHtml, plainText } from '../../content/escape.ts';
import { wordCount } from '../../model/words.ts';
import type { Journal } from './activity.ts';
import { MODELS, type ModelName } from './models.ts';

const JournalData = v.object({
  title: v.pipe(v.string(), v.nonEmpty('ce journal n’a pas de titre → Écrivez une ligne ### Titre au début du bloc.')),
  prompt: v.pipe(v.string(), v.nonEmpty('ce journal n’a pas de consigne → Écrivez un paragraphe sous le titre.')),
  parts: v.array(
    v.object({
      label: v.pipe(
        v.string(),
        v.nonEmpty('ce champ n’a pas d’intitulé → Écrivez-le après le tiret\u00a0: - Ce qui s’est passé'),
      ),
      hint: v.string(),
      line: v.number(),
    }),
  ),
  mark: v.optional(
    v.pipe(v.string(), v.regex(/^\d+-\d+$/, 'le repère de mots est illisible → Écrivez mots="60-150".')),
  ),
  model: v.picklist(
    Object.keys(MODELS) as [ModelName, ...ModelName[]],
    `ce modèle n’existe pas → Modèles\u00a0: ${Object.keys(MODELS).join(', ')}.`,
  ),
  examples: v.array(
    v.object({
      title: v.string(),
      html: v.pipe(
        v.string(),
        v.nonEmpty('cet exemple est vide → Écrivez son texte sous le titre ####, ou retirez le titre.'),
      ),
      line: v.number(),
    }),
  ),
  reread: v.pipe(
    v.string(),
    v.regex(/^\d{1,3}$/, 'le délai de relecture est illisible → Écrivez relire=7, en jours, ou relire=0.'),
  ),
  line: v.number(),
});
type JournalData = v.InferOutput<typeof JournalData>;

function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  let title = '';
  const prompt: string[] = [];
  let parts: unknown[] | undefined;
  const examples: { title: string; html: string; line: number }[] = [];
  for (const { token, line } of lex(node.body, node.line + 1)) {
    if (isDirective(token) || token.type === 'space') {
      if (isDirective(token)) prompt.push(tools.html(token.raw, line));
    } else if (token.type === 'heading' && !title) title = tools.inline((token as { text: string }).text, line);
    else if (token.type === 'heading')
      examples.push({ title: tools.text((token as { text: string }).text, line), html: '', line });
    else if (examples.length > 0) examples.at(-1)!.html += tools.html(token.raw, line);
    else if (token.type === 'list') {
      parts = [...withLines(token.raw, (token as { items: ListItem[] }).items, line)].map(({ child, line: at }) =>
        readPart(child, at, tools),
      );
    } else prompt.push(tools.html(token.raw, line));
  }
  const model = node.attributes.values.get('modele') ?? 'quoi';
  return {
    title,
    prompt: prompt.join(''),
    parts: parts ?? (MODELS[model as ModelName] ?? []).map((part) => ({ ...part, line: node.line })),
    mark: node.attributes.values.get('mots'),
    model,
    examples,
    reread: node.attributes.values.get('relire') ?? REREAD,
    line: node.line,
  };
}

/** Days, when the author says nothing. */
const REREAD = '7';

function readPart(item: ListItem, line: number, tools: AuthoringTools) {
  const lines = item.raw
    .replace(/^\s*[-*+][ \t]*/, '')
    .split('\n')
    .map((text) => text.trim());
  const label = lines
    .filter((text) => !text.startsWith('>'))
    .join(' ')
    .trim();
  const hint = lines
    .filter((text) => text.startsWith('>'))
    .map((text) => text.replace(/^> ?/, ''))
    .join(' ');
  const hintAt = line + lines.findIndex((text) => text.startsWith('>'));
  return { label: label && tools.text(label, line), hint: hint && tools.text(hint, hintAt), line };
}

export const journalType: BlockType<JournalData, Journal> = {
  directives: ['journal'],
  attributes: ['obligatoire', 'mots', 'modele', 'engagement', 'relire'],
  tag: 'journal-entry',
  letter: 'J',
  read,
  schema: JournalData,
  mostItems: Number.POSITIVE_INFINITY,
  items: ({ parts }) => parts.map(({ label }) => label),
  fields(data, numbers, node) {
    const [from, to] = data.mark?.split('-').map(Number) ?? [];
    return {
      type: 'journal',
      title: plainText(data.title),
      prompt: data.prompt,
      parts: data.parts.map(({ label, hint }, rank) => ({ number: numbers[rank]!, label, hint })),
      required: node.attributes.values.has('obligatoire'),
      ...(from !== undefined && to !== undefined && { mark: { from, to } }),
      examples: data.examples.map(({ title, html }) => ({ title, html })),
      commitment: node.attributes.values.has('engagement'),
      reread: Number(data.reread),
    };
  },
  task: (block) =>
    block.required
      ? { kind: 'prompt', label: `Journal\u00a0: ${block.title}`, parts: block.parts.map(({ number }) => number) }
      : undefined,
  placeholder: ({ title, prompt, parts }) =>
    `<section class="card bloc"><h2>${escapeHtml(title)}</h2><div class="prompt">${prompt}</div><ul class="plain">${parts.map(({ label }) => `<li>${escapeHtml(label)}</li>`).join('')}</ul></section>`,
  key: ({ scormId, title }) => ({
    scormId,
    question: title,
    options: [],
    note: 'Journal personnel\u00a0: rien n’est envoyé, sauf l’entrée que la personne choisit de partager. Une réponse «\u00a0Partage retiré\u00a0» dit qu’elle l’a reprise.',
  }),
  words: ({ prompt, parts, examples }) =>
    wordCount(
      plainText(
        [prompt, ...parts.flatMap(({ label, hint }) => [label, hint]), ...examples.map(({ html }) => html)].join(' '),
      ),
    ),
};
