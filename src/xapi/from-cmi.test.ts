import { expect, test } from 'vitest';
import { scorm12 } from '../trackers/scorm12.ts';
import type { Answer, Save } from '../trackers/tracker.ts';
import { statementsFromCmi } from './from-cmi.ts';
import { sentenceOf, sentenceText } from './sentences.ts';
import type { Statement } from './statement.ts';
import { VERBS } from './vocabulary.ts';

const COURSE = { iri: 'https://formation.example/petite-enfance', title: 'Coordonnateur petite enfance' };
const REGISTRATION = '6f9d3c52-1a5e-4f0b-9c3a-0d2f6a1b7e10';
const SESSIONS = ['0b1e6c1e-95a4-4c0e-8d7e-3f1a2b3c4d5e', '1c2f7d2f-a6b5-4d1f-9e8f-4a2b3c4d5e6f'] as const;
const NAMES = new Map([
  ['m1', { question: 'La fonction' }],
  [
    'M1_Q01_appel_2',
    {
      question: 'Une directrice vous appelle',
      options: new Map([
        ['a', 'Je rappelle'],
        ['b', 'J’attends'],
      ]),
    },
  ],
]);

/** An LMS that keeps what it is told, and says what each of its commits tells. */
function campus({ module = COURSE, names = NAMES }: { module?: typeof COURSE; names?: typeof NAMES } = {}) {
  const stored = new Map<string, Statement>();
  const cmi: Record<string, string> = {};
  let before: Record<string, string> = {};
  let launches = 0;
  let first = true;
  let minutes = 0;
  const told: Statement[][] = [];
  const commit = (last: boolean) => {
    const statements = statementsFromCmi({
      before,
      after: { ...cmi },
      learner: { account: { homePage: 'https://campus.example', name: 'a1b2' } },
      course: COURSE,
      module,
      names,
      registration: REGISTRATION,
      session: SESSIONS[launches - 1]!,
      at: new Date(Date.UTC(2026, 10, 22, 9, minutes++)),
      first,
      last,
      known: (id) => stored.has(id),
    });
    for (const statement of statements) stored.set(statement.id, statement);
    told.push(statements);
    [before, first] = [{ ...cmi }, false];
    return 'true';
  };
  const api = {
    LMSInitialize: () => {
      [launches, first] = [launches + 1, true];
      return 'true';
    },
    LMSFinish: () => commit(true),
    LMSGetValue: (element: string) => cmi[element] ?? '',
    LMSSetValue: (element: string, value: string) => {
      cmi[element] = value;
      return 'true';
    },
    LMSCommit: () => commit(false),
    LMSGetLastError: () => '0',
  };
  return { api, cmi, told, commit: () => commit(false), verbs: () => told.map((some) => some.map(verbOf)) };
}

const verbOf = ({ verb }: Statement) => Object.entries(VERBS).find(([, { id }]) => id === verb.id)?.[0];
const sentences = (statements: readonly Statement[] = []) =>
  statements.map((statement) => sentenceText(sentenceOf(statement, () => 'Nadia')));

const choice = (response: readonly number[], given: Partial<Answer> = {}): Answer => ({
  index: 0,
  about: 'question',
  identifier: 'M1_Q01_appel_2',
  interaction: { type: 'choice', response, correct: [2] },
  result: response[0] === 2 ? 'correct' : 'wrong',
  objectives: ['PE-M1.a'],
  latency: 12,
  at: new Date(2026, 10, 22, 10, 5),
  ...given,
});
const save = (given: Partial<Omit<Save, 'progress'>> & { progress?: Partial<Save['progress']> } = {}): Save => ({
  answers: [],
  visits: [],
  unkept: true,
  suspendData: 'secret de journal',
  ...given,
  progress: {
    status: 'incomplete',
    objectives: [],
    modules: [],
    location: 'm1/se-situer/2',
    sessionSeconds: 75,
    ...given.progress,
  },
});

test('a first launch is opened once, a page seen once, an answer told with its question', async () => {
  const { api, told, verbs } = campus();
  const tracker = scorm12(api);
  await tracker.launch();
  await tracker.save(save({ answers: [choice([1])] }));
  await tracker.save(save({ answers: [choice([1])] }));
  expect(verbs()).toEqual([['initialized'], ['experienced', 'answered'], []]);
  const answered = told[1]![1]!;
  expect(answered.object).toEqual({
    id: 'https://formation.example/petite-enfance/questions/M1_Q01_appel_2',
    definition: {
      name: { fr: 'Une directrice vous appelle' },
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      interactionType: 'choice',
      correctResponsesPattern: ['b'],
      choices: [
        { id: 'a', description: { fr: 'Je rappelle' } },
        { id: 'b', description: { fr: 'J’attends' } },
      ],
    },
  });
  expect(answered.result).toEqual({ success: false, response: 'a', duration: 'PT12S' });
  expect(sentences(told.flat())).toEqual([
    'Nadia a ouvert le cours «\u00a0Coordonnateur petite enfance\u00a0»',
    'Nadia a consulté l’étape «\u00a0Se situer\u00a0»',
    'Nadia a répondu à «\u00a0Une directrice vous appelle\u00a0»\u00a0: réponse fausse («\u00a0Je rappelle\u00a0»)',
  ]);
});

