import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { ManifestData } from './lms/launch.ts';
import { readManifest, text } from './manifest.ts';

/** What the pages are told of a zip. */
export interface PackageInfo extends ManifestData {
  /** File name, without `.zip`. */
  name: string;
  title: string;
  /** `scorm12`, `web`…, from the name; `''` when the name says none. */
  target: string;
  /** Bytes of the zip. */
  size: number;
  /** Address of the first page inside the zip. */
  launch: string;
  /** It has a manifest: an LMS can open it. */
  forLms: boolean;
  /** `schemaversion` of its manifest, `1.2`, `2004 4th Edition`…; absent without a manifest. */
  version?: string;
  /** Its files follow what an author writes. */
  live?: boolean;
}

export interface PackageFile {
  info: PackageInfo;
  /** By path; absent when it has no such file. */
  files: { get(path: string): Uint8Array | undefined };
}

/** What there is to open. */
export interface Packages {
  names(): readonly string[];
  /** Absent when there is none of that name; throws when it cannot be read. */
  open(name: string): PackageFile | undefined;
}

/** Those of a folder, which can also be given as they are. */
export interface ZipFolder extends Packages {
  /** The whole zip; absent when there is none of that name. */
  zip(name: string): Uint8Array | undefined;
}

const TARGET = /-(scorm12|scorm2004|cmi5|tincan|xapi|web|html)(-|$)/;

/** The zips of a folder, kept in memory and read again when they change on disk. */
export function packagesIn(dist: string): ZipFolder {
  const cache = new Map<string, PackageFile & { stamp: string }>();
  const names = () => {
    try {
      return readdirSync(dist).filter((file) => file.endsWith('.zip'));
    } catch {
      return []; // nothing was ever packaged
    }
  };
  return {
    names: () => names().map((file) => file.slice(0, -'.zip'.length)),
    zip: (name) => (names().includes(`${name}.zip`) ? readFileSync(join(dist, `${name}.zip`)) : undefined),
    open(name) {
      if (!names().includes(`${name}.zip`)) return undefined;
      const path = join(dist, `${name}.zip`);
      const { mtimeMs, size } = statSync(path);
      const stamp = `${mtimeMs} ${size}`;
      const known = cache.get(name);
      if (known?.stamp === stamp) return known;
      const read = { ...readPackage(name, readFileSync(path)), stamp };
      cache.set(name, read);
      return read;
    },
  };
}

function readPackage(name: string, zip: Uint8Array): PackageFile {
  const files = new Map(Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith('/')));
  const page = (path: string) => strFromU8(files.get(path) ?? new Uint8Array());
  const manifest = readManifest(page('imsmanifest.xml'));
  const first =
    manifest?.launch ?? (files.has('index.html') ? undefined : text(page('cmi5.xml'), 'url')) ?? 'index.html';
  const info = {
    ...manifest,
    launch: first,
    name,
    title: manifest?.title || /<title>([^<]*)<\/title>/.exec(page(first.replace(/[?#].*$/, '')))?.[1]?.trim() || name,
    target: TARGET.exec(name)?.[1] ?? '',
    size: zip.length,
    forLms: manifest !== undefined,
  };
  return { info, files };
}
