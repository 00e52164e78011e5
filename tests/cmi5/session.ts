import { randomUUID } from 'node:crypto';
import type { Actor, Context } from '../../src/campus/lrs/statement.ts';
import { SESSION } from '../../src/xapi/vocabulary.ts';

export type MoveOn = 'Passed' | 'Completed' | 'CompletedAndPassed' | 'CompletedOrPassed' | 'NotApplicable';
export type LaunchMode = 'Normal' | 'Browse' | 'Review';

/** An assignable unit as the course structure describes it. */
export interface Unit {
  /** Publisher identifier, an IRI. */
  id: string;
  /** Absolute address that the launch parameters are added to. */
  url: string;
  moveOn: MoveOn;
  /** 0 to 1; absent when the structure says none. */
  masteryScore?: number;
}

/** What a learner has done with a unit in a registration, whatever the session. */
export interface Standing {
  completed: boolean;
  passed: boolean;
  waived: boolean;
  satisfied: boolean;
  /** Of the statement "completed", by its timestamp; absent before it. */
  completedAt?: number;
}

/** One launch of one unit. */
export interface Session {
  id: string;
  unit: Unit;
  actor: Actor;
  registration: string;
  /** Made by the LMS, never the publisher's. */
  activityId: string;
  mode: LaunchMode;
  returnUrl?: string;
  standing: Standing;
  /** Given once by the fetch address. */
  token: string;
  fetches: number;
  launchDataRead: boolean;
  preferencesRead: boolean;
  /** Verbs of the cmi5 defined statements taken, in their order. */
  verbs: string[];
  initializedAt?: number;
  terminatedAt?: number;
  /** Of any statement taken; `-Infinity` before the first. */
  latest: number;
  abandoned: boolean;
  /** The window came back to `returnUrl`. */
  returned: boolean;
}

/** `LMS.LaunchData` (cmi5 10.2), as the State resource gives it. */
export interface LaunchData {
  contextTemplate: Context;
  launchMode: LaunchMode;
  moveOn: MoveOn;
  masteryScore?: number;
  returnURL?: string;
}

/** More than the least a template must hold, so that a unit that copies only what it knows is caught. */
export const templateOf = ({ id, unit }: Session): Context => ({
  contextActivities: {
    grouping: [{ id: unit.id, objectType: 'Activity' }],
    other: [{ id: 'https://lms.example.org/promotions/2026', objectType: 'Activity' }],
  },
  extensions: { [SESSION]: id, 'https://lms.example.org/extensions/groupe': { nom: 'Nord', rang: 2 } },
});

export const launchDataOf = (session: Session): LaunchData => ({
  contextTemplate: templateOf(session),
  launchMode: session.mode,
  moveOn: session.unit.moveOn,
  ...(session.unit.masteryScore !== undefined && { masteryScore: session.unit.masteryScore }),
  ...(session.returnUrl !== undefined && { returnURL: session.returnUrl }),
});

/**
 * The five parameters, in an order of chance (cmi5 8.1.0.0-7), after what the address already has. The endpoint is
 * another one at each launch, with a last slash or without: nothing may be found again by it.
 */
export function launchUrl(session: Session, origin: string, rank: number): string {
  const url = new URL(session.unit.url);
  const parameters = [
    ['endpoint', `${origin}/lrs/${rank}${rank % 2 === 0 ? '/' : ''}`],
    ['fetch', `${origin}/fetch/${session.id}`],
    ['actor', JSON.stringify(session.actor)],
    ['registration', session.registration],
    ['activityId', session.activityId],
  ] as const;
  for (const [name, value] of [...parameters].sort(() => Math.random() - 0.5)) url.searchParams.append(name, value);
  return url.href;
}

/** A new launch; `standing` is shared by all launches of the unit in the registration. */
export const newSession = (
  facts: Pick<Session, 'unit' | 'actor' | 'registration' | 'activityId' | 'mode' | 'standing'>,
): Session => ({
  ...facts,
  id: randomUUID(),
  token: Buffer.from(`launch:${randomUUID()}`).toString('base64'),
  fetches: 0,
  launchDataRead: false,
  preferencesRead: false,
  verbs: [],
  latest: Number.NEGATIVE_INFINITY,
  abandoned: false,
  returned: false,
});
