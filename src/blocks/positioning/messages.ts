import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  'positioning.submit': 'Enregistrer mon positionnement',
  'positioning.missing': 'Choisissez un niveau pour chaque compétence\u00a0: il en manque {count}.',
  'positioning.done': 'Positionnement enregistré. Vous pourrez le refaire en fin de module.',
  'positioning.change': 'Modifier',
  'positioning.cancel': 'Garder ma réponse',
  'positioning.afresh':
    'Choisissez comme vous le sentez aujourd’hui\u00a0: ce que vous aviez dit le {date} s’affichera ensuite, à côté.',
  'positioning.day': 'Le {day}.',
  'positioning.since': 'Le {day}, comparé au {before}.',
  'positioning.up': 'monté de {before} à {level} (avant\u00a0: {name})',
  'positioning.down': 'descendu de {before} à {level} (avant\u00a0: {name})',
  'positioning.same': 'inchangé',
  'positioning.none': 'Il n’y a pas de bonne ou de mauvaise réponse.',
  'positioning.title': 'Positionnement',
});
