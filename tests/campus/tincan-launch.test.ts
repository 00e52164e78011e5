import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { attempts } from '../../src/campus/attempts/attempts.ts';
import { learners } from '../../src/campus/learners.ts';
import { activitiesOf } from '../../src/campus/tincan/activities.ts';
import { VERBS } from '../../src/xapi/vocabulary.ts';
import { emptyFolder, HOST, openTestCampus, removeFolder, type TestCampus } from './open-test-campus.ts';
import { type Launched, lasting, open, stateAddress, toStore, type Verb, verbsIn } from './store-launch.ts';
import { COURSE, storePackages } from './store-packages.ts';

let zips: string;
let folder: string;
let opened: TestCampus;
beforeAll(() => {
  zips = storePackages();
});
afterAll(() => removeFolder(zips));
beforeEach(() => {
  folder = emptyFolder();
  opened = openTestCampus(zips, folder);
});
afterEach(() => {
  opened.close();
  removeFolder(folder);
});

const launch = (as?: string) => open(opened, 'essai-xapi', COURSE, as === undefined ? {} : { as });
async function say({ parameters }: Launched, verb: Verb, result?: object, object = COURSE): Promise<number> {
  const statement = {
    id: randomUUID(),
    actor: JSON.parse(parameters.actor!),
    verb: { id: VERBS[verb].id },
    object: { id: object },
    ...(result && { result }),
    context: { registration: parameters.registration },
  };
  const sent = await toStore(opened, parameters.auth!, 'statements', {
    method: 'POST',
    body: JSON.stringify(statement),
  });
  return sent.status;
}
const only = () => attempts(opened.campus)[0]!;

test('of a tincan.xml, what has an address can be launched', () => {
  expect(activitiesOf(opened.campus.packages.open('essai-xapi')!)).toEqual([
    { id: COURSE, title: 'Cours', url: 'index.html' },
  ]);
});

describe('a launch', () => {
  test('says in the address where the store is, its key, who learns and of what', async () => {
    const { address, parameters } = await launch();
    expect(address.pathname).toBe('/content/essai-xapi/index.html');
    expect(Object.keys(parameters).sort()).toEqual(['activity_id', 'actor', 'auth', 'endpoint', 'registration']);
    expect(parameters).toMatchObject({ activity_id: COURSE, endpoint: `${HOST}/xapi/`, registration: only().id });
    expect(JSON.parse(parameters.actor!)).toMatchObject({ account: { name: opened.learner } });
    expect(verbsIn(opened)).toEqual([]);
  });

  test('has a key that writes for its learner alone, and works until the course is opened again', async () => {
    const [first, other] = [await launch(), await launch(learners(opened.campus)[1]!.id)];
    const theirs = stateAddress(other, 'place');
    expect((await toStore(opened, first.parameters.auth!, theirs)).status).toBe(403);
    expect((await toStore(opened, other.parameters.auth!, theirs)).status).toBe(404);
    expect(await say(first, 'initialized')).toBe(200);
    const second = await launch();
    expect(second.parameters.registration).toBe(first.parameters.registration);
    expect(await say(first, 'completed')).toBe(401);
    expect(await say(second, 'initialized')).toBe(200);
  });

  test('a reload finds the same address; after a restart of the campus the course is opened again', async () => {
    const { page, address } = await launch();
    const shown = async () =>
      (await (await opened.ask(page)).text()).replaceAll('&amp;', '&').replaceAll('&quot;', '"');
    expect(await shown()).toContain(address.href);
    opened.close();
    opened = openTestCampus(zips, folder);
    expect(await shown()).toContain('Cette séance est close');
  });
});

describe('what the course says', () => {
  test('of the whole makes the state of the attempt, its score and its time', async () => {
    const launched = await launch();
    await say(launched, 'initialized');
    expect(only().status).toBe('incomplete');
    await say(launched, 'suspended', lasting(60));
    await say(launched, 'completed', { completion: true });
    await say(launched, 'terminated', lasting(30));
    expect(only()).toMatchObject({ status: 'completed', seconds: 90, modules: 1 });
    await say(launched, 'passed', { success: true, score: { raw: 15, min: 10, max: 20 } });
    expect(only()).toMatchObject({ status: 'passed', score: 50 });
    const page = await (await opened.ask(`/tentatives/${only().id}`)).text();
    expect(page).toContain('Terminé, réussi');
    expect(page).not.toContain('Parcourir sans trace');
  });

  test('of something else says nothing of the whole, and modes are those of cmi5 alone', async () => {
    const launched = await launch();
    await say(launched, 'completed', undefined, `${COURSE}/question`);
    expect(only()).toMatchObject({ status: 'incomplete', modules: 0 });
    const page = await (await opened.ask(`/suivre/essai-xapi/${opened.learner}`)).text();
    expect(page).toContain('Suivre');
    expect(page).not.toContain('Parcourir sans trace');
  });

  test('a course that dies is closed by the next launch, without a word for it', async () => {
    const launched = await launch();
    await say(launched, 'initialized');
    await launch();
    expect(verbsIn(opened)).toEqual(['initialized']);
    expect(await (await opened.ask(`/tentatives/${only().id}`)).text()).toContain('Interrompue');
  });
});
