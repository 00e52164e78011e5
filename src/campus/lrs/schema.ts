/**
 * Tables of the record store. `seq` is the order of arrival: it never goes back, and a number is never given twice, so
 * that a reader who continues after one loses nothing.
 *
 * - `postings`: for each entity (agent, activity, verb, registration), the statements that mention it. `broad` 0 is
 *   what a plain filter finds (actor or object), 1 what `related_agents` and `related_activities` find.
 * - `register`: the statements of a learner or about an activity by the time they happened; entity 0 is everyone.
 *   Voided statements are not in it.
 * - `pointers`: statements whose object is another statement; `chains`: all that each of them leads to.
 */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS statements (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  stored INTEGER NOT NULL UNIQUE,
  happened INTEGER NOT NULL,
  actor INTEGER NOT NULL,
  voided INTEGER NOT NULL DEFAULT 0,
  digest BLOB NOT NULL,
  json TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS entities (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (kind, name)
);
CREATE TABLE IF NOT EXISTS postings (
  entity INTEGER NOT NULL,
  broad INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (entity, broad, seq)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS register (
  entity INTEGER NOT NULL,
  happened INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (entity, happened, seq)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pointers (
  source INTEGER PRIMARY KEY,
  target BLOB NOT NULL,
  voids INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS pointers_target ON pointers (target);
CREATE TABLE IF NOT EXISTS chains (
  source INTEGER NOT NULL,
  target INTEGER NOT NULL,
  PRIMARY KEY (source, target)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS chains_target ON chains (target);
CREATE TABLE IF NOT EXISTS activities (
  entity INTEGER PRIMARY KEY,
  definition TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS agent_names (
  entity INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (entity, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
  kind TEXT NOT NULL,
  activity TEXT NOT NULL,
  agent TEXT NOT NULL,
  registration TEXT NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  etag TEXT NOT NULL,
  updated INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (kind, agent, activity, registration, id)
);
CREATE TABLE IF NOT EXISTS attachments (
  sha2 TEXT PRIMARY KEY,
  content BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS attached (
  sha2 TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (sha2, seq)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS attached_seq ON attached (seq);
CREATE TABLE IF NOT EXISTS keys (
  key TEXT PRIMARY KEY,
  secret BLOB NOT NULL,
  label TEXT NOT NULL,
  scope TEXT NOT NULL,
  actor TEXT,
  created INTEGER NOT NULL,
  until INTEGER
);
`;
