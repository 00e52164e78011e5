import { type Loose, UnitByTheBook } from './by-the-book.ts';
import { CMI5, type DefinedVerb, MOVE_ON } from './terms.ts';

/** Launches the same unit again for the same learner, wherever it stands. */
export interface Launcher {
  launch(): { url: string } | Promise<{ url: string }>;
  fetch: (input: string, init?: RequestInit) => Promise<Response>;
}

export interface Planted {
  clause: string;
  mistake: string;
  /** What the unit does wrong, once it has read what it must; the LMS is there to launch again. */
  plant: (unit: UnitByTheBook, lms: Launcher) => Promise<unknown>;
  /** How the unit is launched; absent: in Normal. */
  mode?: 'Browse' | 'Review';
  /** The mistake is made instead of reading launch data and preferences. */
  unread?: true;
}

/** One statement after `initialized`, with members in the place of the good ones. */
const after =
  (verb: DefinedVerb, change: (good: Loose & { result?: Loose; context: Loose }) => Loose) =>
  async (unit: UnitByTheBook): Promise<unknown> => {
    const good = unit.defined(verb) as unknown as Loose & { result?: Loose; context: Loose };
    return unit.post(unit.defined('initialized'), { ...good, timestamp: later(unit), ...change(good) });
  };

/** After what the clock gave to a statement made later than it is sent. */
const later = (unit: UnitByTheBook) => unit.about({}).timestamp;

const result = (change: Loose) => (good: { result?: Loose }) => ({ result: { ...good.result, ...change } });
const without = (name: string) => (good: { result?: Loose }) => ({
  result: Object.fromEntries(Object.entries(good.result ?? {}).filter(([key]) => key !== name)),
});
const categories =
  (...ids: string[]) =>
  (good: { context: Loose }) => ({
    context: {
      ...good.context,
      contextActivities: { ...(good.context.contextActivities as Loose), category: ids.map((id) => ({ id })) },
    },
  });
const extensions = (change: Loose) => (good: { context: Loose }) => ({
  context: {
    ...good.context,
    extensions: Object.fromEntries(
      Object.entries({ ...(good.context.extensions as Loose), ...change }).filter(([, value]) => value !== undefined),
    ),
  },
});
const verbs =
  (...list: DefinedVerb[]) =>
  async (unit: UnitByTheBook) =>
    unit.post(unit.defined('initialized'), ...list.map((verb) => unit.defined(verb)));

/** Another launch of the same unit in the same registration, ready to speak. */
async function again(lms: Launcher): Promise<UnitByTheBook> {
  const unit = new UnitByTheBook((await lms.launch()).url, lms.fetch);
  unit.clock = 60;
  await unit.start();
  return unit;
}
const inTwoLaunches = (first: DefinedVerb, second: DefinedVerb) => async (unit: UnitByTheBook, lms: Launcher) => {
  await unit.post(unit.defined('initialized'), unit.defined(first), unit.defined('terminated'));
  const next = await again(lms);
  await next.post(next.defined('initialized'), next.defined(second));
};

const SESSION_ID = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const GROUP = 'https://lms.example.org/extensions/groupe';
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';

