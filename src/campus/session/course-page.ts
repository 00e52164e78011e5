import { html } from 'hono/html';
import type { Preferences } from '../cmi5/preferences.ts';
import type { Learner } from '../learners.ts';
import type { Part } from '../packages/package-kind.ts';
import { type Html, page } from '../pages/page.ts';
import { stateChip } from '../pages/state-chip.ts';
import { isFinished } from './refresh.ts';
import { MODES, type Mode } from './sessions.ts';
import type { Standing } from './standings.ts';
import { MODE_WORDS, shownStanding } from './words.ts';

export interface CoursePage {
  /** Name of the package. */
  package: string;
  title: string;
  learner: Learner;
  parts: readonly (Part & { standing: Standing; begun: boolean })[];
  /** Absent where the standard has none, nor modes. */
  preferences?: Preferences;
}

/** The parts of a package as one learner finds them, and how to open each. */
export function coursePage({ package: name, title, learner, parts, preferences }: CoursePage): Html {
  const address = `/suivre/${encodeURIComponent(name)}/${encodeURIComponent(learner.id)}`;
  return page({
    title,
    current: 'catalogue',
    body: html`
      <p><a href="/">Catalogue</a></p>
      <p class="lead">Suivi comme <b>${learner.name}</b>. Chaque module s’ouvre dans une séance\u00a0; en ouvrir une autre ferme la précédente.</p>
      <ul class="courses">${parts.map((part) => html`<li class="card">${opening(part, address, preferences !== undefined)}</li>`)}</ul>
      ${preferences ? preferencesForm(preferences, address) : ''}`,
  });
}

function opening({ id, title, standing, begun }: CoursePage['parts'][number], address: string, modes: boolean) {
  const { words, state } = shownStanding(standing, begun);
  // there is nothing to see again before the end
  const offered = modes ? MODES.filter((mode) => mode !== 'Review' || isFinished(standing)) : (['Normal'] as const);
  return html`
    <h2>${title}</h2>
    <p>${stateChip(state, words)}</p>
    <form class="row" method="post" action="${address}/seance">
      <input type="hidden" name="module" value="${id}">
      ${offered.map((mode) => button(mode, title))}
    </form>`;
}

const button = (mode: Mode, title: string) =>
  html`<button class="btn ${mode === 'Normal' ? 'btn--p' : 'btn--s'}" name="mode" value="${mode}">${MODE_WORDS[mode]}<span class="vh">\u00a0: ${title}</span></button>`;

/** By their tags (RFC 5646). */
const LANGUAGES: Readonly<Record<string, string>> = {
  'fr-FR': 'Français',
  'en-GB': 'Anglais',
  'es-ES': 'Espagnol',
  'pt-PT': 'Portugais',
  ar: 'Arabe',
};
const AUDIO: Readonly<Record<Exclude<Preferences['audio'], ''>, string>> = { on: 'Avec le son', off: 'Sans le son' };

function preferencesForm({ language, audio }: Preferences, address: string) {
  // what a course wrote stays, in the words it has
  const languages = { ...LANGUAGES, ...(language && !(language in LANGUAGES) && { [language]: language }) };
  const options = (choices: Readonly<Record<string, string>>, chosen: string) =>
    Object.entries({ '': 'Sans préférence', ...choices }).map(
      ([value, words]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${words}</option>`,
    );
  return html`<section class="card" aria-labelledby="preferences">
    <h2 id="preferences">Préférences</h2>
    <p class="muted s">Elles valent pour tous les parcours de cette personne, qui en tiennent compte à leur prochaine ouverture.</p>
    <form class="fields" method="post" action="${address}/preferences">
      <label for="langue">Langue</label>
      <select id="langue" name="langue">${options(languages, language)}</select>
      <label for="son">Son</label>
      <select id="son" name="son">${options(AUDIO, audio)}</select>
      <button class="btn btn--s">Enregistrer</button>
    </form>
  </section>`;
}
