import { speaker } from '../ui/messages.ts';

/** Loaded with the banners, which a learner may never see. */
export const say = speaker({
  'trouble.refusedNoDevice': 'Gardez cette page ouverte\u00a0: cet appareil ne peut rien garder non plus.',
  'trouble.noLms': 'Ce module n’est pas relié à une plateforme\u00a0: votre progression reste sur cet appareil.',
  'trouble.nothing':
    'Rien ne peut être enregistré ici\u00a0: ni par une plateforme, ni par ce navigateur. Copiez ou téléchargez votre texte avant de fermer la page.',
  'trouble.noDevice': 'Ce navigateur ne garde pas de copie sur l’appareil\u00a0: seule la plateforme enregistre.',
  'trouble.leftOut':
    'La plateforme ne peut pas tout garder\u00a0: {texts} sont gardés sur cet appareil seulement. Téléchargez-en une copie.',
  'trouble.leftOutOne':
    'La plateforme ne peut pas tout garder\u00a0: {texts} est gardé sur cet appareil seulement. Téléchargez-en une copie.',
  'trouble.recovered':
    'Votre texte a été retrouvé sur cet appareil\u00a0: la plateforme ne l’avait pas enregistré. Il lui est envoyé de nouveau.',
  'trouble.unreadable':
    'Ce que la plateforme a gardé n’a pas pu être lu. Ce que cet appareil avait gardé est repris\u202f; prévenez votre contact d’assistance.',
  'trouble.review': 'Relecture\u00a0: votre résultat ne change plus\u202f; vous pouvez compléter votre journal.',
  'trouble.browse': 'Aperçu\u00a0: vos réponses ne sont pas enregistrées.',
  'trouble.restored': 'Connexion rétablie. {count} modifications envoyées.',
  'trouble.restoredOne': 'Connexion rétablie. 1 modification envoyée.',
  'trouble.restoredNone': 'Connexion rétablie.',
  'trouble.nearlyFull':
    'Votre journal approche la taille que la plateforme peut garder ({share}\u00a0%). Téléchargez une copie et terminez l’entrée en cours.',
  'trouble.conflicts':
    'Un texte a été modifié ici et ailleurs\u00a0: {texts}. Choisissez la version à garder, à l’endroit où il est écrit.',
  'trouble.otherTab':
    'Ce parcours est déjà ouvert dans un autre onglet, qui seul enregistre. Ici, vous pouvez lire. Fermez l’autre onglet, puis rouvrez cette page pour écrire.',
  'trouble.locked':
    'Une copie chiffrée se trouve sur cet appareil, et la plateforme n’en a pas donné la clé. Elle est gardée telle quelle\u202f; prévenez votre contact d’assistance.',
  'trouble.retry': 'Réessayer',
  'trouble.download': 'Télécharger une copie',
  'trouble.copy': 'Copier mon texte',
  'trouble.copied': 'Texte copié.',
  'trouble.copyFailed':
    'La copie a été refusée par le navigateur\u00a0: sélectionnez le texte ci-dessous et copiez-le.',
});
