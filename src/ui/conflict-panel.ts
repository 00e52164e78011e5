import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type BlockContext, type BlockElement, ConflictEvent, SayEvent } from './block-element.ts';
import { icon } from './icon.ts';
import { moment, speaker } from './messages.ts';
import type { TextParts } from './text-conflict.ts';

const say = speaker({
  newer: 'Une version plus récente existe ({date}).',
  keepNewest: 'Garder la plus récente',
  keepOther: 'Garder celle-ci',
  compare: 'Comparer',
  other: 'L’autre version, du {date}',
  kept: 'C’est noté. L’autre version reste dans «\u00a0Mes données\u00a0».',
});

/**
 * Two versions of a text: the newer stands in the fields, the other is shown beside it until the learner chooses. The
 * block it stands in dispatches `text-conflict`.
 */
@customElement('conflict-panel')
export class ConflictPanel extends LitElement {
  @property({ attribute: false }) host!: BlockElement;
  @property({ attribute: false }) parts!: TextParts;
  @property({ attribute: false }) context!: BlockContext;

  override createRenderRoot() {
    return this;
  }

  override render() {
    const { number } = this.host.block;
    const other = this.context.conflict(number);
    if (!other) return nothing;
    const at = this.context.module.texts[number]?.at ?? 0;
    return html`<div class="note note--w" role="group" aria-label=${say('newer', { date: moment(at) })}>
      ${icon('alert')}
      <div class="col">
        <p><strong>${say('newer', { date: moment(at) })}</strong> ${say('other', { date: moment(other.at) })}.</p>
        <details>
          <summary>${say('compare')}</summary>
          ${this.parts.map(({ number: part, label }) => html`<p class="lab">${label}</p><p class="verbatim">${other.parts[part] ?? ''}</p>`)}
        </details>
        <div class="row">
          <button class="btn btn--s" type="button" @click=${() => this.#settle('current')}>${say('keepNewest')}</button>
          <button class="btn btn--q" type="button" @click=${() => this.#settle('other')}>${say('keepOther')}</button>
        </div>
      </div>
    </div>`;
  }

  #settle(keep: 'current' | 'other') {
    this.host.dispatchEvent(new ConflictEvent(this.host.block.number, keep));
    this.host.dispatchEvent(new SayEvent(say('kept')));
  }
}
