import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Ends a detached program and all that it started. Resolves once none of them writes any more: their output is one. */
export async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const closed = once(server, 'close');
  process.kill(-server.pid!);
  await closed;
}
