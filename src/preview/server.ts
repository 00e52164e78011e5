import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { attempts } from './attempts.ts';
import { type ClientFiles, clientBundle } from './client-bundle.ts';
import { homePage } from './home.ts';
import { mimeType } from './mime.ts';
import { type PackageFile, type Packages, packagesIn } from './package-file.ts';

const style = () => readFileSync(new URL('./client/style.css', import.meta.url), 'utf8');

/** Routes of the preview. `client` is the built page that stands at /preview/. */
export function previewApp({ packages, client }: { packages: Packages; client: ClientFiles }) {
  /** Absent when there is no such zip, or when it cannot be read as one. */
  const open = (name = ''): PackageFile | undefined => {
    try {
      return packages.open(name);
    } catch (error) {
      console.warn(`${name}.zip:`, error instanceof Error ? error.message : error);
      return undefined;
    }
  };
  const file = (c: Context, path: string, bytes: Uint8Array | undefined) => {
    if (!bytes) return c.text(`Fichier absent : ${path}`, 404);
    return c.body(new Uint8Array(bytes), 200, { 'content-type': mimeType(path), 'cache-control': 'no-store' });
  };
  /** The end of the address after `prefix`, decoded. Only looked up among known names: `..` leads nowhere. */
  const pathAfter = (c: Context, prefix: RegExp) => {
    const path = new URL(c.req.url).pathname.replace(prefix, '');
    try {
      return decodeURIComponent(path === '' || path.endsWith('/') ? `${path}index.html` : path);
    } catch {
      return path; // a stray percent sign
    }
  };
  return new Hono()
    .get('/', (c) => {
      const found = packages.names().map((name) => open(name)?.info ?? { name, unreadable: true as const });
      return c.html(homePage(found, style()));
    })
    .get('/packages/:name', (c) => {
      const found = open(c.req.param('name'));
      return found ? c.json(found.info) : c.text('Paquet introuvable ou illisible.', 404);
    })
    .get('/content/:name/*', (c) => {
      const path = pathAfter(c, /^\/content\/[^/]*\//);
      return file(c, path, open(c.req.param('name'))?.files.get(path));
    })
    .route('/attempts', attempts())
    .get('/preview', (c) => c.redirect(`/preview/${new URL(c.req.url).search}`))
    .get('/preview/*', (c) => {
      const path = pathAfter(c, /^\/preview\//);
      return file(c, path, client.get(path));
    })
    .notFound((c) => c.text('Page introuvable.', 404));
}

/** Serves the zips of `dist` on this machine alone. `port` 0 takes a free one. */
export async function startPreview({ dist, port }: { dist: string; port: number }) {
  return listen(previewApp({ packages: packagesIn(dist), client: await clientBundle() }), port);
}

/**
 * On the port that was asked for, otherwise on the usual one, or on a free one when that is taken. Undefined when the
 * one that was asked for is taken.
 */
export async function listenAt(app: Hono, asked: string | undefined, usual: number) {
  try {
    return await listen(app, Number(asked ?? usual));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return asked === undefined ? listen(app, 0) : undefined;
  }
}

/** On this machine alone. `port` 0 takes a free one; rejects when the port is taken. */
async function listen(app: Hono, port: number) {
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(starting));
    starting.once('error', reject);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
