import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = join(HERE, '../..');
const CACHE = join(ROOT, '.cache/preview');
const SOURCES = [join(HERE, 'client'), join(HERE, 'lms'), join(ROOT, 'package-lock.json')];

/** Path under `/preview/` → bytes. */
export type ClientFiles = ReadonlyMap<string, Uint8Array>;

/** The preview page, built by Vite when its sources have changed since the last time. */
export async function clientBundle(): Promise<ClientFiles> {
  const built = join(CACHE, hashOf(SOURCES.flatMap(filesUnder)));
  if (!existsSync(built)) await buildInto(built);
  return new Map(filesUnder(built).map((path) => [relative(built, path).replaceAll('\\', '/'), readFileSync(path)]));
}

async function buildInto(folder: string) {
  const { build } = await import('vite');
  const draft = `${folder}.${process.pid}`; // renamed once whole: two processes may build at the same time
  mkdirSync(CACHE, { recursive: true });
  await build({
    configFile: false,
    root: join(HERE, 'client'),
    base: '/preview/',
    logLevel: 'warn',
    build: { outDir: draft, emptyOutDir: true, target: 'es2022' },
  });
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // another process was first
  }
  const outdated = readdirSync(CACHE).filter((name) => !name.includes('.') && join(CACHE, name) !== folder);
  for (const name of outdated) rmSync(join(CACHE, name), { recursive: true, force: true });
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths)
    hash
      .update(`${relative(ROOT, path)}\n`)
      .update(readFileSync(path))
      .update('\n');
  return hash.digest('hex').slice(0, 16);
}
