import { describe, expect, test } from 'vitest';
import { activity, basic, openLrs, person, query, statement, uuid } from './open-lrs.ts';

const LIMITS = { bodyBytes: 10_000, requestsPerMinute: 1_000 };

test('a body that is too long is refused, whether it says its length or not', async () => {
  const { call, find } = openLrs({ limits: LIMITS });
  const long = statement({ result: { response: 'x'.repeat(10_000) } });
  expect((await call('POST', '/statements', { body: long })).status).toBe(413);
  const headers = { 'content-length': '99999999' };
  expect((await call('POST', '/statements', { body: statement(), headers })).status).toBe(413);
  expect(await find({})).toEqual([]);
});

test('a key that asks too much waits; another one does not', async () => {
  const { call, keyFor } = openLrs({ limits: { ...LIMITS, requestsPerMinute: 3 } });
  const statuses: number[] = [];
  for (let count = 0; count < 4; count++) statuses.push((await call('GET', '/statements')).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect((await call('GET', '/statements', { key: keyFor(person('aicha')) })).status).toBe(200);
  const wrong = { key: { ...keyFor(person('bruno')), secret: 'guess' } };
  for (let count = 0; count < 3; count++) expect((await call('GET', '/statements', wrong)).status).toBe(401);
  const refused = await call('GET', '/statements', wrong);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
});

test.each<[version: string, status: number]>([
  ['1.0', 200],
  ['1.0.0', 200],
  ['1.0.99', 200],
  ['', 400],
  ['0.95', 400],
  ['1.1.0', 400],
  ['2.0.0', 400],
])('version « %s » of a request: %i', async (version, status) => {
  const { call } = openLrs();
  const response = await call('GET', '/statements', { headers: { 'x-experience-api-version': version } });
  expect(response.status).toBe(status);
  expect(response.headers.get('x-experience-api-version')).toBe('1.0.3');
});

test('a page of another host may call, and read the headers it needs', async () => {
  const { call } = openLrs();
  const before = await call('OPTIONS', '/statements', { headers: { authorization: '' } });
  expect(before.status).toBe(204);
  expect(before.headers.get('access-control-allow-headers')).toContain('X-Experience-API-Version');
  for (const response of [await call('GET', '/statements'), await call('GET', '/statements?a=b')]) {
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    for (const name of ['ETag', 'X-Experience-API-Consistent-Through', 'X-Experience-API-Version'])
      expect(response.headers.get('access-control-expose-headers')).toContain(name);
  }
});

test('HEAD says what GET would, without its body', async () => {
  const { call, post } = openLrs();
  await post(statement({ id: uuid(1) }));
  const response = await call('HEAD', `/statements?statementId=${uuid(1)}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
  expect(response.headers.get('last-modified')).toMatch(/GMT$/);
  expect(await response.text()).toBe('');
  expect((await call('HEAD', `/statements?statementId=${uuid(2)}`)).status).toBe(404);
  expect((await call('HEAD', '/about')).status).toBe(200);
});

describe('the form of who can only POST', () => {
  const form = (fields: Record<string, string>) => ({
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

  test('writes and reads as the others, its headers in the form', async () => {
    const { call, admin } = openLrs();
    const sent = { statementId: uuid(1), content: JSON.stringify(statement({ result: { response: 'à & é' } })) };
    const credentials = { Authorization: basic(admin), 'X-Experience-API-Version': '1.0.3' };
    const { body, headers } = form({ ...sent, ...credentials });
    const bare = { body, headers: { ...headers, authorization: '', 'x-experience-api-version': '' } };
    expect((await call('POST', '/statements?method=PUT', bare)).status).toBe(204);
    const read = await call('POST', '/statements?method=GET', form({ statementId: uuid(1) }));
    expect(await read.json()).toMatchObject({ id: uuid(1), result: { response: 'à & é' } });
  });

  test.each<[what: string, path: string, fields: Record<string, string>]>([
    ['a parameter outside the form', `/statements?method=PUT&statementId=${uuid(1)}`, { content: '{}' }],
    ['no content', '/statements?method=PUT', { statementId: uuid(1) }],
    ['another method', '/statements?method=PATCH', { content: '{}' }],
    ['a version in the form', '/statements?method=GET', { 'X-Experience-API-Version': '0.8' }],
  ])('is refused: %s', async (_what, path, fields) => {
    const { call } = openLrs();
    expect((await call('POST', path, form(fields))).status).toBe(400);
  });
});

test.each<[method: string, path: string, status: number]>([
  ['GET', '/statements/../../etc/passwd', 404],
  ['GET', '/statements/%2e%2e%2fsecret', 404],
  ['GET', '/nothing', 404],
  ['PATCH', '/statements', 405],
  ['POST', '/agents', 405],
  ['POST', '/about', 405],
  ['GET', '/statements?cursor=x', 400],
  ['GET', `/statements?cursor=${btoa('5?statementId=1')}`, 400],
  ['GET', `/statements?limit=-1`, 400],
  ['GET', '/statements?limit=1&limit=2', 400],
  ['GET', '/statements?agent={', 400],
  ['GET', `/statements?${query({ agent: { objectType: 'Group', member: [person('a')] } })}`, 400],
  ['GET', '/statements?since=yesterday', 400],
  ['GET', '/statements?Limit=1', 400],
  ['GET', `/statements?statementId=${uuid(1)}&limit=1`, 400],
  ['GET', '/activities', 400],
  ['GET', '/activities/state', 400],
])('%s %s: %i, as one sentence', async (method, path, status) => {
  const { call } = openLrs();
  const response = await call(method, path);
  expect(response.status).toBe(status);
  const { error } = (await response.json()) as { error: string };
  expect(error).toMatch(/^[A-Z"].*\.$/);
});

test.each<[what: string, body: string | Uint8Array]>([
  ['not JSON', '{'],
  ['not UTF-8', Uint8Array.from([0x7b, 0xff, 0x7d])],
  ['a thousand levels', `{"a":${'['.repeat(1_000)}${']'.repeat(1_000)}}`],
  ['a hundred thousand levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
])('a body that is %s is refused', async (_what, body) => {
  const { call } = openLrs();
  expect((await call('POST', '/statements', { body })).status).toBe(400);
});

test('an activity is told with every word said of it, a person with every name', async () => {
  const { call, post } = openLrs();
  const named = (name: Record<string, string>, who: string) =>
    statement({ actor: { ...person('aicha'), name: who }, object: { id: activity('q'), definition: { name } } });
  await post(named({ fr: 'Question' }, 'Aïcha'), named({ en: 'Question one' }, 'A. Benali'));
  const told = await call('GET', `/activities?${query({ activityId: activity('q') })}`);
  expect(await told.json()).toMatchObject({
    id: activity('q'),
    definition: { name: { fr: 'Question', en: 'Question one' } },
  });
  const someone = await call('GET', `/agents?${query({ agent: person('aicha') })}`);
  expect(await someone.json()).toEqual({
    objectType: 'Person',
    name: ['A. Benali', 'Aïcha'],
    account: [person('aicha').account],
  });
});
