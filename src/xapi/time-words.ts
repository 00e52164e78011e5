import { secondsIn } from './duration.ts';

const NBSP = '\u00a0';

const PARTS = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** « dimanche 22 novembre 2026 à 10 h 05 », the time of Paris; « date inconnue » for what is no date. */
export function whenWords(timestamp: string | undefined): string {
  const date = timestamp === undefined ? undefined : new Date(timestamp);
  if (!date || Number.isNaN(date.getTime())) return 'date inconnue';
  const { weekday, day, month, year, hour, minute } = Object.fromEntries(
    PARTS.formatToParts(date).map(({ type, value }) => [type, value]),
  );
  const rank = day === '1' ? '1er' : day;
  return `${weekday} ${rank}${NBSP}${month} ${year} à ${Number(hour)}${NBSP}h${NBSP}${minute}`;
}

/** « 45 s », « 12 min », « 1 h 05 », « 2 j 3 h » of an ISO 8601 duration; undefined when it says none. */
export function durationWords(duration: string | undefined): string | undefined {
  const seconds = duration === undefined ? undefined : secondsIn(duration);
  if (seconds === undefined) return undefined;
  if (seconds < 59.5) return `${Math.round(seconds)}${NBSP}s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}${NBSP}min`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours < 24) return `${hours}${NBSP}h${rest ? `${NBSP}${String(rest).padStart(2, '0')}` : ''}`;
  return `${Math.floor(hours / 24)}${NBSP}j${hours % 24 ? ` ${hours % 24}${NBSP}h` : ''}`;
}
