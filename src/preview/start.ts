import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { clientBundle } from './client-bundle.ts';
import { openBrowser } from './open-browser.ts';
import { packagesIn } from './package-file.ts';
import { listenAt, previewApp } from './server.ts';

/** `npm start [-- --modules DOSSIER] [--out DOSSIER] [--port N] [--no-open] [--no-build]` */
const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    modules: { type: 'string' },
    out: { type: 'string' },
    port: { type: 'string' },
    open: { type: 'boolean', default: true },
    build: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

/** Relative to where the command was typed: npm has moved to the project. */
const asked = (folder: string) => resolve(process.env.INIT_CWD ?? '', folder);
const dist = asked(values.out ?? resolve(root, 'dist'));

if (values.build) {
  const modules = values.modules === undefined ? [] : ['--modules', asked(values.modules)];
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'packaging/cli.ts', ...modules, '--out', dist], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error('\nLes paquets n’ont pas pu être construits. Pour voir ceux d’avant : npm start -- --no-build');
    process.exit(1);
  }
}

const server = await listenAt(
  previewApp({ packages: packagesIn(dist), client: await clientBundle() }),
  values.port,
  4173,
);
if (!server) {
  console.error(`Le port ${values.port} est déjà pris. Choisissez-en un autre : npm start -- --port 4174`);
  process.exit(1);
}
console.log(`\nAperçu : ${server.url}\nCtrl+C pour arrêter.`);
if (values.open) openBrowser(server.url);
