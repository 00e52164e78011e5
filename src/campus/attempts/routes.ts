import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import type { Campus } from '../campus.ts';
import { agentOf, learnerOf, learners } from '../learners.ts';
import { agentName } from '../lrs/mentions.ts';
import { waiting } from '../outbox.ts';
import { openPackage, outlineOf, wordingsOf } from '../packages/course-package.ts';
import { kindOf } from '../packages/package-kind.ts';
import { notFound } from '../pages/not-found.ts';
import { addressOf } from '../releve/filter.ts';
import { interactionsOf } from '../scorm/cmi.ts';
import { type Received, receiveCommit } from '../scorm/commit.ts';
import { sessionAttemptPage } from '../session/attempt-page.ts';
import { modulesIn } from '../session/modules.ts';
import { sessionsOf } from '../session/sessions.ts';
import { standingsOf } from '../session/standings.ts';
import { attemptPage, resetPage } from './attempt-page.ts';
import { attemptOf, attempts, resetAttempt } from './attempts.ts';
import { attemptsPage } from './attempts-page.ts';

/** Longest commit, in bytes. */
const MEGABYTE = 1024 * 1024;

const CommitBody = v.object({
  launch: v.string(),
  token: v.string(),
  elements: v.record(v.string(), v.string()),
  ended: v.boolean(),
});

/** What becomes of a commit; words for the learner, whose page shows them. */
const ANSWERS: Readonly<Record<Exclude<Received, 'kept'>, readonly [status: 403 | 404 | 409 | 413, words: string]>> = {
  unknown: [404, 'Cette tentative n’existe plus\u00a0: rouvrez le parcours depuis le catalogue.'],
  forbidden: [403, 'Cette page n’a pas le droit d’écrire dans cette tentative\u00a0: rouvrez le parcours.'],
  superseded: [
    409,
    'Ce parcours a été rouvert ailleurs depuis\u00a0: c’est là qu’il continue. Fermez cette page\u202f; ce qu’elle a écrit reste sur cet appareil.',
  ],
  'too-long': [413, 'Les données de reprise dépassent 64\u202f000 caractères\u00a0: elles n’ont pas été gardées.'],
};

/** Under `/tentatives`: what a platform shows, what it keeps, and where a course writes. */
export function attemptRoutes(campus: Campus): Hono {
  const tooLong = (c: Context) => c.text('Enregistrement trop lourd\u00a0: 1\u00a0Mo au plus.', 413);
  const courseOf = (name: string) => {
    const file = openPackage(campus.packages, name);
    const outline = file && outlineOf(file);
    const modules = file && kindOf(file) !== 'scorm' ? modulesIn(file) : outline?.modules;
    return { title: outline?.title ?? file?.info.title ?? name, ...(modules && { modules: modules.length }) };
  };
  const found = (id: string) => {
    const attempt = attemptOf(campus, id);
    if (!attempt) return undefined;
    const file = openPackage(campus.packages, attempt.package);
    return {
      attempt,
      learner: learnerOf(campus, attempt.learner),
      title: courseOf(attempt.package).title,
      modules: (file && outlineOf(file)?.modules) ?? [],
      questions: file ? wordingsOf(file) : new Map(),
    };
  };
  /** For a course that speaks to the record store; absent for SCORM. */
  const followed = (id: string) => {
    const sessions = sessionsOf(campus, id);
    const file = sessions[0] && openPackage(campus.packages, sessions[0].package);
    return sessions.length === 0
      ? undefined
      : { sessions, standings: standingsOf(campus, id), modules: file ? modulesIn(file) : [] };
  };
  return new Hono()
    .get('/', (c) =>
      c.html(
        attemptsPage({
          attempts: attempts(campus),
          learners: learners(campus),
          courseOf,
          waiting: waiting(campus),
          cohort: c.req.query('groupe') ?? '',
        }),
      ),
    )
    .post('/:attempt/cmi', bodyLimit({ maxSize: MEGABYTE, onError: tooLong }), async (c) => {
      const body = v.safeParse(CommitBody, await c.req.json().catch(() => undefined));
      if (!body.success) return c.text('Un objet est attendu\u00a0: launch, token, elements, ended.', 400);
      const received = receiveCommit(campus, c.req.param('attempt'), body.output);
      if (received === 'kept') return c.body(null, 204);
      const [status, words] = ANSWERS[received];
      return c.text(words, status);
    })
    .get('/:file{[0-9a-f-]+\\.json}', (c) => {
      const one = found(c.req.param('file').slice(0, -'.json'.length));
      if (!one) return notFound(c);
      c.header('content-disposition', `attachment; filename="tentative-${one.attempt.id}.json"`);
      const told = followed(one.attempt.id);
      if (!told) return c.json({ ...one.attempt, learner: one.learner, interactions: interactionsOf(one.attempt.cmi) });
      const { cmi: _, ...attempt } = one.attempt;
      const sessions = told.sessions.map(({ ticket: __, key: ___, ...session }) => session); // what opens them stays here
      return c.json({ ...attempt, learner: one.learner, modules: Object.fromEntries(told.standings), sessions });
    })
    .get('/:attempt', (c) => {
      const one = found(c.req.param('attempt'));
      if (!one) return notFound(c);
      const told = followed(one.attempt.id);
      const statements = addressOf('/releve', { learner: agentName(agentOf(campus, { id: one.attempt.learner }))! });
      const now = campus.now().getTime();
      return c.html(told ? sessionAttemptPage({ ...one, ...told, statements, now }) : attemptPage(one));
    })
    .get('/:attempt/effacer', (c) => {
      const one = found(c.req.param('attempt'));
      return one ? c.html(resetPage(one)) : notFound(c);
    })
    .post('/:attempt/effacer', (c) =>
      resetAttempt(campus, c.req.param('attempt')) ? c.redirect('/tentatives', 303) : notFound(c),
    );
}
