import { speaker } from '../../ui/messages.ts';

export const say = speaker({
  hint: 'Choisissez une catégorie pour chaque élément.',
  choose: 'Choisir…',
  missing: 'Classez les {count} éléments restants pour vérifier.',
  missingOne: 'Classez l’élément restant pour vérifier.',
});
