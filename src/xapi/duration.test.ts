import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDuration, secondsIn } from './duration.ts';
import { statementId } from './statement-id.ts';

test.each([
  ['00:00:00', 0],
  ['0012:30:05.25', 45_005.25],
  ['PT8.5S', 8.5],
  ['P1DT2H', 93_600],
  ['P2D', 172_800],
  ['PT1,5S', 1.5],
])('%s lasts %d seconds', (text, seconds) => expect(secondsIn(text)).toBe(seconds));

test.each(['', 'PT', 'P', 'P1DT', 'P1Y', '12:30', '00:00:00.123', 'PT-5S', '9 minutes', 'P99999999D'])(
  '« %s » is no duration',
  (text) => expect(secondsIn(text)).toBeUndefined(),
);

test('what is written is read back, to a hundredth of a second', () => {
  expect(isoDuration(0)).toBe('PT0S');
  expect(isoDuration(3_725.5)).toBe('PT1H2M5.5S');
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (seconds) => {
      expect(secondsIn(isoDuration(seconds))).toBeCloseTo(seconds, 1);
    }),
  );
});

test('an identifier is a name-based UUID, the same for the same parts, another for others', () => {
  const registration = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';
  const one = statementId(registration, 'answered', 'a');
  expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(statementId(registration.toUpperCase(), 'answered', 'a')).toBe(one);
  const others = [statementId(registration, 'answereda'), statementId(registration, 'a', 'answered')];
  expect(new Set([one, ...others]).size).toBe(3);
  expect(() => statementId('no', 'answered')).toThrow('Not a UUID');
});
