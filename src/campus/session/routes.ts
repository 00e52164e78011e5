import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Campus } from '../campus.ts';
import { giveToken } from '../cmi5/give-token.ts';
import { preferencesOf, setPreferences } from '../cmi5/preferences.ts';
import { learnerOf } from '../learners.ts';
import { openPackage, outlineOf } from '../packages/course-package.ts';
import { kindOf, partsOf } from '../packages/package-kind.ts';
import { notFound } from '../pages/not-found.ts';
import { LAUNCH_POLICY } from '../scorm/launch-page.ts';
import { launchAddress } from './address.ts';
import { beginSession } from './begin.ts';
import { coursePage } from './course-page.ts';
import { endPage, sessionPage } from './session-page.ts';
import { isOpen, MODES, sessionOf, sessionsOf } from './sessions.ts';
import { standingsOf } from './standings.ts';

/** Longest form, in bytes. */
const FORM_LENGTH = 10_000;
const originOf = (c: Context) => new URL(c.req.url).origin;
/** A form may leave a field out, or send a file in its place. */
const textIn = (form: Readonly<Record<string, unknown>>, name: string) => {
  const value = form[name];
  return typeof value === 'string' ? value : '';
};

/** Packages that speak to the record store: what a learner opens in one, their sessions, and the keys of cmi5. */
export function sessionRoutes(campus: Campus): Hono {
  const short = bodyLimit({ maxSize: FORM_LENGTH, onError: (c) => c.text('Formulaire trop long.', 413) });
  const found = (c: Context) => {
    const session = sessionOf(campus, c.req.param('session') ?? '');
    const file = session && openPackage(campus.packages, session.package);
    const learner = session && learnerOf(campus, session.learner);
    const part = file && partsOf(file).find(({ id }) => id === session.unit);
    return session && learner && { session, learner, file, part, title: part?.title || session.package };
  };
  return new Hono()
    .get('/suivre/:package/:learner', (c, next) => {
      const { package: name, learner: id } = c.req.param();
      const [file, learner] = [openPackage(campus.packages, name), learnerOf(campus, id)];
      const kind = file && kindOf(file);
      if (!file || !learner || !kind || kind === 'scorm') return next();
      const attempt = campus.data.one('SELECT id FROM attempts WHERE package = ? AND learner = ?', [name, id])?.id;
      const standings = standingsOf(campus, String(attempt));
      const followed = sessionsOf(campus, String(attempt)).filter(({ mode }) => mode === 'Normal');
      c.header('cache-control', 'no-store');
      return c.html(
        coursePage({
          package: name,
          title: outlineOf(file)?.title ?? file.info.title,
          learner,
          parts: partsOf(file).map((part) => ({
            ...part,
            standing: standings.get(part.id) ?? {},
            begun: followed.some(({ unit }) => unit === part.id),
          })),
          ...(kind === 'cmi5' && { preferences: preferencesOf(campus, id) }),
        }),
      );
    })
    .post('/suivre/:package/:learner/seance', short, async (c) => {
      const { package: name, learner } = c.req.param();
      const form = await c.req.parseBody();
      const mode = MODES.find((one) => one === textIn(form, 'mode')) ?? 'Normal';
      const opening = { package: name, learner, part: textIn(form, 'module'), mode, origin: originOf(c) };
      const session = beginSession(campus, opening);
      return session ? c.redirect(`/seance/${session.id}`, 303) : notFound(c);
    })
    .post('/suivre/:package/:learner/preferences', short, async (c) => {
      const { package: name, learner } = c.req.param();
      if (!learnerOf(campus, learner)) return notFound(c);
      const form = await c.req.parseBody();
      const [language, audio] = [textIn(form, 'langue'), textIn(form, 'son')];
      if (!/^(?:[\w-]+(?:, ?[\w-]+)*)?$/.test(language) || !['', 'on', 'off'].includes(audio))
        return c.text('Choisissez une langue et un son parmi ceux de la page.', 400);
      setPreferences(campus, learner, { language, audio: audio as '' | 'on' | 'off' });
      return c.redirect(`/suivre/${encodeURIComponent(name)}/${encodeURIComponent(learner)}#preferences`, 303);
    })
    .get('/seance/:session', (c) => {
      const one = found(c);
      if (!one) return notFound(c);
      const { session, file, part, title, learner } = one;
      const open = file && isOpen(session, campus.now().getTime());
      const address = open ? launchAddress(campus, session, file, originOf(c)) : undefined;
      const ownWindow = part !== undefined && (part.ownWindow || /^https?:/i.test(part.url));
      c.header('content-security-policy', LAUNCH_POLICY);
      c.header('cache-control', 'no-store'); // it holds what opens the session
      return c.html(sessionPage({ session, title, learner, ownWindow, ...(address !== undefined && { address }) }));
    })
    .get('/seance/:session/fin', (c) => {
      const one = found(c);
      return one ? c.html(endPage(one.session, one.title)) : notFound(c);
    })
    .all('/cmi5/cle/:ticket', (c) => {
      // a unit may stand on another host: the ticket says who may ask
      c.header('access-control-allow-origin', '*');
      c.header('cache-control', 'no-store');
      if (c.req.method === 'OPTIONS') return c.body(null, 204, { 'access-control-allow-methods': 'POST' });
      if (c.req.method !== 'POST') return c.json({ 'error-code': '3', 'error-text': 'Send a POST.' }, 405);
      return c.json(giveToken(campus, c.req.param('ticket')));
    });
}
