import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  title: 'Rappel',
  loading: 'Recherche des questions à revoir…',
  failed: 'Les questions des autres modules n’ont pas pu être chargées. Vérifiez votre connexion, puis réessayez.',
  again: 'Réessayer',
  alone:
    'Ce paquet ne contient que ce module\u00a0: il ne voit pas vos réponses aux autres. Ce rappel n’a rien à vous proposer ici.',
  first: 'C’est le premier module du parcours\u00a0: il n’y a encore rien à revoir.',
  none: 'Vous n’avez encore répondu à aucune question de {modules} dans ce parcours. Revenez ici ensuite, ou continuez.',
  unfinished: 'Ce rappel s’ouvrira un mois après la fin du module.',
  opens: 'Ce rappel s’ouvrira le {date}\u00a0: revoir après un mois aide à garder ce qu’on a appris.',
  sees: 'Ce rappel voit vos réponses à {modules}, dans ce parcours seulement\u00a0: {known} questions répondues. Il en reprend {count}, en commençant par les erreurs faites avec une certitude élevée.',
  seesOne:
    'Ce rappel voit vos réponses à {modules}, dans ce parcours seulement. Il en reprend une, celle qui en a le plus besoin.',
  oneModule: '«\u00a0{title}\u00a0»',
  modules: '{count} modules',
  from: 'Module {rank}\u00a0: {title}',
  next: 'Question suivante',
  finish: 'Voir le résultat',
  done: '{right} réponses justes sur {total}',
  doneOne: '{right} réponse juste sur {total}',
  all: 'Tout est revenu. Ces questions attendront\u00a0: le prochain rappel en prendra d’autres.',
  missed: 'À relire avant le prochain rappel\u00a0:',
  redo: 'Faire un autre rappel',
  said: 'Question {rank} sur {total}',
});
