import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode } from '../../content/block-type.ts';
import { isDirective, type ListItem, lex, withLines } from '../../content/directive.ts';
import { escapeHtml, plainText } from '../../content/escape.ts';
import { ItemWords, sayRepeats, wordsOf } from '../../content/question.ts';
import type { Evidence } from './activity.ts';

const EvidenceData = v.object({
  title: v.pipe(
    v.string(),
    v.nonEmpty('cette preuve n’a pas de titre → Écrivez une ligne ### Titre au début du bloc.'),
  ),
  prompt: v.pipe(
    v.string(),
    v.nonEmpty('cette preuve n’a pas de consigne → Dites sous le titre ce qui peut être déposé.'),
  ),
  criteria: v.pipe(
    v.array(v.object({ html: ItemWords, text: v.string(), line: v.number() })),
    v.minLength(1, 'il manque les critères → Écrivez-les en liste, un par ligne\u00a0: - Le document est de moi.'),
    v.maxLength(8, 'plus de 8 critères → Gardez les essentiels.'),
  ),
  line: v.number(),
});
type EvidenceData = v.InferOutput<typeof EvidenceData>;

function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  let title = '';
  const prompt: string[] = [];
  let criteria: { html: string; text: string; line: number }[] | undefined;
  for (const { token, line } of lex(node.body, node.line + 1)) {
    if (isDirective(token)) prompt.push(tools.html(token.raw, line));
    else if (token.type === 'heading' && !title) title = tools.inline((token as { text: string }).text, line);
    else if (token.type === 'list' && !criteria)
      criteria = [...withLines(token.raw, (token as { items: ListItem[] }).items, line)].map(
        ({ child: { text }, line: at }) => ({
          html: text.trim() && tools.inline(text, at),
          text: text.trim() && tools.text(text),
          line: at,
        }),
      );
    else if (token.type !== 'space') prompt.push(tools.html(token.raw, line));
  }
  sayRepeats(
    (criteria ?? []).map((criterion) => ({ ...criterion, feedback: '' })),
    'preuve',
    tools,
  );
  return { title, prompt: prompt.join(''), criteria: criteria ?? [], line: node.line };
}

const PARTS = [
  'Nature de la preuve',
  'Titre',
  'Adresse, texte ou nom du fichier',
  'Date du fichier',
  'Empreinte du fichier (SHA-256)',
  'En quoi cela montre la compétence',
  'Critères cochés, par leur numéro',
].map((label, rank) => ({ number: rank + 1, label }));

export const evidenceType: BlockType<EvidenceData, Evidence> = {
  directives: ['preuve'],
  attributes: ['obligatoire'],
  tag: 'evidence-item',
  letter: 'E',
  read,
  schema: EvidenceData,
  mostItems: Number.POSITIVE_INFINITY,
  items: ({ criteria }) => criteria.map(({ text }) => text),
  fields: (data, numbers, node) => ({
    type: 'evidence',
    title: plainText(data.title),
    prompt: data.prompt,
    criteria: data.criteria.map(({ html }, rank) => ({ number: numbers[rank]!, html })),
    required: node.attributes.values.has('obligatoire'),
    parts: PARTS,
  }),
  task: ({ required, title }) =>
    required ? { kind: 'deposit', label: `Preuve\u00a0: ${title}`, parts: [2, 3] } : undefined,
  placeholder: ({ title, prompt, criteria }) =>
    `<section class="card bloc"><h2>${escapeHtml(title)}</h2><div class="prompt">${prompt}</div><ul class="plain">${criteria.map(({ html }) => `<li>${html}</li>`).join('')}</ul></section>`,
  key: ({ scormId, title }) => ({
    scormId,
    question: title,
    options: [],
    note: 'Preuve personnelle\u00a0: rien de ce que la personne dépose n’est envoyé dans les réponses.',
  }),
  words: ({ prompt, criteria }) => wordsOf(prompt, ...criteria.map(({ html }) => html)),
};
