import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DefinedVerb, isPass, mayTell, mayTellMore, newSession, told } from './cmi5-session.ts';

const VERBS: readonly DefinedVerb[] = ['initialized', 'completed', 'passed', 'failed', 'terminated'];
const begin = (known: Partial<Parameters<typeof newSession>[0]> = {}) =>
  told(newSession({ mode: 'normal', completed: false, passed: false, ...known }), 'initialized');

test('before initialized, nothing else may be told; after terminated, nothing at all', () => {
  const fresh = newSession({ mode: 'normal', completed: false, passed: false });
  expect(VERBS.filter((verb) => mayTell(fresh, verb))).toEqual(['initialized']);
  const over = told(begin(), 'terminated');
  expect(VERBS.filter((verb) => mayTell(over, verb))).toEqual([]);
  expect([mayTellMore(fresh), mayTellMore(begin()), mayTellMore(over)]).toEqual([false, true, false]);
});

test.each(['browse', 'review'] as const)('in %s only the two ends may be told', (mode) => {
  expect(VERBS.filter((verb) => mayTell(begin({ mode }), verb))).toEqual(['terminated']);
  expect(mayTellMore(begin({ mode }))).toBe(false);
});

test('one verdict in a session, and none in the registration after a success', () => {
  expect(mayTell(told(begin(), 'failed'), 'passed')).toBe(false);
  expect(mayTell(told(begin(), 'passed'), 'failed')).toBe(false);
  expect(VERBS.filter((verb) => mayTell(begin({ passed: true }), verb))).toEqual(['completed', 'terminated']);
  expect(mayTell(begin({ completed: true }), 'completed')).toBe(false);
});

test('the platform’s threshold comes before the author’s, and zero is one', () => {
  const asks = (masteryScore?: number) => begin(masteryScore === undefined ? {} : { masteryScore });
  expect([isPass(asks(), 0.7, 0.8), isPass(asks(0.6), 0.7, 0.8), isPass(asks(0), 0, 0.8)]).toEqual([false, true, true]);
});

test('whatever is tried in whatever order, no verb is told twice in a session', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...VERBS), { maxLength: 30 }), (tried) => {
      let session = newSession({ mode: 'normal', completed: false, passed: false });
      const said: DefinedVerb[] = [];
      for (const verb of tried) {
        if (!mayTell(session, verb)) {
          expect(() => told(session, verb)).toThrow(verb);
          continue;
        }
        session = told(session, verb);
        said.push(verb);
      }
      expect(new Set(said).size).toBe(said.length);
      expect(said.filter((verb) => verb === 'passed' || verb === 'failed').length).toBeLessThan(2);
    }),
  );
});
