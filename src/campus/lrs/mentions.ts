import {
  type Activity,
  type Actor,
  isActivity,
  isActor,
  isSubStatement,
  listOf,
  type Sentence,
  type Statement,
} from './statement.ts';

/**
 * The identifier of an agent or identified group, in a form that two equal ones share (xAPI Data 2.4.2.3); undefined
 * for an anonymous group.
 */
export function agentName({ mbox, mbox_sha1sum, openid, account }: Actor): string | undefined {
  if (mbox !== undefined) return mbox;
  if (mbox_sha1sum !== undefined) return `sha1:${mbox_sha1sum.toLowerCase()}`;
  if (openid !== undefined) return `openid:${openid}`;
  // an IRL has no space: the first one ends it
  return account && `account:${account.homePage} ${account.name}`;
}

/** What a filter can find a statement by. */
export interface Mentions {
  /** Actor and object, and their members. */
  agents: ReadonlySet<string>;
  /** The same, with authority, instructor, team, and all of them in a statement inside this one. */
  relatedAgents: ReadonlySet<string>;
  activities: ReadonlySet<string>;
  relatedActivities: ReadonlySet<string>;
}

/** The actor and the members of a group. */
export const withMembers = (actor: Actor | undefined): readonly Actor[] =>
  actor ? [actor, ...(actor.member ?? [])] : [];

/** Every agent in a statement, however deep. */
export function agentsIn(statement: Statement): Actor[] {
  const { authority } = statement;
  const of = ({ actor, object, context }: Sentence): readonly Actor[] => [
    ...withMembers(actor),
    ...(isActor(object) ? withMembers(object) : isSubStatement(object) ? of(object) : []),
    ...withMembers(context?.instructor),
    ...withMembers(context?.team),
  ];
  return [...of(statement), ...withMembers(authority)];
}

/** Every activity in a statement, however deep. */
export function activitiesIn({ object, context }: Sentence): Activity[] {
  return [
    ...(isActivity(object) ? [object] : isSubStatement(object) ? activitiesIn(object) : []),
    ...Object.values(context?.contextActivities ?? {}).flatMap((activities) => [...listOf(activities)]),
  ];
}

const names = (actors: readonly Actor[]) => new Set(actors.flatMap((actor) => agentName(actor) ?? []));

export function mentionsOf(statement: Statement): Mentions {
  const { actor, object } = statement;
  return {
    agents: names([...withMembers(actor), ...(isActor(object) ? withMembers(object) : [])]),
    relatedAgents: names(agentsIn(statement)),
    activities: new Set(isActivity(object) ? [object.id] : []),
    relatedActivities: new Set(activitiesIn(statement).map(({ id }) => id)),
  };
}
