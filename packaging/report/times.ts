/** One thing that the estimate takes for granted, as the report shows it to authors. */
export interface Assumption {
  value: number;
  /** What the value counts, in French; read after it. */
  unit: string;
  /** What it applies to. */
  about: string;
  /** Where it comes from; absent for a house estimate. */
  source?: string;
}

const BRYSBAERT = 'Brysbaert, Journal of Memory and Language, 2019';

/**
 * Every figure the time of an activity rests on. The seconds of a question come on top of the reading of its words:
 * stem, options, explanations. Prudent on purpose: whoever studies reads at the slow end of what adults do.
 */
export const TIMES = {
  reading: {
    value: 175,
    unit: 'mots par minute',
    about: 'lire',
    source: `bas de la fourchette des adultes, 175 à 300 pour un texte informatif\u00a0: ${BRYSBAERT}`,
  },
  writing: {
    value: 19,
    unit: 'mots par minute',
    about: 'composer un texte au clavier',
    source: 'Karat et coll., CHI, 1999',
  },
  speech: {
    value: 150,
    unit: 'mots par minute',
    about: 'un son ou une vidéo qui ne dit pas sa durée, d’après sa transcription',
    source: `en dessous de la lecture à voix haute, 183\u00a0: ${BRYSBAERT}`,
  },
  writtenPart: { value: 40, unit: 'mots', about: 'un champ à écrire sans repère «\u00a0mots\u00a0»' },
  single: {
    value: 30,
    unit: 's',
    about: 'décider d’un choix unique',
    source:
      'une minute environ par question, lecture comprise\u00a0: de 39 s (Kennette et McGuckin, 2025) à 54 s (Measurement Research Associates, 2009)',
  },
  multipleOption: { value: 10, unit: 's', about: 'juger chaque option d’un choix multiple' },
  statement: { value: 10, unit: 's', about: 'juger une affirmation' },
  matchingLine: { value: 12, unit: 's', about: 'relier une ligne' },
  sortedItem: { value: 8, unit: 's', about: 'ranger un élément' },
  orderedItem: { value: 10, unit: 's', about: 'placer une étape' },
  gap: { value: 15, unit: 's', about: 'remplir un champ de texte à trous' },
  shortAnswer: { value: 25, unit: 's', about: 'retrouver un mot' },
  calculation: { value: 60, unit: 's', about: 'calculer une réponse numérique' },
  zone: { value: 30, unit: 's', about: 'désigner un endroit' },
  certainty: { value: 5, unit: 's', about: 'dire sa certitude' },
  comparison: { value: 60, unit: 's', about: 'comparer sa réponse ouverte avec la réponse possible' },
  opinion: { value: 8, unit: 's', about: 'donner un avis sur une ligne d’échelle ou de sondage' },
  caseChoice: { value: 40, unit: 's', about: 'décider à un nœud de cas, sur un seul chemin (longueur moyenne)' },
  card: { value: 12, unit: 's', about: 'chercher la réponse d’une carte' },
  competency: { value: 20, unit: 's', about: 'se situer sur une compétence' },
  commitment: { value: 90, unit: 's', about: 'écrire un engagement, ou dire ce qu’on en a fait' },
  deposit: { value: 600, unit: 's', about: 'choisir, décrire et déposer une preuve' },
  overview: { value: 45, unit: 's', about: 'parcourir un radar ou un bilan' },
  recalled: { value: 60, unit: 's', about: 'revoir une question dans un rappel, lecture comprise' },
} as const satisfies Record<string, Assumption>;

/** Seconds that reading `words` takes. */
export const readingSeconds = (words: number) => (words / TIMES.reading.value) * 60;

/** Seconds that writing `words` takes. */
export const writingSeconds = (words: number) => (words / TIMES.writing.value) * 60;

/** « 12 min », « 1 h », « 1 h 05 »: whole minutes, one at least for what takes any time. */
export function minutesInWords(seconds: number): string {
  const minutes = seconds > 0 ? Math.max(1, Math.round(seconds / 60)) : 0;
  if (minutes < 60) return `${minutes}\u00a0min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}\u00a0h${rest > 0 ? `\u00a0${String(rest).padStart(2, '0')}` : ''}`;
}

const UNITS: readonly [pattern: RegExp, seconds: number][] = [
  [/(\d+(?:[.,]\d+)?)\s*(?:h|heures?)(?![\p{L}])/u, 3600],
  [/(\d+(?:[.,]\d+)?)\s*(?:min|mn|minutes?|[’'′])(?![\p{L}])/u, 60],
  [/(\d+(?:[.,]\d+)?)\s*(?:s|sec|secondes?|["″])(?![\p{L}])/u, 1],
];

/** Seconds of a duration as authors write it: `4 min`, `1 h 05`, `2 min 30`, `12:30`. Undefined when it says none. */
export function secondsOf(duration: string): number | undefined {
  const text = duration.trim().toLowerCase();
  const clock = /^(?:(\d+):)?(\d{1,3}):(\d{2})$/.exec(text);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const bare = /(h|min|mn|[’'′])\s*(\d{1,2})$/.exec(text);
  const whole = bare ? `${text}\u00a0${bare[1] === 'h' ? 'min' : 's'}` : text;
  const parts = UNITS.flatMap(([pattern, seconds]) => {
    const found = pattern.exec(whole);
    return found ? [Number(found[1]!.replace(',', '.')) * seconds] : [];
  });
  return parts.length > 0 ? parts.reduce((sum, part) => sum + part, 0) : undefined;
}
