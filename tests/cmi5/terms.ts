import { type Context, listOf, type Statement } from '../../src/campus/lrs/statement.ts';
import { VERBS } from '../../src/xapi/vocabulary.ts';

// Written out again: a judge that took them from what it judges would share its mistakes.
export const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
export const MOVE_ON = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
export const MASTERY_SCORE = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';

/** The verbs that a unit may use in cmi5 defined statements (cmi5 9.3). */
export type DefinedVerb = 'initialized' | 'completed' | 'passed' | 'failed' | 'terminated';
const DEFINED: readonly DefinedVerb[] = ['initialized', 'completed', 'passed', 'failed', 'terminated'];

/** Undefined for any other verb. */
export const definedVerb = ({ verb }: Statement): DefinedVerb | undefined =>
  DEFINED.find((name) => VERBS[name].id === verb.id);

/** Identifiers of the activities of a list of the context. */
export const contextIds = (context: Context | undefined, list: string): string[] =>
  listOf(context?.contextActivities?.[list]).map((activity) => (activity as { id: string }).id);

/** A cmi5 defined statement bears the category; any other is only allowed (cmi5 7.1.3). */
export const isDefined = ({ context }: Statement): boolean => contextIds(context, 'category').includes(CMI5);
