import type { Key } from '../keys.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store.ts';
import type { LrsRequest } from './request.ts';

/** What a resource answers to one method; a Refusal is thrown, never returned. */
export type Answer = (context: { store: Store; key: Key; request: LrsRequest }) => Response;

/** A resource of the record store: the methods it takes. */
export type Resource = Readonly<Partial<Record<string, Answer>>>;

/** Throws a Refusal 405 for a method the resource does not take. */
export function answerTo(resource: Resource, method: string): Answer {
  const answer = Object.hasOwn(resource, method) ? resource[method] : undefined;
  if (!answer) throw new Refusal(405, `This resource takes ${Object.keys(resource).join(', ')}.`);
  return answer;
}

export const noContent = () => new Response(null, { status: 204 });
