import type { Compiled } from '../src/content/compile.ts';
import { escapeHtml } from '../src/content/escape.ts';

/**
 * What stands beside the zip for the trainer: from an id of the LMS report to the question, its options and the right
 * answer. Never packaged: it holds every answer.
 */
export function readingKey({ outline, key }: Compiled & { outline: NonNullable<Compiled['outline']> }): string {
  const sections = key.map(({ module, entries }) => {
    const rows = entries.map(({ scormId, question, options, note }) => {
      const list = options
        .map(
          ({ token, text, right }) =>
            `<li${right ? ' class="right"' : ''}><b>${escapeHtml(token)}</b> ${escapeHtml(text)}${right ? ' <strong>(juste)</strong>' : ''}</li>`,
        )
        .join('');
      return `<tr><th scope="row"><code>${escapeHtml(scormId)}</code></th><td><p>${escapeHtml(question)}</p>${list ? `<ul>${list}</ul>` : ''}${note ? `<p class="note">${escapeHtml(note)}</p>` : ''}</td></tr>`;
    });
    return `<h2>${escapeHtml(module.title)}</h2>\n<table><thead><tr><th scope="col">Identifiant dans le rapport</th><th scope="col">Question</th></tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
  });
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Clé de lecture – ${escapeHtml(outline.title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f2a2e}table{border-collapse:collapse;width:100%}th,td{border:1px solid #76807f;padding:.5rem .75rem;text-align:start;vertical-align:top}thead{background:#f3efe8}p{margin:0 0 .25rem}ul{margin:0;padding:0;list-style:none}b{display:inline-block;min-width:1.5em}.right{color:#1d6b3c}.note{color:#4a575c}code{overflow-wrap:anywhere}@media print{tr{break-inside:avoid}}</style></head>
<body>
<h1>Clé de lecture</h1>
<p>${escapeHtml(outline.title)}. Document réservé aux formateurs\u00a0: il contient les réponses.</p>
<p>Un rapport SCORM ne montre que des identifiants et des lettres. Retrouvez ici la question, ses options dans l’ordre de la page et la réponse attendue. Quand une question a été reprise, elle figure deux fois dans le rapport\u00a0: la première ligne est le premier essai, la seconde le dernier.</p>
${sections.join('\n')}
<p class="note">${escapeHtml(outline.disclaimer)}</p>
</body></html>
`;
}
