import type { Compiled } from '../src/content/compile.ts';
import { escapeHtml } from '../src/content/escape.ts';
import { htmlPage, htmlTable } from './html-page.ts';

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
            `<li>${escapeHtml(token)}. ${escapeHtml(text)}${right ? ' <strong>(juste)</strong>' : ''}</li>`,
        )
        .join('');
      return {
        cells: [
          `<code>${escapeHtml(scormId)}</code>`,
          `${escapeHtml(question)}${list ? `<ul>${list}</ul>` : ''}${note ? `<br><em>${escapeHtml(note)}</em>` : ''}`,
        ],
      };
    });
    return htmlTable(module.title, ['Identifiant dans le rapport', 'Question'], rows);
  });
  return htmlPage(
    'Clé de lecture',
    outline.title,
    `<p>${escapeHtml(outline.title)}. Document réservé aux formateurs\u00a0: il contient les réponses.</p>
<p>Un rapport SCORM ne montre que des identifiants et des lettres. Retrouvez ici la question, ses options dans l’ordre de la page et la réponse attendue. Quand une question a été reprise, elle figure deux fois dans le rapport\u00a0: la première ligne est le premier essai, la seconde le dernier.</p>
${sections.join('\n')}
<p>${escapeHtml(outline.disclaimer)}</p>`,
  );
}
