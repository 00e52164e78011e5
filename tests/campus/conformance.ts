import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createKey } from '../../src/campus/lrs/keys.ts';
import { openStore } from '../../src/campus/lrs/store.ts';
import { today, writeSection } from '../judges-page.ts';
import { serveLrs, temporaryFile } from './lrs/serve.ts';

/**
 * `npm run lrs:conformance -- FOLDER`: ADL's LRS conformance suite for xAPI 1.0.3, from a folder where it is installed,
 * against our record store on an empty file. Writes its section of docs/juges-publics.md; exits with 1 when a test
 * fails. The suite's own exit code says nothing: its log does.
 */
interface Test {
  title?: string;
  name?: string;
  requirement?: string | string[];
  status?: string;
  error?: string;
  tests?: Test[];
}

interface Log {
  summary: { total: number; passed: number; failed: number; version: string };
  duration: number;
  /** Absent when nothing failed: the suite is asked for failures alone. */
  log?: Test;
}

const [folder] = process.argv.slice(2);
if (!folder || !existsSync(join(folder, 'bin/console_runner.js'))) {
  console.error(
    'Indiquez le dossier où la suite est installée\u00a0: npm run lrs:conformance -- ../lrs-conformance-test-suite',
  );
  process.exit(1);
}
const log = await judge(resolve(folder));
const lines = linesOf(log);
writeSection('xAPI 1.0.3', lines);
console.log(lines.join('\n'));
process.exit(log.summary.failed > 0 || log.summary.passed !== log.summary.total ? 1 : 0);

async function judge(suite: string): Promise<Log> {
  const { file, remove } = temporaryFile();
  const store = openStore({ file });
  const { key, secret } = createKey(store, { label: 'Suite de conformité', scope: 'all' });
  const server = await serveLrs(store, { bodyBytes: 16 * 1024 * 1024, requestsPerMinute: 1e6 });
  const started = Date.now();
  const words = ['-e', server.url, '-a', '-u', key, '-p', secret, '-x', '1.0.3', '-z'];
  const runner = spawn(process.execPath, ['bin/console_runner.js', ...words], {
    cwd: suite,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await new Promise((done) => runner.once('exit', done));
  server.close();
  store.close();
  remove();
  return latestLog(join(suite, 'logs'), started);
}

/** Throws when the suite wrote none in this run. */
function latestLog(folder: string, since: number): Log {
  const logs = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.log')) : [];
  const [latest] = logs
    .map((name) => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }))
    .filter(({ time }) => time >= since)
    .sort((a, b) => b.time - a.time);
  if (!latest) throw new Error(`The suite wrote no log in ${folder}: is it installed (npm install)?`);
  const log = JSON.parse(readFileSync(latest.path, 'utf8')) as Log;
  if (!log.summary.total) throw new Error(`The suite ran no test: see ${latest.path}`);
  return log;
}

/** The tests that failed, with the titles they stand under: the clause is in one of them. */
function failures({ tests = [], ...test }: Test, above: readonly string[] = []): { clause: string; reason: string }[] {
  const title = test.title ?? test.name ?? '';
  if (tests.length === 0 && test.status === 'failed')
    return [{ clause: [...above.slice(-1), title].join(' — '), reason: test.error ?? '' }];
  return tests.flatMap((inner) => failures(inner, [...above, title]));
}

function linesOf({ summary, duration, log = {} }: Log): string[] {
  const number = (value: number) => value.toLocaleString('fr-FR');
  const list = failures(log).map(({ clause, reason }) => `- ${clause}\u00a0: ${reason}`);
  return [
    'Le LRS du campus (`src/campus/lrs`) devant la suite publique d’ADL (`adlnet/lrs-conformance-test-suite`), sur un fichier vide.',
    '',
    '| Date | Version | Tests | Réussis | Échecs | Durée |',
    '|---|---|---|---|---|---|',
    `| ${today()} | ${summary.version} | ${number(summary.total)} | ${number(summary.passed)} | ${number(summary.failed)} | ${number(Math.round(duration / 1000))}\u00a0s |`,
    '',
    ...(list.length ? ['Chaque échec, avec sa clause et sa raison\u00a0:', '', ...list, ''] : []),
    'Pour refaire l’essai\u00a0: installer la suite dans un dossier à part (`npm install`), puis `npm run lrs:conformance -- DOSSIER`.',
  ];
}
