import { html } from 'hono/html';
import type { Html } from './page.ts';

/** The first column names the line. `number`: its figures stand one above the other. */
export interface Column<T> {
  head: string;
  cell(of: T): Html | string | number;
  number?: true;
}

export interface CardTable<T> {
  /** Of its caption, unique in the page. */
  id: string;
  caption: string;
  columns: readonly Column<T>[];
  lines: readonly T[];
}

/** A table whose lines become cards on a narrow screen, where each value says its own column. */
export const cardTable = <T>({ id, caption, columns, lines }: CardTable<T>): Html =>
  html`<div class="table table--cards" role="region" aria-labelledby="${id}" tabindex="0"><table>
    <caption id="${id}">${caption}</caption>
    <thead><tr>${columns.map(({ head, number }) => html`<th scope="col"${looks(number)}>${head}</th>`)}</tr></thead>
    <tbody>${lines.map((line) => html`<tr>${columns.map((column, rank) => cell(column, rank, line))}</tr>`)}</tbody>
  </table></div>`;

function cell<T>({ head, number, cell }: Column<T>, rank: number, line: T) {
  if (rank === 0) return html`<th scope="row">${cell(line)}</th>`;
  return html`<td${looks(number)} data-head="${head}">${cell(line)}</td>`;
}

const looks = (number?: true) => (number ? html` class="number"` : '');
