import { html, raw } from 'hono/html';
import type { PackageInfo } from './package-file.ts';

/** A zip that could not be opened. */
export interface Unreadable {
  name: string;
  unreadable: true;
}

/** The list of packages: one card each, one button per way to open it. */
export function homePage(packages: readonly (PackageInfo | Unreadable)[], style: string) {
  return html`<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Aperçu des modules</title>
    <link rel="icon" href="data:,">
    <style>${raw(style)}</style>
  </head>
  <body class="home">
    <header class="home-header">
      <h1>Aperçu des modules</h1>
      <p>Chaque paquet s’ouvre à côté d’un LMS d’essai, qui montre tout ce qu’il reçoit.</p>
    </header>
    <main>
      ${
        packages.length
          ? html`<ul class="cards">${packages.map((info) => html`<li class="card">${card(info)}</li>`)}</ul>`
          : html`<p class="empty">Aucun paquet pour l’instant. Lancez <code>npm run package</code>, puis rechargez cette page.</p>`
      }
    </main>
  </body>
</html>`;
}

function card(info: PackageInfo | Unreadable) {
  if ('unreadable' in info)
    return html`<h2>${info.name}</h2><p class="problem">Paquet illisible. Refaites-le avec <code>npm run package</code>.</p>`;
  const open = (lms: string) => `/preview/?zip=${encodeURIComponent(info.name)}&lms=${lms}`;
  return html`
    <h2>${info.title}</h2>
    <p class="facts">${TARGETS[info.target] ?? info.target} · ${kilobytes(info.size)} · <span class="file">${info.name}.zip</span></p>
    <p class="actions">
      ${
        info.forLms
          ? html`<a class="button primary" href="${open('strict')}">Ouvrir (LMS strict)</a>
                 <a class="button" href="${open('moodle')}">Ouvrir (Moodle)</a>`
          : ''
      }
      <a class="button" href="${open('none')}">Ouvrir sans LMS</a>
    </p>`;
}

const TARGETS: Readonly<Record<string, string>> = { scorm12: 'SCORM 1.2', scorm2004: 'SCORM 2004', web: 'Web' };
const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024).toLocaleString('fr-FR')} Ko`;
