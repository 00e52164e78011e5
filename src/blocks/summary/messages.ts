import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  'summary.title': 'Bilan du module',
  'summary.done': 'Module terminé',
  'summary.worked': 'Vous avez travaillé\u00a0:',
  'summary.on': 'Terminé le {date}.',
  'summary.left': 'Pour terminer ce module, il reste\u00a0:',
  'summary.unseen': 'à ouvrir',
  'summary.question': '{count} question',
  'summary.questions': '{count} questions',
  'summary.journal': '{count} entrée de journal',
  'summary.journals': '{count} entrées de journal',
  'summary.rating': 'positionnement',
  'summary.recalls': 'Prochains rappels\u00a0:',
  'summary.recall.module': 'au début du module {rank}',
  'summary.recall.month': 'à partir du {date}, ici même',
  'summary.recall.jury': 'avant le jury, au module {rank}',
  'summary.quiz': 'quiz final',
  'summary.best': 'Quiz final\u00a0: {best}\u00a0% (seuil\u00a0: {threshold}\u00a0%).',
  'summary.noQuiz': 'Quiz final\u00a0: pas encore fait.',
  'summary.finish': 'Terminer le module',
  'summary.finished': 'C’est noté. Vous pouvez fermer cette page ou revenir à n’importe quelle étape.',
});
