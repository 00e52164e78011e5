import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  kicker: 'Positionnement',
  loading: 'Lecture de vos positionnements…',
  failed: 'Vos positionnements n’ont pas pu être rassemblés. Vérifiez votre connexion, puis réessayez.',
  again: 'Réessayer',
  none: 'Aucun positionnement pour l’instant. Votre radar se dessinera après le premier.',
  one: 'Positionnement sur {count} compétences',
  two: 'Positionnement sur {count} compétences, première et dernière fois',
  first: 'Première fois',
  latest: 'Dernière fois',
  competency: 'Compétence',
  level: 'Niveau',
  table: 'Voir en tableau',
  caption: 'Votre positionnement, de 0 (Non abordé) à 4 (Je peux accompagner)',
  value: '{level} · {name}, le {day}',
  up: 'monté de {before} à {level}',
  down: 'descendu de {before} à {level}',
  same: 'inchangé',
});
