import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ClientFiles } from '../../preview/client-bundle.ts';
import { mimeType } from '../../preview/mime.ts';
import type { Campus } from '../campus.ts';
import { addLearner, learnerOf, learners } from '../learners.ts';
import { openPackage, standardOf } from '../packages/course-package.ts';
import { notFound } from '../pages/not-found.ts';
import { beginLaunch } from '../scorm/launch.ts';
import { LAUNCH_POLICY, launchPage } from '../scorm/launch-page.ts';
import { catalogue } from './catalogue.ts';
import { cataloguePage } from './catalogue-page.ts';

/** Longest form, in bytes. */
const FORM_LENGTH = 10_000;

/** The catalogue, the people in it, and the page where one of them follows a course. `client`: that page's script. */
export function courseRoutes(campus: Campus, client: ClientFiles): Hono {
  return new Hono()
    .get('/', (c) => c.html(cataloguePage(catalogue(campus.packages), learners(campus))))
    .post(
      '/personnes',
      bodyLimit({ maxSize: FORM_LENGTH, onError: (c) => c.text('Nom trop long.', 413) }),
      async (c) => {
        const { nom } = await c.req.parseBody();
        const added = addLearner(campus, typeof nom === 'string' ? nom : '');
        return added
          ? c.redirect('/#personnes', 303)
          : c.text('Écrivez un prénom et un nom, 80 caractères au plus.', 400);
      },
    )
    .get('/suivre', (c) => {
      const [name, learner] = [c.req.query('paquet') ?? '', c.req.query('apprenant') ?? ''];
      return c.redirect(`/suivre/${encodeURIComponent(name)}/${encodeURIComponent(learner)}`);
    })
    .get('/suivre/:package/:learner', (c) => {
      const file = openPackage(campus.packages, c.req.param('package'));
      const learner = learnerOf(campus, c.req.param('learner'));
      if (!file || !standardOf(file) || !learner) return notFound(c);
      c.header('content-security-policy', LAUNCH_POLICY);
      c.header('cache-control', 'no-store'); // the browser's cache would show a session that is over
      return c.html(launchPage(file.info, learner));
    })
    .post('/suivre/:package/:learner', (c) => {
      const launch = beginLaunch(campus, c.req.param('package'), c.req.param('learner'));
      return launch ? c.json(launch) : notFound(c);
    })
    .get('/campus/suivre/*', (c) => {
      const path = new URL(c.req.url).pathname.slice('/campus/suivre/'.length);
      const bytes = client.get(path);
      return bytes ? c.body(new Uint8Array(bytes), 200, { 'content-type': mimeType(path) }) : notFound(c);
    })
    .get('/telecharger/:package', (c) => {
      const name = c.req.param('package');
      const zip = campus.packages.zip(name);
      if (!zip) return notFound(c);
      c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}.zip`);
      return c.body(new Uint8Array(zip), 200, { 'content-type': mimeType('.zip') });
    });
}
