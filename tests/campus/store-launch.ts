import { randomUUID } from 'node:crypto';
import { isoDuration } from '../../src/xapi/duration.ts';
import { CMI5, MOVE_ON, SESSION, VERBS } from '../../src/xapi/vocabulary.ts';
import { HOST, type TestCampus } from './open-test-campus.ts';

export type Verb = 'initialized' | 'completed' | 'passed' | 'failed' | 'terminated' | 'experienced' | 'suspended';

/** A course that was launched, as its page finds itself. */
export interface Launched {
  /** Of the session: `/seance/…`. */
  page: string;
  address: URL;
  /** Name and value in its address. */
  parameters: Readonly<Record<string, string>>;
}

/** A learner opens a part of a package by the form of its page. */
export async function open(
  { ask, learner }: TestCampus,
  zip: string,
  part: string,
  { mode = 'Normal', as = learner }: { mode?: string; as?: string } = {},
): Promise<Launched> {
  const response = await ask(`/suivre/${zip}/${as}/seance`, form({ module: part, mode }));
  if (response.status !== 303) throw new Error(`${response.status} ${await response.text()}`);
  const page = response.headers.get('location')!;
  return { page, ...(await addressIn(await (await ask(page)).text())) };
}

export const form = (fields: Readonly<Record<string, string>>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

function addressIn(page: string): Pick<Launched, 'address' | 'parameters'> {
  const written = /(?:src|href)="(http[^"]+registration=[^"]+)"/.exec(page)?.[1];
  if (!written) throw new Error(`No course in this page: ${page}`);
  const address = new URL(written.replaceAll('&amp;', '&').replaceAll('&quot;', '"'));
  return { address, parameters: Object.fromEntries(address.searchParams) };
}

/** A request to the record store with this Authorization header. */
export const toStore = ({ ask }: TestCampus, auth: string, path: string, init: RequestInit = {}) =>
  ask(`/xapi/${path}`, {
    ...init,
    headers: {
      authorization: auth,
      'x-experience-api-version': '1.0.3',
      'content-type': 'application/json',
      ...(init.headers as Record<string, string>),
    },
  });

/** Asks for the key of a cmi5 session, as its page does. */
export async function fetchKey({ ask }: TestCampus, { parameters }: Launched): Promise<Record<string, string>> {
  const path = parameters.fetch!.slice(HOST.length);
  return (await (await ask(path, { method: 'POST' })).json()) as Record<string, string>;
}

/** A unit of cmi5 at work: it has its key and reads how it was launched. */
export interface AssignableUnit {
  auth: string;
  launched: Launched;
  session: string;
  /** Sends a statement that cmi5 defines, or one of its own; says the status of the answer. */
  say(verb: Verb, result?: object, own?: boolean): Promise<number>;
}

export const stateAddress = ({ parameters }: Launched, stateId: string) =>
  `activities/state?${new URLSearchParams({ stateId, agent: parameters.actor!, activityId: parameters.activityId ?? parameters.activity_id!, registration: parameters.registration! })}`;

export async function openUnit(
  opened: TestCampus,
  part: string,
  options: { mode?: string; as?: string } = {},
): Promise<AssignableUnit> {
  const launched = await open(opened, 'essai-cmi5', part, options);
  const auth = `Basic ${(await fetchKey(opened, launched))['auth-token']}`;
  const data = await (await toStore(opened, auth, stateAddress(launched, 'LMS.LaunchData'))).json();
  const { contextTemplate } = data as {
    contextTemplate: { contextActivities: object; extensions: Record<string, string> };
  };
  const { actor, registration, activityId } = launched.parameters;
  return {
    auth,
    launched,
    session: contextTemplate.extensions[SESSION]!,
    async say(verb, result, own = false) {
      const judged = ['completed', 'passed', 'failed'].includes(verb);
      const statement = {
        id: randomUUID(),
        actor: JSON.parse(actor!),
        verb: { id: VERBS[verb].id },
        object: { id: activityId },
        ...(result && { result }),
        context: {
          ...contextTemplate,
          registration,
          contextActivities: {
            ...contextTemplate.contextActivities,
            ...(!own && { category: [{ id: CMI5 }, ...(judged ? [{ id: MOVE_ON }] : [])] }),
          },
        },
        timestamp: opened.campus.now().toISOString(),
      };
      const sent = await toStore(opened, auth, 'statements', { method: 'POST', body: JSON.stringify([statement]) });
      return sent.status;
    },
  };
}

export const lasting = (seconds: number) => ({ duration: isoDuration(seconds) });

/** Every statement the store holds, in the order it came. */
export const statementsIn = ({ campus }: TestCampus) =>
  campus.lrs
    .all('SELECT json FROM statements ORDER BY seq')
    .map(({ json }) => JSON.parse(String(json)) as import('../../src/campus/lrs/statement.ts').StoredStatement);

export const verbsIn = (opened: TestCampus) => statementsIn(opened).map(({ verb }) => verb.id.split('/').at(-1));
