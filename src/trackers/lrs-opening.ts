import type { CourseOutline, ModuleOutline } from '../model/course.ts';
import { attemptKey } from '../storage/attempt-key.ts';
import type { Device } from '../storage/device.ts';
import { Outbox } from '../storage/outbox.ts';
import { type LrsClient, LrsError, type LrsOptions, lrsClient } from '../xapi/client.ts';
import type { Wordings } from '../xapi/cmi-activities.ts';
import type { Statement } from '../xapi/statement.ts';
import type { TabStorage } from './cmi5-start.ts';
import { LearnerState } from './learner-state.ts';
import type { LaunchActor, LrsQuery } from './lrs-query.ts';
import { inSession, type Speech } from './lrs-statements.ts';
import type { Conversation } from './lrs-tracker.ts';
import { OutboxSender } from './outbox-sender.ts';
import { StateDocument } from './state-document.ts';
import { ToldOnce } from './told-once.ts';
import { type Launch, TrackerError } from './tracker.ts';

/** The page that a platform launched, and what it may use. */
export interface Place {
  /** Query of its address. */
  search: string;
  course: CourseOutline;
  /** The module this page opens on; absent when it opens the whole course. */
  module?: ModuleOutline;
  device: Device;
  /** Absent where the browser refuses it. */
  tab?: TabStorage;
  fetch: typeof globalThis.fetch;
  onCall?: LrsOptions['onCall'];
  now(): Date;
  /** 0 to 1. */
  random(): number;
  /** Takes the window elsewhere. */
  goTo(address: string): void;
  /** The page goes away to come back at once: the session goes on. */
  reloading(): boolean;
}

const RECORD = 'parcours-coordo';
const ONCE = 'parcours-coordo.once';

export const clientFor = ({ fetch, onCall }: Place, endpoint: string, auth: string): LrsClient =>
  lrsClient({ endpoint, auth, fetch, ...(onCall && { onCall }) });

/** What the course calls its modules and pages. */
export function namesOf({ modules }: CourseOutline): Wordings {
  return new Map(
    modules.flatMap(({ id, title, pages }) => [
      [id, { question: title }] as const,
      ...pages.map((page) => [`${id}/${page.id}`, { question: page.title }] as const),
    ]),
  );
}

/**
 * Reads what the store and the device hold. `sendsEarlier`: what another session left may leave as it is. Rejects with
 * `TrackerError` when the store cannot be asked.
 */
export async function openConversation(
  place: Place,
  query: LrsQuery,
  client: LrsClient,
  speech: Speech,
  { silent, sendsEarlier }: { silent: boolean; sendsEarlier: boolean },
): Promise<Conversation> {
  const { actor: agent, registration, activityId } = query;
  const document = (activity: string, stateId: string) =>
    new StateDocument(client, { agent, registration, activityId: activity, stateId });
  const state = new LearnerState(document(place.course.iri, RECORD), document(activityId, RECORD));
  const once = new ToldOnce(document(activityId, ONCE));
  // neither the store's address nor the order of the actor's words: a platform may change both at each launch
  const key = attemptKey('outbox', whoIs(agent), registration);
  try {
    const [outbox] = await Promise.all([Outbox.open(place.device, key), state.read(), once.read()]);
    const sender = new OutboxSender({
      outbox,
      client,
      session: speech.session,
      sendsEarlier,
      random: place.random,
      onLost: ({ text }, error) => console.error('A statement was refused for good', text, error),
    });
    return { speech, outbox, sender, state, once, now: place.now, silent };
  } catch (error) {
    if (!(error instanceof LrsError)) throw error;
    throw new TrackerError(`The record store cannot be read: ${error.message}`);
  }
}

/**
 * What an earlier session could not send is told in this one: its own key is gone, and a key speaks for its session alone.
 * Its opening and its end are left: the platform closed it. The identifier stays, so that what had arrived is known.
 * `takes`: whether this session may tell it.
 */
export async function adoptEarlier(
  { outbox, speech }: Conversation,
  takes: (statement: Statement) => Promise<boolean>,
): Promise<void> {
  for (const one of outbox.waiting.filter(({ session }) => session !== speech.session)) {
    const statement: Statement = JSON.parse(one.text);
    if (one.weight === 'begin' || one.weight === 'end' || !(await takes(statement))) await outbox.done([one.id]);
    else {
      const text = JSON.stringify(inSession(speech, statement));
      await outbox.replace({ ...one, session: speech.session, text });
    }
  }
}

/** What the attempt is told of the learner and of what the store holds. */
export function launchOf({ state }: Conversation, { actor, registration }: LrsQuery): Omit<Launch, 'mode'> {
  const { data, status, score } = state.stored;
  return {
    learner: { id: `${whoIs(actor)} ${registration}`, name: actor.name ?? '' },
    suspendData: data,
    status,
    ...(score !== undefined && { score }),
  };
}

const whoIs = ({ account, mbox, mbox_sha1sum, openid }: LaunchActor) =>
  account ? `${account.homePage} ${account.name}` : (mbox ?? mbox_sha1sum ?? openid ?? '');
