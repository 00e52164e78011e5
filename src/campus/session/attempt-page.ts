import { html } from 'hono/html';
import { type AttemptShell, attemptShell } from '../attempts/attempt-page.ts';
import { cardTable } from '../pages/card-table.ts';
import type { Html } from '../pages/page.ts';
import { shownDate, shownDuration, shownScore } from '../pages/shown.ts';
import { stateChip } from '../pages/state-chip.ts';
import type { Module } from './modules.ts';
import { isOpen, type Session } from './sessions.ts';
import type { Standing } from './standings.ts';
import { shownEnd, shownStanding } from './words.ts';

export interface SessionAttemptPage extends AttemptShell {
  /** Empty when the package is gone. */
  modules: readonly Module[];
  standings: ReadonlyMap<string, Standing>;
  /** Latest first. */
  sessions: readonly Session[];
  /** Address of what the record store was told of this person. */
  statements: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** An attempt whose course speaks to the record store: its modules, its sessions, and the way to its statements. */
export const sessionAttemptPage = (of: SessionAttemptPage): Html =>
  attemptShell(
    of,
    html`
      ${modulesTable(of)}
      ${sessionsTable(of)}
      <p>Ce parcours parle lui-même au relevé\u00a0: <a href="${of.statements}">ses étapes et ses réponses y sont en phrases</a>.</p>`,
  );

function modulesTable({ modules, standings, sessions }: SessionAttemptPage) {
  const line = ({ id, title }: Module) => {
    const own = sessions.filter(({ unit, mode }) => unit === id && mode === 'Normal');
    return { title, standing: standings.get(id) ?? {}, own };
  };
  const spent = (own: readonly Session[]) => own.reduce((sum, { seconds }) => sum + seconds, 0);
  return cardTable({
    id: 'modules',
    caption: 'Les modules, selon ce que le parcours en a dit',
    columns: [
      { head: 'Module', cell: ({ title }) => title },
      {
        head: 'État',
        cell({ standing, own }) {
          const { words, state } = shownStanding(standing, own.length > 0);
          return html`<span>${stateChip(state, words)}</span>`;
        },
      },
      { head: 'Score', cell: ({ standing }) => shownScore(standing.score), number: true },
      {
        head: 'Temps',
        cell: ({ standing, own }) => shownDuration(own.length > 0 ? spent(own) : (standing.seconds ?? 0)),
        number: true,
      },
    ],
    lines: modules.map(line),
  });
}

function sessionsTable({ modules, sessions, now }: SessionAttemptPage) {
  const several = sessions.some(({ unit }) => unit !== sessions[0]?.unit);
  const titleOf = (unit: string) => modules.find(({ id }) => id === unit)?.title ?? '';
  return cardTable({
    id: 'seances',
    caption: `${sessions.length} ${sessions.length > 1 ? 'séances, la dernière en tête' : 'séance'}`,
    columns: [
      {
        head: 'Début',
        cell: ({ begun, unit }) =>
          html`${shownDate(new Date(begun))}${several ? html`<br><span class="muted s">${titleOf(unit)}</span>` : ''}`,
      },
      { head: 'Fin', cell: (session) => shownEnd(session, isOpen(session, now)) },
      { head: 'Durée', cell: ({ seconds }) => shownDuration(seconds), number: true },
    ],
    lines: sessions,
  });
}
