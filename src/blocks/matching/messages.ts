import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  hint: 'Choisissez une correspondance pour chaque ligne.',
  choose: 'Choisir…',
});
