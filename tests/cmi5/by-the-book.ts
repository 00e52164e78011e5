import { randomUUID } from 'node:crypto';
import type { Actor, Statement } from '../../src/campus/lrs/statement.ts';
import { VERBS, words } from '../../src/xapi/vocabulary.ts';
import type { LaunchData } from './session.ts';
import { CMI5, type DefinedVerb, MASTERY_SCORE, MOVE_ON } from './terms.ts';

/** Members of a statement, free to be wrong. */
export type Loose = Record<string, unknown>;

type Send = (input: string, init?: RequestInit) => Promise<Response>;

/** A unit that does what the standard says, and nothing else: what a mistake is planted in. */
export class UnitByTheBook {
  readonly parameters: URLSearchParams;
  token = '';
  data!: LaunchData;
  /** Seconds after noon of the next statement. */
  clock = 0;

  constructor(
    url: string,
    readonly send: Send,
  ) {
    this.parameters = new URL(url).searchParams;
  }

  get actor(): Actor {
    return JSON.parse(this.parameters.get('actor')!) as Actor;
  }
  get activityId(): string {
    return this.parameters.get('activityId')!;
  }
  get registration(): string {
    return this.parameters.get('registration')!;
  }

  async fetchToken(): Promise<void> {
    const answer = await this.send(this.parameters.get('fetch')!, { method: 'POST' });
    this.token = ((await answer.json()) as { 'auth-token': string })['auth-token'];
  }

  async readLaunchData(): Promise<void> {
    const answer = await this.request(`activities/state?${this.place('LMS.LaunchData')}`);
    this.data = (await answer.json()) as LaunchData;
  }

  readPreferences(): Promise<Response> {
    const agent = JSON.stringify(this.actor);
    return this.request(`agents/profile?${new URLSearchParams({ profileId: 'cmi5LearnerPreferences', agent })}`);
  }

  /** All that comes before the first statement. */
  async start(): Promise<void> {
    await this.fetchToken();
    await this.readLaunchData();
    await this.readPreferences();
  }

  /** Parameters of a State document of this launch. */
  place(stateId: string): URLSearchParams {
    const { activityId, registration } = this;
    return new URLSearchParams({ stateId, activityId, registration, agent: JSON.stringify(this.actor) });
  }

  request(path: string, { headers, ...init }: RequestInit = {}): Promise<Response> {
    return this.send(`${this.parameters.get('endpoint')!.replace(/\/?$/, '/')}${path}`, {
      ...init,
      headers: { authorization: `Basic ${this.token}`, 'x-experience-api-version': '1.0.3', ...(headers as object) },
    });
  }

  /** The first statement of a session on its own, then the others in one request; the answer is the last one. */
  async post(...statements: Loose[]): Promise<Response> {
    const [first, ...rest] = statements;
    const opens = (first?.verb as { id?: string } | undefined)?.id === VERBS.initialized.id;
    if (!opens || rest.length === 0) return this.postTogether(...statements);
    await this.postTogether(first!);
    return this.postTogether(...rest);
  }

  postTogether(...statements: Loose[]): Promise<Response> {
    return this.request('statements', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(statements),
    });
  }

  /** A cmi5 defined statement as it must be; `more` replaces members of the statement. */
  defined(verb: DefinedVerb, more: Loose = {}): Statement & Loose {
    const judged = verb === 'passed' || verb === 'failed';
    const { masteryScore } = this.data;
    const moves = judged || verb === 'completed';
    return this.about({
      verb: { id: VERBS[verb].id, display: words(VERBS[verb]) },
      object: { objectType: 'Activity', id: this.activityId },
      ...(verb !== 'initialized' && { result: this.#resultOf(verb) }),
      context: this.context([CMI5, ...(moves ? [MOVE_ON] : [])], {
        ...(judged && masteryScore !== undefined && { [MASTERY_SCORE]: masteryScore }),
      }),
      ...more,
    });
  }

  /** A cmi5 allowed statement: a question of the unit. */
  allowed(more: Loose = {}): Statement & Loose {
    return this.about({
      verb: { id: VERBS.answered.id, display: words(VERBS.answered) },
      object: { objectType: 'Activity', id: 'tag:example.org,2026:cours/questions/1' },
      result: { response: 'a', success: true },
      context: this.context([]),
      ...more,
    });
  }

  /** The template, these categories and these extensions. */
  context(categories: readonly string[], extensions: Loose = {}): Loose {
    const template = this.data.contextTemplate;
    return {
      ...template,
      registration: this.registration,
      contextActivities: {
        ...template.contextActivities,
        ...(categories.length > 0 && { category: categories.map((id) => ({ id })) }),
      },
      extensions: { ...template.extensions, ...extensions },
    };
  }

  about(members: Loose): Statement & Loose {
    this.clock += 1;
    const timestamp = new Date(Date.UTC(2026, 10, 22, 12) + this.clock * 1_000).toISOString();
    return { id: randomUUID(), actor: this.actor, timestamp, ...members } as Statement & Loose;
  }

  #resultOf(verb: DefinedVerb): Loose {
    const duration = 'PT12M30S';
    switch (verb) {
      case 'completed':
        return { duration, completion: true };
      case 'passed':
        return { duration, success: true, score: { scaled: 0.9, raw: 90, min: 0, max: 100 } };
      case 'failed':
        return { duration, success: false, score: { scaled: 0.4, raw: 40, min: 0, max: 100 } };
      default:
        return { duration };
    }
  }
}
