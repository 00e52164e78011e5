import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  title: 'Mes engagements',
  none: 'Vous n’avez pas pris d’engagement dans les modules précédents de ce parcours. Un journal vous le proposera.',
  alone: 'Ce paquet ne contient que ce module\u00a0: il ne voit pas ce que vous avez écrit dans les autres.',
  sealed: 'Un engagement protégé par votre code personnel. Ouvrez l’entrée pour le relire\u00a0:',
  by: 'D’ici le {date}',
  from: 'Pris dans le module {rank}, «\u00a0{title}\u00a0».',
  open: 'Relire l’entrée',
});
