import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stopServer } from './stop-server.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export interface RunningCampus {
  url: string;
  /** All that it printed. */
  said(): string;
  /** Resolves once nothing of it writes any more. */
  stop(): Promise<void>;
}

/** `npm start` with these words, once it says where it is. Rejects with what it said when it ends before. */
export async function startCampus(words: readonly string[]): Promise<RunningCampus> {
  const server = spawn('npm', ['start', '--', ...words], { cwd: ROOT, detached: true });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (data: Buffer) => {
      said += data;
      const address = /Campus\s:\s(\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('close', (code) => reject(new Error(`npm start ended with ${code}:\n${said}`)));
  });
  return {
    url,
    said: () => said,
    stop: () => stopServer(server),
  };
}
