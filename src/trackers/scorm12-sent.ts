import type { Sent, SentItem } from './sent.ts';

const state: SentItem = {
  element: 'cmi.suspend_data',
  meaning: 'l’état de la personne, compressé\u00a0: pages ouvertes, réponses, textes du journal',
};
const place: SentItem = { element: 'cmi.core.lesson_location', meaning: 'la page et le bloc où reprendre' };
const time: SentItem = {
  element: 'cmi.core.session_time',
  meaning: 'le temps actif de la séance (deux minutes sans geste l’arrêtent)',
};
const status: SentItem = {
  element: 'cmi.core.lesson_status',
  meaning: 'incomplete, puis completed (ou passed si le parcours le demande)\u202f; jamais failed',
};
const score: readonly SentItem[] = [
  {
    element: 'cmi.core.score.raw',
    meaning:
      'la moyenne, sur tous les modules, du meilleur quiz final\u00a0: un entier de 0 à 100 qui ne baisse jamais',
  },
  { element: 'cmi.core.score.min', meaning: '0' },
  { element: 'cmi.core.score.max', meaning: '100' },
];
const interaction: readonly SentItem[] = [
  { element: 'cmi.interactions.n.id', meaning: 'l’identifiant de la question (voir la clé de lecture)' },
  {
    element: 'cmi.interactions.n.type',
    meaning: 'la forme de la réponse\u00a0: choice, true-false, matching, sequencing, numeric, likert ou fill-in',
  },
  { element: 'cmi.interactions.n.objectives.n.id', meaning: 'les compétences que la question exerce' },
  { element: 'cmi.interactions.n.time', meaning: 'l’heure de la réponse' },
  { element: 'cmi.interactions.n.correct_responses.n.pattern', meaning: 'la réponse attendue' },
  {
    element: 'cmi.interactions.n.student_response',
    meaning: 'la réponse donnée\u00a0: des lettres, un nombre, ou le mot tapé dans une réponse courte',
  },
  { element: 'cmi.interactions.n.result', meaning: 'correct, wrong ou neutral' },
  { element: 'cmi.interactions.n.latency', meaning: 'le temps actif passé sur la page avant de répondre' },
];
const objective: readonly SentItem[] = [
  { element: 'cmi.objectives.n.id', meaning: 'la compétence' },
  {
    element: 'cmi.objectives.n.score.raw',
    meaning: 'la moyenne des réponses aux questions qui l’exercent, de 0 à 100',
  },
  { element: 'cmi.objectives.n.status', meaning: 'incomplete, completed, ou passed à partir du seuil du module' },
];
const bilan: readonly SentItem[] = [
  { element: 'cmi.interactions.n.id', meaning: 'M1_bilan\u00a0: le numéro du module' },
  { element: 'cmi.interactions.n.type', meaning: 'fill-in' },
  { element: 'cmi.interactions.n.time', meaning: 'l’heure de fin' },
  {
    element: 'cmi.interactions.n.student_response',
    meaning: 'la date de fin et le meilleur résultat, par exemple 2026-11-22 86 %',
  },
  { element: 'cmi.interactions.n.result', meaning: 'neutral' },
];
const always = [state, place, time];

export const scorm12Sent: Sent = {
  launch: [
    { element: 'cmi.core.lesson_status', meaning: 'incomplete, à la première ouverture' },
    { element: 'cmi.core.exit', meaning: 'suspend\u00a0: la personne reprendra où elle en était' },
  ],
  step: [...always, ...score],
  answer: [...always, ...interaction, ...objective],
  pass: always,
  rating: [...always, ...interaction.filter(({ element }) => !/correct_responses|objectives/.test(element))],
  text: always,
  share: [
    ...always,
    ...interaction.filter(({ element }) => /\.(?:id|type|time|result)$/.test(element) && !/objectives/.test(element)),
    {
      element: 'cmi.interactions.n.student_response',
      meaning: 'le texte que la personne a choisi de partager, tel qu’elle l’a laissé',
    },
  ],
  quiz: [...always, ...interaction, ...objective, ...score],
  module: [...always, ...bilan, status],
  leave: always,
};
