import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  hint: 'Répondez en quelques mots.',
  missing: 'Écrivez une réponse pour vérifier.',
  close: 'C’est exact\u202f; orthographe attendue\u00a0: {text}',
});
