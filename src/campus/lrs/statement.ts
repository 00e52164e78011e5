import type { LanguageMap, StatementRef } from '../../xapi/statement.ts';
import { VERBS } from '../../xapi/vocabulary.ts';

/** xAPI 1.0.3 as it travels: what `validate/` lets through. Unknown extensions stay as they came. */
export type Extensions = Readonly<Record<string, unknown>>;

export interface Account {
  homePage: string;
  name: string;
}

/** An Agent has exactly one of the four identifiers; a Group one, or none and its members. */
export interface Actor {
  objectType?: 'Agent' | 'Group';
  name?: string;
  mbox?: string;
  mbox_sha1sum?: string;
  openid?: string;
  account?: Account;
  member?: readonly Actor[];
}

export interface Verb {
  id: string;
  display?: LanguageMap;
}

export interface Activity {
  objectType?: 'Activity';
  id: string;
  definition?: ActivityDefinition;
}

export type ActivityDefinition = Readonly<Record<string, unknown>> & { name?: LanguageMap; description?: LanguageMap };

export interface Context {
  registration?: string;
  instructor?: Actor;
  team?: Actor;
  /** Each list may have been sent as one object. */
  contextActivities?: Readonly<Record<string, Activity | readonly Activity[]>>;
  statement?: StatementRef;
  language?: string;
  extensions?: Extensions;
}

export interface Attachment {
  usageType: string;
  contentType: string;
  length: number;
  sha2: string;
  fileUrl?: string;
}

/** What a statement and a statement inside a statement share. */
export interface Sentence {
  actor: Actor;
  verb: Verb;
  object: Activity | Actor | StatementRef | SubStatement;
  result?: Readonly<Record<string, unknown>>;
  context?: Context;
  timestamp?: string;
  attachments?: readonly Attachment[];
}

export interface SubStatement extends Sentence {
  objectType: 'SubStatement';
}

export interface Statement extends Sentence {
  /** Absent until the record store gives one. */
  id?: string;
  stored?: string;
  authority?: Actor;
  version?: string;
}

/** With all that the record store adds. */
export type StoredStatement = Statement & { id: string; stored: string; timestamp: string; authority: Actor };

export const isVoiding = ({ verb }: Statement) => verb.id === VERBS.voided.id;
export const isActivity = (object: Sentence['object']): object is Activity =>
  object.objectType === undefined || object.objectType === 'Activity';
export const isActor = (object: Sentence['object']): object is Actor =>
  object.objectType === 'Agent' || object.objectType === 'Group';
export const isSubStatement = (object: Sentence['object']): object is SubStatement =>
  object.objectType === 'SubStatement';
export const isStatementRef = (object: Sentence['object']): object is StatementRef =>
  object.objectType === 'StatementRef';

/** A list, whether it was sent as one or as its only member. */
export const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];
