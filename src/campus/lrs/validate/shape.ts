import { malformed } from '../refusal.ts';

export type Members = Readonly<Record<string, unknown>>;

/** Whether it is `{…}`: neither a list nor null. */
export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Its members, all of them among `allowed`, none of them null. `place` is the path of the property in the statement. */
export function membersOf(value: unknown, place: string, allowed: readonly string[], clause: string): Members {
  if (!isObject(value)) throw malformed(`"${place}" must be an object`, clause);
  for (const [name, member] of Object.entries(value)) {
    if (!allowed.includes(name))
      throw malformed(`"${place}" has a property "${shortened(name)}" that the standard does not know`, clause);
    if (member === null) throw malformed(`"${place}.${name}" is null: leave the property out`, 'xAPI Data 2.2');
  }
  return value;
}

export function listAt(value: unknown, place: string, clause: string): readonly unknown[] {
  if (!Array.isArray(value)) throw malformed(`"${place}" must be a list`, clause);
  return value;
}

export function textAt(value: unknown, place: string, clause: string): string {
  if (typeof value !== 'string') throw malformed(`"${place}" must be a string`, clause);
  return value;
}

export function booleanAt(value: unknown, place: string, clause: string): void {
  if (typeof value !== 'boolean') throw malformed(`"${place}" must be true or false`, clause);
}

export function numberAt(value: unknown, place: string, clause: string): number {
  if (typeof value !== 'number') throw malformed(`"${place}" must be a number`, clause);
  return value;
}

/** Of a word that someone sent, what a sentence can hold. */
export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
