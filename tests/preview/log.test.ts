import { expect, test } from 'vitest';
import { lineOf } from '../../src/preview/client/log.ts';
import { attemptKey, readSettings } from '../../src/preview/client/settings.ts';
import type { Call } from '../../src/preview/lms/api.ts';

const call = (over: Partial<Call>): Call => ({
  time: 0,
  method: 'LMSSetValue',
  args: [],
  returned: 'true',
  error: 0,
  ...over,
});

test.each<[string, Partial<Call>]>([
  ['cmi.interactions.0.result = wrong', { args: ['cmi.interactions.0.result', 'wrong'] }],
  ['cmi.suspend_data = (4 caractères)', { args: ['cmi.suspend_data', 'abcd'] }],
  ['cmi.comments = (61 caractères)', { args: ['cmi.comments', 'x'.repeat(61)] }],
  ['cmi.core.score.raw = 85', { args: ['cmi.core.score.raw', 85] }],
  [
    'cmi.suspend_data → (212 caractères)',
    { method: 'LMSGetValue', args: ['cmi.suspend_data'], returned: 'x'.repeat(212) },
  ],
  ['cmi.core.entry → (vide)', { method: 'LMSGetValue', args: ['cmi.core.entry'], returned: '' }],
  ['LMSCommit → true', { method: 'LMSCommit', args: [''] }],
  ['LMSCommit → true (après 1,5 s)', { method: 'LMSCommit', args: [''], waited: 1500 }],
  [
    '✗ cmi.core.exit = normal : refusé, 405, type, vocabulaire ou longueur refusés',
    { args: ['cmi.core.exit', 'normal'], returned: 'false', error: 405 },
  ],
  [
    '✗ LMSFinish : exception URIError: URI malformed',
    { method: 'LMSFinish', args: [''], returned: undefined, thrown: 'URIError: URI malformed' },
  ],
])('a line of the log: %s', (line, over) => {
  expect(lineOf(call(over))).toBe(line);
});

test('the address says what to open; what it says wrong is taken as the usual', () => {
  const said = readSettings('?zip=petite-enfance-scorm12&lms=moodle&mode=browse&learner=malo.kerdraon&fault=offline');
  expect(said).toEqual({
    zip: 'petite-enfance-scorm12',
    lms: 'moodle',
    mode: 'browse',
    learner: { id: 'malo.kerdraon', name: 'Malo Kerdraon' },
    fault: 'offline',
  });
  const usual = { lms: 'strict', mode: 'normal', fault: 'none', learner: { id: 'claire.vasseur' } };
  expect(readSettings('?zip=a&lms=blackboard&mode=&fault=toutes')).toMatchObject(usual);
  expect(attemptKey(said)).toBe('petite-enfance-scorm12~moodle~malo.kerdraon');
});
