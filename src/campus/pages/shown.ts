import type { Status } from '../scorm/cmi.ts';

/** How numbers, dates and states are written on the pages of the campus. */
const STATUSES: Readonly<Record<Status, string>> = {
  'not attempted': 'Pas commencé',
  incomplete: 'En cours',
  completed: 'Terminé',
  passed: 'Réussi',
  failed: 'Échoué',
  browsed: 'Parcouru',
};
export const shownStatus = (status: Status): string => STATUSES[status];

const RESULTS: Readonly<Record<string, string>> = {
  correct: 'Juste',
  wrong: 'Faux',
  incorrect: 'Faux',
  neutral: 'Sans correction',
  unanticipated: 'Imprévu',
};
export const shownResult = (result: string): string => RESULTS[result] ?? (result || '–');

const TYPES: Readonly<Record<string, string>> = {
  choice: 'Choix',
  'true-false': 'Vrai ou faux',
  'fill-in': 'Texte',
  'long-fill-in': 'Texte',
  matching: 'Association',
  sequencing: 'Ordre',
  numeric: 'Nombre',
  likert: 'Échelle',
  performance: 'Mise en pratique',
};
export const shownType = (type: string): string => TYPES[type] ?? (type || '–');

/** « 82,5 % », a dash without a score. */
export const shownScore = (score: number | undefined): string =>
  score === undefined ? '–' : `${score.toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0%`;

/** « 1 h 05 », « 12 min », « 40 s », a dash for none. */
export function shownDuration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole <= 0) return '–';
  if (whole < 60) return `${whole}\u00a0s`;
  const minutes = Math.round(whole / 60);
  const left = String(minutes % 60).padStart(2, '0');
  return minutes < 60 ? `${minutes}\u00a0min` : `${Math.floor(minutes / 60)}\u00a0h\u00a0${left}`;
}

/** Where the organisation is, wherever the machine says it is. */
const ZONE = 'Europe/Paris';
const DAY = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'short', year: 'numeric', timeZone: ZONE });
const TIME = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone: ZONE });
/** « 22 nov. 2026 », from `2026-11-22`. */
export const shownDay = (day: string): string => DAY.format(new Date(`${day}T12:00:00Z`)).replaceAll(' ', '\u00a0');

/** « 22 nov. 2026, 10 h 05 », in Paris. */
export const shownDate = (date: Date): string =>
  `${DAY.format(date).replaceAll(' ', '\u00a0')}, ${TIME.format(date).replace(':', '\u00a0h\u00a0')}`;

/** « 1 243 caractères ». */
export const shownCharacters = (count: number): string =>
  `${count.toLocaleString('fr-FR')}\u00a0caractère${count > 1 ? 's' : ''}`;

/** « 368 Ko ». */
export const shownSize = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000).toLocaleString('fr-FR')}\u00a0Ko`
    : `${(bytes / 1_000_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0Mo`;
