import { actorName } from '../../xapi/sentences.ts';
import type { Campus } from '../campus.ts';
import { agentOf, learners } from '../learners.ts';
import { agentName } from '../lrs/mentions.ts';
import { learnersIn } from '../lrs/register.ts';
import type { Actor } from '../lrs/statement.ts';

/** The names the campus gives its learners, which no statement holds; by identifier. */
export function namesIn(campus: Pick<Campus, 'data'>): ReadonlyMap<string, string> {
  return new Map(learners(campus).map((learner) => [agentName(agentOf(campus, learner)) ?? '', learner.name]));
}

/** The agent of an identifier that `agentName` wrote. */
export function agentFrom(name: string): Actor {
  const [, homePage, account] = /^account:(\S+) ([\s\S]+)$/.exec(name) ?? [];
  if (homePage !== undefined && account !== undefined) return { account: { homePage, name: account } };
  if (name.startsWith('sha1:')) return { mbox_sha1sum: name.slice('sha1:'.length) };
  return name.startsWith('openid:') ? { openid: name.slice('openid:'.length) } : { mbox: name };
}

/** Whoever has a statement, by their names: the campus’s own, else the one statements give, else the account's. */
export function learnerChoices({ lrs, data }: Pick<Campus, 'lrs' | 'data'>): { value: string; name: string }[] {
  const names = namesIn({ data });
  return learnersIn(lrs)
    .map(({ agent, names: given }) => ({
      value: agent,
      name: names.get(agent) ?? given[0] ?? actorName(agentFrom(agent)),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}
