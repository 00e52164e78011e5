import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { wellFormed } from '../../../src/model/well-formed.ts';
import { activity, basic, openLrs, person, query, statement, uuid } from './open-lrs.ts';

/** A statement, broken in one place: no such request may be stored. */
const brokenStatement = fc
  .tuple(
    fc.constantFrom(
      'actor',
      'verb',
      'object',
      'id',
      'result',
      'context',
      'timestamp',
      'version',
      'attachments',
      'extra',
    ),
    fc.oneof(fc.constant(null), fc.integer(), fc.boolean(), fc.string(), fc.array(fc.jsonValue(), { minLength: 1 })),
  )
  .map(([name, value]) => ({ ...statement(), [name]: value }));

const body = fc.oneof(
  { weight: 3, arbitrary: brokenStatement.map((one) => JSON.stringify(one)) },
  { weight: 2, arbitrary: brokenStatement.map((one) => JSON.stringify([statement({ id: uuid(1) }), one])) },
  { weight: 2, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc.constant(`--b\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(statement())}\r\n--b`),
  },
);
const path = fc.oneof(
  fc.constantFrom(
    '/statements',
    '/statements',
    '/activities/state',
    '/agents/profile',
    '/activities/profile',
    '/agents',
    '/activities',
    '/about',
    '/',
  ),
  fc.webPath(),
  fc.constantFrom(
    '/statements/../../etc/passwd',
    '/%2e%2e/%2e%2e/keys',
    '/statements%00',
    '//evil.example/statements',
    '/agents\\..\\x',
  ),
);
const parameter = fc.tuple(
  fc.constantFrom(
    'statementId',
    'voidedStatementId',
    'agent',
    'verb',
    'activity',
    'activityId',
    'stateId',
    'profileId',
    'registration',
    'since',
    'until',
    'limit',
    'format',
    'attachments',
    'ascending',
    'cursor',
    'method',
    '__proto__',
  ),
  fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }).map(wellFormed),
    fc.constantFrom(
      uuid(7),
      JSON.stringify(person('x')),
      activity('q'),
      '../../lrs.sqlite',
      "' OR 1=1 --",
      'true',
      '0',
      '2026-11-22T00:00:00Z',
      'GET',
      'PUT',
    ),
    fc.json(),
    fc.string().map((text) => Buffer.from(`3?${text}`).toString('base64url')),
  ),
);
const request = fc.record({
  method: fc.constantFrom('GET', 'GET', 'POST', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'TRACEE'),
  path,
  parameters: fc.array(parameter, { maxLength: 4 }),
  body,
  type: fc.constantFrom(
    'application/json',
    'multipart/mixed; boundary=b',
    'multipart/mixed',
    'application/x-www-form-urlencoded',
    'text/plain',
    '',
  ),
  version: fc.constantFrom('1.0.3', '1.0.3', '1.0.3', '2.0.0', ''),
  caller: fc.constantFrom('admin', 'admin', 'admin', 'own', 'nobody'),
});

const RUNS = 10_000;
const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
beforeAll(() => errors.mockClear());
afterAll(() => errors.mockRestore());

test(`${RUNS} random requests: a right kind of status, no stack trace, no statement stored`, async () => {
  const { store, call, admin, keyFor } = openLrs({ limits: { bodyBytes: 100_000, requestsPerMinute: 1e9 } });
  const own = keyFor(person('own'));
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(request, async ({ method, path: at, parameters, body: sent, type, version, caller }) => {
      const address = encodeURI(at).replaceAll('%25', '%');
      const bodyless = ['GET', 'HEAD', 'OPTIONS'].includes(method);
      const response = await call(
        method,
        `http://localhost${address.startsWith('/') ? '' : '/'}${address}?${query(Object.fromEntries(parameters))}`,
        {
          ...(!bodyless && { body: sent }),
          headers: {
            'content-type': type,
            'x-experience-api-version': version,
            authorization: caller === 'nobody' ? 'Basic eDp5' : basic(caller === 'own' ? own : admin),
          },
        },
      );
      seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
      const said = await response.text();
      expect([200, 204, 400, 401, 403, 404, 405, 409, 412, 413]).toContain(response.status);
      expect(said).not.toMatch(/\n\s+at |\.ts:\d|node_modules|SQLITE|Error:/);
      if (response.status >= 400 && method !== 'HEAD') expect(Object.keys(JSON.parse(said))).toEqual(['error']);
    }),
    { numRuns: RUNS },
  );
  expect(store.one('SELECT count(*) AS n FROM statements')).toMatchObject({ n: 0 });
  expect(errors).not.toHaveBeenCalled();
  // the requests went everywhere: read, written (states), refused for each reason
  for (const status of [200, 204, 400, 401, 403, 404, 405])
    expect(seen.get(status), `status ${status}`).toBeGreaterThan(10);
}, 60_000);
