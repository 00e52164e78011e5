import { html, nothing, render } from 'lit';
import type { StoredAttempt } from '../lms/attempt.ts';
import { characters, resultWords, statusWords } from './wording.ts';

/** What a trainer would find in the LMS's report. */
export function showKept(element: HTMLElement, stored: StoredAttempt) {
  render(
    html`
      <table>
        <tbody>
          ${row('Statut', statusWords(stored.status))}
          ${row('Score', stored.score === undefined ? 'aucun' : `${stored.score} sur 100`)}
          ${row('Temps total', stored.totalTime || 'aucun')}
          ${row('Position', stored.location || 'aucune')}
          ${row('Sortie', stored.exit || 'non précisée')}
          ${row('Données de reprise', stored.suspendData ? characters(stored.suspendData.length) : 'aucune')}
          ${stored.comments ? row('Commentaires', characters(stored.comments.length)) : nothing}
        </tbody>
      </table>
      ${list('Réponses', ['Identifiant', 'Type', 'Réponse', 'Résultat'], stored.interactions, (answer) => [
        answer.id,
        answer.type,
        answer.response,
        resultWords(answer.result),
      ])}
      ${list('Objectifs', ['Identifiant', 'Statut', 'Score'], stored.objectives, (objective) => [
        objective.id,
        statusWords(objective.status),
        objective.score === undefined ? '' : `${objective.score}`,
      ])}`,
    element,
  );
}

const row = (name: string, value: string) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`;

function list<Item>(title: string, heads: readonly string[], items: readonly Item[], cells: (item: Item) => string[]) {
  if (!items.length) return html`<p class="none">${title} : aucune ligne pour l’instant.</p>`;
  return html`
    <table>
      <caption>${title} (${items.length})</caption>
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${items.map((item) => html`<tr>${cells(item).map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
    </table>`;
}
