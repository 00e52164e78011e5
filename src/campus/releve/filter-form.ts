import { html } from 'hono/html';
import { lastPart } from '../../xapi/loose.ts';
import { VERBS } from '../../xapi/vocabulary.ts';
import type { Store } from '../lrs/store.ts';
import type { Html } from '../pages/page.ts';
import type { ActivityGroup } from './activities.ts';
import { addressOf, type Filter, fieldOf, isEmpty } from './filter.ts';
import { beginningOf, dayWords, shortcuts } from './period.ts';

interface Choice {
  value: string;
  name: string;
}

/** What the form offers to choose from. */
export interface Choices {
  learners: readonly Choice[];
  activities: readonly ActivityGroup[];
  verbs: readonly Choice[];
}

/** A form that only makes an address: it works without any script. */
export function filterForm(filter: Filter, { learners, activities, verbs }: Choices, now: Date): Html {
  return html`
    <form class="card filters" method="get" action="/releve" role="search" aria-label="Filtrer le relevé">
      <div class="field">
        <label for="apprenant">Apprenant</label>
        <select id="apprenant" name="${fieldOf('learner')}">
          <option value="">Tous</option>
          ${options(withAsked(learners, filter.learner), filter.learner)}
        </select>
      </div>
      <div class="field">
        <label for="activite">Activité</label>
        <select id="activite" name="${fieldOf('activity')}">
          <option value="">Toutes</option>
          ${activities.map(
            (group) => html`<optgroup label="${group.name}">${options(group.activities, filter.activity)}</optgroup>`,
          )}
          ${
            activities.some((group) => group.activities.some(({ value }) => value === filter.activity))
              ? ''
              : options(withAsked([], filter.activity), filter.activity)
          }
        </select>
      </div>
      <div class="field">
        <label for="verbe">Action</label>
        <select id="verbe" name="${fieldOf('verb')}">
          <option value="">Toutes</option>
          ${options(withAsked(verbs, filter.verb), filter.verb)}
        </select>
      </div>
      <div class="field">
        <label for="du">Du</label>
        <input id="du" type="date" name="${fieldOf('from')}" value="${filter.from}">
      </div>
      <div class="field">
        <label for="au">Au</label>
        <input id="au" type="date" name="${fieldOf('to')}" value="${filter.to}">
      </div>
      <div class="row send">
        <button class="btn btn--p">Filtrer</button>
        ${isEmpty(filter) ? '' : html`<a class="btn btn--q" href="/releve">Tout voir</a>`}
      </div>
      <nav class="row periods" aria-label="Périodes">
        ${shortcuts(now).map(({ name, from, to }) => {
          const current = filter.from === from && filter.to === to;
          return html`<a class="period" href="${addressOf('/releve', { ...filter, from, to })}"${current ? html` aria-current="true"` : ''}>${name}</a>`;
        })}
      </nav>
    </form>`;
}

const options = (choices: readonly Choice[], chosen: string) =>
  choices.map(
    ({ value, name }) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${name}</option>`,
  );

/** With what the address asks for, even if no statement has it: the form says what is shown. */
const withAsked = (choices: readonly Choice[], asked: string): readonly Choice[] =>
  asked === '' || choices.some(({ value }) => value === asked)
    ? choices
    : [...choices, { value: asked, name: lastPart(asked) || asked }];

/** What the form holds, in words, for who prints the page; `''` when it holds nothing. */
export function filterWords(filter: Filter, { learners, activities, verbs }: Choices): string {
  const named = (choices: readonly Choice[], asked: string) =>
    withAsked(choices, asked).find(({ value }) => value === asked)?.name;
  return [
    named(learners, filter.learner),
    named(
      activities.flatMap((group) => group.activities),
      filter.activity,
    ),
    named(verbs, filter.verb),
    beginningOf(filter.from) === undefined ? undefined : `depuis le ${dayWords(filter.from)}`,
    beginningOf(filter.to) === undefined ? undefined : `jusqu’au ${dayWords(filter.to)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

const KNOWN = new Map<string, string>(Object.values(VERBS).map(({ id, fr }) => [id, fr]));

/** Verbs of the store in our words; of others, the end of their identifier. */
export function verbChoices(store: Store): Choice[] {
  return store
    .all("SELECT name FROM entities WHERE kind = 'verb'")
    .map(({ name }) => ({ value: String(name), name: KNOWN.get(String(name)) ?? lastPart(String(name)) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}
