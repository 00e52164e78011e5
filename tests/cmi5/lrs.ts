import { canonicalJson } from '../../src/campus/lrs/canonical-json.ts';
import { Refusal } from '../../src/campus/lrs/refusal.ts';
import type { Statement } from '../../src/campus/lrs/statement.ts';
import type { StrictLms } from './lms.ts';
import { launchDataOf, type Session } from './session.ts';

/** One request as a fault sees it. */
export interface Call {
  method: string;
  /** `statements`, `activities/state`, `agents/profile`… */
  resource: string;
}

/**
 * What goes wrong with a request; undefined: nothing. `lost`: the network drops it. `unheard`: it arrives, its answer
 * does not (or no page may read it). A number is an HTTP status given instead of doing it; `stored` does it all the same.
 */
export type Fault = (
  call: Call,
) => 'lost' | 'unheard' | { status: number; stored?: boolean; retryAfter?: number } | { delay: number } | undefined;

const CROSS_ORIGIN = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, PUT, POST, DELETE, OPTIONS',
  'access-control-allow-headers': 'Authorization, Content-Type, If-Match, If-None-Match, X-Experience-API-Version',
  'access-control-expose-headers': 'ETag, Retry-After',
};
const PREFERENCES = 'cmi5LearnerPreferences';
const LAUNCH_DATA = 'LMS.LaunchData';

/** The record store of a strict LMS, as one unit may use it: by the token of its session, for its own learner. */
export class Lrs {
  constructor(readonly lms: StrictLms) {}

