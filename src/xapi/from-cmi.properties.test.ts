import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkStatement } from '../campus/lrs/validate/statement.ts';
import { statementsFromCmi } from './from-cmi.ts';
import { sentenceOf, sentenceText } from './sentences.ts';
import { VERBS } from './vocabulary.ts';

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 30 }));
const number = fc.oneof(
  fc.double().map(String),
  fc.integer({ min: -200, max: 200 }).map(String),
  fc.constantFrom('', '0', '100', '1e5', '-0', '.5', '5.', 'NaN', '99999999999999999999'),
);
const answer = fc.constantFrom(
  'a,b',
  '{a.1,b.2}',
  't',
  'a[,]b',
  '[,]',
  '{lang=fr}x',
  'Partage retiré par la personne.',
  '3.5',
  '',
);
const id = fc.oneof(
  text,
  fc.constantFrom('M1_Q01_x_2', 'M1_J01_x_3', 'M2_bilan', 'M1_bilan_', 'M1_Q01_x_2_', '__proto__', '\ud800', 'a b/é?#'),
);
const duration = fc.constantFrom('00:10:00', '0000:00:05.25', 'PT5M', 'P1DT', 'P3W', 'PT', '99:99:99', 'P1Y', '');
const status = fc.constantFrom(
  'passed',
  'failed',
  'completed',
  'incomplete',
  'not attempted',
  'browsed',
  'unknown',
  '',
);
const type = fc.constantFrom(
  'choice',
  'true-false',
  'matching',
  'sequencing',
  'numeric',
  'likert',
  'fill-in',
  'long-fill-in',
  'performance',
  'other',
  'odd',
);

/** The elements that are read, each with what may stand there and what may not. */
const cmi = fc
  .tuple(
    fc.record(
      {
        'cmi.core.lesson_status': fc.oneof(status, text),
        'cmi.core.exit': fc.constantFrom('suspend', 'time-out', 'logout', ''),
        'cmi.core.score.raw': fc.oneof(number, text),
        'cmi.core.score.min': number,
        'cmi.core.score.max': number,
        'cmi.core.session_time': duration,
        'cmi.core.lesson_location': fc.oneof(text, fc.constantFrom('m1/se-situer/2', 'm12/page')),
        'cmi.completion_status': status,
        'cmi.success_status': status,
        'cmi.score.scaled': number,
        'cmi.score.raw': number,
        'cmi.progress_measure': number,
        'cmi.session_time': duration,
        'cmi.suspend_data': fc.constant('SECRET'),
        'cmi.comments': fc.constant('SECRET'),
      },
      { requiredKeys: [] },
    ),
    fc.array(
      fc.record(
        {
          id,
          type,
          student_response: fc.oneof(answer, text),
          learner_response: fc.oneof(answer, text),
          result: fc.oneof(fc.constantFrom('correct', 'wrong', 'neutral', 'incorrect'), number),
          latency: duration,
          time: text,
          'correct_responses.0.pattern': fc.oneof(answer, text),
          'objectives.0.id': text,
        },
        { requiredKeys: [] },
      ),
      { maxLength: 4 },
    ),
  )
  .map(([core, interactions]) => ({
    ...core,
    ...Object.fromEntries(
      interactions.flatMap((one, index) =>
        Object.entries(one).map(([name, value]) => [`cmi.interactions.${index}.${name}`, value]),
      ),
    ),
  }));

const words = fc.record({
  question: text,
  options: fc.array(fc.tuple(text, text), { maxLength: 3 }).map((all) => new Map(all)),
});

/** Several commits of a launch, told one after the other. */
function tellAll(commits: readonly Record<string, unknown>[], names: ReadonlyMap<string, { question: string }>) {
  const known = new Set<string>();
  return commits.map((after, rank) => {
    const statements = statementsFromCmi({
      before: commits[rank - 1] ?? {},
      after,
      learner: { objectType: 'Agent', account: { homePage: 'https://campus.example', name: 'a1' } },
      course: { iri: 'https://formation.example/cours', title: 'Cours' },
      module: { iri: 'https://formation.example/cours/m1', title: 'Module' },
      names,
      registration: '6f9d3c52-1a5e-4f0b-9c3a-0d2f6a1b7e10',
      session: '0b1e6c1e-95a4-4c0e-8d7e-3f1a2b3c4d5e',
      at: new Date(Date.UTC(2026, 10, 22, 9, rank)),
      first: rank === 0,
      last: rank === commits.length - 1,
      known: (one) => known.has(one),
    });
    for (const statement of statements) known.add(statement.id);
    return statements;
  });
}

const history = fc.array(cmi, { minLength: 1, maxLength: 5 });
const names = fc.array(fc.tuple(id, words), { maxLength: 3 }).map((all) => new Map(all));

test('any CMI gives only statements that the record store takes, and that read as a sentence', () => {
  let count = 0;
  fc.assert(
    fc.property(history, names, (commits, map) => {
      for (const statement of tellAll(commits, map).flat()) {
        checkStatement(JSON.parse(JSON.stringify(statement)), 'statement');
        expect(sentenceText(sentenceOf(statement))).toMatch(/^a1 (?:a|n’a) .+/);
        count += 1;
      }
    }),
    { numRuns: 500 },
  );
  expect(count).toBeGreaterThan(1_000);
});

test('no identifier is told twice, and no failure follows a success', () => {
  fc.assert(
    fc.property(history, (commits) => {
      const told = tellAll(commits, new Map()).flat();
      expect(new Set(told.map(({ id: one }) => one)).size).toBe(told.length);
      const verdicts = told.map(({ verb }) => verb.id);
      const passed = verdicts.indexOf(VERBS.passed.id);
      expect(passed >= 0 && verdicts.indexOf(VERBS.failed.id, passed) >= 0).toBe(false);
      for (const verb of [VERBS.passed.id, VERBS.failed.id])
        expect(verdicts.filter((one) => one === verb).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});

test('nothing of suspend data or comments is ever told', () => {
  fc.assert(fc.property(history, (commits) => !JSON.stringify(tellAll(commits, new Map())).includes('SECRET')));
});
