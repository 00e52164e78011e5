import { afterEach } from 'vitest';
import { type Limits, lrsApp } from '../../../src/campus/lrs/app.ts';
import { createKey, type Key } from '../../../src/campus/lrs/keys.ts';
import type { Actor, Statement, StoredStatement } from '../../../src/campus/lrs/statement.ts';
import { openStore, type Store } from '../../../src/campus/lrs/store.ts';
import { temporaryFile } from './serve.ts';

export type KeyAndSecret = Key & { secret: string };

export interface Call {
  key?: KeyAndSecret | undefined;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** A record store on an empty file, closed after the test, and requests to it without a network. */
export interface OpenLrs {
  store: Store;
  file: string;
  /** With the scope `all`. */
  admin: KeyAndSecret;
  keyFor(actor: Actor): KeyAndSecret;
  call(method: string, path: string, call?: Call): Promise<Response>;
  /** Stores them with the admin's key, all at once; the test fails when they are refused. */
  post(...statements: Statement[]): Promise<string[]>;
  /** What a GET on statements finds, without `more`. */
  find(parameters: Readonly<Record<string, unknown>>, key?: KeyAndSecret): Promise<StoredStatement[]>;
}

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

export function openLrs({ limits, maxPages }: { limits?: Limits; maxPages?: number } = {}): OpenLrs {
  const { file, remove } = temporaryFile();
  const store = openStore({ file, ...(maxPages !== undefined && { maxPages }) });
  open.push(() => {
    store.close();
    remove();
  });
  const admin = createKey(store, { label: 'Campus', scope: 'all' });
  const app = lrsApp({ store, ...(limits && { limits }) });
  const call: OpenLrs['call'] = async (method, path, { key = admin, body, headers = {} } = {}) =>
    app.request(path, {
      method,
      headers: {
        authorization: basic(key),
        'x-experience-api-version': '1.0.3',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && {
        body: typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body),
      }),
    });
  return {
    store,
    file,
    admin,
    keyFor: (actor) => createKey(store, { label: 'Lancement', scope: 'write-own', actor }),
    call,
    async post(...statements) {
      const response = await call('POST', '/statements', { body: statements });
      if (response.status !== 200) throw new Error(await response.text());
      return (await response.json()) as string[];
    },
    async find(parameters, key) {
      const response = await call('GET', `/statements?${query(parameters)}`, { key });
      if (response.status !== 200) throw new Error(await response.text());
      return ((await response.json()) as { statements: StoredStatement[] }).statements;
    },
  };
}

export const basic = ({ key, secret }: { key: string; secret: string }) => `Basic ${btoa(`${key}:${secret}`)}`;

/** Parameters of an address; an object goes as JSON. */
export const query = (parameters: Readonly<Record<string, unknown>>) =>
  new URLSearchParams(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  ).toString();

export const person = (name: string): Actor => ({ account: { homePage: 'https://example.org', name } });
export const verb = (name: string) => `http://adlnet.gov/expapi/verbs/${name}`;
export const activity = (name: string) => `https://example.org/activities/${name}`;

/** « Aïcha answered question-1 », and what the test adds. */
export const statement = (more: Partial<Statement> = {}): Statement => ({
  actor: person('aicha'),
  verb: { id: verb('answered') },
  object: { id: activity('question-1') },
  ...more,
});

/** A UUID that says its number. */
export const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
