import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { actorName } from '../../xapi/sentences.ts';
import type { Campus } from '../campus.ts';
import { exportActor } from '../lrs/export.ts';
import { isUuid } from '../lrs/identifier.ts';
import { agentName } from '../lrs/mentions.ts';
import { statementById } from '../lrs/select.ts';
import type { Actor } from '../lrs/statement.ts';
import { notFound } from '../pages/not-found.ts';
import { activityGroups } from './activities.ts';
import { csvOf } from './csv.ts';
import { placeIn } from './cursor.ts';
import { fieldOf, filterIn } from './filter.ts';
import { verbChoices } from './filter-form.ts';
import { eraseLearner, type Held, heldAbout, holdsNothing } from './held.ts';
import { erasedPage, erasePage, learnerPage } from './learner-page.ts';
import { countOf, linesOf } from './lines.ts';
import { listPage } from './list-page.ts';
import { agentFrom, learnerChoices, namesIn } from './names.ts';
import { parisDay } from './period.ts';

/** Longest form, in bytes. */
const FORM_SIZE = 16_384;
/** Statements on a page. */
export const PAGE_SIZE = 50;

/** The trainer's register: `/releve`, its export, and the data of one learner. */
export function releveRoutes(campus: Pick<Campus, 'lrs' | 'data' | 'now'>): Hono {
  const { lrs } = campus;
  const queryOf = (c: Context) => new URL(c.req.url).searchParams;
  const namer = () => {
    const names = namesIn(campus);
    return (actor: unknown) => names.get(agentName((actor ?? {}) as Actor) ?? '');
  };
  const nameOf = ({ agent, name }: Held) => name ?? actorName(agentFrom(agent));
  /** Absent when nothing is held about whom the address names. */
  const asked = (agent: string | undefined): Held | undefined => {
    const held = agent ? heldAbout(campus, agent) : undefined;
    return held && !holdsNothing(held) ? held : undefined;
  };
  return new Hono()
    .get('/releve', (c) => {
      const [filter, place] = [filterIn(queryOf(c)), placeIn(queryOf(c))];
      const read = linesOf(lrs, filter, PAGE_SIZE + 1, place.cursor);
      const newer = place.cursor?.towards === 'newer';
      const lines = newer ? read.slice(-PAGE_SIZE) : read.slice(0, PAGE_SIZE);
      return c.html(
        listPage({
          filter,
          place,
          lines,
          total: countOf(lrs, filter),
          more: newer || read.length > PAGE_SIZE,
          choices: { learners: learnerChoices(campus), activities: activityGroups(lrs), verbs: verbChoices(lrs) },
          nameOf: namer(),
          now: campus.now(),
        }),
      );
    })
    .get('/releve.csv', (c) => {
      c.header('content-type', 'text/csv; charset=utf-8');
      c.header('content-disposition', `attachment; filename="releve-${parisDay(campus.now())}.csv"`);
      c.header('cache-control', 'no-store');
      return c.body(csvOf(lrs, filterIn(queryOf(c)), namer()));
    })
    .get('/releve/apprenant', (c) => {
      const held = asked(c.req.query(fieldOf('learner')));
      return held ? c.html(learnerPage(held, nameOf(held))) : notFound(c);
    })
    .get('/releve/apprenant.json', (c) => {
      const held = asked(c.req.query(fieldOf('learner')));
      if (!held) return notFound(c);
      c.header('content-disposition', `attachment; filename="donnees-${parisDay(campus.now())}.json"`);
      return c.json(exportActor(lrs, { ...agentFrom(held.agent), name: nameOf(held) }));
    })
    .get('/releve/effacer', (c) => {
      const held = asked(c.req.query(fieldOf('learner')));
      return held ? c.html(erasePage(held, nameOf(held))) : notFound(c);
    })
    .post('/releve/effacer', bodyLimit({ maxSize: FORM_SIZE }), async (c) => {
      const form = await c.req.parseBody();
      const agent = form[fieldOf('learner')];
      const held = asked(typeof agent === 'string' ? agent : undefined);
      if (!held) return notFound(c);
      if (form.confirme !== 'oui') return c.html(erasePage(held, nameOf(held), true), 400);
      return c.html(erasedPage(eraseLearner(campus, held.agent)));
    })
    .get('/releve/:file{[0-9a-fA-F-]{36}\\.json}', (c) => {
      const id = c.req.param('file').slice(0, -'.json'.length);
      const statement = isUuid(id) && statementById(lrs, { id, voided: false });
      return statement ? c.json(statement) : notFound(c);
    });
}
