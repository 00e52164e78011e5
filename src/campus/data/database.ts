import { openSqlite, type Sqlite } from './sqlite.ts';

/** What the campus keeps beside the record store: learners, attempts, launches, what is still to be told. */
export type CampusData = Sqlite;

/**
 * Times are milliseconds since 1970, durations seconds. `sessions`: launches whose course speaks to the record store, with
 * the ticket of their key and the last statement that was read of them. `units`: what such a course said of its modules.
 */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS learners (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, cohort TEXT NOT NULL, added INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS attempts (
  id TEXT PRIMARY KEY, package TEXT NOT NULL, learner TEXT NOT NULL REFERENCES learners(id),
  cmi TEXT NOT NULL, status TEXT NOT NULL, score REAL,
  modules INTEGER NOT NULL DEFAULT 0, first INTEGER NOT NULL, last INTEGER NOT NULL,
  UNIQUE (package, learner)
);
CREATE TABLE IF NOT EXISTS launches (
  id TEXT PRIMARY KEY, attempt TEXT NOT NULL REFERENCES attempts(id) ON DELETE CASCADE, token BLOB NOT NULL,
  begun INTEGER NOT NULL, seconds REAL NOT NULL, commits INTEGER NOT NULL, open INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS launches_of ON launches (attempt);
CREATE TABLE IF NOT EXISTS sessions (
  launch TEXT PRIMARY KEY REFERENCES launches(id) ON DELETE CASCADE, unit TEXT NOT NULL, mode TEXT NOT NULL,
  ticket TEXT NOT NULL UNIQUE, key TEXT, seq INTEGER NOT NULL DEFAULT 0, latest INTEGER, ended TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS sessions_of_key ON sessions (key);
CREATE TABLE IF NOT EXISTS units (
  attempt TEXT NOT NULL REFERENCES attempts(id) ON DELETE CASCADE, unit TEXT NOT NULL,
  completed INTEGER, passed INTEGER, failed INTEGER, score REAL, seconds REAL, PRIMARY KEY (attempt, unit)
);
CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY, statements TEXT NOT NULL, failure TEXT NOT NULL);
`;

/** Opens the file, or creates it; `:memory:` for one that ends with the process. Throws FileInUse. */
export const openData = (file: string): CampusData =>
  openSqlite(file, { pragmas: 'PRAGMA foreign_keys=ON;', tables: SCHEMA });
