import { attemptKey } from '../storage/attempt-key.ts';

/** Who learns: any of the four ways xAPI names a person; cmi5 always gives an account. */
export interface LaunchActor {
  objectType?: 'Agent';
  name?: string;
  account?: { homePage: string; name: string };
  mbox?: string;
  mbox_sha1sum?: string;
  openid?: string;
}

/** What the address of a page says of its record store. */
export interface LrsQuery {
  endpoint: string;
  actor: LaunchActor;
  registration: string;
  /** As the platform calls what was launched. */
  activityId: string;
}

/** cmi5 8.1: five parameters, in any order. Undefined when one is missing or unreadable: no platform launched this page. */
export function cmi5Query(search: string): (LrsQuery & { fetch: string }) | undefined {
  const parameters = new URLSearchParams(search);
  const [endpoint, fetch, registration, activityId] = ['endpoint', 'fetch', 'registration', 'activityId'].map((name) =>
    parameters.get(name),
  );
  const actor = parsed(parameters.get('actor')) as LaunchActor | undefined; // as it is: it stands in every statement
  return endpoint && fetch && registration && activityId && actor?.account?.name
    ? { endpoint, fetch, registration, activityId, actor }
    : undefined;
}

/** A « TinCan » launch. Without a registration, one that this person always has for this activity. */
export function tinCanQuery(search: string): (LrsQuery & { auth: string }) | undefined {
  const parameters = new URLSearchParams(search);
  const [endpoint, auth, activityId] = ['endpoint', 'auth', 'activity_id'].map((name) => parameters.get(name));
  const actor = actorOf(parameters.get('actor'));
  if (!endpoint || !auth || !activityId || !actor) return undefined;
  const given = parameters.get('registration') ?? '';
  const registration = UUID.test(given)
    ? given
    : uuidOf(attemptKey(endpoint, JSON.stringify(actor), activityId + given));
  return { endpoint, auth, activityId, actor, registration };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** 128 bits as a UUID of a form of its own (RFC 9562 5.8). */
const uuidOf = (hex: string) => hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-a$4-$5');

/** The person the parameter names, in the present form: older launches give lists, and an account by other words. */
function actorOf(parameter: string | null): LaunchActor | undefined {
  const held = parsed(parameter);
  if (!held) return undefined;
  const first = (name: string) => {
    const value = Array.isArray(held[name]) ? held[name][0] : held[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [name, mbox, mbox_sha1sum, openid] = [first('name'), first('mbox'), first('mbox_sha1sum'), first('openid')];
  const account = accountOf(Array.isArray(held.account) ? held.account[0] : held.account);
  const known = account
    ? { account }
    : mbox
      ? { mbox }
      : mbox_sha1sum
        ? { mbox_sha1sum }
        : openid
          ? { openid }
          : undefined;
  return known && { objectType: 'Agent', ...(name && { name }), ...known };
}

function parsed(parameter: string | null): Readonly<Record<string, unknown>> | undefined {
  try {
    const given: unknown = JSON.parse(parameter ?? '');
    return typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function accountOf(given: unknown): LaunchActor['account'] {
  if (typeof given !== 'object' || given === null) return undefined;
  const { homePage, name, accountServiceHomePage, accountName } = given as Record<string, unknown>;
  const [home, called] = [homePage ?? accountServiceHomePage, name ?? accountName];
  return typeof home === 'string' && typeof called === 'string' ? { homePage: home, name: called } : undefined;
}
