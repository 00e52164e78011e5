import { escapeHtml } from '../src/content/escape.ts';

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1f2a2e}table{border-collapse:collapse;width:100%;margin-block:1rem}caption{text-align:start;font-weight:600;padding-block:.25rem}th,td{border:1px solid #76807f;padding:.5rem .75rem;text-align:start;vertical-align:top}thead{background:#f3efe8}tbody th{font-weight:400;min-width:12rem}th strong{font-weight:600}.number{text-align:end;white-space:nowrap}.none{color:#4a575c}.alert{background:#fbe9e9}ul{margin:.25rem 0 0;padding-inline-start:1rem}.places{font-size:.875rem}code{overflow-wrap:anywhere}nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}@media print{tr{break-inside:avoid}}';

/** A page of its own for those who make a course: French, readable anywhere, no script. `title` is text, `body` HTML. */
export const htmlPage = (title: string, course: string, body: string) => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} – ${escapeHtml(course)}</title>
<style>${STYLE}</style></head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body></html>
`;

/** How many, then, once opened, where: `file:line`, one per line. A dash when there is none. */
export const places = (those: readonly string[]) =>
  those.length === 0
    ? '–'
    : `<details><summary>${those.length}</summary><ul class="places">${those.map((place) => `<li><code>${escapeHtml(place)}</code></li>`).join('')}</ul></details>`;

/** A table whose first column names its rows. Heads and caption are text, cells HTML. */
export function htmlTable(
  caption: string,
  heads: readonly string[],
  rows: readonly { cells: readonly string[]; alert?: boolean }[],
): string {
  const head = heads.map((words) => `<th scope="col">${escapeHtml(words)}</th>`).join('');
  const body = rows.map(
    ({ cells: [first = '', ...others], alert }) =>
      `<tr${alert ? ' class="alert"' : ''}><th scope="row">${first}</th>${others.map((cell) => `<td${cellClass(cell)}>${cell}</td>`).join('')}</tr>`,
  );
  return `<table><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody></table>\n`;
}

/** Numbers and durations stand on the right, a dash is faint. */
function cellClass(cell: string): string {
  if (cell === '–') return ' class="none"';
  return /^\d[\d,\u202f]*(?:\u00a0(?:min|h(?:\u00a0\d+)?))?$/.test(cell) ? ' class="number"' : '';
}
