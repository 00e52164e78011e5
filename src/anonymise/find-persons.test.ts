import { describe, expect, test } from 'vitest';
import { entries } from '../../tests/fixtures/journal-fictif.ts';
import { findPersons } from './find-persons.ts';

/** What is found, as `kind text → suggestion`. */
const found = (text: string, learner = '') =>
  findPersons(text, { learner }).map(({ kind, text: words, suggestion }) => `${kind} ${words} → ${suggestion}`);

/** Sentences that name someone or some place, with what has to be found in each. */
const WITH: readonly (readonly [sentence: string, ...persons: string[]])[] = [
  ['Trois enfants, dont Lina, ont refusé la sieste.', 'Lina'],
  ['Lina a pleuré au départ de sa mère.', 'Lina'],
  ['J’ai demandé à Karim et à Inès de décrire la scène.', 'Karim', 'Inès'],
  ['Le papa d’Emma est arrivé en retard.', 'Emma'],
  ['La maman de Mohamed m’a remerciée.', 'Mohamed'],
  ['J’ai reçu Zoé\u0301 dans le bureau.', 'Zoé\u0301'],
  ['Jean-Pierre anime la réunion du mardi.', 'Jean-Pierre'],
  ['Hier, dans le groupe de Rose, Pierre s’est fâché.', 'Rose', 'Pierre'],
  ['J’en ai parlé avec Claire, la référente santé.', 'Claire'],
  ['Marine m’a proposé un autre planning.', 'Marine'],
  ['Pierre a dit qu’il démissionnait.', 'Pierre'],
  ['Ma collègue France assurait la fermeture.', 'France'],
  ['Camille Dupont tient le relais depuis deux ans.', 'Camille Dupont'],
  ['Aïcha BENALI demande une place pour janvier.', 'Aïcha BENALI'],
  ['Fatou Le Goff a signé la convention.', 'Fatou Le Goff'],
  ['MOHAMED ne voulait pas sortir.', 'MOHAMED'],
  ['Mme Martin a haussé la voix.', 'Mme Martin'],
  ['M. Nguyen viendra jeudi.', 'M. Nguyen'],
  ['J’ai écrit à Madame El Amrani.', 'Madame El Amrani'],
  ['Le Dr Benhamou passe le lundi.', 'Dr Benhamou'],
  ['La docteure Lefèvre a vu l’enfant.', 'docteure Lefèvre'],
  ['Mlle De La Tour remplace la directrice.', 'Mlle De La Tour'],
  ['La famille Kowalski attend une réponse.', 'famille Kowalski'],
  ['Monsieur Haddad, le gardien, a fermé la porte.', 'Monsieur Haddad'],
  ['Écrivez à lina.martin@ville-exemple.fr.', 'lina.martin@ville-exemple.fr'],
  ['Son adresse\u00a0: j_dupont+creche@orange.fr, à rappeler.', 'j_dupont+creche@orange.fr'],
  ['On la joint au 06 12 34 56 78.', '06 12 34 56 78'],
  ['Le numéro de la mère est le +33 6 12 34 56 78.', '+33 6 12 34 56 78'],
  ['Appeler le 01.44.55.66.77 avant midi.', '01.44.55.66.77'],
  ['Elle est née le 12 mars 2019.', '12 mars 2019'],
  ['Né le 3 février, il aura bientôt trois ans.', '3 février'],
  ['Entretien du 12/03/2019 avec les parents.', '12/03/2019'],
  ['Le 1er septembre 2025, elle a pris son poste.', '1er septembre 2025'],
  ['Je travaille à la crèche Les Lucioles.', 'crèche Les Lucioles'],
  ['La micro-crèche «\u00a0Les petits loups\u00a0» ferme en août.', 'micro-crèche «\u00a0Les petits loups\u00a0»'],
  ['L’école Jules-Ferry accueille l’atelier.', 'école Jules-Ferry'],
  ['Réunion au collège Victor-Hugo, à 17 h.', 'collège Victor-Hugo'],
  ['Le centre social Les Oliviers prête une salle.', 'centre social Les Oliviers'],
  ['La MJC Aimé-Césaire et la halte-garderie des Tilleuls.', 'MJC Aimé-Césaire', 'halte-garderie des Tilleuls'],
  ['Le relais petite enfance La Ribambelle recrute.', 'relais petite enfance La Ribambelle'],
];