  async handle(request: Request): Promise<Response> {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: CROSS_ORIGIN });
    const url = new URL(request.url);
    const resource = url.pathname.replace(/^\/lrs\/\d+\//, '');
    const fault = this.lms.fault?.({ method: request.method, resource });
    if (fault === 'lost') throw new TypeError('Failed to fetch');
    if (typeof fault === 'object' && 'delay' in fault) await new Promise((done) => setTimeout(done, fault.delay));
    const refuses = typeof fault === 'object' && 'status' in fault ? fault : undefined;
    const response = refuses && !refuses.stored ? undefined : await this.#safely(request, url, resource);
    if (fault === 'unheard') throw new TypeError('Failed to fetch');
    const said = refuses ? sayFault(refuses) : response!;
    for (const [name, value] of Object.entries(CROSS_ORIGIN)) said.headers.set(name, value);
    said.headers.set('x-experience-api-version', '1.0.3');
    return said;
  }

  async #safely(request: Request, url: URL, resource: string): Promise<Response> {
    try {
      return await this.#answer(request, url, resource);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return Response.json({ error: error.message }, { status: error.status });
    }
  }

  async #answer(request: Request, url: URL, resource: string): Promise<Response> {
    if (!/^1\.0(?:\.\d+)?$/.test(request.headers.get('x-experience-api-version') ?? ''))
      this.#refuse(400, 'xAPI Communication 3.3', `${resource} without X-Experience-API-Version 1.0.x`);
    const session = this.#sessionOf(request);
    const writing = resource === 'statements' && request.method !== 'GET';
    const sent = writing ? await statementsIn(request, url) : [];
    if (writing && this.lms.ledger.holds(sent)) return new Response(null, { status: 409 });
    if (session.abandoned) throw new Refusal(403, 'The session was abandoned (cmi5 9.3.6.0-2).');
    if (session.terminatedAt !== undefined)
      this.#refuse(403, '9.3.0.0-5', `${request.method} ${resource} after "terminated": its token is over`);
    switch (resource) {
      case 'statements':
        return writing ? this.#store(sent, session, request) : this.#find(url);
      case 'activities/state':
        return this.#state(request, url, session);
      case 'agents/profile':
        return this.#profile(request, url, session);
      case 'activities/profile':
        return this.lms.documents.answer(
          request,
          `activity ${url.searchParams.get('activityId')}`,
          url.searchParams.get('profileId'),
          true,
        );
      case 'about':
        return Response.json({ version: ['1.0.3'] });
      default:
        throw new Refusal(404, `No resource "${resource}".`);
    }
  }

  /** By its token, unchanged after `Basic ` (cmi5 8.2.1.0-5), and not before it was given. */
  #sessionOf({ headers }: Request): Session {
    const given = headers.get('authorization');
    const session = this.lms.sessions.find(({ token }) => given === `Basic ${token}`);
    if (!session || session.fetches === 0)
      return this.#refuse(401, '8.1.2.0-5', `a request with "${given?.slice(0, 12) ?? 'no authorization'}"`);
    return session;
  }

  #store(sent: readonly unknown[], session: Session, { method }: Request): Response {
    const { satisfied } = this.lms.ledger.receive(sent, session);
    if (satisfied) this.lms.tellSatisfied(session);
    return method === 'PUT'
      ? new Response(null, { status: 204 })
      : Response.json(sent.map((one) => (one as Statement).id));
  }

  #find(url: URL): Response {
    const id = url.searchParams.get('statementId');
    if (id === null) return Response.json({ statements: this.lms.statements, more: '' });
    const found = this.lms.statements.find((one) => one.id === id);
    if (!found) throw new Refusal(404, 'There is no such statement.');
    return Response.json(found);
  }

  async #state(request: Request, url: URL, session: Session): Promise<Response> {
    const { searchParams } = url;
    this.#checkAgent(searchParams, session, '8.1.3.0-3');
    const registration = searchParams.get('registration');
    if (registration !== null && registration !== session.registration)
      this.#refuse(403, '8.1.4.0-3', 'a State request with another registration');
    const [activity, id] = [searchParams.get('activityId'), searchParams.get('stateId')];
    if (id === LAUNCH_DATA) return this.#launchData(request, activity, registration, session);
    if (activity !== session.activityId && this.lms.refusesShared)
      throw new Refusal(403, 'Only documents of the activity that was launched.');
    return this.lms.documents.answer(request, `state ${activity} ${registration}`, id, false);
  }

  #launchData({ method }: Request, activity: string | null, registration: string | null, session: Session): Response {
    if (method !== 'GET') this.#refuse(403, '10.2.1.0-5', `${method} on ${LAUNCH_DATA}`);
    if (activity !== session.activityId || registration !== session.registration)
      throw new Refusal(404, 'The launch data stands under the activity and the registration of the launch.');
    session.launchDataRead = true;
    return Response.json(launchDataOf(session));
  }

  async #profile(request: Request, url: URL, session: Session): Promise<Response> {
    this.#checkAgent(url.searchParams, session, '11.0.0.0-1');
    const id = url.searchParams.get('profileId');
    if (id !== PREFERENCES) return this.lms.documents.answer(request, 'agent', id, true);
    if (request.method !== 'GET') throw new Refusal(403, 'The learner’s preferences are kept by the LMS.');
    session.preferencesRead = true;
    const { preferences } = this.lms;
    if (preferences === 'refused') throw new Refusal(403, 'The learner’s preferences are not given.');
    if (!preferences) throw new Refusal(404, 'The learner has no preferences.');
    return Response.json(preferences, { headers: { etag: '"preferences"' } });
  }

  #checkAgent(parameters: URLSearchParams, { actor }: Session, clause: string): void {
    const given = parameters.get('agent');
    if (given === null || canonicalJson(jsonIn(given)) !== canonicalJson(actor))
      this.#refuse(403, clause, `a request for another agent: ${given}`);
  }

  #refuse(status: number, clause: string, why: string): never {
    this.lms.ledger.violations.push({ clause, why });
    throw new Refusal(status, `cmi5 ${clause}: ${why}`);
  }
}

async function statementsIn(request: Request, url: URL): Promise<readonly unknown[]> {
  const body = jsonIn(await request.text());
  const list = Array.isArray(body) ? body : [body];
  const id = url.searchParams.get('statementId');
  if (request.method === 'PUT' && (list.length !== 1 || id === null))
    throw new Refusal(400, 'PUT takes one statement and its identifier.');
  return id === null ? list : list.map((one) => ({ id, ...(one as object) }));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(400, 'This is not JSON.');
  }
}

const sayFault = ({ status, retryAfter }: { status: number; retryAfter?: number }) =>
  new Response(JSON.stringify({ error: 'A fault of the test' }), {
    status,
    headers: {
      'content-type': 'application/json',
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    },
  });
