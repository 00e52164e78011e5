import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  hint: 'Il n’y a pas de bonne ou de mauvaise réponse.',
  hintSeveral: 'Plusieurs réponses possibles. Il n’y a pas de bonne ou de mauvaise réponse.',
  missing: 'Choisissez une réponse.',
  missingSeveral: 'Choisissez au moins une réponse.',
  missingLines: 'Choisissez une réponse pour les {count} lignes restantes.',
  missingLine: 'Choisissez une réponse pour la ligne restante.',
});
