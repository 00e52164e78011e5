import { randomUUID } from 'node:crypto';

/** One event of a session, as the suite tells it. */
export interface LoggedEvent {
  /** In their order. */
  id: number;
  metadata: { kind: string; summary: string; violatedReqId?: string };
}

/** What the suite found of a unit. */
export interface UnitResult {
  title: { text: string }[];
  result: 'conformant' | 'non-conformant' | 'pending' | 'not-started';
  isSatisfied: boolean;
}

export interface LaunchedSession {
  id: number;
  launchUrl: string;
}

/** What a launch may say beside the course structure. */
export interface LaunchOptions {
  launchMode?: 'Normal' | 'Browse' | 'Review';
  masteryScore?: number;
  contextTemplateAdditions?: object;
}

/** ADL's content test suite by its own interface, as its pages use it. */
export class Suite {
  private constructor(
    readonly origin: string,
    readonly user: { username: string; password: string },
  ) {}

  /** As its first user, made in an empty database and found again in a known one. */
  static async open(origin: string): Promise<Suite> {
    const suite = new Suite(origin, { username: 'parcours', password: 'parcours-coordo' });
    const first = await fetch(`${origin}/api/v1/bootstrap`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ firstUser: suite.user }),
    });
    if (!first.ok && first.status !== 400) throw new Error(`The suite takes no first user: ${await first.text()}`);
    return suite;
  }

  /** Imports a package; rejects with the suite's own words when it is refused. */
  importCourse(zip: Uint8Array): Promise<{ id: number; metadata: { aus: { id: string }[] } }> {
    return this.#ask('POST', 'courses', new Uint8Array(zip), 'application/zip');
  }

  /** A new learner, enrolled. */
  enrol(courseId: number): Promise<{ id: number }> {
    const account = { homePage: 'https://example.org', name: randomUUID() };
    return this.#ask('POST', 'tests', JSON.stringify({ courseId, actor: { objectType: 'Agent', account } }));
  }

  /** In Normal unless said: of itself the player launches a unit that is satisfied in Review. */
  launch(testId: number, auIndex: number, options: LaunchOptions = {}): Promise<LaunchedSession> {
    return this.#ask('POST', 'sessions', JSON.stringify({ testId, auIndex, launchMode: 'Normal', ...options }));
  }

  abandon(session: LaunchedSession): Promise<void> {
    return this.#ask('POST', `sessions/${session.id}/abandon`);
  }

  /** Oldest first. */
  async events(session: LaunchedSession): Promise<LoggedEvent[]> {
    return (await this.#ask<LoggedEvent[]>('GET', `sessions/${session.id}/logs`)).sort((a, b) => a.id - b.id);
  }

  async results(testId: number): Promise<{ result: string; aus: UnitResult[] }> {
    return (await this.#ask<{ metadata: { result: string; aus: UnitResult[] } }>('GET', `tests/${testId}`)).metadata;
  }

  async #ask<T>(
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer>,
    type = 'application/json',
  ): Promise<T> {
    const response = await fetch(`${this.origin}/api/v1/${path}`, {
      method,
      headers: {
        authorization: `Basic ${btoa(`${this.user.username}:${this.user.password}`)}`,
        ...(body !== undefined && { 'content-type': type }),
      },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }
}
