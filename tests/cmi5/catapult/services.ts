import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createKey } from '../../../src/campus/lrs/keys.ts';
import { openStore } from '../../../src/campus/lrs/store.ts';
import { serveLrs, temporaryFile } from '../../campus/lrs/serve.ts';
import { oneOrigin } from './one-origin.ts';

/** ADL's player and test suite, running on this machine in front of our record store. */
export interface Services {
  origin: string;
  stop(): void;
}

/** The database of both: what their README asks for, on a MariaDB of this machine. */
const DATABASE = {
  DB_HOST: process.env.CATAPULT_DB_HOST ?? '127.0.0.1',
  DB_USERNAME: 'catapult',
  DB_PASSWORD: 'quartz',
};

/**
 * Starts all of it from the folder of adlnet/CATAPULT, where `npm install` was run in `player/service` and
 * `cts/service` and their tables were made. What they say goes to `catapult-*.log` in that folder.
 */
export async function startServices(folder: string): Promise<Services> {
  const { file, remove } = temporaryFile();
  const store = openStore({ file });
  const { key, secret } = createKey(store, { label: 'CATAPULT', scope: 'all' });
  const lrs = await serveLrs(store, { bodyBytes: 16 * 1024 * 1024, requestsPerMinute: 1e6 });
  const [playerPort, suitePort] = [await freePort(), await freePort()];
  const front = await oneOrigin(playerPort, suitePort);
  const shared = {
    ...DATABASE,
    HOSTNAME: '127.0.0.1',
    LRS_ENDPOINT: `${lrs.url}/`,
    LRS_USERNAME: key,
    LRS_PASSWORD: secret,
    LRS_XAPI_VERSION: '1.0.3',
  };
  const player = run(folder, 'player', playerPort, {
    ...shared,
    DB_NAME: 'catapult_player',
    HOST_PORT: String(front.port),
    CONTENT_URL: `${front.origin}/player/content`,
    PLAYER_API_ROOT: '/player',
    PLAYER_STANDALONE_LAUNCH_URL_BASE: `${front.origin}/player`,
    API_KEY: 'suite',
    API_SECRET: 'suite-secret',
    TOKEN_SECRET: 'token-secret',
  });
  const suite = run(folder, 'cts', suitePort, {
    ...shared,
    DB_NAME: 'catapult_cts',
    PLAYER_BASE_URL: `http://127.0.0.1:${playerPort}/player`,
    PLAYER_KEY: 'suite',
    PLAYER_SECRET: 'suite-secret',
    CTS_SESSION_COOKIE_PASSWORD: 'a-password-of-more-than-thirty-two-characters',
  });
  const stop = () => {
    for (const child of [player, suite]) child.kill();
    front.close();
    lrs.close();
    store.close();
    remove();
  };
  try {
    await answers(`${front.origin}/player/content/`, player);
    await answers(`${front.origin}/api/v1/login`, suite);
  } catch (error) {
    stop();
    throw error;
  }
  return { origin: front.origin, stop };
}

function run(folder: string, part: 'player' | 'cts', port: number, environment: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ['index.js', String(port), '127.0.0.1'], {
    cwd: join(folder, part, 'service'),
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(join(folder, `catapult-${part}.log`));
  child.stdout?.pipe(log);
  child.stderr?.pipe(log, { end: false });
  return child;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** Any answer but that of a server that is not there yet; rejects after 30 s, or when its process ended. */
async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    if (child.exitCode !== null) break;
    const { status } = await fetch(url).catch(() => ({ status: 502 }));
    if (status !== 502) return;
    await new Promise((wait) => setTimeout(wait, 250));
  }
  throw new Error(`Nothing answers at ${url}: read catapult-*.log, and is MariaDB running at ${DATABASE.DB_HOST}?`);
}
