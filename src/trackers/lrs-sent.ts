import type { VERBS } from '../xapi/vocabulary.ts';

/** One kind of statement that a record store receives, in words for a data-protection officer. */
export interface SentStatement {
  verb: keyof typeof VERBS;
  when: string;
  /** What it says beside who, when, in which module and in which session. */
  says: string;
  targets: readonly ('cmi5' | 'xapi')[];
}

const both = ['cmi5', 'xapi'] as const;

/** All that the targets cmi5 and xapi tell: a list that a test holds against what is really sent. */
export const lrsSent: readonly SentStatement[] = [
  { verb: 'initialized', when: 'La séance s’ouvre', says: 'rien de plus', targets: both },
  { verb: 'experienced', when: 'Une étape est ouverte', says: 'l’étape', targets: both },
  {
    verb: 'answered',
    when: 'Une question est répondue ou reprise, un positionnement est enregistré',
    says: 'l’identifiant et l’intitulé de la question, la réponse donnée (des lettres, un nombre, le mot d’une réponse courte), la réponse attendue, juste ou non et à quel point, la certitude déclarée quand la question la demande, le temps passé avant de répondre, les compétences exercées. Le texte d’une réponse ouverte seulement si l’auteur l’a demandé (`transmise`) et que la page le dit',
    targets: both,
  },
  {
    verb: 'progressed',
    when: 'Le module avance',
    says: 'un pourcentage entier, qui ne baisse jamais',
    targets: both,
  },
  {
    verb: 'scored',
    when: 'Le meilleur résultat d’un quiz final monte',
    says: 'ce résultat, de 0 à 100',
    targets: both,
  },
  {
    verb: 'completed',
    when: 'Le module (xAPI\u00a0: puis le parcours) est terminé, une fois par inscription',
    says: 'le temps actif',
    targets: both,
  },
  {
    verb: 'passed',
    when: 'Le seuil du quiz final est atteint, une fois par inscription',
    says: 'le meilleur résultat et le temps actif',
    targets: both,
  },
  {
    verb: 'failed',
    when: 'La séance se ferme, un essai du quiz final est resté sous le seuil et aucun ne l’a jamais atteint',
    says: 'le meilleur résultat et le temps actif',
    targets: both,
  },
  {
    verb: 'shared',
    when: 'Une entrée de journal est partagée par la personne',
    says: 'le texte partagé, entier\u202f; en cmi5, un partage retiré est dit par le même énoncé, sans le texte',
    targets: both,
  },
  {
    verb: 'voided',
    when: 'Un partage est retiré, ou remplacé par une version plus récente',
    says: 'l’identifiant de l’énoncé qui n’est plus à lire',
    targets: ['xapi'],
  },
  {
    verb: 'suspended',
    when: 'La séance se ferme avant la fin du parcours',
    says: 'la durée de la séance',
    targets: ['xapi'],
  },
  { verb: 'terminated', when: 'La séance se ferme', says: 'la durée de la séance', targets: both },
];
