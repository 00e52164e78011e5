import { expect, test } from 'vitest';
import { courseWith } from '../../tests/content/course-files.ts';
import { acronymWarnings, spellsOut } from './acronyms.ts';
import type { WrittenModule } from './course-pages.ts';

const said = (...bodies: string[]) =>
  acronymWarnings({
    pages: bodies.map((body, rank) => ({ file: `0${rank + 1}.md`, body, bodyLine: 6, sources: courseWith('') })),
  } as unknown as WrittenModule).map(
    ({ file, line, message }) => `${file}:${line} ${/«\u00a0(.+)\u00a0»/.exec(message)![1]}`,
  );

test.each([
  ['le service de protection maternelle et infantile (PMI)', 'PMI'],
  ['une convention territoriale globale, la CTG', 'CTG'],
  ['la directrice générale adjointe (DGA)', 'DGA'],
  ['CAF (caisse d’allocations familiales)', 'CAF'],
  ['la caisse d’allocations familiales (Caf)', 'CAF'],
  ['des établissements d’accueil du jeune enfant, ou EAJE', 'EAJE'],
  ['la direction des services départementaux de l’éducation nationale (DSDEN)', 'DSDEN'],
  ['la prestation de service unique (PSU)', 'PSU'],
])('« %s » spells %s out', (text, acronym) => {
  expect(spellsOut(text, acronym)).toBe(true);
});

test('a name beside an acronym does not spell it out', () => {
  expect(spellsOut('Mélanie Ferroud (PMI), Département', 'PMI')).toBe(false);
  expect(spellsOut('une prestation, la PSU, complète', 'PSU')).toBe(false);
});

test('an acronym that nothing explains is said once, at its first use', () => {
  expect(said('Le médecin de\nPMI passe.\n\nLa PMI revient.', 'La PMI encore.')).toEqual(['01.md:7 PMI']);
});

test('it may be explained on a later page, or in the glossary of the module', () => {
  expect(said('La PMI passe.', 'La protection maternelle et infantile (PMI).')).toEqual([]);
  expect(said('La PMI passe.', ':::glossaire\n- **PMI** : protection maternelle et infantile.\n:::')).toEqual([]);
});

test('codes, Roman numbers and single capitals are no acronym', () => {
  expect(said('PE-M1.a, art. L. 214-1, II et XIX, A.')).toEqual([]);
});
