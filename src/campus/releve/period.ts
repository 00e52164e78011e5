import { isDay } from '../../model/day.ts';
import { MONTHS } from '../../model/words.ts';

const DAY = 86_400_000;
const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The day in Paris, `2026-11-22`. */
export const parisDay = (date: Date): string => CLOCK.format(date).slice(0, 10);

/** When the day begins in Paris, milliseconds since 1970; undefined for what is no day. */
export function beginningOf(day: string): number | undefined {
  if (!isDay(day)) return undefined;
  const utc = Date.parse(`${day}T00:00:00Z`);
  const begins = [2, 1].map((hours) => utc - hours * 3_600_000);
  return begins.find((time) => CLOCK.format(time).startsWith(`${day} 00:00`)) ?? utc;
}

/** `days` after this one, before it when negative. */
export const dayFrom = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** « 22 novembre 2026 ». */
export const dayWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date === 1 ? '1er' : date}\u00a0${MONTHS[month - 1]} ${year}`;
};

/** Periods one click away, both days included. */
export function shortcuts(now: Date): { name: string; from: string; to: string }[] {
  const today = parisDay(now);
  return [
    { name: 'Aujourd’hui', from: today, to: today },
    { name: '7 jours', from: dayFrom(today, -6), to: today },
    { name: 'Ce mois-ci', from: `${today.slice(0, 7)}-01`, to: today },
  ];
}
