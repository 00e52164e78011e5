import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createKey, keys, revokeKey } from '../../../src/campus/lrs/keys.ts';
import { activity, openLrs, person, query, statement, uuid, verb } from './open-lrs.ts';

const stateOf = (name: string) =>
  `/activities/state?${query({ activityId: activity('m'), agent: person(name), stateId: 's' })}`;
const profileOf = (name: string) => `/agents/profile?${query({ agent: person(name), profileId: 'p' })}`;
const activityProfile = `/activities/profile?${query({ activityId: activity('m'), profileId: 'p' })}`;

describe('without a key of this store', () => {
  test.each<[what: string, headers: Record<string, string>]>([
    ['no key', { authorization: '' }],
    ['a word', { authorization: 'Basic' }],
    ['no secret', { authorization: `Basic ${btoa('key')}` }],
    ['another scheme', { authorization: 'Bearer abc' }],
    ['an unknown key', { authorization: `Basic ${btoa('key:secret')}` }],
  ])('nothing is read nor written: %s', async (_what, headers) => {
    const { call, find } = openLrs();
    for (const [method, path] of [
      ['GET', '/statements'],
      ['POST', '/statements'],
      ['PUT', stateOf('aicha')],
    ] as const) {
      const response = await call(method, path, { headers, ...(method !== 'GET' && { body: statement() }) });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
    }
    expect(await find({})).toEqual([]);
  });

  test('a wrong secret, the secret of another key, a revoked key', async () => {
    const { store, call, admin } = openLrs();
    const other = createKey(store, { label: 'Tableau de bord', scope: 'read' });
    expect((await call('GET', '/statements', { key: other })).status).toBe(200);
    expect((await call('GET', '/statements', { key: { ...other, secret: `${other.secret}x` } })).status).toBe(401);
    expect((await call('GET', '/statements', { key: { ...other, secret: admin.secret } })).status).toBe(401);
    expect(revokeKey(store, other.key)).toBe(true);
    expect(revokeKey(store, other.key)).toBe(false);
    expect((await call('GET', '/statements', { key: other })).status).toBe(401);
  });
});

test('the file holds no secret', () => {
  const { store, file, admin } = openLrs();
  const { secret } = createKey(store, { label: 'Lancement', scope: 'write-own', actor: person('aicha') });
  const bytes = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
  expect(bytes.includes(admin.key)).toBe(true);
  for (const one of [secret, admin.secret]) expect(bytes.includes(one)).toBe(false);
  expect(keys(store).map(({ label, scope }) => [label, scope])).toEqual([
    ['Campus', 'all'],
    ['Lancement', 'write-own'],
  ]);
});

test('statements bear the key they came with, whatever they claim', async () => {
  const { post, find, admin } = openLrs();
  await post(statement({ authority: { mbox: 'mailto:director@example.org' } }));
  expect((await find({}))[0]!.authority).toEqual(admin.authority);
});

