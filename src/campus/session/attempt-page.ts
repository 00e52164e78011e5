import { html } from 'hono/html';
import { actions, outcome } from '../attempt-page.ts';
import type { Attempt } from '../attempts.ts';
import type { Learner } from '../learners.ts';
import { type Html, page } from '../page.ts';
import { shownDate, shownDuration, shownScore } from '../shown.ts';
import type { Module } from './modules.ts';
import { isOpen, type Session } from './sessions.ts';
import type { Standing } from './standings.ts';
import { shownEnd, shownStanding } from './words.ts';

export interface SessionAttemptPage {
  attempt: Attempt;
  learner: Learner | undefined;
  title: string;
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
export function sessionAttemptPage(of: SessionAttemptPage): Html {
  const { attempt, learner, title, statements } = of;
  return page({
    title: `Tentative de ${learner?.name ?? attempt.learner}`,
    current: 'attempts',
    body: html`
      <p><a href="/tentatives">Toutes les tentatives</a></p>
      ${outcome(attempt, title)}
      ${modulesTable(of)}
      ${sessionsTable(of)}
      <p>Ce parcours parle lui-même au relevé\u00a0: <a href="${statements}">ses étapes et ses réponses y sont en phrases</a>.</p>
      ${actions(attempt.id)}`,
  });
}

function modulesTable({ modules, standings, sessions }: SessionAttemptPage) {
  const line = ({ id, title }: Module) => {
    const standing = standings.get(id) ?? {};
    const own = sessions.filter(({ unit, mode }) => unit === id && mode === 'Normal');
    const { words, state } = shownStanding(standing, own.length > 0);
    const spent = own.reduce((sum, { seconds }) => sum + seconds, 0);
    return html`<tr>
      <th scope="row">${title}</th>
      <td data-head="État"><span><span class="state state--${state}">${words}</span></span></td>
      <td class="number" data-head="Score">${shownScore(standing.score)}</td>
      <td class="number" data-head="Temps">${shownDuration(own.length > 0 ? spent : (standing.seconds ?? 0))}</td>
    </tr>`;
  };
  return table(
    'modules',
    'Les modules, selon ce que le parcours en a dit',
    ['Module', 'État', 'Score', 'Temps'],
    modules.map(line),
  );
}

function sessionsTable({ modules, sessions, now }: SessionAttemptPage) {
  const several = sessions.some(({ unit }) => unit !== sessions[0]?.unit);
  const line = (session: Session) => html`<tr>
    <th scope="row">${shownDate(new Date(session.begun))}${several ? html`<br><span class="muted s">${modules.find(({ id }) => id === session.unit)?.title ?? ''}</span>` : ''}</th>
    <td data-head="Fin">${shownEnd(session, isOpen(session, now))}</td>
    <td class="number" data-head="Durée">${shownDuration(session.seconds)}</td>
  </tr>`;
  const caption = `${sessions.length} ${sessions.length > 1 ? 'séances, la dernière en tête' : 'séance'}`;
  return table('seances', caption, ['Début', 'Fin', 'Durée'], sessions.map(line));
}

const table = (id: string, caption: string, heads: readonly string[], lines: readonly Html[]) =>
  html`<div class="table table--cards" role="region" aria-labelledby="${id}" tabindex="0"><table>
    <caption id="${id}">${caption}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${lines}</tbody>
  </table></div>`;
