import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  'quiz.intro':
    '{count} questions. Le module est réussi à partir de {threshold}\u00a0%\u202f; vous pouvez refaire le quiz autant de fois que vous voulez, le meilleur résultat compte.',
  'quiz.introDraw':
    '{count} questions, tirées d’une réserve. Le module est réussi à partir de {threshold}\u00a0%\u202f; chaque nouvel essai reprend d’abord celles qui vous ont échappé. Le meilleur résultat compte, le premier est gardé à part.',
  'quiz.answered': '{done} questions répondues sur {total}.',
  'quiz.best': 'Meilleur résultat\u00a0: {best}\u00a0%. Premier essai\u00a0: {first}\u00a0%.',
  'quiz.mastered': 'Le seuil de {threshold}\u00a0% est atteint.',
  'quiz.below': 'Le seuil est à {threshold}\u00a0%. Relisez les explications, puis refaites le quiz.',
  'quiz.again': 'Refaire le quiz',
  'quiz.restarted': 'Nouvel essai\u00a0: les réponses sont effacées, vos résultats sont gardés.',
  'quiz.title': 'Quiz final',
});
