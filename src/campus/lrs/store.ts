import { isFull, openSqlite, type Sqlite } from '../data/sqlite.ts';
import { Refusal } from './refusal.ts';
import { SCHEMA } from './schema.ts';

/** The one door to the file of the record store. */
export interface Store extends Sqlite {
  /** All of it or nothing, on disk when it returns. Throws a Refusal 507 when there is no room left. Never nested. */
  transaction<T>(work: () => T): T;
  /** Called after a transaction was undone, or an erasure: what was remembered of the tables may be wrong. */
  onForget(forget: () => void): void;
  forget(): void;
  /** Microseconds since 1970, later than any time it gave before. */
  tick(): number;
  /** Microseconds since 1970: all that is stored at or before it can be read now. */
  consistentThrough(): number;
}

// pages: a journal of 32 MB before it goes into the file, a memory of 64 MB
const PRAGMAS =
  'PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=8000; PRAGMA cache_size=-64000; PRAGMA temp_store=MEMORY;';

/**
 * Opens the file, or creates it. `maxPages`: pages of 4,096 bytes the file may have; without it, what the disk holds.
 * Throws FileInUse.
 */
export function openStore({ file, maxPages }: { file: string; maxPages?: number }): Store {
  const most = maxPages === undefined ? '' : `PRAGMA max_page_count=${maxPages};`;
  const db = openSqlite(file, { pragmas: `${PRAGMAS} ${most}`, tables: SCHEMA });
  // a file from before keys could end
  if (!db.one("SELECT 1 FROM pragma_table_info('keys') WHERE name = 'until'"))
    db.run('ALTER TABLE keys ADD COLUMN until INTEGER');
  const forgetful: (() => void)[] = [];
  const forget = () => {
    for (const one of forgetful) one();
  };
  let last = Number(db.one('SELECT max(stored) AS last FROM statements')?.last ?? 0);
  return {
    ...db,
    transaction(work) {
      try {
        return db.transaction(work);
      } catch (error) {
        forget();
        if (!isFull(error)) throw error;
        throw new Refusal(507, 'The record store is full: nothing of this request was stored, what was there is safe.');
      }
    },
    onForget: (one) => forgetful.push(one),
    forget,
    tick: () => (last = Math.max(last + 1, Date.now() * 1000)),
    consistentThrough: () => (last = Math.max(last, Date.now() * 1000)),
  };
}
