import { accepts, TOLERANCES } from './text.ts';

/** Greatest magnitude that is read, and digits kept after the comma: all of it fits in a double as whole millionths. */
const GREATEST = 1e9;
export const MOST_DECIMALS = 6;

/** Whole millionths: what can be compared without floating-point surprises. */
export const millionths = (value: number): number => Math.round(value * 1e6);

/** To six decimals; never -0. */
export const rounded = (value: number): number => millionths(value) / 1e6 || 0;

/** Other ways to write a unit; plurals and capitals pass by themselves. */
const UNIT_WORDS: Readonly<Record<string, readonly string[]>> = {
  '%': ['pour cent', 'pourcent'],
  '€': ['euro'],
  h: ['heure'],
  min: ['minute'],
  'm²': ['m2', 'mètre carré'],
  ETP: ['équivalent temps plein'],
};

const NUMBER = /^([+\-\u2010-\u2015\u2212]?)\s*(\d{1,3}(?:\s\d{3})+|\d*)(?:[.,](\d+))?(?!\d)\s*(\D.*)?$/su;

/**
 * A number as it is written in French, « 1 234,5 » or « 1234.5 », the unit after it or not; `unit` is '' when none is
 * expected, and % or € then pass. Undefined when it is anything else, or beyond a thousand million.
 */
export function readNumber(text: string, unit = ''): number | undefined {
  const [, sign = '', whole = '', decimals = '', after = ''] = NUMBER.exec(text.trim().replace(/[.,;]$/, '')) ?? [];
  if (!whole && !decimals) return undefined;
  const units = (unit ? [unit] : ['%', '€']).flatMap((one) => [one, ...(UNIT_WORDS[one] ?? [])]);
  if (after && !accepts(after, units, TOLERANCES)) return undefined;
  const value = Number(`${whole.replace(/\s/g, '') || 0}.${decimals || 0}`);
  return value > GREATEST ? undefined : rounded(sign && sign !== '+' ? -value : value);
}

/** « −1 234,5 ETP », with its no-break spaces. */
export function writeNumber(value: number, unit = ''): string {
  const [whole = '', decimals] = Math.abs(rounded(value))
    .toFixed(MOST_DECIMALS)
    .replace(/\.?0+$/, '')
    .split('.');
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, '\u202f') + (decimals ? `,${decimals}` : '');
  return `${rounded(value) < 0 ? '\u2212' : ''}${digits}${unit && `\u00a0${unit}`}`;
}
