import './writing.ts';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { type Finding, type FindingKind, findPersons } from '../anonymise/find-persons.ts';
import { adopt } from './adopt.ts';
import css from './anonymise-panel.css?inline';
import { SayEvent } from './block-element.ts';
import { icon } from './icon.ts';
import { speaker } from './messages.ts';

adopt(css);

const say = speaker({
  'first-name': 'Avant de partager, un prénom à vérifier\u00a0:',
  civility: 'Avant de partager, un nom à vérifier\u00a0:',
  self: 'Avant de partager, votre nom à vérifier\u00a0:',
  email: 'Avant de partager, un courriel à vérifier\u00a0:',
  phone: 'Avant de partager, un numéro de téléphone à vérifier\u00a0:',
  date: 'Avant de partager, une date à vérifier\u00a0:',
  place: 'Avant de partager, un nom d’établissement à vérifier\u00a0:',
  left: '{rank} sur {total}',
  by: 'Remplacer «\u00a0{text}\u00a0» par',
  replace: 'Remplacer',
  replaceAll: 'Remplacer les {count}',
  notPerson: 'Ce n’est pas une personne',
  leave: 'Laisser tel quel',
  replaced: 'Remplacé.',
  left0: 'Laissé tel quel.',
  none: 'Aucun nom repéré. Relisez tout de même\u00a0: un détail peut suffire à reconnaître quelqu’un.',
  done: 'Tout ce qui a été repéré est vérifié. Relisez tout de même\u00a0: un détail peut suffire à reconnaître quelqu’un.',
});

/** Kinds of which « ce n’est pas une personne » is an answer. */
const PERSONS: readonly FindingKind[] = ['first-name', 'civility', 'self'];
/** Signs shown on each side of what was found. */
const AROUND = 60;

/** A name was replaced; `text` is the whole text as it now reads. */
export class TextAnonymisedEvent extends Event {
  static readonly type = 'text-anonymised';
  constructor(readonly text: string) {
    super(TextAnonymisedEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * What in a text may name someone, one after the other, before others read it. Nothing is decided here and nothing is
 * blocked: the learner replaces, or says that it names nobody.
 * @fires text-anonymised - The same words were replaced wherever they stand; give the text back by `text`.
 */
@customElement('anonymise-panel')
export class AnonymisePanel extends LitElement {
  @property({ attribute: false }) text = '';
  /** As the LMS gives it: « Dupont, Camille ». */
  @property({ attribute: false }) learner = '';
  /** What the learner said names nobody, or may stay. */
  @state() private kept: ReadonlySet<string> = new Set();
  #findings: readonly Finding[] = [];
  #settled = 0;

  override createRenderRoot() {
    return this;
  }

  override willUpdate(changed: PropertyValues) {
    if (changed.has('text') || changed.has('learner'))
      this.#findings = findPersons(this.text, { learner: this.learner });
  }

  /** Each text found, once, in its order. */
  get #waiting(): readonly Finding[] {
    const open = this.#findings.filter(({ text }) => !this.kept.has(text));
    return open.filter(({ text }, rank) => open.findIndex((one) => one.text === text) === rank);
  }

  override render() {
    const waiting = this.#waiting;
    const [finding] = waiting;
    if (!finding)
      return html`<div class="note" tabindex="-1">${icon('info')}<p>${say(this.#settled > 0 ? 'done' : 'none')}</p></div>`;
    const { kind, text } = finding;
    const count = this.#findings.filter((one) => one.text === text).length;
    const total = this.#settled + waiting.length;
    return html`<form class="note note--w" tabindex="-1" aria-label="${say(kind)} ${text}" novalidate @submit=${(event: SubmitEvent) => this.#replace(event, finding)}>
      ${icon('alert')}
      <div class="col">
        <p><strong>${say(kind)}</strong> «\u00a0<mark>${text}</mark>\u00a0». ${total > 1 ? html`<span class="muted">${say('left', { rank: this.#settled + 1, total })}</span>` : nothing}</p>
        <p class="verbatim muted">${this.#around(finding)}</p>
        <label class="col"><span class="hint">${say('by', { text })}</span>
          <input class="line" type="text" name="by" autocomplete="off" maxlength="200" .value=${live(finding.suggestion)} /></label>
        <div class="row">
          <button class="btn btn--s">${count > 1 ? say('replaceAll', { count }) : say('replace')}</button>
          <button class="btn btn--q" type="button" @click=${() => this.#keep(finding)}>${say(PERSONS.includes(kind) ? 'notPerson' : 'leave')}</button>
        </div>
      </div>
    </form>`;
  }

  /** The words beside it, on its own line of text, cut between two words. */
  #around({ start, end }: Finding) {
    const before = this.text.slice(0, start).split('\n').at(-1)!;
    const after = this.text.slice(end).split('\n', 1)[0]!;
    const head = before.length > AROUND ? `…${before.slice(-AROUND).replace(/^\S*/u, '')}` : before;
    const tail = after.length > AROUND ? `${after.slice(0, AROUND).replace(/\S*$/u, '')}…` : after;
    return html`${head}<mark>${this.text.slice(start, end)}</mark>${tail}`;
  }

  #replace(event: SubmitEvent, { text }: Finding) {
    event.preventDefault();
    // the page around listens to its own forms
    event.stopPropagation();
    const by = String(new FormData(event.currentTarget as HTMLFormElement).get('by') ?? '');
    const places = this.#findings.filter((one) => one.text === text);
    let [next, from] = ['', 0];
    for (const { start, end } of places) {
      next += this.text.slice(from, start) + by;
      from = end;
    }
    this.text = next + this.text.slice(from);
    // what the learner wrote in its place is not asked about again
    this.kept = new Set([...this.kept, ...findPersons(by, { learner: this.learner }).map((one) => one.text)]);
    this.#settled += 1;
    this.dispatchEvent(new TextAnonymisedEvent(this.text));
    void this.#next('replaced');
  }

  #keep({ text }: Finding) {
    this.kept = new Set([...this.kept, text]);
    this.#settled += 1;
    void this.#next('left0');
  }

  /** To what is to be checked next, or to the last word: never lost with what disappears. */
  async #next(said: 'replaced' | 'left0') {
    await this.updateComplete;
    const panel = this.querySelector<HTMLElement>('.note');
    this.dispatchEvent(new SayEvent(`${say(said)} ${panel?.querySelector('p')?.textContent?.trim() ?? ''}`));
    panel?.focus();
  }
}
