import type { ModuleOutline } from '../model/course.ts';
import type { LrsClient } from '../xapi/client.ts';
import { launchedActivity } from '../xapi/cmi-activities.ts';
import { isoDuration } from '../xapi/duration.ts';
import type { Result, Statement } from '../xapi/statement.ts';
import { CMI5, MASTERY_SCORE, MOVE_ON, SESSION, VERBS } from '../xapi/vocabulary.ts';
import {
  countsForMoveOn,
  type DefinedVerb,
  isPass,
  mayTell,
  mayTellMore,
  newSession,
  type Session,
  told,
} from './cmi5-session.ts';
import { authToken, type LaunchData, launchData, learnerPreferences, readTab, writeTab } from './cmi5-start.ts';
import { adoptEarlier, clientFor, launchOf, namesOf, openConversation, type Place } from './lrs-opening.ts';
import { cmi5Query } from './lrs-query.ts';
import { type Dated, type Speech, scoreOf, speak } from './lrs-statements.ts';
import { LrsTracker, onceId, type Rules } from './lrs-tracker.ts';
import { type Launch, type ModuleReached, type Save, SessionOver, type Tracker } from './tracker.ts';

/** What the tab keeps of a session, so that a reload goes on with it. */
interface Kept {
  session: Session;
  /** ISO 8601, UTC: the moment of `initialized`. */
  since: string;
  returnUrl?: string;
  /** Finished tries of the final quiz when it began. */
  tries: number;
}

/** Before the window goes back whatever happened, in milliseconds. */
const LONGEST_FAREWELL = 10_000;

/** An AU of cmi5 (Quartz). Undefined when no platform launched this page, or when it opens no module. */
export function cmi5(place: Place): Tracker | undefined {
  const query = cmi5Query(place.search);
  const module = place.module ?? (place.course.modules.length === 1 ? place.course.modules[0] : undefined);
  if (!query || !module) return undefined;
  const name = `session ${query.fetch}`;
  let tracker: LrsTracker | undefined;
  let kept: Kept | undefined;
  let reading = false;

  const opened = () => {
    if (!tracker) throw new Error('The session was not opened: launch comes first');
    return tracker;
  };

  return {
    name: 'cmi5',
    visibility: 'lrs',
    async launch({ readOnly = false } = {}) {
      reading = readOnly;
      const before = readTab<Kept>(place.tab, name);
      if (before?.session.terminated) throw new SessionOver(before.returnUrl);
      const client = clientFor(place, query.endpoint, `Basic ${await authToken(query.fetch, place.tab, place.fetch)}`);
      // both come before the first statement (cmi5 10, 11)
      const [data, preferences] = await Promise.all([launchData(client, query), learnerPreferences(client, query)]);
      const mode = data.launchMode.toLowerCase() as Launch['mode'];
      const since = before ? new Date(before.since) : place.now();
      const speech = speechOf(place, module, query, data, since);
      const conversation = await openConversation(place, query, client, speech, {
        silent: readOnly || mode === 'browse',
        sendsEarlier: false,
      });
      tracker = new LrsTracker(conversation);
      const { once } = conversation;
      // another device may have told it to a platform that keeps no State document
      const arrived = async (key: string) =>
        (once.has(key) && !once.waiting.some((one) => one.key === key)) ||
        (mode === 'normal' && (await client.holds(onceId(speech, key)).catch(() => false)));
      const session =
        before?.session ??
        newSession({
          mode,
          ...(data.masteryScore !== undefined && { masteryScore: data.masteryScore }),
          completed: await arrived('completed'),
          passed: await arrived('passed'),
        });
      const returnUrl = addressIn(data.returnURL);
      const tries = before?.tries ?? conversation.state.stored.tries[module.id] ?? 0;
      kept = { session, since: since.toISOString(), tries, ...(returnUrl && { returnUrl }) };
      const held = kept;
      const keep = (next: Session) => {
        held.session = next;
        writeTab(place.tab, name, held);
      };
      tracker.rules = rulesOf(tracker, module, () => held, keep);
      if (!readOnly) {
        if (mayTell(held.session, 'initialized')) {
          void tracker.tell(defined(speech, { ...tracker.dated(), at: since }, 'initialized'), 'begin');
          keep(told(held.session, 'initialized'));
        }
        if (mode === 'normal') {
          const ended = held.session.completed || once.has('completed');
          await adoptEarlier(conversation, (statement) => adopts(statement, client, { held, keep, ended }));
        }
        void tracker.deliver();
      }
      return {
        ...launchOf(conversation, query),
        mode,
        ...(preferences.audioPreference && { audio: preferences.audioPreference }),
        ...(returnUrl && !readOnly && { returns: true }),
      };
    },
    save: (save) => opened().save(save),
    readBack: () => tracker?.readBack(),
    hide: (save) => opened().hide(save),
    leave: (save) => {
      if (!tracker || reading) return { committed: false, refused: [] };
      return place.reloading() ? tracker.hide(save) : tracker.leave(save);
    },
    async exit(save) {
      const farewell = new Promise((resolve) => setTimeout(resolve, LONGEST_FAREWELL));
      await Promise.race([opened().end(save), farewell]);
      if (kept?.returnUrl) place.goTo(kept.returnUrl);
    },
  };
}

