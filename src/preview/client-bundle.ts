import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = join(HERE, '../..');

/** Path under the page's own address → bytes. */
export type ClientFiles = ReadonlyMap<string, Uint8Array>;

/** What a browser is given, and what it is made from. */
export interface ClientSources {
  /** Folder of what was built, in `.cache`. */
  name: string;
  root: string;
  /** From `root`. */
  input: string;
  /** Address the files stand at, `/`-ended. */
  base: string;
  /** Other files and folders it is made from. */
  also: readonly string[];
}

/** The preview page, built by Vite when its sources have changed since the last time. */
export const clientBundle = (): Promise<ClientFiles> =>
  builtClient({
    name: 'preview',
    root: join(HERE, 'client'),
    input: 'index.html',
    base: '/preview/',
    also: [join(HERE, 'lms')],
  });

/** Built by Vite when its sources have changed since the last time. */
export async function builtClient(sources: ClientSources): Promise<ClientFiles> {
  const { name, root, also } = sources;
  const made = hashOf([root, ...also, join(ROOT, 'package-lock.json')].flatMap(filesUnder));
  const built = join(ROOT, '.cache', name, made);
  if (!existsSync(built)) await buildInto(built, sources);
  return new Map(filesUnder(built).map((path) => [relative(built, path).replaceAll('\\', '/'), readFileSync(path)]));
}

async function buildInto(folder: string, { name, root, input, base }: ClientSources) {
  const { build } = await import('vite');
  const cache = join(ROOT, '.cache', name);
  const draft = `${folder}.${process.pid}`; // renamed once whole: two processes may build at the same time
  mkdirSync(cache, { recursive: true });
  await build({
    configFile: false,
    root,
    base,
    logLevel: 'warn',
    build: {
      outDir: draft,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: { input: join(root, input), output: { entryFileNames: 'assets/[name].js' } },
    },
  });
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // another process was first
  }
  const outdated = readdirSync(cache).filter((one) => !one.includes('.') && join(cache, one) !== folder);
  for (const one of outdated) rmSync(join(cache, one), { recursive: true, force: true });
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
