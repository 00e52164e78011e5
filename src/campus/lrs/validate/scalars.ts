import { isUuid } from '../identifier.ts';
import { malformed } from '../refusal.ts';
import { microseconds } from '../time.ts';
import { isObject, shortened, textAt } from './shape.ts';

/** Absolute: a scheme, then anything but spaces and the characters RFC 3987 leaves out. */
const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\u0000-\u001f]+$/i;

/** RFC 5646: language, script, region, variants, extensions, private use; or private use alone; or a grandfathered tag. */
const LANGUAGE_TAG =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+|i-[a-z]{2,8}|sgn-[a-z]{2}-[a-z]{2}|en-gb-oed|art-lojban|no-(?:bok|nyn)|zh-(?:guoyu|hakka|min|xiang|min-nan))$/i;

const PART = '\\d+(?:[.,]\\d+)?';
const DURATION = new RegExp(
  `^P(?:${PART}W|(?=.)(?:${PART}Y)?(?:${PART}M)?(?:${PART}D)?(?:T(?=\\d)(?:${PART}H)?(?:${PART}M)?(?:${PART}S)?)?)$`,
);

export const isIri = (value: unknown): value is string => typeof value === 'string' && IRI.test(value);
export const isLanguageTag = (value: string) => LANGUAGE_TAG.test(value);

export function iriAt(value: unknown, place: string, clause: string): void {
  if (!isIri(value)) throw malformed(`"${place}" must be an absolute IRI${got(value)}`, clause);
}

export function uuidAt(value: unknown, place: string, clause: string): void {
  if (!isUuid(value)) throw malformed(`"${place}" must be a UUID${got(value)}`, clause);
}

export function timeAt(value: unknown, place: string, clause: string): void {
  if (typeof value !== 'string' || microseconds(value) === undefined)
    throw malformed(
      `"${place}" must be an ISO 8601 date and time, without a negative offset of zero${got(value)}`,
      clause,
    );
}

/** ISO 8601:2004 4.4.3.2: weeks alone, or years to seconds, of which only the last may have a fraction. */
export function durationAt(value: unknown, place: string): void {
  const fine = typeof value === 'string' && DURATION.test(value) && !/[.,].*\d[A-Z]./.test(value);
  if (!fine)
    throw malformed(`"${place}" must be an ISO 8601 duration such as PT4H35M59.14S${got(value)}`, 'xAPI Data 4.6');
}

export function languageAt(value: unknown, place: string, clause: string): void {
  if (!isLanguageTag(textAt(value, place, clause)))
    throw malformed(`"${place}" must be an RFC 5646 language tag${got(value)}`, clause);
}

export function languageMapAt(value: unknown, place: string): void {
  if (!isObject(value)) throw malformed(`"${place}" must be a language map`, 'xAPI Data 4.2');
  for (const [tag, text] of Object.entries(value)) {
    if (!isLanguageTag(tag))
      throw malformed(`"${place}" has "${shortened(tag)}" for a language: RFC 5646 does not know it`, 'xAPI Data 4.2');
    textAt(text, `${place}.${tag}`, 'xAPI Data 4.2');
  }
}

/** Keys are IRIs, values are anything, null included. */
export function extensionsAt(value: unknown, place: string): void {
  if (!isObject(value)) throw malformed(`"${place}" must be an object`, 'xAPI Data 4.1');
  for (const key of Object.keys(value))
    if (!isIri(key))
      throw malformed(`"${place}" has a key "${shortened(key)}" that is not an absolute IRI`, 'xAPI Data 4.1');
}

const got = (value: unknown) => (typeof value === 'string' ? `, not "${shortened(value)}"` : '');
