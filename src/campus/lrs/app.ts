import { Hono } from 'hono';
import { authenticate, checkVersion } from './http/authenticate.ts';
import { activityProfile, agentProfile, state } from './http/documents.ts';
import { about, activities, agents } from './http/lookups.ts';
import { readRequest } from './http/request.ts';
import { answerTo, type Resource } from './http/resource.ts';
import { statements } from './http/statements.ts';
import type { Key } from './keys.ts';
import { type RateLimit, rateLimit } from './rate.ts';
import { Refusal } from './refusal.ts';
import type { Store } from './store.ts';
import { isoTime } from './time.ts';

const RESOURCES: Readonly<Record<string, Resource>> = {
  '/statements': statements,
  '/activities': activities,
  '/activities/state': state,
  '/activities/profile': activityProfile,
  '/agents': agents,
  '/agents/profile': agentProfile,
};

/** Any page may call: a request is let in by its key alone, never by a cookie. */
const CROSS_ORIGIN = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, PUT, POST, DELETE, OPTIONS',
  'access-control-allow-headers':
    'Authorization, Content-Type, Accept, Accept-Language, If-Match, If-None-Match, X-Experience-API-Version, X-Experience-API-Hash',
  'access-control-expose-headers':
    'ETag, Last-Modified, Content-Length, Retry-After, X-Experience-API-Consistent-Through, X-Experience-API-Version',
  'access-control-max-age': '600',
};

/** A document says its own type: no browser may take it for a page of this host, nor keep it. */
const INERT = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
};

/** Who has no key shares one allowance. */
const STRANGER = '';

/** How much one key may ask. */
export interface Limits {
  /** Longest body, attachments included. */
  bodyBytes: number;
  /** Of each key; as many may come at once. */
  requestsPerMinute: number;
}

const USUAL: Limits = { bodyBytes: 16 * 1024 * 1024, requestsPerMinute: 1_200 };

/**
 * The record store as a part of a server: `campus.route('/xapi', lrsApp({ store }))`. `written`: called once statements
 * are stored, with the key they came under.
 */
export function lrsApp({
  store,
  limits = USUAL,
  written = () => undefined,
}: {
  store: Store;
  limits?: Limits;
  written?: (key: Key) => void;
}): Hono {
  const within = rateLimit(limits.requestsPerMinute);
  const app = new Hono();
  for (const [path, resource] of Object.entries(RESOURCES))
    app.all(path, ({ req }) =>
      safely(store, req.raw, () => answer({ store, resource, limits, within, written }, req.raw)),
    );
  return app
    .all('/about', ({ req }) =>
      safely(store, req.raw, async () => {
        countRequest(within, STRANGER);
        if (!['GET', 'HEAD'].includes(req.raw.method)) throw new Refusal(405, 'This resource takes GET.');
        return about();
      }),
    )
    .all('*', ({ req }) =>
      safely(store, req.raw, async () => {
        throw new Refusal(404, 'The record store has no such resource.');
      }),
    );
}

interface Service {
  store: Store;
  resource: Resource;
  limits: Limits;
  within: RateLimit;
  written(key: Key): void;
}

async function answer({ store, resource, limits, within, written }: Service, raw: Request): Promise<Response> {
  const request = await readRequest(raw, limits.bodyBytes);
  let caller = STRANGER;
  try {
    const key = authenticate(store, request);
    caller = key.key;
    countRequest(within, caller);
    checkVersion(request);
    const response = answerTo(resource, request.method)({ store, key, request });
    if (resource === statements && request.method !== 'GET') afterwards(() => written(key));
    return response;
  } catch (error) {
    if (caller === STRANGER) countRequest(within, STRANGER);
    throw error;
  }
}

/** What was asked is done: what fails now is ours alone. */
function afterwards(act: () => void): void {
  try {
    act();
  } catch (error) {
    console.error('Statements were stored, and what follows from them failed:', error);
  }
}

function countRequest(within: RateLimit, caller: string): void {
  if (!within(caller, Date.now())) throw new Refusal(429, 'Too many requests: wait a minute, then go on.');
}

/** A refusal says its sentence; anything else is ours to read in the console, and says nothing of itself. */
async function safely(store: Store, raw: Request, respond: () => Promise<Response>): Promise<Response> {
  if (raw.method === 'OPTIONS') return new Response(null, { status: 204, headers: CROSS_ORIGIN });
  const response = await respond().catch((error: unknown) => {
    if (error instanceof Refusal) return refused(error);
    console.error('The record store failed on', raw.method, new URL(raw.url).pathname, error);
    return refused(new Refusal(500, 'The record store failed on this request: it was not stored, send it again.'));
  });
  const through = isoTime(store.consistentThrough());
  const common = {
    ...CROSS_ORIGIN,
    ...INERT,
    'x-experience-api-version': '1.0.3',
    'x-experience-api-consistent-through': through,
  };
  for (const [name, value] of Object.entries(common)) response.headers.set(name, value);
  return response;
}

function refused({ status, message }: Refusal): Response {
  return Response.json(
    { error: message },
    {
      status,
      headers: {
        ...(status === 401 && { 'www-authenticate': 'Basic realm="xAPI", charset="UTF-8"' }),
        ...(status === 429 && { 'retry-after': '60' }),
      },
    },
  );
}
