import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type Store } from '../lrs/store.ts';
import { type CampusData, openData } from './database.ts';

/** What one campus keeps on disk: its own file and that of its record store. */
export interface DataFolder {
  data: CampusData;
  lrs: Store;
  /** The folder held nothing yet. */
  first: boolean;
  close(): void;
}

/** Opens the folder, or makes it. Throws FileInUse when another process has it open. */
export function openFolder(folder: string): DataFolder {
  const file = join(folder, 'campus.sqlite');
  const first = !existsSync(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 }); // answers of people are in there
  const data = openData(file);
  let lrs: Store;
  try {
    lrs = openStore({ file: join(folder, 'lrs.sqlite') });
  } catch (error) {
    data.close();
    throw error;
  }
  const close = () => {
    data.close();
    lrs.close();
  };
  return { data, lrs, first, close };
}
