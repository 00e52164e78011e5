import { isUuid } from '../identifier.ts';
import { agentName } from '../mentions.ts';
import { malformed } from '../refusal.ts';
import type { Actor } from '../statement.ts';
import { microseconds } from '../time.ts';
import { actorAt } from '../validate/actor.ts';
import { isIri } from '../validate/scalars.ts';
import { shortened } from '../validate/shape.ts';
import type { LrsRequest } from './request.ts';

const CLAUSE = 'xAPI Communication 3.2';

/** Throws a Refusal 400 for a parameter that the resource does not know, letter case included. */
export function onlyParameters({ parameters }: LrsRequest, allowed: readonly string[]): void {
  for (const name of parameters.keys())
    if (!allowed.includes(name)) throw malformed(`There is no parameter "${shortened(name)}" here`, CLAUSE);
}

/** Each of these answers undefined when the parameter is absent and throws a Refusal 400 when it is wrong. */
export function iriParameter({ parameters }: LrsRequest, name: string): string | undefined {
  const value = parameters.get(name);
  if (value !== undefined && !isIri(value)) throw malformed(`The parameter "${name}" must be an absolute IRI`, CLAUSE);
  return value;
}

export function uuidParameter({ parameters }: LrsRequest, name: string): string | undefined {
  const value = parameters.get(name);
  if (value !== undefined && !isUuid(value)) throw malformed(`The parameter "${name}" must be a UUID`, CLAUSE);
  return value?.toLowerCase();
}

/** Microseconds since 1970. */
export function timeParameter({ parameters }: LrsRequest, name: string): number | undefined {
  const value = parameters.get(name);
  const time = value === undefined ? undefined : microseconds(value);
  if (value !== undefined && time === undefined)
    throw malformed(`The parameter "${name}" must be an ISO 8601 date and time`, CLAUSE);
  return time;
}

export function booleanParameter({ parameters }: LrsRequest, name: string): boolean {
  const value = parameters.get(name) ?? 'false';
  if (value !== 'true' && value !== 'false') throw malformed(`The parameter "${name}" must be true or false`, CLAUSE);
  return value === 'true';
}

/** An agent or an identified group, in JSON. */
export function agentParameter({ parameters }: LrsRequest): { agent: Actor; name: string } | undefined {
  const value = parameters.get('agent');
  if (value === undefined) return undefined;
  let agent: unknown;
  try {
    agent = JSON.parse(value);
  } catch {
    throw malformed('The parameter "agent" must be an agent, in JSON', CLAUSE);
  }
  actorAt(agent, 'agent');
  const name = agentName(agent as Actor);
  if (name === undefined) throw malformed('The parameter "agent" must have an identifier', CLAUSE);
  return { agent: agent as Actor, name };
}

export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw malformed(`The parameter "${name}" is missing`, CLAUSE);
  return value;
}
