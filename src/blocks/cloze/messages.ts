import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  hint: 'Complétez les champs.',
  hintOne: 'Complétez le champ.',
  gap: 'Champ {rank} sur {total}\u00a0: {near}',
  choose: 'Choisir…',
  right: 'juste',
  wrong: 'faux',
  empty: 'sans réponse',
  close: '(exact\u202f; orthographe attendue\u00a0: {text})',
  expected: '(réponse attendue\u00a0: {text})',
});
