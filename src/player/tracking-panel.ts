import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CourseOutline } from '../model/course.ts';
import type { Attempt } from '../runtime/attempt.ts';
import type { LoggedCall } from '../trackers/call-log.ts';
import { icon } from '../ui/icon.ts';
import { say } from '../ui/messages-on-demand.ts';
import { diagnosis, type Fact, factsOf, precise } from './diagnosis.ts';
import { deviceCopies } from './held-copies.ts';

/** For the help desk: what this page and the LMS say to each other, and a text to send that names nobody. */
@customElement('tracking-panel')
export class TrackingPanel extends LitElement {
  @property({ attribute: false }) course!: CourseOutline;
  @property({ attribute: false }) attempt!: Attempt;
  @property({ attribute: false }) calls: readonly LoggedCall[] = [];
  @state() private facts: readonly Fact[] = [];
  /** As of the last change: a text that is being selected does not move. */
  @state() private text = '';
  @state() private said = '';
  readonly #refresh = () => void this.#read();

  override createRenderRoot() {
    return this;
  }

  async show(): Promise<void> {
    await this.updateComplete;
    const dialog = this.querySelector('dialog')!;
    if (dialog.open) return;
    this.said = '';
    dialog.showModal();
    this.querySelector('h2')?.focus();
    this.attempt.addEventListener('saving', this.#refresh);
    await this.#read();
  }

  #closed() {
    this.attempt.removeEventListener('saving', this.#refresh);
  }

  async #read(): Promise<void> {
    this.facts = factsOf(this.course, this.attempt, this.calls, await deviceCopies(this.attempt));
    this.text = diagnosis(this.facts, this.calls, this.course.organisation.helpContact, new Date());
  }

  override render() {
    return html`<dialog class="screen" aria-labelledby="tracking-title" @close=${this.#closed}>
      <div class="screen__in">
        <div class="row between"><h2 id="tracking-title" tabindex="-1">${say('track.title')}</h2><button class="btn btn--s" type="button" @click=${() => this.querySelector('dialog')?.close()}>${say('close')}</button></div>
        <p>${say('track.intro')}</p>
        <dl>${this.facts.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
        <div class="field">
          <label class="lab" for="diagnosis">${say('track.diagnosis')}</label>
          <textarea id="diagnosis" rows="6" readonly .value=${this.text}></textarea>
          <div class="row"><button class="btn btn--p" type="button" @click=${this.#copy}>${say('track.copy')}</button></div>
          <p class="hint" role="status">${this.said}</p>
          <p class="hint">${say('contact.help')}\u00a0: ${this.course.organisation.helpContact}</p>
        </div>
        <h3 id="tracking-calls">${say('track.calls')}</h3>
        ${this.calls.length === 0 ? html`<p>${say('track.noCalls')}</p>` : this.#table()}
      </div>
    </dialog>`;
  }

  #table() {
    return html`<div class="table" role="region" aria-labelledby="tracking-calls" tabindex="0"><table>
      <thead><tr><th scope="col">${say('call.time')}</th><th scope="col">${say('call.what')}</th><th scope="col">${say('call.value')}</th><th scope="col">${say('call.answer')}</th></tr></thead>
      <tbody>${[...this.calls].reverse().map(
        (call) => html`<tr>
          <td>${precise(new Date(call.at))}</td>
          <td>${call.method}${call.element ? html`<br>${call.element}` : nothing}</td>
          <td>${call.value || (call.length === undefined ? '' : say('call.length', { count: call.length }))}</td>
          <td>${call.refused ? html`<strong class="err">${icon('alert')} <span>${refusal(call)}</span></strong>` : say(call.method === 'LMSGetValue' ? 'call.read' : 'call.accepted')}</td>
        </tr>`,
      )}</tbody>
    </table></div>`;
  }

  /** On plain http there is no clipboard: the old command, then the learner's own hands. */
  async #copy() {
    const area = this.querySelector<HTMLTextAreaElement>('#diagnosis')!;
    const done = await navigator.clipboard?.writeText(area.value).then(
      () => true,
      () => false,
    );
    if (!done) area.select();
    this.said = say(done || copyCommand() ? 'track.copied' : 'track.copyFailed');
  }
}

function copyCommand(): boolean {
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

function refusal({ answer, code }: LoggedCall): string {
  if (answer === 'exception') return say('call.exception', { code });
  return code === 0 ? say('call.refusedNoCode') : say('call.refused', { code });
}
