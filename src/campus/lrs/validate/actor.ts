import { malformed } from '../refusal.ts';
import { iriAt, isIri } from './scalars.ts';
import { listAt, type Members, membersOf, textAt } from './shape.ts';

const IDENTIFIERS = ['mbox', 'mbox_sha1sum', 'openid', 'account'] as const;
const AGENT = ['objectType', 'name', ...IDENTIFIERS];

/** An agent or a group, identified or not (xAPI Data 2.4.2). */
export function actorAt(value: unknown, place: string): void {
  const { objectType } = membersOf(value, place, [...AGENT, 'member'], 'xAPI Data 2.4.2');
  if (objectType === 'Group') groupAt(value, place);
  else agentAt(value, place);
}

export function agentAt(value: unknown, place: string): void {
  const clause = 'xAPI Data 2.4.2.1';
  const agent = membersOf(value, place, AGENT, clause);
  if ('objectType' in agent && agent.objectType !== 'Agent')
    throw malformed(`"${place}.objectType" must be "Agent"`, clause);
  if (identifiersOf(agent, place) !== 1)
    throw malformed(`"${place}" must have exactly one of ${IDENTIFIERS.join(', ')}`, clause);
}

/** With an identifier, or else with its members. */
export function groupAt(value: unknown, place: string): void {
  const clause = 'xAPI Data 2.4.2.2';
  const group = membersOf(value, place, [...AGENT, 'member'], clause);
  if (group.objectType !== 'Group') throw malformed(`"${place}.objectType" must be "Group"`, clause);
  const identifiers = identifiersOf(group, place);
  if (identifiers > 1) throw malformed(`"${place}" must have at most one of ${IDENTIFIERS.join(', ')}`, clause);
  if (identifiers === 0 && !('member' in group))
    throw malformed(`"${place}" must have an identifier, or its members in "member"`, clause);
  if (!('member' in group)) return;
  const members = listAt(group.member, `${place}.member`, clause);
  if (identifiers === 0 && members.length === 0) throw malformed(`"${place}.member" must name someone`, clause);
  for (const [rank, member] of members.entries()) agentAt(member, `${place}.member[${rank}]`);
}

/** An agent, or the two of an OAuth consumer and its user, as an anonymous group (xAPI Data 2.4.9). */
export function authorityAt(value: unknown, place: string): void {
  actorAt(value, place);
  const authority = value as Members;
  if (authority.objectType !== 'Group') return;
  const members = authority.member;
  const anonymous = IDENTIFIERS.every((name) => !(name in authority));
  if (!anonymous || !Array.isArray(members) || members.length !== 2)
    throw malformed(`"${place}" as a group must be anonymous and have exactly two members`, 'xAPI Data 2.4.9');
}

/** How many identifiers it has, each of them well written. */
function identifiersOf(actor: Members, place: string): number {
  const clause = 'xAPI Data 2.4.2.3';
  if ('name' in actor) textAt(actor.name, `${place}.name`, 'xAPI Data 2.4.2');
  if ('mbox' in actor && !/^mailto:[^\s@<>"]+@[^\s@<>"]+$/.test(textAt(actor.mbox, `${place}.mbox`, clause)))
    throw malformed(`"${place}.mbox" must have the form "mailto:address"`, clause);
  const sum = actor.mbox_sha1sum;
  if ('mbox_sha1sum' in actor && !(typeof sum === 'string' && /^[0-9a-f]{40}$/i.test(sum)))
    throw malformed(`"${place}.mbox_sha1sum" must be 40 hexadecimal digits`, clause);
  if ('openid' in actor && !isIri(actor.openid)) throw malformed(`"${place}.openid" must be an absolute URI`, clause);
  if ('account' in actor) accountAt(actor.account, `${place}.account`);
  return IDENTIFIERS.filter((name) => name in actor).length;
}

function accountAt(value: unknown, place: string): void {
  const clause = 'xAPI Data 2.4.2.4';
  const account = membersOf(value, place, ['homePage', 'name'], clause);
  iriAt(account.homePage, `${place}.homePage`, clause);
  textAt(account.name, `${place}.name`, clause);
}
