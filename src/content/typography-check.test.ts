import { expect, test } from 'vitest';
import { OPAQUE, typographyFaults } from './typography-check.ts';

const codes = (text: string) => typographyFaults(text).map(({ code }) => code.replace('typographie/', ''));
const cures = (text: string) => typographyFaults(text).map(({ hint }) => hint.replace(/\s/g, ' '));

test.each([
  ['Il dit "oui".', 'guillemets'],
  ['Un " seul', 'guillemets'],
  ['Vraiment?', 'espace'],
  ['Attention: lisez', 'espace'],
  ['Oui; non', 'espace'],
  ['(est-ce vrai?)', 'espace'],
  [`Avec ${OPAQUE}: fin`, 'espace'],
  ['Au coeur du sujet', 'ligature'],
  ['L’Etat décide', 'capitale'],
  ['EDUCATION NATIONALE', 'capitale'],
  ['La 1ère fois', 'ordinal'],
  ['Au XXIème siècle', 'ordinal'],
  ['L’article N° 3', 'numero'],
  ['Voir no. 12', 'numero'],
  ['Des jeux, etc...', 'etc'],
  ['Des jeux, etc…', 'etc'],
  ['Deux  espaces', 'espace-double'],
  ['Le lieu - une salle', 'tiret'],
  ['Le lieu -- une salle', 'tiret'],
  ['Bravo !!!', 'exclamations'],
  ['Bravo!!!', 'exclamations'],
  ['Douze&nbsp;ans', 'entite'],
])('%s', (text, code) => {
  expect(codes(text)).toEqual([code]);
});

test.each([
  'À 12:30, au 1/25 ou au 1:25, de 8 - 10 enfants : lisez !',
  'Voir https://exemple.org/page?id=3;a=b et www.site.fr/a?b, ou ecrire@coeur.fr.',
  'Le fichier noeud.md, le nœud, la sœur, l’État, la 1re et la 2e.',
  'Bien :) ou ;-) ou :smile: oui',
  'Une réponse (?) et « ! » ?!',
  'Un coefficient, la moelle, Noël, une poésie, coexister, Emma, Ceres, Xeres',
  'N° 3 en tête, le n° 4, 5" de pause',
  'Je cherche un autre avis => noeud-2',
  'Je cherche un autre avis => coeur',
  'Des jeux, etc. Enfin… « mot » – suite',
  'porte-parole, a-t-il, peut-être',
  `${OPAQUE} et ${OPAQUE}, ${OPAQUE}.`,
])('%s has no fault', (text) => {
  expect(typographyFaults(text)).toEqual([]);
});

test('gives the cure of each word', () => {
  expect(cures('Une soeur, des Oeuvres, l’Ecole, les Elus, 1ère, 2èmes, XXIème, etc...')).toEqual([
    'Écrivez « sœur ».',
    'Écrivez « Œuvres ».',
    'Écrivez « École ».',
    'Écrivez « Élus ».',
    'Écrivez « 1re ».',
    'Écrivez « 2es ».',
    'Écrivez « XXIe ».',
    'Écrivez « etc. ».',
  ]);
});

test('tells where each fault begins, in reading order', () => {
  expect(typographyFaults('Mot?\nUn "mot" de la soeur').map(({ at }) => at)).toEqual([3, 8, 20]);
});
