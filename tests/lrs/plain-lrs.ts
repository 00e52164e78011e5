import { randomUUID } from 'node:crypto';
import { Refusal } from '../../src/campus/lrs/refusal.ts';
import type { Statement } from '../../src/campus/lrs/statement.ts';
import { checkStatement } from '../../src/campus/lrs/validate/statement.ts';
import { Documents } from '../cmi5/documents.ts';
import type { Fault } from '../cmi5/lrs.ts';

export const ENDPOINT = 'https://lrs.example.org/xapi/';
export const AUTH = 'Basic bGFuY2VtZW50OmVzc2Fp';

/** A record store in memory, as a « TinCan » launch meets it: a batch with one statement it knows is refused whole. */
export class PlainLrs {
  readonly statements: Statement[] = [];
  readonly documents = new Documents();
  readonly registration = randomUUID();
  /** Requests that no store should get: without a key, or with a statement that is none. */
  readonly wrong: string[] = [];
  fault: Fault | undefined;

  url(actor: object = { account: [{ accountServiceHomePage: 'https://lms.example.org', accountName: 'a7' }] }): string {
    const query = new URLSearchParams({
      endpoint: ENDPOINT,
      auth: AUTH,
      actor: JSON.stringify(actor),
      registration: this.registration,
      activity_id: 'tag:parcours-coordo,2026:essai',
    });
    return `https://lms.example.org/paquet/index.html?${query}`;
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const resource = url.pathname.replace('/xapi/', '');
    const fault = this.fault?.({ method: request.method, resource });
    if (fault === 'lost') throw new TypeError('Failed to fetch');
    if (typeof fault === 'object' && 'delay' in fault) await new Promise((done) => setTimeout(done, fault.delay));
    const refuses = typeof fault === 'object' && 'status' in fault ? fault : undefined;
    const answer = refuses && !refuses.stored ? undefined : await this.#answer(request, url, resource);
    if (fault === 'unheard') throw new TypeError('Failed to fetch');
    return refuses ? new Response('said so', { status: refuses.status }) : answer!;
  };

  async #answer(request: Request, url: URL, resource: string): Promise<Response> {
    if (request.headers.get('authorization') !== AUTH) this.wrong.push(`${request.method} ${resource} without the key`);
    try {
      if (resource === 'activities/state') {
        const shelf = `${url.searchParams.get('activityId')} ${url.searchParams.get('registration')}`;
        return await this.documents.answer(request, shelf, url.searchParams.get('stateId'), false);
      }
      const sent = (await request.json()) as Statement[];
      for (const one of sent) checkStatement(one, 'statement');
      if (sent.some(({ id }) => this.statements.some((known) => known.id === id)))
        return new Response('known', { status: 409 });
      this.statements.push(...sent);
      return Response.json(sent.map(({ id }) => id));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status === 400) this.wrong.push(error.message);
      return new Response(error.message, { status: error.status });
    }
  }
}
