/** The statements we make: xAPI 1.0.3, as little of it as they need. */
export type LanguageMap = Readonly<Record<string, string>>;

/** A learner by an account that tells nothing: `homePage` of the organisation, an opaque `name`. */
export interface Learner {
  objectType?: 'Agent';
  name?: string;
  account: { homePage: string; name: string };
}

/** Answer types of xAPI Data 2.4.4.1. */
export const INTERACTION_TYPES = [
  'true-false',
  'choice',
  'fill-in',
  'long-fill-in',
  'matching',
  'performance',
  'sequencing',
  'likert',
  'numeric',
  'other',
] as const;
export type InteractionType = (typeof INTERACTION_TYPES)[number];

export interface Activity {
  objectType?: 'Activity';
  id: string;
  definition?: {
    name?: LanguageMap;
    type?: string;
    interactionType?: InteractionType;
    correctResponsesPattern?: readonly string[];
    choices?: readonly { id: string; description: LanguageMap }[];
  };
}

/** Another statement, by its identifier. */
export interface StatementRef {
  objectType: 'StatementRef';
  id: string;
}

export interface Score {
  /** -1 to 1. */
  scaled?: number;
  raw?: number;
  min?: number;
  max?: number;
}

export interface Result {
  score?: Score;
  success?: boolean;
  completion?: boolean;
  response?: string;
  /** ISO 8601, `PT12M30S`. */
  duration?: string;
  extensions?: Readonly<Record<string, unknown>>;
}

export interface Context {
  registration: string;
  language: string;
  contextActivities?: {
    category?: readonly Activity[];
    parent?: readonly Activity[];
    grouping?: readonly Activity[];
    other?: readonly Activity[];
  };
  extensions: Readonly<Record<string, unknown>>;
}

export interface Statement {
  id: string;
  actor: Learner;
  verb: { id: string; display: LanguageMap };
  object: Activity | StatementRef;
  result?: Result;
  context: Context;
  /** ISO 8601, UTC. */
  timestamp: string;
}
