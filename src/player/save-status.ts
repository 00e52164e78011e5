import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SavingState } from '../runtime/saving.ts';
import { icon } from '../ui/icon.ts';
import { t } from '../ui/messages.ts';
import { savingWords } from '../ui/saving-words.ts';

/** In the top bar: where the learner's work stands, in words, always visible. */
@customElement('save-status')
export class SaveStatus extends LitElement {
  @property({ attribute: false }) saving: SavingState = { kind: 'idle' };
  @property({ type: Boolean }) browse = false;

  override createRenderRoot() {
    return this;
  }
  override render() {
    if (this.browse)
      return html`<span class="saved saved--device">${icon('info')} <span>${t('saving.browse')}</span></span>`;
    return this.saving.kind === 'idle' ? nothing : savingWords(this.saving, true);
  }
}
