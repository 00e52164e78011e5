import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SavingState, Troubles } from '../runtime/saving.ts';
import { SayEvent } from '../ui/block-element.ts';
import { icon } from '../ui/icon.ts';
import { t } from '../ui/messages.ts';
import { saveFile } from '../ui/save-file.ts';
import { say } from './banner-messages.ts';

/** What the learner must know about their work's safety, and what can be done about it. */
@customElement('course-banners')
export class CourseBanners extends LitElement {
  @property({ attribute: false }) troubles: Troubles = {};
  @property({ attribute: false }) saving: SavingState = { kind: 'idle' };
  @property() mode: 'normal' | 'browse' | 'review' = 'normal';
  /** Titles of the texts that only the device holds. */
  @property({ attribute: false }) leftOut: readonly string[] = [];
  /** Titles of the texts that were changed here and elsewhere. */
  @property({ attribute: false }) conflicts: readonly string[] = [];
  /** All that the learner wrote, as plain text; '' when nothing yet. */
  @property({ attribute: false }) text: () => Promise<string> = async () => '';
  @property({ attribute: false }) fileName = 'copie.txt';
  /** Shown for copying by hand, when the browser refuses. */
  @state() private shown = '';

  override createRenderRoot() {
    return this;
  }

  /** What stood in for it while it could not be loaded goes. */
  override willUpdate() {
    if (!this.hasUpdated) this.replaceChildren();
  }

  override render() {
    const {
      noLms,
      noDevice,
      offline,
      refused,
      leftOut,
      recovered,
      unreadable,
      otherTab,
      locked,
      restored,
      nearlyFull,
    } = this.troubles;
    const list: (TemplateResult | typeof nothing)[] = [];
    if (this.mode === 'browse') list.push(banner('i', 'info', html`${say('trouble.browse')}`));
    if (this.mode === 'review') list.push(banner('i', 'info', html`${say('trouble.review')}`));
    if (otherTab) list.push(banner('w', 'info', html`${say('trouble.otherTab')}`));
    if (noDevice && noLms)
      list.push(banner('e', 'alert', html`<strong>${say('trouble.nothing')}</strong>`, this.#copies()));
    else if (noLms) list.push(banner('w', 'device', html`${say('trouble.noLms')}`));
    else if (offline)
      list.push(
        banner(
          'w',
          'offline',
          html`<strong>${t('trouble.offline')}</strong> ${t(noDevice ? 'trouble.offlineNoDevice' : 'trouble.offlineMore')}`,
          noDevice ? this.#copies() : nothing,
        ),
      );
    else if (refused) {
      list.push(
        banner(
          'e',
          'alert',
          html`<strong>${t('trouble.refused')}</strong> ${noDevice ? say('trouble.refusedNoDevice') : t('trouble.refusedMore')}`,
          html`<div class="row"><button class="btn btn--s" type="button" @click=${this.#retry}>${say('trouble.retry')}</button></div>${this.#copies()}`,
        ),
      );
    } else if (noDevice) list.push(banner('w', 'info', html`${say('trouble.noDevice')}`));
    if (leftOut && leftOut.length > 0) {
      const texts = this.leftOut.map((title) => `«\u00a0${title}\u00a0»`).join(', ');
      list.push(
        banner(
          'w',
          'alert',
          html`${say(leftOut.length > 1 ? 'trouble.leftOut' : 'trouble.leftOutOne', { texts })}`,
          this.#copies(),
        ),
      );
    }
    if (nearlyFull !== undefined)
      list.push(banner('w', 'alert', html`${say('trouble.nearlyFull', { share: nearlyFull })}`, this.#copies()));
    if (restored !== undefined) {
      const key = restored === 0 ? 'trouble.restoredNone' : restored === 1 ? 'trouble.restoredOne' : 'trouble.restored';
      list.push(banner('ok', 'check', html`${say(key, { count: restored })}`));
    }
    if (this.conflicts.length > 0) {
      const texts = this.conflicts.map((title) => `«\u00a0${title}\u00a0»`).join(', ');
      list.push(banner('w', 'alert', html`${say('trouble.conflicts', { texts })}`));
    }
    if (locked) list.push(banner('w', 'lock', html`${say('trouble.locked')}`));
    if (recovered && recovered.length > 0) list.push(banner('i', 'info', html`${say('trouble.recovered')}`));
    if (unreadable) list.push(banner('e', 'alert', html`${say('trouble.unreadable')}`));
    return html`${list}${this.shown ? html`<div class="banner banner--w">${icon('info')}<label for="copy-text">${say('trouble.copyFailed')}</label><textarea id="copy-text" rows="8" readonly .value=${this.shown}></textarea></div>` : nothing}`;
  }

  #copies() {
    return html`<div class="row">
      <button class="btn btn--q" type="button" @click=${this.#copy}>${say('trouble.copy')}</button>
      <button class="btn btn--q" type="button" @click=${this.#download}>${say('trouble.download')}</button>
    </div>`;
  }

  #retry() {
    this.dispatchEvent(new Event('retry', { bubbles: true }));
  }

  /** On plain http there is no clipboard: the old command, then the text itself. */
  async #copy() {
    const text = await this.text();
    const done =
      (await navigator.clipboard?.writeText(text).then(
        () => true,
        () => false,
      )) ?? copyByCommand(text);
    this.shown = done ? '' : text;
    this.dispatchEvent(new SayEvent(say(done ? 'trouble.copied' : 'trouble.copyFailed')));
  }

  async #download() {
    saveFile(this.fileName, `\ufeff${await this.text()}`, 'text/plain;charset=utf-8');
  }
}

function banner(
  look: 'i' | 'w' | 'e' | 'ok',
  sign: Parameters<typeof icon>[0],
  words: TemplateResult,
  actions: TemplateResult | typeof nothing = nothing,
) {
  return html`<div class="banner banner--${look}">${icon(sign)}<p>${words}</p>${actions}</div>`;
}

function copyByCommand(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'vh';
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
  }
}
