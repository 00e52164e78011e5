import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceOf, sentenceText } from './sentences.ts';
import { durationWords, whenWords } from './time-words.ts';
import { extension, PROGRESS, TYPES, VERBS } from './vocabulary.ts';

const activity = (type: { id: string }, name: string, definition: object = {}) => ({
  id: 'https://formation.example/cours/x',
  definition: { type: type.id, name: { fr: name }, ...definition },
});
const said = (verb: { id: string; display?: unknown }, object: unknown, more: object = {}) =>
  sentenceText(sentenceOf({ actor: { name: 'Nadia Ferrand' }, verb, object, ...more }));
const MODULE = activity(TYPES.module, 'Fonction et compétences');
const QUESTION = activity(TYPES.question, 'Une directrice vous appelle', {
  interactionType: 'choice',
  choices: [{ id: 'a', description: { fr: 'Je rappelle' } }],
});
const QUESTION_OF_NO_KIND = activity(TYPES.question, 'Q');
const certainty = (level: unknown) => ({ [extension('certainty')]: level });

test('an answer says whether it is right, how sure the learner was, and the words of the option', () => {
  expect(said(VERBS.answered, QUESTION, { result: { success: true, extensions: certainty(3) } })).toBe(
    'Nadia Ferrand a répondu à «\u00a0Une directrice vous appelle\u00a0»\u00a0: réponse juste, certitude forte',
  );
  expect(said(VERBS.answered, QUESTION, { result: { success: false, response: 'a' } })).toBe(
    'Nadia Ferrand a répondu à «\u00a0Une directrice vous appelle\u00a0»\u00a0: réponse fausse («\u00a0Je rappelle\u00a0»)',
  );
  const half = { success: false, score: { scaled: 0.5 }, extensions: certainty(1) };
  expect(said(VERBS.answered, QUESTION, { result: half })).toBe(
    'Nadia Ferrand a répondu à «\u00a0Une directrice vous appelle\u00a0»\u00a0: réponse juste à 50\u00a0%, certitude faible',
  );
});

test('what a learner did with a module reads as one sentence', () => {
  const module = 'le module «\u00a0Fonction et compétences\u00a0»';
  const end = { score: { scaled: 0.82 }, duration: 'PT45M', completion: true };
  expect(said(VERBS.completed, MODULE, { result: end })).toBe(`Nadia Ferrand a terminé ${module} avec 82\u00a0%`);
  expect(said(VERBS.failed, MODULE, { result: end })).toBe(
    `Nadia Ferrand n’a pas encore réussi ${module}\u00a0: 82\u00a0%`,
  );
  expect(said(VERBS.suspended, MODULE, { result: end })).toBe(`Nadia Ferrand a interrompu ${module} après 45\u00a0min`);
  expect(said(VERBS.progressed, MODULE, { result: { extensions: { [PROGRESS]: 40 } } })).toBe(
    `Nadia Ferrand a avancé dans ${module}\u00a0: 40\u00a0%`,
  );
});

test('a shared text is an extract of a journal, cut between two words', () => {
  const text = `Mardi, dans le couloir, ${'l’adjoint me demande un point '.repeat(10)}`;
  const words = said(VERBS.shared, activity(TYPES.note, 'Une commande'), { result: { response: text } });
  expect(words).toMatch(/^Nadia Ferrand a partagé un extrait de son journal\u00a0: «\u00a0Mardi, .{100,}\S…\u00a0»$/);
});

test('a score without a scale is said as it was given', () => {
  const scored = (score: object) => said(VERBS.scored, MODULE, { result: { score } }).split('\u00a0: ')[1];
  expect(scored({ raw: 12.5, min: 0, max: 20 })).toBe('12,5 sur 20');
  expect(scored({ raw: 1 })).toBe('1\u00a0point');
});

test.each([
  ['true-false', 'true', 'vrai'],
  ['numeric', '3.5', '3,5'],
  ['choice', 'a[,]c', 'choix\u00a0a, choix\u00a0c'],
  ['fill-in', 'la Caf[,]la PMI', '«\u00a0la Caf\u00a0; la PMI\u00a0»'],
  ['other', '{"a":[1]}', 'réponse détaillée'],
])('a %s answered « %s » reads « %s »', (interactionType, response, words) => {
  const question = activity(TYPES.question, 'Q', { interactionType });
  expect(said(VERBS.answered, question, { result: { response } })).toBe(
    `Nadia Ferrand a répondu à «\u00a0Q\u00a0»\u00a0: ${words}`,
  );
});

