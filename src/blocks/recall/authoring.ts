import * as v from 'valibot';
import type { BlockType } from '../../content/block-type.ts';
import type { RecallMoment } from '../../model/course.ts';
import type { Recall } from './activity.ts';

const MOMENTS: Readonly<Record<string, RecallMoment>> = { module: 'module', mois: 'month', jury: 'jury' };
const MOST = 20;

const RecallData = v.object({
  intro: v.string(),
  count: v.pipe(
    v.string(),
    v.regex(/^\d+$/, `le nombre de questions est illisible → Écrivez nombre=6, de 1 à ${MOST}.`),
    v.transform(Number),
    v.check((count) => count >= 1 && count <= MOST, `le nombre de questions va de 1 à ${MOST} → Écrivez nombre=6.`),
  ),
  when: v.picklist(
    Object.keys(MOMENTS),
    'ce moment n’existe pas → Écrivez quand=module (les modules d’avant), quand=mois (un mois après ce module) ou quand=jury (tout le parcours).',
  ),
  line: v.number(),
});

export const recallType: BlockType<v.InferOutput<typeof RecallData>, Recall> = {
  directives: ['rappel'],
  attributes: ['nombre', 'quand'],
  tag: 'question-recall',
  letter: 'R',
  read: (node, tools) => ({
    intro: tools.html(node.body, node.line + 1),
    count: node.attributes.values.get('nombre') ?? '6',
    when: node.attributes.values.get('quand') ?? 'module',
    line: node.line,
  }),
  schema: RecallData,
  fields: ({ intro, count, when }) => ({ type: 'recall', intro, count, when: MOMENTS[when]! }),
  recall: ({ when }) => when,
  placeholder: ({ intro }) => `<section class="card bloc"><h2 class="kicker">Rappel</h2>${intro}</section>`,
  key: ({ scormId }) => ({
    scormId,
    question: 'Rappel de questions déjà vues',
    options: [],
    note: 'Nombre de réponses justes, puis les questions à revoir\u00a0: le module, et le dernier nombre de l’identifiant de la question.',
  }),
};
