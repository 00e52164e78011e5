import Database from 'libsql';

export type Value = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, unknown>>;

/** The file is open in another process, which alone may write it. */
export class DataInUse extends Error {}

/** What the campus keeps beside the record store: learners, attempts, launches, what is still to be told. */
export interface CampusData {
  run(sql: string, values?: readonly Value[]): { changes: number };
  all(sql: string, values?: readonly Value[]): Row[];
  /** The first row, undefined without one. */
  one(sql: string, values?: readonly Value[]): Row | undefined;
  /** All of it or nothing, on disk when it returns. Never nested. */
  transaction<T>(work: () => T): T;
  close(): void;
}

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

/** Opens the file, or creates it; `:memory:` for one that ends with the process. Throws DataInUse. */
export function openData(file: string): CampusData {
  const db = new Database(file);
  try {
    // SQLite's own lock on the file: it ends with the process, even killed
    db.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;');
    db.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
  } catch (error) {
    db.close();
    if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error;
    throw new DataInUse(`${file} is open in another process.`);
  }
  const prepared = new Map<string, Database.Statement>();
  const prepare = (sql: string) => {
    let statement = prepared.get(sql);
    if (!statement) prepared.set(sql, (statement = db.prepare(sql)));
    return statement;
  };
  const all = (sql: string, values: readonly Value[] = []) => prepare(sql).all([...values]) as Row[];
  return {
    all,
    one: (sql, values) => all(sql, values)[0],
    run: (sql, values = []) => ({ changes: prepare(sql).run([...values]).changes }),
    transaction(work) {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK');
        throw error;
      }
    },
    close() {
      // statements still prepared would hold the file until they are collected
      db.exec('PRAGMA journal_mode=DELETE; PRAGMA locking_mode=NORMAL; SELECT count(*) FROM settings;');
      db.close();
    },
  };
}

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '');
