import type { Context } from 'hono';
import { html } from 'hono/html';
import { page } from './page.ts';

/** A page for an address that leads nowhere: only names the campus knows lead somewhere. */
export const notFound = (c: Context) =>
  c.html(
    page({
      title: 'Page introuvable',
      body: html`<p>Cette adresse ne mène nulle part, ou n’y mène plus. <a href="/">Revenir au catalogue</a></p>`,
    }),
    404,
  );
