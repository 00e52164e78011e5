import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** What a template of `hono/html` gives: text is escaped in it, templates are not. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The sections of the campus, in the order of its menu. */
const SECTIONS = [
  { id: 'catalogue', name: 'Catalogue', address: '/' },
  { id: 'attempts', name: 'Tentatives', address: '/tentatives' },
  { id: 'statements', name: 'Relevé', address: '/releve' },
  { id: 'preview', name: 'Aperçu', address: '/apercu' },
] as const;
export type Section = (typeof SECTIONS)[number]['id'];

/**
 * A page of the campus: heading, menu, footer. No script nor style inside, so that a page may forbid them both; what it
 * needs is served by `pageFiles`. `current`: absent on a page of no section, such as an error. `script`: address of a
 * module under /campus/; the page works without it.
 */
export function page({
  title,
  current,
  body,
  script,
}: {
  title: string;
  current?: Section;
  body: Html;
  script?: string;
}): Html {
  return barePage(
    title,
    html`<body class="campus">
    <a class="skip" href="#contenu">Aller au contenu</a>
    <header class="top">
      <div class="top__in">
        <a class="brand" href="/">${LEAF}<span>Campus local</span></a>
        <nav class="sections" aria-label="Pages du campus">
          ${SECTIONS.map(
            ({ id, name, address }) =>
              html`<a href="${address}"${id === current ? html` aria-current="page"` : ''}>${name}</a>`,
          )}
        </nav>
      </div>
    </header>
    <main class="wrap" id="contenu" tabindex="-1">
      <h1>${title}</h1>
      ${body}
    </main>
    <footer class="foot">Tout reste sur cette machine\u00a0: rien n’est envoyé ailleurs.</footer>
  </body>`,
    script,
  );
}

/** What the responses of the campus allow their pages: its own files, and forms to itself. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'";

const LEAF = html`<b><svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 19c0-8 5-13 14-14 0 9-5 14-12 13"/><path d="M5 21c1-5 4-8 8-10"/></svg></b>`;

/** A page without the menu of the campus: `body` is its body element. */
export const barePage = (title: string, body: Html, script?: string): Html => html`<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} – Campus local</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/campus/page.css">
    ${script ? html`<script type="module" src="${script}"></script>` : ''}
  </head>
  ${body}
</html>`;