test('a second try in its own slot is a second answer, under the module, the course and its competency', async () => {
  const { api, told } = campus();
  const tracker = scorm12(api);
  await tracker.launch();
  await tracker.save(save({ answers: [choice([1])] }));
  await tracker.save(save({ answers: [choice([2], { index: 1 })] }));
  await tracker.save(save({ answers: [choice([1], { index: 1, latency: 3 })] }));
  expect(
    told
      .slice(2)
      .flat()
      .map(({ result }) => result?.success),
  ).toEqual([true, false]);
  const { contextActivities } = told[2]![0]!.context;
  expect(contextActivities?.parent?.map(({ id }) => id)).toEqual([`${COURSE.iri}/m1`]);
  expect(contextActivities?.grouping?.map(({ id }) => id)).toEqual([COURSE.iri]);
  expect(contextActivities?.other?.map(({ id }) => id)).toEqual([`${COURSE.iri}/competencies/PE-M1.a`]);
});

test('what is sent again by changing it tells nothing new', async () => {
  const { api, told, verbs } = campus();
  const tracker = scorm12(api);
  await tracker.launch();
  const saved = save({ answers: [choice([1])], progress: { score: 40, status: 'completed' } });
  await tracker.save(saved);
  const count = told.flat().length;
  await tracker.save({ ...saved, again: true });
  await tracker.save({ ...saved, again: true });
  expect(verbs().slice(2).flat()).toEqual([]);
  expect(told.flat()).toHaveLength(count);
});

test('an answer told again at another launch, at another hour, is not a second answer', async () => {
  const { api, cmi, told } = campus();
  const tracker = scorm12(api);
  await tracker.launch();
  await tracker.save(save({ answers: [choice([1])] }));
  tracker.leave(save());
  cmi['cmi.interactions.0.latency'] = ''; // an LMS that keeps no interaction from one launch to the next
  const later = scorm12(api);
  await later.launch();
  const { latency: _, ...again } = choice([1], { at: new Date(2026, 10, 23, 18, 0) });
  await later.save(save({ answers: [again] }));
  expect(told.flat().filter(({ verb }) => verb.id === VERBS.answered.id)).toHaveLength(1);
});

test('the end of a module is completed with its result, then a better result is scored', async () => {
  const { api, told } = campus();
  const tracker = scorm12(api);
  const bilan = (text: string): Answer => ({
    index: 0,
    about: 'module-end',
    identifier: 'M1_bilan',
    interaction: { type: 'fill-in', response: [text] },
    result: 'neutral',
    objectives: [],
    at: new Date(2026, 10, 22),
  });
  await tracker.launch();
  await tracker.save(save({ answers: [bilan('2026-11-22 82 %')] }));
  await tracker.save(save({ answers: [bilan('2026-11-22 91 %')] }));
  expect(sentences(told.slice(1).flat())).toEqual([
    'Nadia a consulté l’étape «\u00a0Se situer\u00a0»',
    'Nadia a terminé le module «\u00a0La fonction\u00a0» avec 82\u00a0%',
    'Nadia a obtenu un résultat dans le module «\u00a0La fonction\u00a0»\u00a0: 91\u00a0%',
  ]);
});

test('a package of one module says its end once, whichever way it says it', async () => {
  const { api, cmi, commit, verbs } = campus({ module: { iri: `${COURSE.iri}/m1`, title: 'La fonction' } });
  api.LMSInitialize();
  Object.assign(cmi, {
    'cmi.core.lesson_status': 'passed',
    'cmi.core.score.raw': '86',
    'cmi.interactions.0.id': 'M1_bilan',
    'cmi.interactions.0.type': 'fill-in',
    'cmi.interactions.0.student_response': '2026-11-22 86 %',
    'cmi.interactions.0.result': 'neutral',
  });
  commit();
  expect(verbs()).toEqual([['initialized', 'completed', 'passed']]);
});

test('a shared entry is told with its text, a new version takes its place, a withdrawn one leaves none', async () => {
  const { api, told, verbs } = campus();
  const tracker = scorm12(api);
  const entry = (response: string): Answer => ({
    index: 0,
    about: 'shared',
    identifier: 'M1_J01_commande_21',
    interaction: { type: 'long-fill-in', response },
    result: 'neutral',
    objectives: [],
    at: new Date(2026, 10, 22),
  });
  await tracker.launch();
  for (const text of ['Mardi, l’adjoint…', 'Mardi, une élue…', 'Partage retiré par la personne.', 'Mercredi…'])
    await tracker.save(save({ answers: [entry(text)], progress: { location: '' } }));
  expect(verbs()).toEqual([['initialized'], ['shared'], ['voided', 'shared'], ['voided'], ['shared']]);
  const shared = told.flat().filter(({ verb }) => verb.id === VERBS.shared.id);
  const voided = told.flat().flatMap(({ verb, object }) => (verb.id === VERBS.voided.id ? [object.id] : []));
  expect(shared.filter(({ id }) => !voided.includes(id)).map(({ result }) => result?.response)).toEqual(['Mercredi…']);
  expect(sentences(told[2])).toEqual([
    'Nadia a retiré une version partagée de son journal',
    'Nadia a partagé un extrait de son journal\u00a0: «\u00a0Mardi, une élue…\u00a0»',
  ]);
});