/** Nothing but a page of the web: a window is taken there. */
const addressIn = (given: string | undefined) => (given && /^https?:\/\//i.test(given) ? given : undefined);

function speechOf(
  { course }: Place,
  module: ModuleOutline,
  { actor, registration, activityId }: NonNullable<ReturnType<typeof cmi5Query>>,
  { contextTemplate }: LaunchData,
  notBefore: Date,
): Speech {
  return {
    actor,
    registration,
    session: String(contextTemplate.extensions?.[SESSION] ?? ''),
    template: contextTemplate,
    notBefore,
    course: { iri: course.iri, title: course.title },
    module: { iri: activityId, title: module.title },
    names: namesOf(course),
  };
}

/** A statement that cmi5 defines: on the launched activity, in its category (cmi5 9.6.2). */
function defined(speech: Speech, dated: Dated, verb: DefinedVerb, result?: Result, masteryScore?: number): Statement {
  const category = [{ id: CMI5 }, ...(countsForMoveOn(verb) ? [{ id: MOVE_ON }] : [])];
  const statement = speak(speech, dated, verb, launchedActivity(speech), { ...(result && { result }), category });
  if (masteryScore === undefined) return statement;
  const { context } = statement;
  return {
    ...statement,
    context: { ...context, extensions: { ...context.extensions, [MASTERY_SCORE]: masteryScore } },
  };
}

/**
 * Whether this session may tell what an earlier one said of the AU itself. A failure that did not arrive is told at the
 * end of this one, if it still stands. `ended`: the unit was said to be completed, and no progress may follow.
 */
async function adopts(
  statement: Statement,
  client: LrsClient,
  { held, keep, ended }: { held: Kept; keep: (next: Session) => void; ended: boolean },
): Promise<boolean> {
  if (!statement.context.contextActivities?.category?.some(({ id }) => id === CMI5)) {
    const isProgress = statement.verb.id === VERBS.progressed.id;
    return !(isProgress && ended); // cmi5 9.5.5.1
  }
  if (statement.verb.id === VERBS.failed.id && !(await client.holds(statement.id).catch(() => false))) held.tries -= 1;
  const verb = (['completed', 'passed'] as const).find((one) => VERBS[one].id === statement.verb.id);
  if (!verb || !mayTell(held.session, verb)) return false;
  keep(told(held.session, verb));
  return true;
}

/** What cmi5 asks for, beside what every record store is told (cmi5 9.3 to 9.5). */
function rulesOf(tracker: LrsTracker, module: ModuleOutline, held: () => Kept, keep: (next: Session) => void): Rules {
  const { speech, once, now } = tracker.conversation;
  const reachedIn = ({ progress }: Save) => progress.modules.find(({ id }) => id === module.id);
  const may = (verb: DefinedVerb) => mayTell(held().session, verb);
  const say = (verb: DefinedVerb) => keep(told(held().session, verb));
  const judged = (verb: 'passed' | 'failed', dated: Dated, { best = 0, seconds }: ModuleReached) =>
    defined(
      speech,
      dated,
      verb,
      { score: scoreOf(best), success: verb === 'passed', duration: isoDuration(seconds) },
      held().session.masteryScore,
    );
  const passes = ({ best, masteryScore }: ModuleReached) =>
    best !== undefined && isPass(held().session, best / 100, masteryScore);

  return {
    voids: false, // an AU may not
    mayTell: () => mayTellMore(held().session),
    tellsProgress: ({ id }) => id === module.id && !held().session.completed && !once.has('completed'),
    outcomes(save) {
      const reached = reachedIn(save);
      if (!reached) return;
      if (reached.complete && may('completed')) {
        const result = { completion: true, duration: isoDuration(reached.seconds) };
        tracker.tellOnce('completed', (dated) => defined(speech, dated, 'completed', result));
        say('completed');
      }
      if (passes(reached) && may('passed')) {
        tracker.tellOnce('passed', (dated) => judged('passed', dated, reached));
        say('passed');
      }
    },
    close(save) {
      const reached = reachedIn(save);
      // one verdict in a session: a failure waits until no try can follow
      if (reached && reached.tries > held().tries && !passes(reached) && may('failed')) {
        void tracker.tell(judged('failed', tracker.dated(), reached), 'outcome');
        say('failed');
      }
      if (!may('terminated')) return;
      const lasted = (now().getTime() - Date.parse(held().since)) / 1000;
      const result = { duration: isoDuration(Math.max(0, lasted)) };
      void tracker.tell(defined(speech, tracker.dated(), 'terminated', result), 'end');
      say('terminated');
    },
  };
}
