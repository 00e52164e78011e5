import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  'journal.unshared': 'Non partagé',
  'journal.todo': 'À compléter',
  'journal.words': '{count} mots',
  'journal.word': '{count} mot',
  'journal.mark': ' · repère\u00a0: {from} à {to}',
  'journal.who': 'Qui peut lire cette entrée\u202f?',
  'journal.lms':
    'Enregistrée avec votre progression\u00a0: les formateurs et l’administration de la plateforme peuvent techniquement la retrouver.',
  'journal.lrs':
    'Enregistrée avec votre progression\u00a0: l’administration du serveur de suivi peut techniquement la retrouver.',
  'journal.device': 'Gardée sur cet appareil seulement.',
});
