import type { Fault } from '../lms/fault.ts';

/** Buttons, in the order of a bad day. */
export const FAULT_LABELS: Readonly<Record<Fault, string>> = {
  none: 'Tout va bien',
  offline: 'Couper le réseau',
  'http-500': 'Erreur 500',
  expired: 'Session expirée',
  maintenance: 'Maintenance',
  'refuse-all-commits': 'Refuser les enregistrements',
  pretend: 'Dire oui sans rien garder',
  slow: 'Ralentir',
};

const CODES: Readonly<Record<number, string>> = {
  101: 'échec de l’enregistrement ou appel hors de propos',
  201: 'argument invalide, élément inconnu ou indice sauté',
  202: 'cet élément n’a pas d’enfants',
  203: 'cet élément ne se compte pas',
  301: 'la session n’est pas ouverte',
  401: 'élément non pris en charge',
  402: 'mot-clé, ne s’écrit pas',
  403: 'élément en lecture seule',
  404: 'élément en écriture seule',
  405: 'type, vocabulaire ou longueur refusés',
};
export const errorMeaning = (code: number) => CODES[code] ?? 'erreur';

const STATUSES: Readonly<Record<string, string>> = {
  '': 'rien d’enregistré',
  'not attempted': 'pas commencé',
  incomplete: 'en cours',
  completed: 'terminé',
  passed: 'réussi',
  failed: 'échoué',
  browsed: 'parcouru',
};
const RESULTS: Readonly<Record<string, string>> = {
  correct: 'juste',
  wrong: 'faux',
  neutral: 'sans correction',
  unanticipated: 'imprévu',
};
/** The French word, then the LMS's own. */
const both = (words: Readonly<Record<string, string>>, word: string) =>
  words[word] && word ? `${words[word]} (${word})` : (words[word] ?? word);
export const statusWords = (status: string) => both(STATUSES, status);
export const resultWords = (result: string) => both(RESULTS, result);

export const characters = (count: number) => `${count.toLocaleString('fr-FR')} caractère${count > 1 ? 's' : ''}`;
