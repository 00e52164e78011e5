import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  hint: 'Écrivez d’abord, avec vos mots\u00a0: une réponse possible s’affichera ensuite, à côté de la vôtre.',
  compare: 'Comparer avec une réponse possible',
  empty: 'Écrivez d’abord quelques mots.',
  words: '{count} mots',
  word: '{count} mot',
  mark: ' · repère\u00a0: {from} à {to}',
  model: 'Une réponse possible',
  modelShown: 'Une réponse possible s’affiche sous la vôtre. Comparez-les.',
  points: 'Ma réponse le dit',
  pointsHint: 'Cochez chaque point que vous retrouvez dans votre texte. Vous pouvez encore le compléter.',
  level: 'Ma réponse dit l’essentiel',
  levelHint: 'Relisez votre texte. Vous pouvez encore le compléter.',
  'level.1': 'Pas encore',
  'level.2': 'En partie',
  'level.3': 'Oui',
  levelMissing: 'Choisissez oui, en partie ou pas encore.',
  levelIs: 'Ma réponse dit l’essentiel\u00a0: {level}',
  keep: 'Garder ma comparaison',
  again: 'Reprendre ma réponse',
  said: 'Ma réponse le dit',
  unsaid: 'À ajouter',
  'kept.lms':
    'Votre réponse est enregistrée avec votre progression\u00a0: les formateurs et l’administration de la plateforme peuvent techniquement la retrouver.',
  'kept.lrs':
    'Votre réponse est enregistrée avec votre progression\u00a0: l’administration du serveur de suivi peut techniquement la retrouver.',
  'kept.device': 'Votre réponse est gardée sur cet appareil seulement.',
  sent: 'Votre texte sera transmis avec vos réponses\u00a0: l’équipe de formation pourra le lire.',
  'sent.device': 'Votre texte reste sur cet appareil.',
});
