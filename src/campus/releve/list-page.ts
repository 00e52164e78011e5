import { html } from 'hono/html';
import { writeNumber } from '../../model/french-number.ts';
import { type Html, page } from '../pages/page.ts';
import { newerThan, olderThan, type Place } from './cursor.ts';
import { addressOf, type Filter, faultOf, isEmpty } from './filter.ts';
import { type Choices, filterForm, filterWords } from './filter-form.ts';
import { dayAndTime, lineOf } from './line.ts';
import type { Line } from './lines.ts';

export interface ListPage {
  filter: Filter;
  place: Place;
  lines: readonly Line[];
  /** Statements the filter lets through, on all pages. */
  total: number;
  /** Older statements follow. */
  more: boolean;
  choices: Choices;
  nameOf: (actor: unknown) => string | undefined;
  now: Date;
}

/** The statements as sentences, latest first, one heading a day. */
export function listPage({ filter, place, lines, total, more, choices, nameOf, now }: ListPage): Html {
  const fault = faultOf(filter);
  const asked = filterWords(filter, choices);
  return page({
    title: 'Relevé',
    current: 'statements',
    script: '/campus/releve.js',
    body: html`
      <p class="muted">Ce que les modules ont fait savoir, du plus récent au plus ancien. Un journal privé n’y laisse aucune trace.</p>
      ${filterForm(filter, choices, now)}
      ${fault === undefined ? '' : html`<p class="err" role="alert">${fault}</p>`}
      <div class="row between results">
        <p role="status"><span class="lab">${countWords(total, place.page)}</span>${asked === '' ? '' : html`<span class="hint">${asked}</span>`}</p>
        <p class="row">
          ${filter.learner === '' ? '' : html`<a class="btn btn--q" href="${addressOf('/releve/apprenant', { learner: filter.learner })}">Ses données</a>`}
          ${total === 0 ? '' : html`<a class="btn btn--s" href="${addressOf('/releve.csv', filter)}">Exporter en CSV</a>`}
        </p>
      </div>
      ${lines.length === 0 ? nothing(filter, total) : days(lines, filter, nameOf)}
      ${pages({ filter, place, lines, more })}`,
  });
}

/** « 1 243 énoncés, page 1 ». */
const countWords = (total: number, at: number) =>
  total === 0
    ? 'Aucun énoncé'
    : `${writeNumber(total)}\u00a0${total === 1 ? 'énoncé' : 'énoncés'}, page\u00a0${writeNumber(at)}`;

function days(lines: readonly Line[], filter: Filter, nameOf: ListPage['nameOf']): Html {
  const byDay = new Map<string, Line[]>();
  for (const line of lines) {
    const [day] = dayAndTime(line.statement);
    byDay.set(day, [...(byDay.get(day) ?? []), line]);
  }
  return html`${[...byDay].map(
    ([day, ofDay]) => html`
      <section class="day">
        <h2>${day}</h2>
        <ol class="card lines">${ofDay.map(({ statement }) => lineOf(statement, filter, nameOf))}</ol>
      </section>`,
  )}`;
}

/** Nothing to show: why, and what to do. */
function nothing(filter: Filter, total: number): Html {
  if (total > 0)
    return html`<div class="card none"><p>Cette page n’existe plus.</p><p><a href="${addressOf('/releve', filter)}">Revenir aux énoncés les plus récents</a></p></div>`;
  if (isEmpty(filter))
    return html`<div class="card none">
      <p class="lab">Rien n’a encore été fait ici.</p>
      <p>Dès qu’une personne suit un module, ce qu’elle fait s’écrit sur cette page. <a href="/">Choisissez un parcours dans le catalogue</a>, ou lancez <code>npm start -- --demo</code> pour voir des promotions inventées.</p>
    </div>`;
  const wider = filter.from || filter.to ? { ...filter, from: '', to: '' } : undefined;
  return html`<div class="card none">
      <p class="lab">Rien ne correspond à ces filtres.</p>
      <p>${wider ? html`<a href="${addressOf('/releve', wider)}">Chercher sur toutes les dates</a>, ou ` : ''}<a href="/releve">${wider ? 'revenir' : 'Revenir'} à tous les énoncés</a>.</p>
    </div>`;
}

function pages({ filter, place, lines, more }: Pick<ListPage, 'filter' | 'place' | 'lines' | 'more'>): Html {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || (place.page === 1 && !more)) return html``;
  const link = (words: string, parameters: Readonly<Record<string, string>>) =>
    html`<a class="btn btn--s" href="${addressOf('/releve', filter, parameters)}">${words}</a>`;
  return html`
    <nav class="row between pages" aria-label="Pages du relevé">
      ${place.page > 1 ? link('← Plus récents', newerThan(first, place.page)) : html`<span></span>`}
      ${more ? link('Plus anciens →', olderThan(last, place.page)) : html`<span></span>`}
    </nav>`;
}
