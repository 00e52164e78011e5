import Database from 'libsql';
import { Refusal } from './refusal.ts';
import { SCHEMA } from './schema.ts';

/** What SQLite takes and gives. A BLOB comes back as an ArrayBuffer. */
export type Value = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, unknown>>;

/** The file is open in another process, which alone may write it. */
export class StoreInUse extends Error {}

/** The one door to the file of the record store. */
export interface Store {
  run(sql: string, values?: readonly Value[]): { changes: number; lastInsertRowid: number };
  all(sql: string, values?: readonly Value[]): Row[];
  /** The first row, undefined without one. */
  one(sql: string, values?: readonly Value[]): Row | undefined;
  /** All of it or nothing, on disk when it returns. Throws a Refusal 507 when there is no room left. Never nested. */
  transaction<T>(work: () => T): T;
  /** Called after a transaction was undone, or an erasure: what was remembered of the tables may be wrong. */
  onForget(forget: () => void): void;
  forget(): void;
  /** Microseconds since 1970, later than any time it gave before. */
  tick(): number;
  /** Microseconds since 1970: all that is stored at or before it can be read now. */
  consistentThrough(): number;
  close(): void;
}

/**
 * Opens the file, or creates it. `maxPages`: pages of 4,096 bytes the file may have; without it, what the disk holds.
 *
 * One process at a time: SQLite's own lock on the file (`locking_mode=EXCLUSIVE`) ends with the process, even killed,
 * and leaves no lock file behind to be deleted by hand. Throws StoreInUse.
 *
 * `synchronous=FULL`: WAL with NORMAL would be enough for a killed process, FULL also holds when the power fails. It costs
 * one flush a batch, 0.2 ms where it was measured: too little to choose the other.
 */
export function openStore({ file, maxPages }: { file: string; maxPages?: number }): Store {
  const db = new Database(file);
  try {
    db.exec('PRAGMA locking_mode=EXCLUSIVE');
    db.exec('PRAGMA journal_mode=WAL');
    db.exec('PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;');
    // pages: a journal of 32 MB before it goes into the file, a memory of 64 MB
    db.exec('PRAGMA wal_autocheckpoint=8000; PRAGMA cache_size=-64000; PRAGMA temp_store=MEMORY;');
    if (maxPages !== undefined) db.exec(`PRAGMA max_page_count=${maxPages}`);
    db.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
    // a file from before keys could end
    if (db.prepare("SELECT 1 FROM pragma_table_info('keys') WHERE name = 'until'").all().length === 0)
      db.exec('ALTER TABLE keys ADD COLUMN until INTEGER');
  } catch (error) {
    db.close();
    if (codeOf(error).startsWith('SQLITE_BUSY'))
      throw new StoreInUse(`${file} is open in another process: stop it, or give this one another file.`);
    throw error;
  }
  return around(db);
}

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '');

function around(db: Database.Database): Store {
  const prepared = new Map<string, Database.Statement>();
  const forgetful: (() => void)[] = [];
  const prepare = (sql: string) => {
    let statement = prepared.get(sql);
    if (!statement) prepared.set(sql, (statement = db.prepare(sql)));
    return statement;
  };
  const all = (sql: string, values: readonly Value[] = []) => prepare(sql).all([...values]) as Row[];
  let last = Number(all('SELECT max(stored) AS last FROM statements')[0]?.last ?? 0);
  return {
    all,
    // not the first of `all`: the driver frees a list of rows only once the event loop has turned
    one: (sql, values = []) => prepare(sql).get([...values]) as Row | undefined,
    run: (sql, values = []) => {
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
        this.forget();
        if (codeOf(error).startsWith('SQLITE_FULL'))
          throw new Refusal(
            507,
            'The record store is full: nothing of this request was stored, what was there is safe.',
          );
        throw error;
      }
    },
    onForget: (forget) => forgetful.push(forget),
    forget: () => {
      for (const forget of forgetful) forget();
    },
    tick: () => (last = Math.max(last + 1, Date.now() * 1000)),
    consistentThrough: () => (last = Math.max(last, Date.now() * 1000)),
    close() {
      if (!db.open) return;
      // prepared statements keep the connection, and its lock, until they are collected: the lock is given back first
      db.exec('PRAGMA journal_mode=DELETE; PRAGMA locking_mode=NORMAL; SELECT count(*) FROM keys;');
      prepared.clear();
      db.close();
    },
  };
}
