import { randomUUID } from 'node:crypto';
import type { Actor, Statement } from '../../src/campus/lrs/statement.ts';
import { SESSION, VERBS, words } from '../../src/xapi/vocabulary.ts';
import { Documents } from './documents.ts';
import { Ledger } from './ledger.ts';
import { type Fault, Lrs } from './lrs.ts';
import { satisfies } from './order-clauses.ts';
import { type LaunchMode, launchUrl, newSession, type Session, type Standing, type Unit } from './session.ts';
import { CMI5, MOVE_ON } from './terms.ts';
import type { Violation } from './violation.ts';

/** Verbs that a launching system alone uses. */
const OWN = ['launched', 'abandoned', 'waived', 'satisfied'] as const;

export interface LaunchOptions {
  mode?: LaunchMode;
  /** Where the window goes at the end; absent: nowhere. */
  returnUrl?: string;
  /** In the place of the unit's own. `null`: the launch has none. */
  masteryScore?: number | null;
}

/** A launching system that forgives nothing: it launches units, keeps what they send, and notes every clause they break. */
export class StrictLms {
  readonly ledger = new Ledger();
  readonly documents = new Documents();
  readonly sessions: Session[] = [];
  /** What the record store does to requests; see `Fault`. */
  fault: Fault | undefined;
  /** Where State documents of another activity than the unit's are refused. */
  refusesShared = false;
  /** `cmi5LearnerPreferences`; absent: 404. `refused`: 403. */
  preferences: { languagePreference?: string; audioPreference?: string } | 'refused' | undefined;
  readonly #standings = new Map<string, Standing>();
  readonly #activities = new Map<string, string>();
  readonly #lrs = new Lrs(this);

  constructor(
    readonly units: readonly Unit[],
    readonly origin = 'https://lms.example.org',
    readonly actor: Actor = {
      objectType: 'Agent',
      name: 'Aïcha Benali',
      account: { homePage: 'https://lms.example.org', name: 'a7f3-0042' },
    },
    readonly registration: string = randomUUID(),
  ) {}

  get violations(): readonly Violation[] {
    return this.ledger.violations;
  }
  /** Of the units alone, in the order they were stored. */
  get statements(): readonly Statement[] {
    return this.ledger.statements.filter(({ verb }) => OWN.every((name) => VERBS[name].id !== verb.id));
  }

  /** Launches a unit of the list; a session still open in this registration is abandoned (cmi5 9.3.6). */
  launch(
    rank = 0,
    { mode = 'Normal', returnUrl, masteryScore }: LaunchOptions = {},
  ): { url: string; session: Session } {
    const listed = this.units[rank];
    if (!listed) throw new Error(`No unit ${rank} in a course of ${this.units.length}`);
    const { masteryScore: own, ...rest } = listed;
    const mastery = masteryScore === null ? undefined : (masteryScore ?? own);
    const unit: Unit = { ...rest, ...(mastery !== undefined && { masteryScore: mastery }) };
    for (const open of this.sessions.filter(isOpen)) this.abandon(open);
    const session = newSession({
      unit,
      actor: this.actor,
      registration: this.registration,
      activityId: this.#activityOf(unit),
      mode,
      standing: this.standing(rank),
    });
    if (returnUrl !== undefined) session.returnUrl = returnUrl;
    this.sessions.push(session);
    this.#say('launched', session);
    return { url: launchUrl(session, this.origin, this.sessions.length), session };
  }

  standing(rank = 0): Standing {
    const { id, moveOn } = this.units[rank]!;
    const known = this.#standings.get(id);
    if (known) return known;
    const fresh = { completed: false, passed: false, waived: false, satisfied: satisfies(moveOn, false, false) };
    this.#standings.set(id, fresh);
    return fresh;
  }

  /** The session ended without a word: nothing more is taken from it. */
  abandon(session: Session): void {
    session.abandoned = true;
    this.#say('abandoned', session);
  }

