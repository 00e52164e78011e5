import type { LanguageMap } from '../../xapi/statement.ts';
import { activityOf } from './activities.ts';
import { agentName } from './mentions.ts';
import {
  type Activity,
  type Actor,
  isActivity,
  isActor,
  isStatementRef,
  isSubStatement,
  listOf,
  type Sentence,
  type StoredStatement,
} from './statement.ts';
import type { Store } from './store.ts';

/** xAPI Communication 2.1.3: as it came; identifiers alone; or with what the record store knows, in one language. */
export type Format = 'exact' | 'ids' | 'canonical';

/** `languages`: preferred first, as `Accept-Language` says; empty when it does not. */
export function formatted(
  store: Store,
  statement: StoredStatement,
  format: Format,
  languages: readonly string[],
): StoredStatement {
  if (format === 'ids')
    return withParts(statement, { actor: idOfActor, activity: ({ id }) => ({ id }), verb: ({ id }) => ({ id }) });
  if (format === 'exact') return statement;
  return withParts(statement, {
    actor: (actor) => actor,
    activity: (activity) => canonicalActivity(store, activity, languages),
    verb: ({ id, display }) => ({ id, ...(display && { display: inOneLanguage(display, languages) }) }),
  });
}

interface Parts {
  actor: (actor: Actor) => Actor;
  activity: (activity: Activity) => Activity;
  verb: (verb: Sentence['verb']) => Sentence['verb'];
}

/** The same statement, each of its actors, activities and verbs drawn anew. */
function withParts<S extends Sentence>(sentence: S, parts: Parts): S {
  const { object, context } = sentence;
  const activities = context?.contextActivities;
  const authority = 'authority' in sentence && { authority: parts.actor(sentence.authority as Actor) };
  return {
    ...sentence,
    ...authority,
    actor: parts.actor(sentence.actor),
    verb: parts.verb(sentence.verb),
    object: objectWith(object, parts),
    ...(context && {
      context: {
        ...context,
        ...(context.instructor && { instructor: parts.actor(context.instructor) }),
        ...(context.team && { team: parts.actor(context.team) }),
        ...(activities && {
          contextActivities: Object.fromEntries(
            Object.entries(activities).map(([name, list]) => [name, listOf(list).map(parts.activity)]),
          ),
        }),
      },
    }),
  };
}

function objectWith(object: Sentence['object'], parts: Parts): Sentence['object'] {
  if (isActivity(object)) return parts.activity(object);
  if (isActor(object)) return parts.actor(object);
  if (isStatementRef(object)) return object;
  return isSubStatement(object) ? withParts(object, parts) : object;
}

/** Its identifier alone; of an anonymous group, those of its members. */
function idOfActor({ objectType, mbox, mbox_sha1sum, openid, account, member, name: _name }: Actor): Actor {
  const identifier = {
    ...(mbox !== undefined && { mbox }),
    ...(mbox_sha1sum !== undefined && { mbox_sha1sum }),
    ...(openid !== undefined && { openid }),
    ...(account && { account }),
  };
  const anonymous = agentName(identifier) === undefined;
  return {
    ...(objectType && { objectType }),
    ...identifier,
    ...(anonymous && member && { member: member.map(idOfActor) }),
  };
}

function canonicalActivity(store: Store, { objectType, id }: Activity, languages: readonly string[]): Activity {
  const { definition } = activityOf(store, id);
  if (!definition) return { ...(objectType && { objectType }), id };
  const { name, description } = definition;
  return {
    ...(objectType && { objectType }),
    id,
    definition: {
      ...definition,
      ...(name && { name: inOneLanguage(name, languages) }),
      ...(description && { description: inOneLanguage(description, languages) }),
    },
  };
}

/** The entry of the first language there is, `fr` and `fr-FR` standing for each other; the first entry without one. */
function inOneLanguage(map: LanguageMap, languages: readonly string[]): LanguageMap {
  const tags = Object.keys(map);
  const base = (tag: string) => tag.toLowerCase().split('-')[0];
  const entryFor = (language: string) =>
    tags.find((tag) => tag.toLowerCase() === language.toLowerCase()) ??
    tags.find((tag) => base(tag) === base(language));
  const chosen = languages.map(entryFor).find((tag) => tag !== undefined) ?? tags[0];
  return chosen === undefined ? {} : { [chosen]: map[chosen]! };
}

/** `Accept-Language` as a list, preferred first. */
export function languagesOf(header: string | undefined): string[] {
  const weighed = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().split(';');
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
  });
  return weighed
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
