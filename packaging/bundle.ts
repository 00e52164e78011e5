import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PackageFile } from './target.ts';

/** The player, built once for all courses. Paths are '/'-separated and relative to the package's root. */
export interface Bundle {
  script: string;
  style: string;
  /** What the player's own script imports: a page names it, so that the two come together. */
  shared: readonly string[];
  /** Block type → what draws it, its own styles inside. */
  blocks: ReadonlyMap<string, Chunk>;
  files: readonly PackageFile[];
  /** The files that a package with these types of blocks and this tracker needs, and no other. */
  filesFor(types: Iterable<string>, tracker: string): readonly PackageFile[];
}

export interface Chunk {
  /** Its element's own file first, then those it shares with others; the player aside. */
  scripts: readonly string[];
}

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, '.cache', 'bundle');
const STAMP = join(ROOT, '.cache', 'bundle.sha256');

/** Builds the player unless its sources are those of the last build; says whether it did. */
export async function buildBundle(): Promise<{ bundle: Bundle; built: boolean }> {
  const stamp = sourceStamp();
  const fresh = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp && existsSync(join(OUT, 'manifest.json'));
  if (!fresh) {
    const { build } = await import('vite');
    // whoever calls: a test runner sets another value, and Lit would come in its development edition
    process.env.NODE_ENV = 'production';
    await build({ root: ROOT, mode: 'production', configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
    appendFileSync(join(OUT, 'licences.txt'), carriedOver());
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    writeFileSync(STAMP, stamp);
  }
  return { bundle: readBundle(), built: !fresh };
}

function readBundle(): Bundle {
  const files = filesUnder(OUT)
    .filter((path) => path !== join(OUT, 'manifest.json'))
    .map((path) => ({ path: relative(OUT, path).split(sep).join('/'), data: new Uint8Array(readFileSync(path)) }));
  const manifest = JSON.parse(readFileSync(join(OUT, 'manifest.json'), 'utf8')) as Manifest;
  const script = manifest[PLAYER]?.file;
  const style = files.find(({ path }) => path.endsWith('.css'))?.path;
  if (!script || !style) throw new Error('The bundle has no player, or no style sheet: look at .cache/bundle');
  const shared = (manifest[PLAYER]?.imports ?? []).flatMap((name) => manifest[name]?.file ?? []);
  return {
    script,
    style,
    shared,
    blocks: blockChunks(manifest),
    files,
    filesFor: (types, tracker) => filesUsed(files, manifest, new Set(types), tracker),
  };
}

type Manifest = Record<string, { file: string; imports?: string[]; dynamicImports?: string[] }>;
const PLAYER = 'src/player/main.ts';
/** For the author's preview: no package has it. */
const LIVE = 'src/player/live.ts';

/** Works whose own files come with the package without being bundled code: the font, the list of first names. */
function carriedOver(): string {
  const works = [
    ['Atkinson Hyperlegible Next', '@fontsource-variable/atkinson-hyperlegible-next'],
    ['Liste de prénoms, extraite de Faker', '@faker-js/faker'],
  ] as const;
  const texts = works.map(
    ([name, folder]) =>
      `\n## ${name}\n\n${readFileSync(join(ROOT, 'node_modules', folder, 'LICENSE'), 'utf8').trim()}\n`,
  );
  return texts.join('');
}

/** Loaded when a page asks for it: only the packages of its target hold it. */
const TRACKER = /^src\/trackers\/([^/]+)\.ts$/;
/** What the trackers of record stores share, `lrs-…`, is loaded by either of them. */
const comesWith = (part: string, tracker: string) =>
  part === tracker || (part.startsWith('lrs-') && ['cmi5', 'xapi'].includes(tracker));
const ELEMENT = /^src\/blocks\/([^/]+)\/element\.ts$/;

/** From the player on, through all it may load, without the blocks that no page has nor the trackers of other targets. */
function filesUsed(
  files: readonly PackageFile[],
  manifest: Manifest,
  types: ReadonlySet<string>,
  tracker: string,
): PackageFile[] {
  const used = new Set<string>();
  const walk = (name: string) => {
    const type = ELEMENT.exec(name)?.[1];
    const other = TRACKER.exec(name)?.[1];
    if (name === LIVE || used.has(name) || (type && !types.has(type)) || (other && !comesWith(other, tracker))) return;
    used.add(name);
    for (const next of [...(manifest[name]?.imports ?? []), ...(manifest[name]?.dynamicImports ?? [])]) walk(next);
  };
  walk(PLAYER);
  const paths = new Set([...used].flatMap((name) => manifest[name]?.file ?? []));
  return files.filter(({ path }) => !path.endsWith('.js') || paths.has(path));
}

/** A block's folder is its type: Vite's manifest tells which file its element became. */
function blockChunks(manifest: Manifest): Map<string, Chunk> {
  return new Map(
    Object.keys(manifest).flatMap((source) => {
      const type = ELEMENT.exec(source)?.[1];
      return type ? [[type, chunkOf(source, manifest)] as const] : [];
    }),
  );
}

function chunkOf(source: string, manifest: Manifest): Chunk {
  const needed = new Set<string>();
  const walk = (name: string) => {
    if (name === PLAYER || needed.has(name)) return;
    needed.add(name);
    for (const other of manifest[name]?.imports ?? []) walk(other);
  };
  walk(source);
  return { scripts: [...needed].flatMap((name) => manifest[name]?.file ?? []) };
}

/** Of everything the player is built from: our sources and the exact versions installed. */
function sourceStamp(): string {
  const hash = createHash('sha256');
  const sources = ['src', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'].flatMap((name) =>
    filesUnder(join(ROOT, name)),
  );
  for (const path of sources
    .filter((one) => !/\.test\.ts$|authoring\.ts$|[\\/](?:content|preview|campus)[\\/]/.test(one))
    .sort()) {
    hash.update(relative(ROOT, path).split(sep).join('/')).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { built, bundle } = await buildBundle();
  console.log(built ? `Lecteur construit\u00a0: ${bundle.files.length} fichiers.` : 'Lecteur déjà à jour.');
}
