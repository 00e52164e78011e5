import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from '../preview/open-browser.ts';
import { listenAt } from '../preview/server.ts';
import { type DataFolder, openFolder } from './data/data-folder.ts';
import { FileInUse } from './data/sqlite.ts';
import { firstKeys, type GivenKey, newKey, SCOPES } from './given-keys.ts';
import { revokeKey } from './lrs/keys.ts';
import { openCampus } from './open-campus.ts';
import { buildCourses, staleCourses } from './packages/build.ts';

/**
 * `npm start [-- --modules DOSSIER] [--out DOSSIER] [--data DOSSIER] [--port N] [--iri IRI] [--demo] [--no-open]
 * [--no-build] [--new-key read|admin] [--revoke-key CLÉ]`
 */
const ROOT = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({
  options: {
    modules: { type: 'string' },
    out: { type: 'string' },
    data: { type: 'string' },
    port: { type: 'string' },
    iri: { type: 'string' },
    demo: { type: 'boolean', default: false },
    open: { type: 'boolean', default: true },
    build: { type: 'boolean', default: true },
    'new-key': { type: 'string' },
    'revoke-key': { type: 'string' },
  },
  allowNegative: true,
});

/** Relative to where the command was typed: npm has moved to the project. */
const asked = (folder: string | undefined, usual: string) =>
  folder === undefined ? join(ROOT, usual) : resolve(process.env.INIT_CWD ?? '', folder);
const [modules, out] = [asked(values.modules, 'modules'), asked(values.out, 'dist')];
const scope = values['new-key'];
if (scope !== undefined && !(scope in SCOPES))
  stop(`Une clé est «\u00a0read\u00a0» (lecture) ou «\u00a0admin\u00a0» (tout)\u00a0: npm start -- --new-key read`);

if (values.build) build();
const folder = openData();
const campus = await openCampus({ folder, out, ...(values.iri !== undefined && { iri: values.iri }) });
if (values.demo) await playDemo();
const server = await listenAt(campus.app, values.port, 4173);
if (!server) {
  folder.close();
  stop(`Le port ${values.port} est déjà pris. Choisissez-en un autre\u00a0: npm start -- --port 4174`);
}
sayKeys([...firstKeys(campus.campus), ...(scope === undefined ? [] : [newKey(folder.lrs, scope)])]);
if (values['revoke-key'] !== undefined) sayRevoked(values['revoke-key']);
console.log(`
Campus\u00a0: ${server.url}
Aperçu\u00a0: ${server.url}apercu
LRS (xAPI 1.0.3)\u00a0: ${server.url}xapi/
Ctrl+C pour arrêter.`);
if (values.open) openBrowser(server.url);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    await server.close();
    folder.close();
    process.exit(0);
  });

function build(): void {
  const stale = staleCourses(modules, out);
  if (stale?.length === 0) console.log('Les paquets sont à jour.');
  else if (!buildCourses(stale ?? [], modules, out))
    stop('\nLes paquets n’ont pas pu être construits. Pour voir ceux d’avant\u00a0: npm start -- --no-build');
}

/** The demonstration has a folder of its own, and begins anew each time. */
function openData(): DataFolder {
  const path = values.demo ? asked(values.data, '.campus-demo') : asked(values.data, '.campus');
  try {
    const found = openFolder(path);
    if (!values.demo || found.first) return found;
    found.close();
    for (const name of ['campus.sqlite', 'lrs.sqlite'])
      for (const end of ['', '-wal', '-shm']) rmSync(join(path, `${name}${end}`), { force: true });
    return openFolder(path);
  } catch (error) {
    if (!(error instanceof FileInUse)) throw error;
    return stop(
      `Les données de ${path} servent déjà à un autre campus. Arrêtez-le (Ctrl+C dans son terminal), ou donnez un autre dossier\u00a0: npm start -- --data ../mon-campus`,
    );
  }
}

async function playDemo(): Promise<void> {
  const { playCohorts } = await import('./demo/cohorts.ts');
  const started = performance.now();
  await playCohorts(campus.campus, (words) => console.log(words));
  console.log(`Démonstration prête en ${Math.ceil((performance.now() - started) / 1000)}\u00a0s.`);
}

function sayKeys(keys: readonly GivenKey[]): void {
  if (keys.length === 0) return;
  console.log('\nClés du LRS. Notez-les\u00a0: elles ne seront plus jamais montrées.');
  for (const { label, key, secret } of keys) console.log(`  ${label}\u00a0: clé ${key}, secret ${secret}`);
  console.log(
    'Une autre\u00a0: npm start -- --new-key read (ou admin). En retirer une\u00a0: npm start -- --revoke-key CLÉ',
  );
}

function sayRevoked(key: string): void {
  const revoked = revokeKey(folder.lrs, key);
  console.log(
    revoked
      ? `\nClé ${key} retirée\u00a0: ses demandes sont refusées.`
      : `\nAucune clé ${key}\u00a0: rien n’est retiré.`,
  );
}

function stop(words: string): never {
  console.error(words);
  process.exit(1);
}
