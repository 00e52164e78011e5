import { launchedActivity, moduleActivity } from '../xapi/cmi-activities.ts';
import { isoDuration } from '../xapi/duration.ts';
import { newUuid } from '../xapi/new-uuid.ts';
import { clientFor, launchOf, namesOf, openConversation, type Place } from './lrs-opening.ts';
import { tinCanQuery } from './lrs-query.ts';
import { type Dated, type Speech, scoreOf, speak } from './lrs-statements.ts';
import { LrsTracker, type Rules } from './lrs-tracker.ts';
import type { ModuleReached, Tracker } from './tracker.ts';

/** A « TinCan » launch: the address names the record store and its key. Undefined when it does not. */
export function xapi(place: Place): Tracker | undefined {
  const query = tinCanQuery(place.search);
  if (!query) return undefined;
  let tracker: LrsTracker | undefined;
  let reading = false;
  const opened = () => {
    if (!tracker) throw new Error('The session was not opened: launch comes first');
    return tracker;
  };
  return {
    name: 'xapi',
    visibility: 'lrs',
    async launch({ readOnly = false } = {}) {
      reading = readOnly;
      const { course, module = course } = place;
      const speech: Speech = {
        actor: query.actor,
        registration: query.registration,
        session: newUuid(),
        course: { iri: course.iri, title: course.title },
        module: { iri: query.activityId, title: module.title },
        names: namesOf(course),
      };
      const client = clientFor(place, query.endpoint, query.auth);
      const conversation = await openConversation(place, query, client, speech, {
        silent: readOnly,
        sendsEarlier: true,
      });
      tracker = new LrsTracker(conversation);
      tracker.rules = rulesOf(tracker, place.now());
      if (!readOnly) {
        void tracker.tell(speak(speech, tracker.dated(), 'initialized', launchedActivity(speech)), 'begin');
        void tracker.deliver();
      }
      return { ...launchOf(conversation, query), mode: 'normal' };
    },
    save: (save) => opened().save(save),
    readBack: () => tracker?.readBack(),
    hide: (save) => opened().hide(save),
    leave: (save) => (tracker && !reading ? tracker.leave(save) : { committed: false, refused: [] }),
  };
}

/** Module by module, then the whole: each once in a registration. */
function rulesOf(tracker: LrsTracker, since: Date): Rules {
  const { speech, once, now, state } = tracker.conversation;
  const begun = state.stored.tries;
  const lasting = (seconds: number) => ({ duration: isoDuration(seconds) });
  const judged = (verb: 'passed' | 'failed', dated: Dated, { id, best = 0, seconds }: ModuleReached) =>
    speak(speech, dated, verb, moduleActivity(speech, id), {
      result: { score: scoreOf(best), success: verb === 'passed', ...lasting(seconds) },
    });
  const passes = ({ best, masteryScore }: ModuleReached) => best !== undefined && best / 100 >= masteryScore;
  const unit = (id: string) => moduleActivity(speech, id).id;
  const launched = launchedActivity(speech);
  return {
    voids: true,
    mayTell: () => true,
    tellsProgress: ({ id }) => !once.has(`completed ${unit(id)}`),
    outcomes({ progress: { modules, status, score } }) {
      for (const module of modules) {
        const activity = moduleActivity(speech, module.id);
        if (module.complete)
          tracker.tellOnce(`completed ${activity.id}`, (dated) =>
            speak(speech, dated, 'completed', activity, { result: { completion: true, ...lasting(module.seconds) } }),
          );
        if (passes(module)) tracker.tellOnce(`passed ${activity.id}`, (dated) => judged('passed', dated, module));
      }
      const seconds = modules.reduce((sum, one) => sum + one.seconds, 0);
      if (status !== 'incomplete')
        tracker.tellOnce(`completed ${launched.id}`, (dated) =>
          speak(speech, dated, 'completed', launched, { result: { completion: true, ...lasting(seconds) } }),
        );
      if (status === 'passed')
        tracker.tellOnce(`passed ${launched.id}`, (dated) =>
          speak(speech, dated, 'passed', launched, {
            result: { success: true, ...(score !== undefined && { score: scoreOf(score) }), ...lasting(seconds) },
          }),
        );
    },
    close({ progress: { modules, status } }) {
      for (const module of modules) {
        const failed = module.tries > (begun[module.id] ?? 0) && !passes(module);
        if (failed) void tracker.tell(judged('failed', tracker.dated(), module), 'outcome');
      }
      const verb = status === 'incomplete' ? 'suspended' : 'terminated';
      const lasted = Math.max(0, (now().getTime() - since.getTime()) / 1000);
      void tracker.tell(speak(speech, tracker.dated(), verb, launched, { result: lasting(lasted) }), 'end');
    },
  };
}
