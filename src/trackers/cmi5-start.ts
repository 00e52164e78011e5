import { type LrsClient, LrsError } from '../xapi/client.ts';
import type { LrsQuery } from './lrs-query.ts';
import { TrackerError } from './tracker.ts';

/** Added whole to every statement of a session (cmi5 10.2.1). */
export interface ContextTemplate {
  contextActivities?: Readonly<Record<string, readonly { id: string }[]>>;
  extensions?: Readonly<Record<string, unknown>>;
  readonly [property: string]: unknown;
}

/** What the platform wrote for this session in `LMS.LaunchData` (cmi5 10). */
export interface LaunchData {
  contextTemplate: ContextTemplate;
  launchMode: 'Normal' | 'Browse' | 'Review';
  /** 0 to 1; absent when the platform judges nothing. */
  masteryScore?: number;
  moveOn?: string;
  /** Where the learner goes at the end; absent when nobody waits. */
  returnURL?: string;
}

/** cmi5 11: `audioPreference` must be obeyed; of the languages, the course has one. */
export interface LearnerPreferences {
  /** Comma-separated, best first. */
  languagePreference?: string;
  audioPreference?: 'on' | 'off';
}

/** Where a page keeps something as long as its tab lives. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem'>;

const keyOf = (name: string) => `parcours-coordo cmi5 ${name}`;

/** Storage that throws holds nothing. */
export function readTab<T>(storage: TabStorage | undefined, name: string): T | undefined {
  try {
    return JSON.parse(storage?.getItem(keyOf(name)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
export function writeTab(storage: TabStorage | undefined, name: string, value: unknown): void {
  try {
    storage?.setItem(keyOf(name), JSON.stringify(value));
  } catch {
    // a reload will ask for a new launch
  }
}

/**
 * The key of this session, given once (cmi5 8.2): a reload finds it in the tab, and nothing else ever holds it. Rejects
 * with `TrackerError` when the platform gives none.
 */
export async function authToken(
  address: string,
  storage: TabStorage | undefined,
  fetch: typeof globalThis.fetch,
): Promise<string> {
  const known = readTab<string>(storage, address);
  if (known) return known;
  let given: Record<string, unknown>;
  try {
    const answer = await fetch(address, { method: 'POST', credentials: 'omit', cache: 'no-store' });
    given = (await answer.json()) as Record<string, unknown>;
  } catch (error) {
    throw new TrackerError(`The platform gives no key: ${error}`);
  }
  const token = given['auth-token'];
  if (typeof token !== 'string' || token === '')
    throw new TrackerError(`The platform gives no key: error ${given['error-code']}, ${given['error-text']}`);
  writeTab(storage, address, token);
  return token;
}

/** Rejects with `TrackerError` when the platform wrote none, or cannot be asked. */
export async function launchData(client: LrsClient, query: LrsQuery): Promise<LaunchData> {
  try {
    const { activityId, actor: agent, registration } = query;
    const found = await client.readState({ activityId, agent, registration, stateId: 'LMS.LaunchData' });
    const data = found && (JSON.parse(found.text) as LaunchData);
    if (data?.contextTemplate) return data;
  } catch (error) {
    throw new TrackerError(`No launch data: ${error}`);
  }
  throw new TrackerError('No launch data: the platform wrote none');
}

/** Most learners never set any (404); a store that keeps them to itself is like one that has none. */
export async function learnerPreferences(client: LrsClient, { actor }: LrsQuery): Promise<LearnerPreferences> {
  try {
    const found = await client.readAgentProfile(actor, 'cmi5LearnerPreferences');
    return found ? (JSON.parse(found.text) as LearnerPreferences) : {};
  } catch (error) {
    if (!(error instanceof LrsError)) console.error(error);
    return {};
  }
}
