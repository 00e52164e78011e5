import { html } from 'hono/html';
import type { Html } from './page.ts';

/** A state in words; `look`: the end of its class in pages.css. */
export const stateChip = (look: string, words: string): Html =>
  html`<span class="state state--${look}">${words}</span>`;