/** Words that look like names and are none. */
const WITHOUT: readonly string[] = [
  'La Caf finance une partie du projet.',
  'Le Département contrôle les assistantes maternelles.',
  'La Poste ouvre à neuf heures.',
  'La Charte nationale énonce dix principes.',
  'Rose pâle ou bleu, la couleur des murs a été discutée.',
  'La salle est peinte en Rose et en vert.',
  'Pierre après pierre, le projet avance.',
  'Claire et concise, la note tient en une page.',
  'Une consigne claire, une marine d’enfant au mur.',
  'Son jean était taché, sa rose fanée.',
  'Paris et Lyon ont ouvert des guichets uniques.',
  'En mars, en avril et en mai, nous avons recruté.',
  'Mardi, deux professionnelles n’étaient pas d’accord.',
  'À Noël, la crèche ferme une semaine.',
  'Nous avons préparé Noël avec les familles.',
  'En France, les communes sont autorités organisatrices.',
  'France Travail et la Caf participent au comité.',
  'L’Aurore boréale décore le hall.',
  'Juste avant le repas, le ton est monté.',
  'Bon à savoir\u00a0: le formulaire a changé.',
  'Lise-moi cette histoire, disait-on.',
  'Il faut que je lise le décret.',
  'Madame la Maire ouvrira la séance.',
  'Monsieur le Préfet a signé.',
  'M. le maire et Mme la directrice étaient là.',
  'Mme D. et M. X ont été reçus.',
  'La loi n° 2023-1196 du 18 décembre 2023 le prévoit.',
  'L’arrêté du 23 septembre 2021 a été relu en équipe.',
  'Le projet écrit en 2019 sera revu le mardi 12.',
  'Le 119 et le 3919 sont affichés\u202f; le SIRET est 123 456 789 00012.',
  'Le ratio est de 1/5 puis de 1/8, soit 12,5\u00a0%.',
  'La rue Pierre-Curie et le boulevard Saint-Michel sont en travaux.',
  'La section Rose part au jardin, le groupe Violette reste.',
  'Le centre communal d’action sociale et le Centre de Loisirs ont le même logiciel.',
  'Le Relais Petite Enfance répond aux familles.',
  'Une école Montessori et une crèche de la Ville ont été visitées.',
  'L’école de la République, le collège, le lycée\u00a0: chacun son calendrier.',
  'La PMI, l’ASE, la MSA et le RPE sont autour de la table.',
  'Constance, prudence et félicité ne s’improvisent pas.',
  'Manuel, classeur, affiches\u00a0: tout était à jour.',
];

test.each(WITH)('%s', (sentence, ...persons) => {
  expect(findPersons(sentence).map(({ text }) => text)).toEqual(persons);
});

test.each(WITHOUT)('nobody in: %s', (sentence) => {
  expect(found(sentence)).toEqual([]);
});

test('on these eighty sentences nobody is missed and nobody invented', () => {
  expect([WITH.length, WITHOUT.length]).toEqual([40, 40]);
  const named = WITH.flatMap(([sentence, ...persons]) => persons.map((person) => ({ sentence, person })));
  const right = named.filter(({ sentence, person }) => findPersons(sentence).some(({ text }) => text === person));
  const all = [...WITH.map(([sentence]) => sentence), ...WITHOUT].flatMap((sentence) => [...findPersons(sentence)]);
  expect({ recall: right.length / named.length, precision: right.length / all.length }).toEqual({
    recall: 1,
    precision: 1,
  });
});

test.each(entries)('nothing is found in the journal entry « %s », which names nobody', (title, text) => {
  expect(found(`${title}\n\n${text}`)).toEqual([]);
});

describe('each kind has its suggestion', () => {
  test.each([
    ['Avec Lina.', 'first-name Lina → [prénom]'],
    ['Avec Camille Dupont.', 'first-name Camille Dupont → [prénom] [nom]'],
    ['Avec Mme Dupont.', 'civility Mme Dupont → Mme [nom]'],
    ['Au 06 12 34 56 78.', 'phone 06 12 34 56 78 → [téléphone]'],
    ['À a.b@c.fr.', 'email a.b@c.fr → [courriel]'],
    ['Le 12 mars 2019.', 'date 12 mars 2019 → [date]'],
    ['La crèche municipale des Lucioles.', 'place crèche municipale des Lucioles → crèche municipale [établissement]'],
    ['L’école «\u00a0Les Lilas\u00a0».', 'place école «\u00a0Les Lilas\u00a0» → école «\u00a0[établissement]\u00a0»'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
});

describe('the learner’s own name, as an LMS gives it', () => {
  test.each(['Dupuis, Maëlys', 'Maëlys Dupuis', 'DUPUIS Maëlys'])('%s', (learner) => {
    expect(found('Je signe M. Dupuis ou Maelys Dupuis. Mes initiales ne disent rien.', learner)).toEqual([
      'civility M. Dupuis → M. [nom]',
      'self Maelys Dupuis → [prénom] [nom]',
    ]);
    expect(found('Le rapport de Dupuis, puis MAËLYS.', learner)).toEqual([
      'self Dupuis → [nom]',
      'self MAËLYS → [prénom]',
    ]);
  });

  test('a surname that is a word counts only with its capital, away from the beginning of a sentence', () => {
    expect(found('Petit à petit, les petits mangent seuls.', 'Petit, Anne')).toEqual([]);
    expect(found('On m’appelle Petit.', 'Petit, Anne')).toEqual(['self Petit → [nom]']);
  });

  test('someone else who bears the same surname is seen too', () => {
    expect(found('Avec Lina Dupuis.', 'Dupuis, Maëlys')).toEqual(['first-name Lina → [prénom]', 'self Dupuis → [nom]']);
  });

  test.each(['', ',', ' ', 'de', 'x'])('%j names nobody', (learner) => {
    expect(found('Je suis de service, x fois.', learner)).toEqual([]);
  });
});

test('findings stand in order, do not overlap, and their offsets give their text', () => {
  const text = WITH.map(([sentence]) => sentence).join('\n');
  const list = findPersons(text, { learner: 'Dupont, Camille' });
  expect(list.length).toBeGreaterThan(40);
  list.forEach(({ start, end, text: words }, rank) => {
    expect(text.slice(start, end)).toBe(words);
    expect(start).toBeGreaterThanOrEqual(list[rank - 1]?.end ?? 0);
  });
});

test('a long text is read in no time', () => {
  const text = entries
    .map(([, one]) => one)
    .join('\n')
    .repeat(30);
  const before = performance.now();
  expect(findPersons(text)).toEqual([]);
  expect(performance.now() - before).toBeLessThan(2_000);
});
