import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LrsClient, type LrsError, type LrsOptions, lrsClient } from './client.ts';

const PLACE = { agent: { mbox: 'mailto:a@b.example' }, activityId: 'tag:x:m1', stateId: 's', registration: 'r' };

/** A store that answers what it is told to, and what it was asked. */
function store(answer: () => Response | Promise<Response>, options: Partial<LrsOptions> = {}) {
  const asked: { url: URL; method: string; headers: Headers; body: string; keepalive: boolean }[] = [];
  const fetch = (async (input: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    const { method = 'GET', keepalive = false } = init;
    asked.push({ url: new URL(input), method, headers, body: String(init.body ?? ''), keepalive });
    return answer();
  }) as typeof globalThis.fetch;
  const client = lrsClient({ endpoint: 'https://lrs.example/xapi', auth: 'Basic Zm9v', fetch, ...options });
  return { client, asked };
}
const failure = (act: Promise<unknown>) => act.then(() => undefined).catch((error: unknown) => error as LrsError);
const send = (client: LrsClient) => client.send(['{"id":"1"}', '{"id":"2"}']);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('statements leave as they were written, in one request, with the key unchanged', async () => {
  const { client, asked } = store(() => Response.json(['1', '2']));
  await send(client);
  expect(asked.map(({ method, url, body }) => `${method} ${url.href} ${body}`)).toEqual([
    'POST https://lrs.example/xapi/statements [{"id":"1"},{"id":"2"}]',
  ]);
  expect(asked[0]!.headers.get('authorization')).toBe('Basic Zm9v');
  expect(asked[0]!.headers.get('x-experience-api-version')).toBe('1.0.3');
});

test.each([401, 403, 409, 412, 503])('an answer %i is an error that says it, with its body', async (status) => {
  const { client } = store(() => new Response('pourquoi', { status }));
  expect(await failure(send(client))).toMatchObject({ status, body: 'pourquoi' });
});

test.each([
  ['30', 30],
  ['Sun, 22 Nov 2026 10:01:00 GMT', 60],
  ['soon', undefined],
])('« Retry-After: %s » asks for %s seconds', async (header, seconds) => {
  vi.setSystemTime(new Date('2026-11-22T10:00:00Z'));
  const { client } = store(() => new Response('', { status: 429, headers: { 'retry-after': header } }));
  expect((await failure(send(client)))?.retryAfter).toBe(seconds);
});

test('no network, and no answer in twenty seconds, are errors of status 0', async () => {
  const { client } = store(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await failure(send(client))).toMatchObject({ status: 0 });
  const silent = lrsClient({
    endpoint: 'https://lrs.example/xapi',
    auth: '',
    fetch: (_, init) =>
      new Promise((_resolve, reject) => {
        init!.signal!.addEventListener('abort', () => reject(new Error('aborted')));
      }),
  });
  const waiting = failure(send(silent));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await waiting).toMatchObject({ status: 0 });
});

test('a document comes back as the text it is, even when it looks like a number; absent, as nothing', async () => {
  const { client } = store(() => new Response('123', { headers: { etag: '"e"', 'content-type': 'application/json' } }));
  expect(await client.readState(PLACE)).toEqual({ text: '123', etag: '"e"' });
  expect(await store(() => new Response('', { status: 404 })).client.readState(PLACE)).toBeUndefined();
});

test.each([
  [{ etag: '"e"' }, 'if-match', '"e"'],
  ['new', 'if-none-match', '*'],
] as const)('a document is written where %j stands', async (expected, header, value) => {
  const { client, asked } = store(() => new Response(null, { status: 204 }));
  await client.writeState(PLACE, '{"a":1}', expected, { keepalive: true });
  expect(asked[0]).toMatchObject({ method: 'PUT', body: '{"a":1}', keepalive: true });
  expect(asked[0]!.headers.get(header)).toBe(value);
  expect([...asked[0]!.headers.keys()].filter((name) => /^if-|undefined/.test(name))).toEqual([header]);
});

test('« more » is followed whether it names a host or not', async () => {
  const { client, asked } = store(() => Response.json({ statements: [] }));
  await client.more('/xapi/statements?page=2');
  await client.more('https://other.example/xapi/statements?page=3');
  expect(asked.map(({ url }) => url.href)).toEqual([
    'https://lrs.example/xapi/statements?page=2',
    'https://other.example/xapi/statements?page=3',
  ]);
});

test('what is told of a request says no word of what it holds', async () => {
  const calls: object[] = [];
  const { client } = store(() => Response.json([]), { onCall: (call) => calls.push(call) });
  await send(client);
  expect(calls).toEqual([{ method: 'POST', resource: 'statements', length: 23, status: 200 }]);
});
