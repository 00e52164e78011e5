import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  one: 'Une seule réponse, dans la liste ou sur l’image.',
  several: 'Plusieurs réponses possibles, dans la liste ou sur l’image.',
});
