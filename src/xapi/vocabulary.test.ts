import { expect, test } from 'vitest';
import { isIri } from '../campus/lrs/validate/scalars.ts';
import { extension, TYPES, VERBS } from './vocabulary.ts';

const TERMS = [...Object.values(VERBS), ...Object.values(TYPES)];

test('every verb and type is an IRI that someone else defined, and says one thing', () => {
  for (const { id } of TERMS) {
    expect(isIri(id)).toBe(true);
    expect(new URL(id).hostname).toMatch(
      /^(?:adlnet\.gov|w3id\.org|activitystrea\.ms|id\.tincanapi\.com|www\.opigno\.org)$/,
    );
  }
  expect(new Set(TERMS.map(({ id }) => id)).size).toBe(TERMS.length);
});

test('every verb reads after a name, every type is a noun with its article', () => {
  for (const { fr } of Object.values(VERBS)) expect(fr).toMatch(/^(?:a|n’a) \p{L}/u);
  for (const { fr } of Object.values(TYPES)) expect(fr).toMatch(/^(?:le |la |l’)\p{L}/u);
});

test('what is our own stands under our profile, whatever the course', () => {
  expect(extension('certainty')).toBe('tag:parcours-coordo,2026:profil/extensions/certainty');
});
