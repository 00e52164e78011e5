import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPreview } from './server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    open: { type: 'boolean', default: true },
    build: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

if (values.build) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['run', 'package'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('\nLes paquets n’ont pas pu être construits. Pour voir ceux d’avant : npm start -- --no-build');
    process.exit(1);
  }
}

const { url } = await listen();
console.log(`\nAperçu : ${url}\nCtrl+C pour arrêter.`);
if (values.open) openBrowser(url);

/** On the port that was asked for; otherwise on 4173, or on a free one when that is taken. */
async function listen() {
  const dist = fileURLToPath(new URL('../../dist', import.meta.url));
  try {
    return await startPreview({ dist, port: Number(values.port ?? 4173) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (values.port === undefined) return startPreview({ dist, port: 0 });
    console.error(`Le port ${values.port} est déjà pris. Choisissez-en un autre : npm start -- --port 4174`);
    process.exit(1);
  }
}

function openBrowser(address: string) {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const browser = spawn(command as string, [...args, address], { stdio: 'ignore', detached: true });
  browser.on('error', () => {}); // no browser here: the address is on the screen
  browser.unref();
}
