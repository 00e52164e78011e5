import type { Campus } from '../campus.ts';
import { deliver, isTold, post } from '../outbox.ts';
import type { Session } from '../session/sessions.ts';
import { standingsOf } from '../session/standings.ts';
import { satisfiedIn } from './move-on.ts';
import { satisfied, satisfiedId } from './own-statements.ts';
import type { Structure } from './structure.ts';

/** Tells the record store which blocks, and whether the course, let this learner move on: each once in a registration. */
export function tellSatisfied(campus: Campus, session: Session, structure: Structure): void {
  const standings = standingsOf(campus, session.attempt);
  const ids = satisfiedIn(structure, (unit) => {
    const { completed, passed } = standings.get(unit) ?? {};
    return { completed: completed !== undefined, passed: passed !== undefined };
  });
  const untold = [...structure.blocks, structure].filter(
    ({ id }) => ids.includes(id) && !isTold(campus, satisfiedId(session, id)),
  );
  if (untold.length === 0) return;
  const saying = { session, structure, at: campus.now() };
  const statements = untold.map((division) => satisfied(campus, saying, division));
  campus.data.transaction(() => post(campus, statements));
  deliver(campus);
}