/** One mistake for each sentence of the standard that binds a unit. */
export const PLANTED: readonly Planted[] = [
  {
    clause: '8.1.2.0-4',
    mistake: 'GET on the fetch address',
    plant: (unit) => unit.send(unit.parameters.get('fetch')!),
  },
  {
    clause: '8.2.3.0-1',
    mistake: 'a second POST on the fetch address',
    plant: (unit) => unit.send(unit.parameters.get('fetch')!, { method: 'POST' }),
  },
  {
    clause: '8.1.2.0-5',
    mistake: 'a token without Basic',
    plant: (unit) => unit.request('statements', { headers: { authorization: unit.token } }),
  },
  {
    clause: 'xAPI Communication 3.3',
    mistake: 'no version of xAPI',
    plant: (unit) => unit.request('statements', { headers: { 'x-experience-api-version': '' } }),
  },
  {
    clause: '8.1.3.0-3',
    mistake: 'another actor',
    plant: after('completed', () => ({ actor: { account: { homePage: 'https://lms.example.org', name: 'autre' } } })),
  },
  {
    clause: '8.1.3.0-3',
    mistake: 'the actor without its name',
    plant: (unit) => unit.post({ ...unit.defined('initialized'), actor: { account: unit.actor.account } }),
  },
  {
    clause: '8.1.3.0-3',
    mistake: 'a State document of another agent',
    plant: (unit) => {
      const place = unit.place('bookmark');
      place.set('agent', JSON.stringify({ mbox: 'mailto:autre@example.org' }));
      return unit.request(`activities/state?${place}`);
    },
  },
  {
    clause: '8.1.4.0-3',
    mistake: 'a State document of another registration',
    plant: (unit) => {
      const place = unit.place('bookmark');
      place.set('registration', '00000000-0000-4000-8000-000000000000');
      return unit.request(`activities/state?${place}`);
    },
  },
  {
    clause: '8.1.5.0-6',
    mistake: 'a defined statement about another activity',
    plant: after('completed', () => ({ object: { id: 'tag:example.org,2026:cours/m1' } })),
  },
  {
    clause: '9.1.0.0-1',
    mistake: 'no identifier',
    plant: async (unit) => {
      const { id: _, ...nameless } = unit.defined('initialized');
      return unit.post(nameless);
    },
  },
  {
    clause: 'xAPI Data 2.4.1',
    mistake: 'an identifier that is no UUID',
    plant: after('completed', () => ({ id: 'un' })),
  },
  {
    clause: 'xAPI Data 2.4.1',
    mistake: 'one identifier for two statements',
    plant: async (unit) => {
      const first = unit.defined('initialized');
      await unit.post(first);
      return unit.post({ ...unit.allowed(), id: first.id });
    },
  },
  {
    clause: 'xAPI Data 4.6',
    mistake: 'a duration that is none',
    plant: after('completed', result({ duration: 'P1DT' })),
  },
  { clause: '9.7.0.0-1', mistake: 'no timestamp', plant: after('completed', () => ({ timestamp: undefined })) },
  {
    clause: '9.7.0.0-2',
    mistake: 'the time of Paris',
    plant: after('completed', () => ({ timestamp: '2026-11-22T13:30:00+01:00' })),
  },
  {
    clause: '9.6.1.0-1',
    mistake: 'no registration',
    plant: after('completed', ({ context: { registration: _, ...context } }) => ({ context })),
  },
  {
    clause: '9.6.0.0-1',
    mistake: 'no context',
    plant: (unit) => unit.post({ ...unit.defined('initialized'), context: undefined }),
  },
  {
    clause: '9.6.3.1-4',
    mistake: 'no session identifier in an allowed statement',
    plant: async (unit) => {
      const good = unit.allowed();
      const { extensions: held, ...context } = good.context as Loose;
      const kept = Object.fromEntries(Object.entries(held as Loose).filter(([name]) => name !== SESSION_ID));
      return unit.post(unit.defined('initialized'), {
        ...good,
        timestamp: later(unit),
        context: { ...context, extensions: kept },
      });
    },
  },
  {
    clause: '10.2.1.0-6',
    mistake: 'the publisher’s identifier left out of the grouping',
    plant: after('completed', ({ context }) => ({
      context: { ...context, contextActivities: { ...(context.contextActivities as Loose), grouping: [] } },
    })),
  },
  {
    clause: '10.2.1.0-6',
    mistake: 'an activity of one’s own before those of the template',
    plant: after('completed', ({ context }) => {
      const lists = context.contextActivities as Record<string, object[]>;
      return {
        context: {
          ...context,
          contextActivities: { ...lists, grouping: [{ id: 'tag:example.org,2026:a' }, ...lists.grouping!] },
        },
      };
    }),
  },
  {
    clause: '10.2.1.0-6',
    mistake: 'an extension of the template left out',
    plant: after('completed', extensions({ [GROUP]: undefined })),
  },
  {
    clause: '10.2.1.0-7',
    mistake: 'an extension of the template overwritten',
    plant: after('completed', extensions({ [GROUP]: { nom: 'Sud', rang: 2 } })),
  },
  {
    clause: '10.2.1.0-7',
    mistake: 'the session of another launch',
    plant: after('completed', extensions({ [SESSION_ID]: 'une-autre' })),
  },
  {
    clause: '10.2.1.0-5',
    mistake: 'LMS.LaunchData written',
    plant: (unit) => unit.request(`activities/state?${unit.place('LMS.LaunchData')}`, { method: 'PUT', body: '{}' }),
  },
  {
    clause: '10.2.1.0-5',
    mistake: 'LMS.LaunchData deleted',
    plant: (unit) => unit.request(`activities/state?${unit.place('LMS.LaunchData')}`, { method: 'DELETE' }),
  },
  {
    clause: '10.2.1.0-4',
    mistake: 'a statement before LMS.LaunchData was read',
    unread: true,
    plant: async (unit) => {
      await unit.fetchToken();
      await unit.readPreferences();
      return unit.post(
        unit.about({ verb: { id: 'http://adlnet.gov/expapi/verbs/initialized' }, object: { id: unit.activityId } }),
      );
    },
  },
  {
    clause: '11.0.0.0-3',
    mistake: 'a statement before the preferences were read',
    unread: true,
    plant: async (unit) => {
      await unit.fetchToken();
      await unit.readLaunchData();
      return unit.post(unit.defined('initialized'));
    },
  },
  {
    clause: '11.0.0.0-1',
    mistake: 'the preferences of another agent',
    plant: (unit) =>
      unit.request('agents/profile?profileId=cmi5LearnerPreferences&agent=%7B%22mbox%22%3A%22mailto%3Aa%40b.fr%22%7D'),
  },
  { clause: '6.3.0.0-1', mistake: 'a statement voided by the unit', plant: voids },
  {
    clause: '9.2.0.0-2',
    mistake: 'a group for an actor',
    plant: after('completed', ({ actor }) => ({ actor: { ...(actor as Loose), objectType: 'Group' } })),
  },
  {
    clause: '9.3.0.0-1',
    mistake: 'a verb of the LMS',
    plant: after('completed', () => ({ verb: { id: 'https://w3id.org/xapi/adl/verbs/waived' } })),
  },
  { clause: '9.3.0.0-2', mistake: '"initialized" twice', plant: verbs('initialized') },
  { clause: '9.3.0.0-2', mistake: '"failed" twice', plant: verbs('failed', 'failed') },
  { clause: '9.3.0.0-3', mistake: '"passed" after "failed" in one session', plant: verbs('failed', 'passed') },
  { clause: '9.3.0.0-3', mistake: '"failed" after "passed" in one session', plant: verbs('passed', 'failed') },
  { clause: '9.3.0.0-4', mistake: 'an allowed statement first', plant: (unit) => unit.post(unit.allowed()) },
  {
    clause: '9.3.0.0-4',
    mistake: 'an allowed statement in the request of "initialized"',
    plant: (unit) => unit.postTogether(unit.defined('initialized'), unit.allowed()),
  },
  {
    clause: '9.3.0.0-4',
    mistake: 'an allowed statement dated before "initialized"',
    plant: async (unit) => {
      const early = unit.allowed();
      return unit.post(unit.defined('initialized'), early);
    },
  },
  {
    clause: '9.3.0.0-5',
    mistake: 'an allowed statement after "terminated"',
    plant: (unit) => unit.post(unit.defined('initialized'), unit.defined('terminated'), unit.allowed()),
  },
  {
    clause: '9.3.0.0-5',
    mistake: '"terminated" dated before an answer',
    plant: async (unit) => {
      const [first, last, answer] = [unit.defined('initialized'), unit.defined('terminated'), unit.allowed()];
      return unit.post(first, answer, last);
    },
  },
  {
    clause: '9.3.0.0-5',
    mistake: 'a State document after "terminated"',
    plant: async (unit) => {
      await unit.post(unit.defined('initialized'), unit.defined('terminated'));
      return unit.request(`activities/state?${unit.place('record')}`, { method: 'PUT', body: 'x' });
    },
  },
  {
    clause: '9.3.0.0-6',
    mistake: '"completed" again at a later launch',
    plant: inTwoLaunches('completed', 'completed'),
  },
  { clause: '9.3.0.0-7', mistake: '"passed" again at a later launch', plant: inTwoLaunches('passed', 'passed') },
  { clause: '9.3.0.0-8', mistake: '"failed" at a launch after "passed"', plant: inTwoLaunches('passed', 'failed') },
  {
    clause: '9.3.4.0-2',
    mistake: '"passed" below the mastery score',
    plant: after('passed', result({ score: { scaled: 0.79 } })),
  },
  {
    clause: '9.3.5.0-2',
    mistake: '"failed" at the mastery score',
    plant: after('failed', result({ score: { scaled: 0.8 } })),
  },
  {
    clause: '9.5.1.0-2',
    mistake: 'a score in "completed"',
    plant: after('completed', result({ score: { scaled: 1 } })),
  },
  {
    clause: '9.5.1.0-3',
    mistake: 'raw without min and max',
    plant: after('passed', result({ score: { scaled: 0.9, raw: 90 } })),
  },
  { clause: '9.5.1', mistake: 'a negative scaled score', plant: after('failed', result({ score: { scaled: -0.5 } })) },
  {
    clause: '9.5.1',
    mistake: 'a raw score that is not whole',
    plant: after('passed', result({ score: { scaled: 0.9, raw: 90.5, min: 0, max: 100 } })),
  },
  { clause: '9.5.2.0-1', mistake: '"passed" without success', plant: after('passed', without('success')) },
  { clause: '9.5.2.0-2', mistake: '"failed" with success true', plant: after('failed', result({ success: true })) },
  { clause: '9.5.2.0-3', mistake: 'success in "completed"', plant: after('completed', result({ success: true })) },
  { clause: '9.5.3.0-1', mistake: '"completed" without completion', plant: after('completed', without('completion')) },
  { clause: '9.5.3.0-2', mistake: 'completion in "passed"', plant: after('passed', result({ completion: true })) },
  { clause: '9.5.4.1-1', mistake: '"terminated" without a duration', plant: after('terminated', without('duration')) },
  { clause: '9.5.4.1-2', mistake: '"completed" without a duration', plant: after('completed', without('duration')) },
  { clause: '9.5.4.1-3', mistake: '"passed" without a duration', plant: after('passed', without('duration')) },
  { clause: '9.5.4.1-4', mistake: '"failed" without a duration', plant: after('failed', without('duration')) },
  {
    clause: '9.5.5.1',
    mistake: 'a progress in "completed"',
    plant: after('completed', result({ extensions: { [PROGRESS]: 100 } })),
  },
  {
    clause: '9.5.5.1',
    mistake: 'a progress of 0.5',
    plant: (unit) =>
      unit.post(unit.defined('initialized'), unit.allowed({ result: { extensions: { [PROGRESS]: 0.5 } } })),
  },
  {
    clause: '9.5.5.1',
    mistake: 'a progress after "completed"',
    plant: (unit) =>
      unit.post(
        unit.defined('initialized'),
        unit.defined('completed'),
        unit.allowed({ result: { extensions: { [PROGRESS]: 100 } } }),
      ),
  },
  {
    clause: '9.6.2.1-1',
    mistake: '"completed" of the unit without the category',
    plant: after('completed', categories()),
  },
  {
    clause: '9.6.2.2-1',
    mistake: '"completed" without the category moveon',
    plant: after('completed', categories(CMI5)),
  },
  {
    clause: '9.6.2.2-2',
    mistake: 'the category moveon on "terminated"',
    plant: after('terminated', categories(CMI5, MOVE_ON)),
  },
  {
    clause: '9.6.2.2-2',
    mistake: 'the category moveon on an allowed statement',
    plant: (unit) => unit.post(unit.defined('initialized'), unit.allowed({ context: unit.context([MOVE_ON]) })),
  },
  {
    clause: '9.6.3.2-2',
    mistake: 'no mastery score in the context',
    plant: after('passed', extensions({ [MASTERY]: undefined })),
  },
  { clause: '9.6.3.2-2', mistake: 'another mastery score', plant: after('failed', extensions({ [MASTERY]: 0.5 })) },
  { clause: '10.2.4.0-2', mistake: '"passed" without a score', plant: after('passed', without('score')) },
  { clause: '10.2.2.0-9', mistake: '"completed" in Browse', mode: 'Browse', plant: verbs('completed') },
  { clause: '10.2.2.0-11', mistake: '"passed" in Review', mode: 'Review', plant: verbs('passed') },
];

function voids(unit: UnitByTheBook): Promise<unknown> {
  const answer = unit.allowed();
  const [opening, told] = [{ ...unit.defined('initialized'), timestamp: answer.timestamp }, answer];
  return unit.post(
    opening,
    told,
    unit.about({
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: told.id },
      context: unit.context([]),
    }),
  );
}
