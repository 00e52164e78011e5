import { html, nothing } from 'lit';
import type { SavingState } from '../runtime/saving.ts';
import { icon } from './icon.ts';
import { clock, t } from './messages.ts';

/** The saving state in words, an icon and a colour; `long` adds the hour where there is room. */
export function savingWords(saving: SavingState, long = false) {
  switch (saving.kind) {
    case 'idle':
      return nothing;
    case 'editing':
      return html`<span class="saved saved--busy">${icon('pencil')} <span>${t('saving.editing')}</span></span>`;
    case 'saving':
      return html`<span class="saved saved--busy">${icon('turn')} <span>${t('saving.saving')}</span></span>`;
    case 'saved':
      return html`<span class="saved">${icon('cloud')} <span>${long ? html`${t('saving.saved')}<span class="hide-m"> à ${clock(saving.at)}</span>` : t('saving.saved')}</span></span>`;
    case 'device':
      return html`<span class="saved saved--device">${icon('device')} <span>${t('saving.device')}</span></span>`;
    case 'unsaved':
      return html`<span class="saved saved--no">${icon('alert')} <span>${t('saving.unsaved')}</span></span>`;
  }
}
