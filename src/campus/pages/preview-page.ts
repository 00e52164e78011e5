import { html } from 'hono/html';
import type { PackageInfo } from '../../preview/package-file.ts';
import { type Html, page } from './page.ts';
import { shownSize } from './shown.ts';

/** Every package, one link per way to look at it beside a stand-in platform that shows all it is told. */
export const previewPage = (packages: readonly PackageInfo[]): Html =>
  page({
    title: 'Aperçu',
    current: 'preview',
    body: html`
      <p class="lead">Un paquet à côté d’une plateforme de remplacement, qui montre chaque appel qu’elle reçoit et sait tomber en panne. Rien n’en va aux tentatives ni au relevé.</p>
      ${
        packages.length > 0
          ? html`<ul class="courses">${packages.map((info) => html`<li class="card">${ways(info)}</li>`)}</ul>`
          : html`<p class="card">Aucun paquet pour l’instant.</p>`
      }`,
  });

function ways({ name, title, size, forLms }: PackageInfo) {
  const open = (lms: string) => `/preview/?zip=${encodeURIComponent(name)}&lms=${lms}`;
  return html`
    <h2>${title}</h2>
    <p class="muted s">${name}.zip, ${shownSize(size)}</p>
    <p class="row">
      ${
        forLms
          ? html`<a class="btn btn--p" href="${open('strict')}">Ouvrir (LMS strict)</a>
                 <a class="btn btn--s" href="${open('moodle')}">Ouvrir (Moodle)</a>`
          : ''
      }
      <a class="btn btn--s" href="${open('none')}">Ouvrir sans LMS</a>
    </p>`;
}
