import { html } from 'hono/html';
import type { Learner } from '../learners.ts';
import { type Column, cardTable } from '../pages/card-table.ts';
import { type Html, page } from '../pages/page.ts';
import { shownDate, shownDuration, shownScore, shownStatus } from '../pages/shown.ts';
import { stateChip } from '../pages/state-chip.ts';
import type { Attempt } from './attempts.ts';

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
          ? cardTable({
              id: 'legende',
              caption: `${shown.length} ${shown.length > 1 ? 'tentatives' : 'tentative'}, la dernière ouverte en tête`,
              columns: columns((id) => people.get(id), courseOf, !cohort),
              lines: shown,
            })
          : html`<p class="card">Aucune tentative pour l’instant. Dans le <a href="/">catalogue</a>, choisissez une personne et ouvrez un parcours\u00a0: sa ligne s’inscrit ici.</p>`
      }`,
  });
}

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

function columns(
  learnerOf: (id: string) => Learner | undefined,
  courseOf: AttemptsPage['courseOf'],
  withCohort: boolean,
): readonly Column<Attempt>[] {
  const person = ({ id, learner: learnerId }: Attempt) => {
    const learner = learnerOf(learnerId);
    const cohort = withCohort && learner?.cohort;
    return html`<a href="/tentatives/${id}">${learner?.name ?? learnerId}</a>${cohort ? html`<br><span class="muted s">${cohort}</span>` : ''}`;
  };
  const done = (attempt: Attempt) => {
    const { modules } = courseOf(attempt.package);
    return modules === undefined ? '–' : `${attempt.modules} sur ${modules}`;
  };
  return [
    { head: 'Personne', cell: person },
    { head: 'Parcours', cell: (attempt) => courseOf(attempt.package).title },
    {
      head: 'État',
      cell: ({ status }) => html`<span>${stateChip(status.replace(' ', '-'), shownStatus(status))}</span>`,
    },
    { head: 'Modules', cell: done, number: true },
    { head: 'Score', cell: ({ score }) => shownScore(score), number: true },
    { head: 'Temps', cell: ({ seconds }) => shownDuration(seconds), number: true },
    { head: 'Début', cell: ({ first }) => shownDate(first) },
    { head: 'Dernier accès', cell: ({ last }) => shownDate(last) },
    { head: 'Ouvertures', cell: ({ launches }) => launches, number: true },
  ];
}
