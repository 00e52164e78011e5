import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  'positioning.submit': 'Enregistrer mon positionnement',
  'positioning.missing': 'Choisissez un niveau pour chaque compétence\u00a0: il en manque {count}.',
  'positioning.done': 'Positionnement enregistré. Vous pourrez le refaire en fin de module.',
  'positioning.change': 'Modifier',
  'positioning.none': 'Il n’y a pas de bonne ou de mauvaise réponse.',
  'positioning.title': 'Positionnement',
});
