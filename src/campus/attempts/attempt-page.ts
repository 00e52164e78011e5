import { html } from 'hono/html';
import type { ModuleOutline } from '../../model/course.ts';
import type { Wording, Wordings } from '../../xapi/cmi-activities.ts';
import type { Learner } from '../learners.ts';
import { cardTable } from '../pages/card-table.ts';
import { type Html, page } from '../pages/page.ts';
import {
  shownCharacters,
  shownDate,
  shownDay,
  shownDuration,
  shownResult,
  shownScore,
  shownStatus,
  shownType,
} from '../pages/shown.ts';
import { type Elements, type Interaction, interactionsOf, type ModuleEnd, moduleEnds } from '../scorm/cmi.ts';
import type { Attempt } from './attempts.ts';

export interface AttemptShell {
  attempt: Attempt;
  learner: Learner | undefined;
  title: string;
}

export interface AttemptPage extends AttemptShell {
  attempt: Attempt & { cmi: Elements };
  /** Empty for a course made with other tools. */
  modules: readonly ModuleOutline[];
  questions: Wordings;
}

/** One attempt: its result, its answers in words, every element a platform keeps; and what may be done with it. */
export function attemptPage({ modules, questions, ...of }: AttemptPage): Html {
  const { cmi } = of.attempt;
  const given = interactionsOf(cmi).filter(({ id }) => !/^M\d+_bilan$/.test(id));
  return attemptShell(
    of,
    html`
      ${modules.length > 0 ? progress(modules, cmi) : ''}
      ${answers(given, questions)}
      <details class="card"><summary>Tout ce que la plateforme garde</summary>${elements(cmi)}</details>`,
  );
}

/** What any platform says of an attempt, whatever its standard; and what may be done with it. */
export function attemptShell({ attempt, learner, title }: AttemptShell, inside: Html): Html {
  const facts: readonly (readonly [string, string])[] = [
    ['Parcours', title],
    ['État', shownStatus(attempt.status)],
    ['Score', shownScore(attempt.score)],
    ['Temps, toutes ouvertures réunies', shownDuration(attempt.seconds)],
    ['Ouvertures', String(attempt.launches)],
    ['Première ouverture', shownDate(attempt.first)],
    ['Dernier accès', shownDate(attempt.last)],
  ];
  return page({
    title: `Tentative de ${learner?.name ?? attempt.learner}`,
    current: 'attempts',
    body: html`
      <p><a href="/tentatives">Toutes les tentatives</a></p>
      <dl class="outcome">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
      ${inside}
      <p class="row">
        <a class="btn btn--s" href="/tentatives/${attempt.id}.json" download>Exporter (JSON)</a>
        <a class="btn btn--q" href="/tentatives/${attempt.id}/effacer">Recommencer à zéro…</a>
      </p>`,
  });
}

/** Module by module: when it was finished, and with what at its final quiz. */
function progress(modules: readonly ModuleOutline[], cmi: Elements) {
  const ends = moduleEnds(cmi);
  return cardTable({
    id: 'modules',
    caption: `${ends.size} ${ends.size > 1 ? 'modules terminés' : 'module terminé'} sur ${modules.length}`,
    columns: [
      { head: 'Module', cell: ({ title }) => title },
      { head: 'Terminé le', cell: ({ number }) => shownEnd(ends.get(number)) },
      { head: 'Quiz final', cell: ({ number }) => shownScore(ends.get(number)?.score), number: true },
    ],
    lines: modules,
  });
}

const shownEnd = (end: ModuleEnd | undefined) => (end ? shownDay(end.day) : 'pas encore');

function answers(list: readonly Interaction[], questions: Wordings) {
  if (list.length === 0) return html`<p class="card">Aucune réponse pour l’instant.</p>`;
  return cardTable({
    id: 'reponses',
    caption: `${list.length} ${list.length > 1 ? 'réponses' : 'réponse'}. Une question reprise y figure deux fois\u00a0: le premier essai, puis le dernier.`,
    columns: [
      { head: 'Question', cell: (answer) => named(answer, questions.get(answer.id)) },
      {
        head: 'Réponse',
        cell: ({ id, type, response }) => html`<div>${inWords(type, response, questions.get(id))}</div>`,
      },
      { head: 'Résultat', cell: ({ result }) => shownResult(result) },
      { head: 'Temps', cell: ({ seconds }) => shownDuration(seconds), number: true },
    ],
    lines: list,
  });
}

const named = ({ id, type }: Interaction, wording: Wording | undefined) =>
  html`${wording ? html`${wording.question}<br>` : ''}<code>${id}</code> <span class="muted s">${shownType(type)}</span>`;

/** The options that were chosen, by their words; a text or a number as it was typed. */
function inWords(type: string, response: string, wording: Wording | undefined) {
  if (type === 'matching') return response.replaceAll('.', ' → ').replaceAll(',', ', ') || '–';
  const chosen = response === '' ? [] : response.split(',').map((sign) => wording?.options?.get(sign.trim()));
  if (chosen.length === 0) return '–';
  return chosen.every((words) => words !== undefined)
    ? html`<ul>${chosen.map((words) => html`<li>${words}</li>`)}</ul>`
    : response;
}

function elements(cmi: Elements) {
  const rows = Object.entries(cmi).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  if (rows.length === 0) return html`<p>Rien encore.</p>`;
  return html`<div class="table" role="region" aria-label="Éléments gardés" tabindex="0"><table>
    <thead><tr><th scope="col">Élément</th><th scope="col">Valeur</th></tr></thead>
    <tbody>${rows.map(([name, value]) => html`<tr><th scope="row"><code>${name}</code></th><td>${shownValue(name, value)}</td></tr>`)}</tbody>
  </table></div>`;
}

/** What a learner wrote for no one else stands in there: it is counted, never shown. */
const shownValue = (name: string, value: string) =>
  name === 'cmi.suspend_data' ? `${shownCharacters(value.length)} de reprise` : value;

/** Asks before an attempt is forgotten. */
export const resetPage = ({ attempt, learner, title }: AttemptShell): Html =>
  page({
    title: 'Recommencer à zéro',
    current: 'attempts',
    body: html`
      <p>La tentative de <b>${learner?.name ?? attempt.learner}</b> sur <b>${title}</b> sera oubliée\u00a0: son état, son score, ses réponses, son temps et de quoi reprendre. Le parcours se rouvrira comme la première fois, sauf ce que ce navigateur a gardé de son côté.</p>
      <p>Le relevé, lui, ne change pas\u00a0: ce qui y est écrit a eu lieu.</p>
      <form class="row" method="post" action="/tentatives/${attempt.id}/effacer">
        <button class="btn btn--p">Oublier cette tentative</button>
        <a class="btn btn--q" href="/tentatives/${attempt.id}">Annuler</a>
      </form>`,
  });
