import type { LanguageMap } from './statement.ts';

/** The parts of an xAPI profile (specification 1.0) that ours has. */
export interface Profile {
  '@context': string;
  id: string;
  type: 'Profile';
  conformsTo: string;
  prefLabel: LanguageMap;
  definition: LanguageMap;
  author: { type: 'Organization'; name: string };
  versions: readonly { id: string; generatedAtTime: string; wasRevisionOf?: readonly string[] }[];
  concepts: readonly ExtensionConcept[];
  templates: readonly StatementTemplate[];
  patterns: readonly Pattern[];
}

/** What every part has: its own identifier, the version it stands in, what it is called and what it means. */
export interface Described {
  id: string;
  inScheme: string;
  prefLabel: LanguageMap;
  definition: LanguageMap;
}

export interface ExtensionConcept extends Described {
  type: 'ResultExtension' | 'ContextExtension';
  recommendedVerbs: readonly string[];
  /** A JSON Schema, as text. */
  inlineSchema: string;
}

/** What must, may or must not stand at a place of a statement. */
export interface Rule {
  /** A JSONPath, of those that `json-path.ts` reads. */
  location: string;
  presence?: 'included' | 'excluded' | 'recommended';
  /** One of the values found is one of these. */
  any?: readonly unknown[];
  /** All values found are among these. */
  all?: readonly unknown[];
  scopeNote: LanguageMap;
}

export interface StatementTemplate extends Described {
  type: 'StatementTemplate';
  verb: string;
  /** Absent when the object is another statement. */
  objectActivityType?: string;
  /** Templates of the statement that the object refers to. */
  objectStatementRefTemplate?: readonly string[];
  rules: readonly Rule[];
}

/** An order of statements. `primary`: one that stands for itself, not only as a part of another. */
export type Pattern = Described & { type: 'Pattern'; primary: boolean } & (
    | { sequence: readonly string[] }
    | { alternates: readonly string[] }
    | { zeroOrMore: string }
    | { optional: string }
  );