describe('a key for one actor', () => {
  test('writes this actor’s statements, and nobody else’s', async () => {
    const { call, keyFor, find } = openLrs();
    const key = keyFor(person('aicha'));
    expect((await call('POST', '/statements', { key, body: statement({ id: uuid(1) }) })).status).toBe(200);
    const others = [statement(), statement({ actor: person('bruno') })];
    expect((await call('POST', '/statements', { key, body: others })).status).toBe(403);
    const group = statement({ actor: { objectType: 'Group', member: [person('aicha'), person('bruno')] } });
    expect((await call('POST', '/statements', { key, body: group })).status).toBe(403);
    expect((await find({})).map(({ id }) => id)).toEqual([uuid(1)]);
  });

  test('reads what this actor wrote, and not what others wrote of them', async () => {
    const { call, post, keyFor, find } = openLrs();
    const key = keyFor(person('aicha'));
    await post(
      statement({ id: uuid(1) }),
      statement({ id: uuid(2), actor: person('bruno') }),
      statement({ id: uuid(3), actor: person('trainer'), object: { objectType: 'StatementRef', id: uuid(1) } }),
      statement({ id: uuid(4), actor: person('trainer'), object: { objectType: 'Agent', ...person('aicha') } }),
      statement({ id: uuid(5), object: { objectType: 'StatementRef', id: uuid(2) } }),
    );
    const found = async (parameters: object) =>
      (await find({ ...parameters }, key)).map(({ id }) => Number(id.slice(-2)));
    expect(await found({})).toEqual([5, 1]);
    expect(await found({ agent: person('aicha') })).toEqual([5, 1]);
    expect(await found({ agent: person('bruno') })).toEqual([]);
    expect(await found({ related_agents: true, agent: person('trainer') })).toEqual([]);
    expect((await call('GET', `/statements?statementId=${uuid(1)}`, { key })).status).toBe(200);
    expect((await call('GET', `/statements?statementId=${uuid(2)}`, { key })).status).toBe(404);
  });

  test('does not follow « more » into the statements of others', async () => {
    const { call, post, keyFor } = openLrs();
    await post(...Array.from({ length: 4 }, (_, rank) => statement({ actor: person(rank % 2 ? 'aicha' : 'bruno') })));
    const { more } = (await (await call('GET', '/statements?limit=1')).json()) as { more: string };
    const page = await (await call('GET', more, { key: keyFor(person('aicha')) })).json();
    for (const { actor } of (page as { statements: { actor: object }[] }).statements)
      expect(actor).toEqual(person('aicha'));
  });

  test('voids this actor’s statements only', async () => {
    const { call, post, keyFor } = openLrs();
    await post(statement({ id: uuid(1) }), statement({ id: uuid(2), actor: person('bruno') }));
    const key = keyFor(person('aicha'));
    const voiding = (number: number) =>
      statement({ verb: { id: verb('voided') }, object: { objectType: 'StatementRef', id: uuid(number) } });
    expect((await call('POST', '/statements', { key, body: voiding(2) })).status).toBe(403);
    expect((await call('POST', '/statements', { key, body: voiding(3) })).status).toBe(403);
    expect((await call('POST', '/statements', { key, body: voiding(1) })).status).toBe(200);
    expect((await call('GET', `/statements?statementId=${uuid(2)}`)).status).toBe(200);
  });

  test('uses this actor’s documents only', async () => {
    const { call, keyFor } = openLrs();
    const key = keyFor(person('aicha'));
    const status = async (method: string, path: string, body?: object) =>
      (await call(method, path, { key, ...(body && { body }) })).status;
    expect(await status('PUT', stateOf('aicha'), { a: 1 })).toBe(204);
    expect(await status('GET', stateOf('aicha'))).toBe(200);
    expect(await status('POST', profileOf('aicha'), { a: 1 })).toBe(204);
    for (const path of [stateOf('bruno'), profileOf('bruno'), activityProfile]) {
      expect(await status('GET', path)).toBe(403);
      expect(await status('POST', path, { a: 1 })).toBe(403);
      expect(await status('DELETE', path)).toBe(403);
    }
    expect(await status('GET', `/activities?${query({ activityId: activity('m') })}`)).toBe(403);
    expect(await status('GET', `/agents?${query({ agent: person('bruno') })}`)).toBe(403);
  });
});

test('a key that reads writes nothing', async () => {
  const { store, call, post, find } = openLrs();
  const key = createKey(store, { label: 'Tableau de bord', scope: 'read' });
  await post(statement({ id: uuid(1) }));
  expect((await find({}, key)).map(({ id }) => id)).toEqual([uuid(1)]);
  expect((await call('POST', '/statements', { key, body: statement() })).status).toBe(403);
  for (const path of [stateOf('aicha'), profileOf('aicha'), activityProfile]) {
    expect((await call('POST', path, { key, body: {} })).status).toBe(403);
    expect((await call('DELETE', path, { key })).status).toBe(403);
    expect((await call('GET', path, { key })).status).toBe(404);
  }
});

test('a key for one actor is not made without one, nor another with one', () => {
  const { store } = openLrs();
  expect(() => createKey(store, { label: 'x', scope: 'write-own' })).toThrow('do not go together');
  expect(() => createKey(store, { label: 'x', scope: 'write-own', actor: { name: 'Aïcha' } })).toThrow(
    'do not go together',
  );
  expect(() => createKey(store, { label: 'x', scope: 'all', actor: person('aicha') })).toThrow('do not go together');
});
