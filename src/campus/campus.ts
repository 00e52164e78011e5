import type { ZipFolder } from '../preview/package-file.ts';
import type { CampusData } from './data/database.ts';
import type { Store } from './lrs/store.ts';

/** What every part of the campus works with. */
export interface Campus {
  data: CampusData;
  /** The record store, in the same process. */
  lrs: Store;
  packages: ZipFolder;
  now(): Date;
  /** What identifiers and launch tokens are made of. */
  randomBytes(length: number): Buffer;
}

/** A UUID (version 4) of these bytes. */
export function newId({ randomBytes }: Pick<Campus, 'randomBytes'>): string {
  const bytes = randomBytes(16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Where the accounts of its learners are from: said once, when the data folder is made. */
export const DEFAULT_IRI = 'https://campus.vernoselle.example';

/** The IRI of this campus; `asked` counts only when the data has none yet. */
export function campusIri({ data }: Pick<Campus, 'data'>, asked = DEFAULT_IRI): string {
  data.run('INSERT OR IGNORE INTO settings (name, value) VALUES (?, ?)', ['iri', asked]);
  return String(data.one('SELECT value FROM settings WHERE name = ?', ['iri'])?.value);
}
