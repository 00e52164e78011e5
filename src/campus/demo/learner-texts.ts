import { PART } from '../../blocks/evidence/activity.ts';
import type { Block, ModuleOutline } from '../../model/course.ts';
import type { Player } from './learner-play.ts';

/** What invented learners write in a journal. Nobody named in it exists. */
const ENTRIES: readonly string[] = [
  'Mardi, à la réunion des responsables, j’ai coupé la parole deux fois pour tenir l’horaire. La troisième fois, je me suis tue\u00a0: la directrice des Lucioles a fini sa phrase et la décision est venue toute seule.',
  'On m’a demandé «\u00a0un tableau des places pour demain\u00a0». J’ai répondu oui avant de demander pour quoi faire. J’ai passé la soirée sur un tableau dont personne ne s’est servi.',
  'J’ai appelé la PMI au sujet d’un projet de micro-crèche en pensant obtenir un accord. On m’a rappelé calmement qui autorise quoi. Je l’ai noté en tête de mon cahier.',
  'Une maman m’a raconté son matin en crèche. J’ai voulu tout de suite expliquer le règlement. La prochaine fois, je reformule d’abord ce que j’entends.',
  'L’adjoint voulait une réponse dans l’heure. J’ai proposé un point d’étape le soir et une note le jeudi\u00a0: il a accepté sans discuter.',
  'J’ai relu ma lettre de mission à voix haute avec la directrice générale adjointe. Trois verbes sur huit n’étaient pas les miens.',
];
const NEXT: readonly string[] = [
  'La prochaine fois, je demande l’usage et l’échéance avant de dire oui.',
  'Vendredi, je relis la carte des quatre questions avant d’appeler.',
  'Je garde dix minutes en fin de réunion pour que chacune dise ce qu’elle a compris.',
];

/** Fills the parts still empty, as the behaviour has it; shares them when it does. */
export function writeIn({ session, behaviour, luck, clock }: Player, module: ModuleOutline, block: Block): void {
  if (behaviour.journal === 'empty') return;
  const { attempt } = session;
  const labelled = (block as Block & { parts?: readonly { number: number }[] }).parts ?? [];
  const written = attempt.record.modules[module.number]?.texts[block.number]?.parts ?? {};
  const missing = labelled.filter(({ number }) => !written[number]);
  if (missing.length === 0) return;
  missing.forEach(({ number }, rank) => {
    session.work(luck.between(90, 240));
    attempt.write(module.number, block.number, number, luck.among(rank === 0 ? ENTRIES : NEXT));
  });
  if (behaviour.journal !== 'shared') return;
  clock.pass(30);
  const parts = attempt.record.modules[module.number]?.texts[block.number]?.parts ?? {};
  attempt.share(module.number, block.number, parts);
}

/** A short text as evidence, once. */
export function depositIn({ session, behaviour, luck }: Player, module: ModuleOutline, block: Block): void {
  const { attempt } = session;
  if (behaviour.journal === 'empty' || attempt.record.modules[module.number]?.texts[block.number]) return;
  session.work(luck.between(200, 500));
  const write = (part: number, text: string) => attempt.write(module.number, block.number, part, text);
  write(PART.kind, 'texte');
  write(PART.title, 'Compte rendu de réunion');
  write(PART.content, luck.among(ENTRIES));
  write(PART.criteria, '1');
}
