import Database from 'libsql';

/** What SQLite takes and gives. A BLOB comes back as an ArrayBuffer. */
export type Value = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, unknown>>;

/** The file is open in another process, which alone may write it. */
export class FileInUse extends Error {}

/** One file of tables. */
export interface Sqlite {
  run(sql: string, values?: readonly Value[]): { changes: number; lastInsertRowid: number };
  all(sql: string, values?: readonly Value[]): Row[];
  /** The first row, undefined without one. */
  one(sql: string, values?: readonly Value[]): Row | undefined;
  /** All of it or nothing, on disk when it returns. Never nested. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/**
 * Opens the file, or creates it; `:memory:` for one that ends with the process. `setup`: its own pragmas, then its tables.
 *
 * One process at a time: SQLite's own lock on the file (`locking_mode=EXCLUSIVE`) ends with the process, even killed,
 * and leaves no lock file behind to be deleted by hand. Throws FileInUse.
 *
 * `synchronous=FULL`: WAL with NORMAL would be enough for a killed process, FULL also holds when the power fails. It costs
 * one flush a batch, 0.2 ms where it was measured: too little to choose the other.
 */
export function openSqlite(file: string, { pragmas, tables }: { pragmas: string; tables: string }): Sqlite {
  const db = new Database(file);
  try {
    db.exec(`PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; ${pragmas}`);
    db.exec(`BEGIN IMMEDIATE; ${tables} COMMIT;`);
  } catch (error) {
    db.close();
    if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error;
    throw new FileInUse(`${file} is open in another process: stop it, or give this one another file.`);
  }
  const prepared = new Map<string, Database.Statement>();
  const prepare = (sql: string) => {
    let statement = prepared.get(sql);
    if (!statement) prepared.set(sql, (statement = db.prepare(sql)));
    return statement;
  };
  return {
    all: (sql, values = []) => prepare(sql).all([...values]) as Row[],
    // not the first of `all`: the driver frees a list of rows only once the event loop has turned
    one: (sql, values = []) => prepare(sql).get([...values]) as Row | undefined,
    run(sql, values = []) {
      const { changes, lastInsertRowid } = prepare(sql).run([...values]);
      return { changes, lastInsertRowid: Number(lastInsertRowid) };
    },
    transaction(work) {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK'); // when the file is full, SQLite has already done it
        throw error;
      }
    },
    close() {
      if (!db.open) return;
      // prepared statements keep the connection, and its lock, until they are collected: the lock is given back first
      db.exec('PRAGMA journal_mode=DELETE; PRAGMA locking_mode=NORMAL; SELECT count(*) FROM sqlite_schema;');
      prepared.clear();
      db.close();
    },
  };
}

/** There is no room left on the disk, or in the pages that the file may have. */
export const isFull = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_FULL');

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '');
