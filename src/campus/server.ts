import { Hono } from 'hono';
import type { ClientFiles } from '../preview/client-bundle.ts';
import { isOurHost, isOurs } from '../preview/own-requests.ts';
import { previewApp } from '../preview/server.ts';
import { attemptRoutes } from './attempts/routes.ts';
import type { Campus } from './campus.ts';
import { courseRoutes } from './catalogue/routes.ts';
import { lrsApp } from './lrs/app.ts';
import { packageInfos } from './packages/course-package.ts';
import { notFound } from './pages/not-found.ts';
import { PAGE_POLICY } from './pages/page.ts';
import { pageFiles } from './pages/page-files.ts';
import { previewPage } from './pages/preview-page.ts';
import { releveRoutes } from './releve/routes.ts';
import { followKey } from './session/follow.ts';
import { sessionRoutes } from './session/routes.ts';

export interface CampusApp {
  campus: Campus;
  /** Built pages: the preview's, and the one where a course is followed. */
  preview: ClientFiles;
  launch: ClientFiles;
}

/** Where the pages of a course and of the preview stand, which say themselves what they allow. */
const PACKAGES = /^\/(?:preview|content|packages|attempts)(?:\/|$)/;

/** Everything `npm start` serves. */
export function campusApp({ campus, preview, launch }: CampusApp): Hono {
  const previews = previewApp({ packages: campus.packages, client: preview });
  return new Hono()
    .use(async (c, next) => {
      // a record store is called from other pages too, and the address that gives a key of it: keys and tickets say who may
      const allowed = /^\/(?:xapi|cmi5)\//.test(c.req.path) ? isOurHost(c) : isOurs(c);
      return allowed ? next() : c.text('Adresse refusée.', 403);
    })
    .use(async (c, next) => {
      await next();
      if (PACKAGES.test(c.req.path) || c.req.path.startsWith('/xapi/')) return;
      if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', PAGE_POLICY);
      c.header('x-content-type-options', 'nosniff');
      c.header('referrer-policy', 'same-origin');
    })
    .route('/', pageFiles())
    .route('/', sessionRoutes(campus))
    .route('/', courseRoutes(campus, launch))
    .route('/tentatives', attemptRoutes(campus))
    .route('/', releveRoutes(campus))
    .route('/xapi', lrsApp({ store: campus.lrs, written: ({ key }) => followKey(campus, key) }))
    .get('/apercu', (c) => c.html(previewPage(packageInfos(campus.packages))))
    .all('/preview/*', (c) => previews.fetch(c.req.raw))
    .all('/preview', (c) => previews.fetch(c.req.raw))
    .all('/packages/*', (c) => previews.fetch(c.req.raw))
    .all('/content/*', (c) => previews.fetch(c.req.raw))
    .all('/attempts/*', (c) => previews.fetch(c.req.raw))
    .notFound(notFound)
    .onError((error, c) => {
      console.error(c.req.method, c.req.path, error);
      return c.text('Le campus n’a pas pu répondre à cette demande. Le détail est dans le terminal.', 500);
    });
}
