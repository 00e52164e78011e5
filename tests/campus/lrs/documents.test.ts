import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { activity, openLrs, person, query, uuid } from './open-lrs.ts';

const etagOf = (text: string) => `"${createHash('sha1').update(text).digest('hex')}"`;
const agent = person('aicha');
const stateAt = (more: object = {}) =>
  `/activities/state?${query({ activityId: activity('module-1'), agent, stateId: 'reprise', ...more })}`;
const PROFILES = [
  `/agents/profile?${query({ agent, profileId: 'preferences' })}`,
  `/activities/profile?${query({ activityId: activity('module-1'), profileId: 'notes' })}`,
];

describe('a state', () => {
  test('comes back byte for byte, under its type, with its tag', async () => {
    const { call } = openLrs();
    const bytes = Uint8Array.from([0, 255, 13, 10, 200]);
    await call('PUT', stateAt(), { body: bytes, headers: { 'content-type': 'application/octet-stream' } });
    const response = await call('GET', stateAt());
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('etag')).toBe(`"${createHash('sha1').update(bytes).digest('hex')}"`);
  });

  test('is one for each registration, and one without', async () => {
    const { call } = openLrs();
    await call('PUT', stateAt(), { body: { page: 1 } });
    await call('PUT', stateAt({ registration: uuid(1) }), { body: { page: 2 } });
    expect(await (await call('GET', stateAt())).json()).toEqual({ page: 1 });
    expect(await (await call('GET', stateAt({ registration: uuid(1) }))).json()).toEqual({ page: 2 });
    expect((await call('GET', stateAt({ registration: uuid(2) }))).status).toBe(404);
  });

  test('is merged by its top members, when both are JSON', async () => {
    const { call } = openLrs();
    await call('POST', stateAt(), { body: { page: 1, answers: { a: 1 } } });
    await call('POST', stateAt(), { body: { answers: { b: 2 } } });
    expect(await (await call('GET', stateAt())).json()).toEqual({ page: 1, answers: { b: 2 } });
    const text = await call('POST', stateAt(), { body: 'words', headers: { 'content-type': 'text/plain' } });
    expect(text.status).toBe(400);
    expect((await call('POST', stateAt(), { body: [1] })).status).toBe(400);
    expect(await (await call('GET', stateAt())).json()).toEqual({ page: 1, answers: { b: 2 } });
  });

  test('is listed by name, since a time, and deleted one by one or all together', async () => {
    const { call } = openLrs();
    const list = `/activities/state?${query({ activityId: activity('module-1'), agent })}`;
    for (const stateId of ['b', 'a']) await call('PUT', stateAt({ stateId }), { body: {} });
    expect(await (await call('GET', list)).json()).toEqual(['a', 'b']);
    expect(await (await call('GET', `${list}&since=2999-01-01T00:00:00Z`)).json()).toEqual([]);
    await call('DELETE', stateAt({ stateId: 'a' }));
    expect(await (await call('GET', list)).json()).toEqual(['b']);
    expect((await call('DELETE', list)).status).toBe(204);
    expect(await (await call('GET', list)).json()).toEqual([]);
  });

  test('is not overwritten by who read an older one', async () => {
    const { call } = openLrs();
    const put = (body: object, headers: Record<string, string>) => call('PUT', stateAt(), { body, headers });
    expect((await put({ page: 1 }, { 'if-none-match': '*' })).status).toBe(204);
    expect((await put({ page: 2 }, { 'if-none-match': '*' })).status).toBe(412);
    expect((await put({ page: 2 }, { 'if-match': etagOf('{"page":1}') })).status).toBe(204);
    expect((await put({ page: 3 }, { 'if-match': etagOf('{"page":1}') })).status).toBe(412);
    expect((await call('DELETE', stateAt(), { headers: { 'if-match': etagOf('{"page":1}') } })).status).toBe(412);
    expect(await (await call('GET', stateAt())).json()).toEqual({ page: 2 });
    expect((await call('GET', stateAt(), { headers: { 'if-none-match': etagOf('{"page":2}') } })).status).toBe(304);
  });
});

test.each(PROFILES)('a profile is not replaced by who does not say what it replaces: %s', async (path) => {
  const { call } = openLrs();
  const put = (body: object, headers: Record<string, string> = {}) => call('PUT', path, { body, headers });
  expect((await put({ a: 1 })).status).toBe(400);
  expect((await put({ a: 1 }, { 'if-match': etagOf('{"a":1}') })).status).toBe(412);
  expect((await put({ a: 1 }, { 'if-none-match': '*' })).status).toBe(204);
  expect((await put({ a: 2 })).status).toBe(409);
  expect((await put({ a: 2 }, { 'if-match': etagOf('{"a":1}') })).status).toBe(204);
  expect((await call('POST', path, { body: { b: 3 } })).status).toBe(204);
  expect(await (await call('GET', path)).json()).toEqual({ a: 2, b: 3 });
  expect((await call('DELETE', path)).status).toBe(204);
  expect((await call('GET', path)).status).toBe(404);
});
