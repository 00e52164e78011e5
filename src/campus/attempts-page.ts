import { html } from 'hono/html';
import type { Attempt } from './attempts.ts';
import type { Learner } from './learners.ts';
import { type Html, page } from './page.ts';
import { shownDate, shownDuration, shownScore, shownStatus } from './shown.ts';

export interface AttemptsPage {
  attempts: readonly Attempt[];
  learners: readonly Learner[];
  /** Of a package, by its name: the title of its course, how many modules it has; its name alone for one that is gone. */
  courseOf(name: string): { title: string; modules?: number };
  /** Commits the record store has not been told of. */
  waiting: number;
  /** The cohort to show; `''` for all. */
  cohort: string;
}

/** What a platform would show of everyone: a line for each learner on each package. */
export function attemptsPage({ attempts, learners, courseOf, waiting, cohort }: AttemptsPage): Html {
  const people = new Map(learners.map((learner) => [learner.id, learner]));
  const cohorts = [...new Set(learners.map((learner) => learner.cohort))].filter(Boolean);
  const shown = attempts.filter(({ learner }) => !cohort || people.get(learner)?.cohort === cohort);
  return page({
    title: 'Tentatives',
    current: 'attempts',
    body: html`
      <p class="lead">Ce qu’une plateforme montrerait de chaque personne, module par module.</p>
      ${waiting > 0 ? html`<p class="banner banner--e">${waiting > 1 ? `${waiting} enregistrements attendent` : 'Un enregistrement attend'} d’entrer au relevé\u00a0: ils y seront au prochain. Rien n’est perdu.</p>` : ''}
      ${cohorts.length > 0 ? cohortForm(cohorts, cohort) : ''}
      ${
        shown.length > 0
          ? html`<div class="table table--cards" role="region" aria-labelledby="legende" tabindex="0"><table>
              <caption id="legende">${shown.length} ${shown.length > 1 ? 'tentatives' : 'tentative'}, la dernière ouverte en tête</caption>
              <thead><tr>${HEADS.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
              <tbody>${shown.map((attempt) => row(attempt, people.get(attempt.learner), courseOf(attempt.package), !cohort))}</tbody>
            </table></div>`
          : html`<p class="card">Aucune tentative pour l’instant. Dans le <a href="/">catalogue</a>, choisissez une personne et ouvrez un parcours\u00a0: sa ligne s’inscrit ici.</p>`
      }`,
  });
}

const HEADS = ['Personne', 'Parcours', 'État', 'Modules', 'Score', 'Temps', 'Début', 'Dernier accès', 'Ouvertures'];
const [, PACKAGE, STATE, MODULES, SCORE, TIME, FIRST, LAST, LAUNCHES] = HEADS;

function cohortForm(cohorts: readonly string[], chosen: string) {
  return html`<form class="fields" action="/tentatives">
    <label for="groupe">Groupe</label>
    <select id="groupe" name="groupe">
      <option value="">Tous</option>
      ${cohorts.map((name) => html`<option value="${name}"${name === chosen ? html` selected` : ''}>${name}</option>`)}
    </select>
    <button class="btn btn--s">Afficher</button>
  </form>`;
}

function row(
  attempt: Attempt,
  learner: Learner | undefined,
  course: ReturnType<AttemptsPage['courseOf']>,
  withCohort: boolean,
) {
  return html`<tr>
    <th scope="row"><a href="/tentatives/${attempt.id}">${learner?.name ?? attempt.learner}</a>${withCohort && learner?.cohort ? html`<br><span class="muted s">${learner.cohort}</span>` : ''}</th>
    <td data-head="${PACKAGE}">${course.title}</td>
    <td data-head="${STATE}"><span><span class="state state--${attempt.status.replace(' ', '-')}">${shownStatus(attempt.status)}</span></span></td>
    <td class="number" data-head="${MODULES}">${course.modules === undefined ? '–' : `${attempt.modules} sur ${course.modules}`}</td>
    <td class="number" data-head="${SCORE}">${shownScore(attempt.score)}</td>
    <td class="number" data-head="${TIME}">${shownDuration(attempt.seconds)}</td>
    <td data-head="${FIRST}">${shownDate(attempt.first)}</td>
    <td data-head="${LAST}">${shownDate(attempt.last)}</td>
    <td class="number" data-head="${LAUNCHES}">${attempt.launches}</td>
  </tr>`;
}
