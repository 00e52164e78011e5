import { strToU8, type Zippable, zipSync } from 'fflate';
import type { PackageFile } from './target.ts';

/** Deflating these again costs time and gains nothing. */
const COMPRESSED = /\.(?:avif|gif|jpe?g|m4a|mp3|mp4|ogg|opus|png|webm|webp|woff2?|zip)$/i;

/**
 * A zip holds local time without a zone, and fflate reads it with local getters: so the date is built from local
 * components. Noon, because midnight does not exist everywhere on every day.
 */
const DATE = new Date(1980, 0, 1, 12);

/** A plain file, rw-r--r--, as Unix writes it: unzipped on a web server, it can be read. */
const ATTRIBUTES = { os: 3, attrs: (0o100644 << 16) >>> 0 };

/** The same bytes for the same files, whatever their order, the day, the machine and its time zone. Throws on a path no LMS would accept. */
export function zip(files: readonly PackageFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const { path, data } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    if (path.includes('\\') || path.split('/').some((part) => ['', '.', '..'].includes(part)))
      throw new Error(`Bad path in a package: ${JSON.stringify(path)}. It should be relative, with "/" between names.`);
    if (Object.hasOwn(entries, path))
      throw new Error(`Two files of the package have the path ${JSON.stringify(path)}.`);
    const level = COMPRESSED.test(path) ? 0 : 9;
    entries[path] = [typeof data === 'string' ? strToU8(data) : data, { level, mtime: DATE, ...ATTRIBUTES }];
  }
  return zipSync(entries);
}
