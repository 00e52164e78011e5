import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { type Limits, lrsApp } from '../../../src/campus/lrs/app.ts';
import type { Store } from '../../../src/campus/lrs/store.ts';

/** A file in a folder of its own, gone with `remove`. */
export function temporaryFile(): { file: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'lrs-'));
  return { file: join(folder, 'lrs.sqlite'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The record store at `/xapi` of a server of this machine, on a free port. `url` has no slash at its end. */
export async function serveLrs(store: Store, limits?: Limits): Promise<{ url: string; close: () => void }> {
  const app = new Hono().route('/xapi', lrsApp({ store, ...(limits && { limits }) }));
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const starting = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(starting));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/xapi`,
    close: () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    },
  };
}
