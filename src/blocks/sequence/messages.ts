import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  hint: 'Remettez dans l’ordre, avec les flèches de chaque ligne.',
  up: 'Monter\u00a0: {text}',
  down: 'Descendre\u00a0: {text}',
  moved: '{text}, position {rank} sur {total}',
  placed: 'Bien placé',
  expected: 'Position attendue\u00a0: {rank}',
  inOrder: '{count} éléments sur {total} se suivent déjà dans le bon ordre.',
});