test('a success is never followed by a failure, nor told twice, even when the status went down in between', () => {
  const { api, cmi, commit, verbs } = campus();
  api.LMSInitialize();
  for (const status of ['failed', 'failed', 'passed', 'incomplete', 'failed', 'passed']) {
    cmi['cmi.core.lesson_status'] = status;
    commit();
  }
  expect(verbs()).toEqual([['initialized', 'failed'], [], ['completed', 'passed'], [], [], []]);
});

test('leaving before the end suspends, after it terminates, with how long it lasted', async () => {
  const { api, told } = campus();
  for (const [status, seconds] of [
    ['incomplete', 75],
    ['completed', 1_260],
  ] as const) {
    const tracker = scorm12(api);
    await tracker.launch();
    tracker.leave(save({ progress: { status, sessionSeconds: seconds, location: '' } }));
  }
  expect(sentences(told.flat())).toEqual([
    'Nadia a ouvert le cours «\u00a0Coordonnateur petite enfance\u00a0»',
    'Nadia a interrompu le cours «\u00a0Coordonnateur petite enfance\u00a0» après 1\u00a0min',
    'Nadia a ouvert le cours «\u00a0Coordonnateur petite enfance\u00a0»',
    'Nadia a terminé le cours «\u00a0Coordonnateur petite enfance\u00a0»',
    'Nadia a quitté le cours «\u00a0Coordonnateur petite enfance\u00a0» après 21\u00a0min',
  ]);
});

test('SCORM 2004 tells its progress, its scaled score and its two statuses', () => {
  const { api, cmi, told, commit, verbs } = campus();
  api.LMSInitialize();
  Object.assign(cmi, { 'cmi.progress_measure': '0.4', 'cmi.completion_status': 'incomplete' });
  commit();
  Object.assign(cmi, {
    'cmi.progress_measure': '1',
    'cmi.completion_status': 'completed',
    'cmi.success_status': 'failed',
    'cmi.score.scaled': '0.55',
    'cmi.session_time': 'PT1H5M',
    'cmi.interactions.0.id': 'M1_Q01_appel_2',
    'cmi.interactions.0.type': 'choice',
    'cmi.interactions.0.learner_response': 'a[,]b',
    'cmi.interactions.0.correct_responses.0.pattern': 'b',
    'cmi.interactions.0.result': 'incorrect',
    'cmi.interactions.0.latency': 'PT8.5S',
  });
  commit();
  expect(verbs()).toEqual([
    ['initialized', 'progressed'],
    ['answered', 'completed', 'failed'],
  ]);
  const [answered, completed] = told[1]!;
  expect(answered?.result).toEqual({ success: false, response: 'a[,]b', duration: 'PT8.5S' });
  expect(completed?.result).toEqual({ completion: true, score: { scaled: 0.55 }, duration: 'PT1H5M' });
});

test('neither suspend data, nor comments, nor the name of the learner is in a statement', async () => {
  const { api, cmi, told } = campus();
  Object.assign(cmi, {
    'cmi.core.student_name': 'Ferrand, Nadia',
    'cmi.comments': 'secret',
    'cmi.comments_from_learner.0.comment': 'secret',
    'cmi.launch_data': 'secret',
  });
  const tracker = scorm12(api);
  await tracker.launch();
  await tracker.save(save({ answers: [choice([2])] }));
  tracker.leave(save());
  expect(told.flat().length).toBeGreaterThan(3);
  expect(JSON.stringify(told)).not.toMatch(/secret|Ferrand/);
});

test('the same commit gives the same statements', () => {
  const tell = () => {
    const { api, cmi, told, commit } = campus();
    api.LMSInitialize();
    Object.assign(cmi, { 'cmi.core.lesson_status': 'completed', 'cmi.core.lesson_location': 'm1/se-situer' });
    commit();
    return told;
  };
  expect(tell()).toEqual(tell());
});

test('a location of another tool, which may hold anything, is not told', () => {
  const { api, cmi, commit, verbs } = campus();
  api.LMSInitialize();
  for (const location of ['page=3&note=ma vie', '12', '../../etc', 'M1/SE-SITUER']) {
    cmi['cmi.core.lesson_location'] = location;
    commit();
  }
  expect(verbs().flat()).toEqual(['initialized']);
});