  /** An administrator lets the learner skip a unit (cmi5 9.3.7); a second time is a mistake of the LMS. */
  waive(rank = 0): void {
    const standing = this.standing(rank);
    if (standing.waived) throw new Error('A unit is waived once in a registration (cmi5 9.3.7.0-4)');
    Object.assign(standing, { waived: true, satisfied: true });
    const session = newSession({
      unit: this.units[rank]!,
      actor: this.actor,
      registration: this.registration,
      activityId: this.#activityOf(this.units[rank]!),
      mode: 'Normal',
      standing,
    });
    this.#say('waived', session);
  }

  /** In the place of `fetch`, for a unit without a network. */
  readonly fetch = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> =>
    this.handle(new Request(input, init));

  /** One request of a unit: to the fetch address, to the record store, or the return of its window. */
  async handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const returning = this.sessions.find(({ returnUrl }) => returnUrl !== undefined && request.url === returnUrl);
    if (returning) return this.#comeBack(returning);
    if (pathname.startsWith('/fetch/')) return this.#giveToken(request, pathname.slice('/fetch/'.length));
    if (pathname.startsWith('/lrs/')) return this.#lrs.handle(request);
    return new Response('Not found', { status: 404 });
  }

  /** What an ended visit still owes: every session closed by its unit, its window back. Noted with the rest. */
  judgeEnd(session: Session): void {
    const owed = (clause: string, broken: boolean, why: string) => {
      if (broken) this.ledger.violations.push({ clause, why });
    };
    owed('8.1.2.0-4', session.fetches === 0, 'the fetch address was never called');
    owed('9.3.2.0-2', !session.verbs.includes('initialized'), 'the session ended without "initialized"');
    owed('9.3.8.0-1', !session.verbs.includes('terminated'), 'the session ended without "terminated"');
    owed('10.2.6.0-1', session.returnUrl !== undefined && !session.returned, 'the window never came back');
  }

  #comeBack(session: Session): Response {
    session.returned = true;
    if (session.terminatedAt === undefined)
      this.ledger.violations.push({ clause: '9.3.8.0-1', why: 'the window came back before "terminated" was stored' });
    return new Response('Merci', { headers: { 'content-type': 'text/plain; charset=utf-8' } });
  }

  /** Once (cmi5 8.2.3): later calls are answered 200 with an error, as the standard wants. */
  #giveToken({ method }: Request, id: string): Response {
    const session = this.sessions.find((one) => one.id === id);
    if (!session) return new Response('Not found', { status: 404 });
    const { violations } = this.ledger;
    if (method !== 'POST') {
      violations.push({ clause: '8.1.2.0-4', why: `${method} on the fetch address` });
      return Response.json({ 'error-code': '3', 'error-text': 'POST only' }, { status: 405 });
    }
    session.fetches += 1;
    if (session.fetches === 1) return Response.json({ 'auth-token': session.token });
    violations.push({ clause: '8.2.3.0-1', why: `the fetch address was called ${session.fetches} times` });
    return Response.json({ 'error-code': '1', 'error-text': 'The token was given already' });
  }

  #activityOf({ id }: Unit): string {
    const known = this.#activities.get(id) ?? `https://lms.example.org/activites/${randomUUID()}`;
    this.#activities.set(id, known);
    return known;
  }

  /** What the LMS tells of a session. Also called by its record store when a unit became satisfied. */
  tellSatisfied(session: Session): void {
    this.#say('satisfied', session);
  }

  #say(verb: (typeof OWN)[number], session: Session): void {
    const category = [{ id: CMI5 }, ...(verb === 'waived' ? [{ id: MOVE_ON }] : [])];
    this.ledger.keep({
      id: randomUUID(),
      actor: session.actor,
      verb: { id: VERBS[verb].id, display: words(VERBS[verb]) },
      object: { id: session.activityId },
      context: {
        registration: session.registration,
        contextActivities: { category, grouping: [{ id: session.unit.id }] },
        extensions: { [SESSION]: session.id },
      },
      timestamp: new Date().toISOString(),
    });
  }
}

const isOpen = ({ terminatedAt, abandoned }: Session) => terminatedAt === undefined && !abandoned;
