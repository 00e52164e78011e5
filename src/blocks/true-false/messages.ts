import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  hint: 'Choisissez Vrai ou Faux pour chaque affirmation.',
  hintOne: 'Choisissez Vrai ou Faux.',
  true: 'Vrai',
  false: 'Faux',
  missing: 'Répondez aux {count} affirmations restantes pour vérifier.',
  missingOne: 'Répondez à l’affirmation restante pour vérifier.',
});
