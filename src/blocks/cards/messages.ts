import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  kicker: 'Cartes',
  hint: 'Cherchez la réponse de mémoire, puis retournez la carte. Il n’y a pas de note.',
  place: 'Carte {rank} sur {total}',
  turn: 'Retourner la carte',
  back: 'Verso',
  ask: 'Vous aviez la réponse\u202f?',
  'rating.3': 'Oui',
  'rating.2': 'Presque',
  'rating.1': 'Pas du tout',
  done: 'Toutes les cartes sont vues',
  'count.3': 'Vous aviez la réponse\u00a0: {count} sur {total}',
  'count.2': 'Presque\u00a0: {count}',
  'count.1': 'Pas du tout\u00a0: {count}',
  toReview: 'À revoir',
  all: 'Toutes les cartes',
  again: 'Revoir celles qui m’ont échappé',
  againAll: 'Tout revoir',
});