test('pairs and orders are said in words, or not at all', () => {
  const words = (id: string, fr: string) => ({ id, description: { fr } });
  const matching = activity(TYPES.question, 'Q', {
    interactionType: 'matching',
    source: [words('a', 'Crèche')],
    target: [words('b', 'PMI')],
  });
  const answer = (response: string) => said(VERBS.answered, matching, { result: { success: true, response } });
  const right = 'Nadia Ferrand a répondu à «\u00a0Q\u00a0»\u00a0: réponse juste';
  expect(answer('a[.]b')).toBe(`${right} («\u00a0Crèche\u00a0» → «\u00a0PMI\u00a0»)`);
  expect(answer('a[.]b[,]c[.]d')).toBe(right);
});

test('an option that is itself a quotation has one pair of guillemets', () => {
  const choices = [{ id: 'a', description: { fr: '«\u00a0Je viens.\u00a0»' } }];
  const question = activity(TYPES.question, 'Q', { interactionType: 'choice', choices });
  expect(said(VERBS.answered, question, { result: { success: true, response: 'a' } })).toMatch(
    /juste \(«\u00a0Je viens\.\u00a0»\)$/,
  );
});

test('a verb nobody told us of is said by its display, else by the end of its identifier', () => {
  const clicked = { id: 'https://example.org/verbs/has_clicked' };
  expect(said({ ...clicked, display: { 'en-US': 'clicked' } }, MODULE)).toBe(
    'Nadia Ferrand a fait l’action «\u00a0clicked\u00a0» sur «\u00a0Fonction et compétences\u00a0»',
  );
  expect(said(clicked, MODULE)).toMatch(/l’action «\u00a0has clicked\u00a0»/);
});

test('a question without words is said by its identifier', () => {
  const question = { id: 'https://formation.example/cours/questions/M1_Q07_lettre_mission_12' };
  expect(said(VERBS.answered, question)).toBe(
    'Nadia Ferrand a répondu à «\u00a0Question\u00a07 du module\u00a01, lettre mission\u00a0»',
  );
});

describe('who', () => {
  test.each([
    [{ account: { homePage: 'https://x.example', name: 'a1b2' } }, 'a1b2'],
    [{ mbox: 'mailto:n.ferrand@x.example' }, 'n.ferrand@x.example'],
    [{ mbox_sha1sum: 'ab'.repeat(20) }, 'Une personne sans nom'],
    [{ objectType: 'Group', member: ['A', 'B', 'C', 'D'].map((name) => ({ name })) }, 'A, B, C et 1 autre'],
    [undefined, 'Quelqu’un'],
  ])('%j is said « %s »', (actor, words) => expect(sentenceOf({ actor }).who).toBe(words));

  test('the name that the campus knows comes first', () => {
    expect(sentenceOf({ actor: { name: 'x' } }, () => 'Nadia').who).toBe('Nadia');
  });
});

describe('when', () => {
  test.each([
    ['2026-11-22T09:05:00Z', 'dimanche 22\u00a0novembre 2026 à 10\u00a0h\u00a005'],
    ['2026-07-31T22:00:00Z', 'samedi 1er\u00a0août 2026 à 0\u00a0h\u00a000'],
    ['nothing', 'date inconnue'],
    [undefined, 'date inconnue'],
  ])('%s is %s, in Paris', (timestamp, words) => expect(whenWords(timestamp)).toBe(words));

  test.each([
    ['PT45S', '45\u00a0s'],
    ['PT59.7S', '1\u00a0min'],
    ['PT12M10S', '12\u00a0min'],
    ['PT1H5M', '1\u00a0h\u00a005'],
    ['PT2H', '2\u00a0h'],
    ['P1DT3H', '1\u00a0j 3\u00a0h'],
    ['P1Y', undefined],
  ])('%s lasts %s', (duration, words) => expect(durationWords(duration)).toBe(words));
});

test('anything at all becomes a sentence: no crash, no raw data', () => {
  fc.assert(
    fc.property(fc.anything({ maxDepth: 4, withNullPrototype: true }), (statement) => {
      const { who, did, what, when } = sentenceOf(statement);
      for (const part of [who, did, what, when]) expect(part.trim()).not.toBe('');
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.object(), fc.array(fc.anything())), (data) => {
      const result = { response: JSON.stringify(data, (_, value) => (typeof value === 'bigint' ? `${value}` : value)) };
      expect(said(VERBS.answered, QUESTION_OF_NO_KIND, { result })).toMatch(/: réponse détaillée$/);
    }),
  );
});
