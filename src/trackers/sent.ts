/** What the learner does that a platform may be told of. */
export const EVENTS = {
  launch: 'Le cours est ouvert',
  step: 'Une étape est ouverte',
  answer: 'Une question est répondue ou reprise',
  pass: 'Une question est passée',
  rating: 'Un positionnement est enregistré',
  text: 'Le journal est écrit ou corrigé',
  share: 'Une entrée de journal est partagée, ou son partage retiré',
  quiz: 'Un essai du quiz final est terminé',
  module: 'Un module est terminé',
  leave: 'La page est quittée',
} as const;
export type SentEvent = keyof typeof EVENTS;

/** One thing a platform receives. `element` as its standard spells it, `n` standing for an index. */
export interface SentItem {
  element: string;
  /** In words, for a data-protection officer. */
  meaning: string;
}

/** All that one standard is told, event by event: the source of docs/ce-qui-est-envoye.md, held true by a test. */
export type Sent = Readonly<Record<SentEvent, readonly SentItem[]>>;
