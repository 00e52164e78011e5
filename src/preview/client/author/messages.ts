/** Words of the author's page. */
export const KIND_STATES = {
  question: { fresh: 'Neuf', right: 'Juste', wrong: 'Faux', passed: 'Passé' },
  answer: { fresh: 'Neuf', right: 'Répondu' },
  quiz: { fresh: 'Neuf', right: 'Réussi', wrong: 'Raté' },
  text: { fresh: 'Vide', written: 'Écrit', shared: 'Partagé' },
  none: {},
} as const;

export const errors = (count: number) => (count === 0 ? 'Rien à signaler' : `${count} erreur${count > 1 ? 's' : ''}`);
