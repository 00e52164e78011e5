import '../writing.ts';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { entryMetaText, isOwnPart, META_PART } from '../../model/entry.ts';
import { type BlockContext, SayEvent, ShareEvent } from '../block-element.ts';
import { icon } from '../icon.ts';
import { saveFile } from '../save-file.ts';
import './entry-code.ts';
import './entry-feedback.ts';
import type { Entry } from './entry.ts';
import { say } from './messages.ts';

type Parts = Readonly<Record<number, string>>;

/** What a learner decides about a text: who reads it, the dossier, a code of their own, an answer brought back. */
@customElement('entry-options')
export class EntryOptions extends LitElement {
  @property({ attribute: false }) entry!: Entry;
  @property({ attribute: false }) context!: BlockContext;
  /** The learner's code has not been given yet. */
  @property({ attribute: false }) locked = false;
  /** What would be shared, as the learner left it; absent while nothing is asked. */
  @state() private copy: Parts | undefined;
  @state() private problem = '';
  @state() private names: 'ready' | 'failed' | undefined;

  override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = -1;
    this.className = 'options';
  }

  override render() {
    const { entry, context, locked } = this;
    const code = html`<entry-code .entry=${entry} .context=${context} .locked=${locked}></entry-code>`;
    if (locked) return code;
    return html`${this.#visibility()} ${this.#dossier()} ${code}
      <entry-feedback .entry=${entry} .context=${context}></entry-feedback>`;
  }

  #uid = (name: string) => this.entry.uid(`option-${name}`);
  #say(words: string): void {
    this.dispatchEvent(new SayEvent(words));
  }

  /** The learner's own words, in clear. */
  #own(): Parts {
    const numbers = Object.keys(this.context.module.texts[this.entry.block.number]?.parts ?? {}).map(Number);
    return Object.fromEntries(
      numbers.filter(isOwnPart).flatMap((number) => {
        const text = this.entry.textOf(number) ?? '';
        return text.trim() === '' ? [] : [[number, text]];
      }),
    );
  }

  #visibility() {
    const shared = this.entry.sharedVersion !== undefined;
    const name = this.#uid('who');
    const radio = (team: boolean, words: string) =>
      html`<label><input type="radio" name=${name} .checked=${(shared || this.copy !== undefined) === team} @change=${team ? this.#ask : this.#withdraw} ?disabled=${this.context.readOnly} />${words}</label>`;
    return html`<fieldset>
        <legend class="lab">${say('who')}</legend>
        <div class="seg seg--p">${radio(false, say('me'))}${radio(true, say('team'))}</div>
      </fieldset>
      ${this.problem ? html`<p class="err">${icon('alert')} ${this.problem}</p>` : nothing}
      ${this.copy ? this.#sharing(this.copy) : shared ? html`<div class="row"><button class="btn btn--s" type="button" @click=${this.#ask}>${say('shareAgain')}</button></div>` : nothing}`;
  }

  #ask = async () => {
    const own = this.#own();
    this.problem = '';
    if (Object.keys(own).length === 0) {
      this.problem = say('empty');
      this.#say(this.problem);
      return;
    }
    this.copy = own;
    try {
      await import('../anonymise-panel.ts');
      this.names = 'ready';
    } catch (error) {
      console.error(error);
      this.names = 'failed';
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>('.sharing')?.focus();
  };

  #sharing(copy: Parts) {
    const { visibility, course, mode } = this.context;
    if (mode !== 'normal' && visibility !== 'device') return html`<p class="hint">${icon('info')} ${say('review')}</p>`;
    return html`<div class="sharing stack" tabindex="-1">
      <p>${say('ask')}</p>
      <p class="hint">${say(`where.${visibility}`, { id: this.entry.block.scormId })}</p>
      <p class="hint">${say('copy')}</p>
      ${Object.entries(copy).map(
        ([part, text]) => html`<div class="col">
          <p class="lab">${this.entry.labelOf(Number(part))}</p>
          ${
            this.names === 'ready'
              ? html`<anonymise-panel .text=${text} .learner=${course.learner} @text-anonymised=${(event: Event & { text: string }) => this.#replace(Number(part), event)}></anonymise-panel>`
              : nothing
          }
          <p class="verbatim">${text}</p>
        </div>`,
      )}
      ${this.names === 'failed' ? html`<p class="hint">${icon('alert')} ${say('names')}</p>` : nothing}
      <div class="row">
        <button class="btn btn--p" type="button" @click=${this.#share}>${say('share')}</button>
        <button class="btn btn--q" type="button" @click=${this.#cancel}>${say('cancel')}</button>
      </div>
    </div>`;
  }

  #replace(part: number, event: Event & { text: string }): void {
    event.stopPropagation();
    this.copy = { ...this.copy, [part]: event.text };
  }

  #share = () => {
    const parts = this.copy!;
    this.copy = undefined;
    this.dispatchEvent(new ShareEvent(this.entry.block.number, parts, this.entry.sum));
    if (this.context.visibility === 'device') this.#handOver(parts);
    this.#say(say(this.context.visibility === 'device' ? 'sharedFile' : 'shared'));
    this.focus();
  };

  /** Without a platform, a file that the learner sends. */
  #handOver(parts: Parts): void {
    const { title, id, scormId } = this.entry.block;
    const lines = Object.entries(parts).map(([part, text]) =>
      [this.entry.labelOf(Number(part)), text].filter(Boolean).join('\n'),
    );
    saveFile(
      `partage-${id}.txt`,
      [title, scormId, '', ...lines.flatMap((text) => [text, ''])].join('\n'),
      'text/plain',
    );
  }

  #cancel = () => {
    this.copy = undefined;
    this.focus();
  };

  #withdraw = () => {
    if (this.copy) return this.#cancel();
    if (!this.entry.sharedVersion) return;
    this.dispatchEvent(new ShareEvent(this.entry.block.number));
    this.#say(say('withdrawn'));
  };

  #dossier() {
    const id = this.#uid('dossier');
    const { dossier } = this.entry.meta;
    return html`<div class="col">
      <label class="row" for=${id}><input type="checkbox" id=${id} .checked=${dossier} ?disabled=${this.context.readOnly} aria-describedby=${`${id}-hint`} @change=${this.#toDossier} /> ${say('dossier')}</label>
      <p class="hint" id=${`${id}-hint`}>${say('dossierHint')}</p>
    </div>`;
  }

  #toDossier = (event: Event) => {
    const dossier = (event.target as HTMLInputElement).checked;
    this.entry.write(META_PART, entryMetaText({ ...this.entry.meta, dossier }));
  };
}
