import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  hint: 'Écrivez un nombre.',
  missing: 'Écrivez un nombre, par exemple 12,5.',
  near: 'Valeur attendue\u00a0: {value} (à {margin} près).',
});
