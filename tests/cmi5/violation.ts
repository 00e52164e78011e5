/** What an assignable unit did against the standard. Nothing here is a matter of taste. */
export interface Violation {
  /** Clause of cmi5 (Quartz, 1st edition) with the rank of the sentence in it: `9.3.0.0-4`; or of xAPI: `xAPI Data 2.4.3`. */
  clause: string;
  why: string;
  /** Identifier of the statement; absent when the violation is not in one. */
  statement?: string;
}

/** Gathers the violations of one thing judged: `against('9.1.0.0-1', !id, 'no id')` notes one when it is broken. */
export function noting(statement?: string) {
  const found: Violation[] = [];
  const against = (clause: string, broken: boolean, why: string): void => {
    if (broken) found.push({ clause, why, ...(statement !== undefined && { statement }) });
  };
  return { found, against };
}
