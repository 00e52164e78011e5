import XAPI, { type Agent } from '@xapi/xapi';

/** A record store that did not say yes. */
export class LrsError extends Error {
  constructor(
    /** HTTP status; 0 when no answer came: no network, refused by CORS, or too long. */
    readonly status: number,
    /** What it answered, for the console. */
    readonly body: string,
    /** Seconds it asks to wait; absent when it does not say. */
    readonly retryAfter?: number,
  ) {
    super(`The record store answered ${status || 'nothing'}: ${body.slice(0, 200)}`);
  }
}

export interface LrsOptions {
  /** As the launch gives it, with or without its last slash. */
  endpoint: string;
  /** The whole Authorization header. */
  auth: string;
  fetch?: typeof globalThis.fetch;
  /** Told of every request, in the end: never of what it holds. */
  onCall?(call: { method: string; resource: string; length: number; status: number }): void;
}

/** Where a document stands. */
export interface StatePlace {
  agent: object;
  activityId: string;
  stateId: string;
  registration: string;
}

export interface LrsDocument {
  /** Byte for byte what was stored, whatever its type. */
  text: string;
  /** Absent when the store has none, or does not let a page read it. */
  etag?: string;
}

/** What a document must be at the moment it is written: as this ETag says, absent (`new`), or anything. */
export type Expected = { etag: string } | 'new' | 'any';

/** The parts of a record store that we use. All reject with `LrsError`. */
export interface LrsClient {
  /** Statements as JSON, each with its own `id`: a retry then never doubles. */
  send(statements: readonly string[], options?: { keepalive?: boolean }): Promise<void>;
  /** Whether the store holds this statement. */
  holds(statementId: string): Promise<boolean>;
  readState(place: StatePlace): Promise<LrsDocument | undefined>;
  /** Resolves to the new ETag when the store says it. */
  writeState(
    place: StatePlace,
    text: string,
    expected: Expected,
    options?: { keepalive?: boolean },
  ): Promise<string | undefined>;
  readAgentProfile(agent: object, profileId: string): Promise<LrsDocument | undefined>;
  /** What `more` of a page of statements leads to, whether it says a host or not. */
  more(address: string): Promise<unknown>;
}

/** Longest wait for an answer, in milliseconds. */
const PATIENCE = 20_000;
/** Their text is ours to read: it must come back as it went. */
const DOCUMENT = /\/(?:activities\/state|activities\/profile|agents\/profile)$/;

/** One record store, for one launch. */
export function lrsClient(options: LrsOptions): LrsClient {
  const { endpoint, auth } = options;
  const speaking = (keepalive: boolean) =>
    new XAPI.default({ endpoint, auth, version: '1.0.3', adapter: adapter(options, keepalive) });
  const staying = speaking(false);
  const parting = speaking(true);
  const base = endpoint.endsWith('/') ? endpoint : `${endpoint}/`;
  const agentOf = (agent: object) => agent as Agent;
  const found = async (answer: Promise<{ data: unknown; headers: Record<string, unknown> }>) => {
    try {
      const { data, headers } = await answer;
      const etag = headers.etag as string | undefined;
      return { text: String(data), ...(etag && { etag }) };
    } catch (error) {
      if (error instanceof LrsError && error.status === 404) return undefined;
      throw error;
    }
  };
  return {
    async send(statements, { keepalive = false } = {}) {
      const body = `[${statements.join(',')}]` as unknown as [];
      await (keepalive ? parting : staying).sendStatements({ statements: body });
    },
    holds: async (statementId) => (await found(staying.getStatement({ statementId }))) !== undefined,
    readState: ({ agent, ...place }) => found(staying.getState({ ...place, agent: agentOf(agent) })),
    async writeState({ agent, ...place }, text, expected, { keepalive = false } = {}) {
      const { headers } = await (keepalive ? parting : staying).setState({
        ...place,
        agent: agentOf(agent),
        state: text as unknown as Record<string, unknown>,
        contentType: 'application/json',
        ...(expected === 'new' && { etag: '*', matchHeader: 'If-None-Match' }),
        ...(typeof expected === 'object' && { etag: expected.etag, matchHeader: 'If-Match' }),
      });
      return headers.etag as string | undefined;
    },
    readAgentProfile: (agent, profileId) => found(staying.getAgentProfile({ agent: agentOf(agent), profileId })),
    async more(address) {
      const url = new URL(address, base).href;
      const headers = { authorization: auth, 'x-experience-api-version': '1.0.3' };
      return (await adapter(options, false)({ method: 'GET', url, headers })).data;
    },
  };
}

interface Asked {
  method: string;
  url: string;
  headers?: Record<string, unknown>;
  data?: unknown;
}

/** How the library reaches the network: a status and a body in every error, a limit to waiting. */
function adapter({ fetch = globalThis.fetch.bind(globalThis), onCall, endpoint }: LrsOptions, keepalive: boolean) {
  // biome-ignore lint/suspicious/noExplicitAny: the library's own signature
  return async <T = any>({ method, url, headers, data }: Asked) => {
    const body = data === undefined ? undefined : typeof data === 'string' ? data : JSON.stringify(data);
    const { pathname, origin } = new URL(url);
    const resource = `${origin}${pathname}`.slice(endpoint.replace(/\/$/, '').length).replace(/^\//, '');
    const told = (status: number) => onCall?.({ method, resource, length: body?.length ?? 0, status });
    const control = new AbortController();
    const clock = setTimeout(() => control.abort(), PATIENCE);
    try {
      const sent = await fetch(url, {
        method,
        headers: Object.fromEntries(Object.entries(headers ?? {}).filter(([, value]) => value !== undefined)) as Record<
          string,
          string
        >,
        ...(body !== undefined && { body }),
        ...(keepalive && { keepalive }),
        credentials: 'omit',
        cache: 'no-store',
        signal: control.signal,
      });
      const text = await sent.text();
      told(sent.status);
      if (!sent.ok) throw new LrsError(sent.status, text, secondsOf(sent.headers.get('retry-after')));
      return {
        status: sent.status,
        headers: Object.fromEntries(sent.headers),
        data: (DOCUMENT.test(pathname) ? text : parsed(text)) as T,
      };
    } catch (error) {
      if (error instanceof LrsError) throw error;
      told(0);
      throw new LrsError(0, error instanceof Error ? error.message : String(error));
    } finally {
      clearTimeout(clock);
    }
  };
}

/** Seconds, or a date (RFC 9110 10.2.3). */
function secondsOf(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
