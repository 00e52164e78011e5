import '../writing.ts';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { entryMetaText, META_PART } from '../../model/entry.ts';
import { type BlockContext, SayEvent, SealEvent } from '../block-element.ts';
import { icon } from '../icon.ts';
import { knownCodes, newCode, type PersonalCode, personalCode } from '../personal-code.ts';
import type { Entry } from './entry.ts';
import { say } from './messages.ts';

/** A code of the learner's own: given to open a text, or taken to hide it. */
@customElement('entry-code')
export class EntryCode extends LitElement {
  @property({ attribute: false }) entry!: Entry;
  @property({ attribute: false }) context!: BlockContext;
  @property({ attribute: false }) locked = false;
  /** A code offered, that the learner has not taken yet. */
  @state() private offered: string | undefined;
  @state() private busy = false;
  @state() private problem = '';

  override createRenderRoot() {
    return this;
  }

  override willUpdate(): void {
    // a text that a code given before opens need not ask for it again
    const { salt } = this.entry.meta;
    const known = salt === undefined ? undefined : knownCodes.get(salt);
    if (known && this.entry.cipher?.salt !== salt) this.entry.cipher = known;
  }

  override render() {
    return this.locked ? this.#giveCode() : this.#code();
  }

  #uid = (name: string) => this.entry.uid(`option-${name}`);
  #say(words: string): void {
    this.dispatchEvent(new SayEvent(words));
  }
  #fail(words: string): void {
    this.problem = words;
    this.#say(words);
  }
  #error = () => (this.problem ? html`<p class="err">${icon('alert')} ${this.problem}</p>` : nothing);

  #code() {
    const { salt } = this.entry.meta;
    if (this.context.readOnly) return nothing;
    const known = [...knownCodes.values()][0];
    const inside = salt
      ? html`<p>${icon('lock')} ${say('codeOn')}</p><div class="row"><button class="btn btn--q" type="button" @click=${this.#unseal}>${say('codeOff')}</button></div>`
      : !window.isSecureContext
        ? html`<p class="hint">${icon('info')} ${say('codeInsecure')}</p>`
        : this.context.conflict(this.entry.block.number)
          ? html`<p class="hint">${icon('info')} ${say('codeConflict')}</p>`
          : this.offered
            ? this.#offer(this.offered)
            : html`<p class="hint">${say('codeWhy')}</p>
              <div class="row"><button class="btn btn--s" type="button" @click=${() => (known ? this.#seal(known) : this.#offerCode())}>${say(known ? 'codeUse' : 'codeNew')}</button></div>`;
    return html`<div class="col"><p class="lab">${say('code')}</p>${inside}${this.#error()}</div>`;
  }

  #offerCode(): void {
    this.offered = newCode();
  }

  #offer(code: string) {
    const id = this.#uid('kept');
    return html`<form class="stack" novalidate @submit=${this.#take}>
      <p class="lab">${say('codeIs')}</p>
      <output class="code">${code}</output>
      <p><strong>${say('codeKeep')}</strong></p>
      <p class="hint">${say('codeBefore')}</p>
      <label class="row" for=${id}><input type="checkbox" id=${id} name="kept" /> ${say('codeHave')}</label>
      <div class="row">
        <button class="btn btn--p" aria-busy=${this.busy}>${say('codeGo')}</button>
        <button class="btn btn--q" type="button" @click=${() => this.#print(code)}>${say('codePrint')}</button>
        <button class="btn btn--q" type="button" @click=${() => {
          this.offered = undefined;
        }}>${say('close')}</button>
      </div>
    </form>`;
  }

  /** The code alone, on paper. */
  #print(code: string): void {
    const sheet = document.createElement('div');
    sheet.className = 'print-only';
    for (const words of [say('printTitle'), this.context.course.outline.title, code, say('codeKeep')])
      sheet.append(Object.assign(document.createElement('p'), { textContent: words }));
    document.body.append(sheet);
    document.documentElement.classList.add('printing-sheet');
    window.print();
    document.documentElement.classList.remove('printing-sheet');
    sheet.remove();
  }

  #take = async (event: SubmitEvent) => {
    event.preventDefault();
    const kept = new FormData(event.currentTarget as HTMLFormElement).has('kept');
    if (!kept) {
      this.#fail(say('codeMissing'));
      return;
    }
    await this.#withCode(this.offered!, undefined, (code) => this.#seal(code));
  };

  async #withCode(typed: string, salt: string | undefined, then: (code: PersonalCode) => void): Promise<void> {
    this.busy = true;
    this.problem = '';
    try {
      then(await personalCode(typed, salt));
    } catch (error) {
      console.error(error);
      this.#fail(say('codeFailed'));
    }
    this.busy = false;
  }

  /** Every part hidden at once; what stood in clear among the versions goes. */
  #seal(code: PersonalCode): void {
    knownCodes.set(code.salt, code);
    const parts: Readonly<Record<number, string>> = this.context.module.texts[this.entry.block.number]?.parts ?? {};
    const sealed = Object.entries(parts).map(([part, text]) => [
      part,
      Number(part) === META_PART || text === '' ? text : code.seal(text),
    ]);
    const meta = entryMetaText({ ...this.entry.meta, salt: code.salt });
    this.entry.cipher = code;
    this.offered = undefined;
    this.dispatchEvent(new SealEvent(this.entry.block.number, { ...Object.fromEntries(sealed), [META_PART]: meta }));
    this.#say(say('codeDone'));
    this.querySelector<HTMLElement>('button')?.focus();
  }

  #unseal = () => {
    const parts: Readonly<Record<number, string>> = this.context.module.texts[this.entry.block.number]?.parts ?? {};
    const clear = Object.keys(parts).map((part) => [part, this.entry.textOf(Number(part)) ?? parts[Number(part)]]);
    const { salt: _, ...meta } = this.entry.meta;
    this.dispatchEvent(
      new SealEvent(this.entry.block.number, { ...Object.fromEntries(clear), [META_PART]: entryMetaText(meta) }),
    );
    this.#say(say('codeRemoved'));
  };

  #giveCode() {
    const id = this.#uid('code');
    return html`<form class="col" novalidate @submit=${this.#open}>
      <label class="lab" for=${id}>${say('codeGive')}</label>
      <div class="row"><input class="line date" type="text" id=${id} name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-invalid=${this.problem ? 'true' : nothing} /><button class="btn btn--p" aria-busy=${this.busy}>${say('codeOpen')}</button></div>
      ${window.isSecureContext ? nothing : html`<p class="hint">${icon('info')} ${say('codeInsecure')}</p>`}
      ${this.#error()}
    </form>`;
  }

  #open = async (event: SubmitEvent) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget as HTMLFormElement).get('code') ?? '');
    const { salt } = this.entry.meta;
    await this.#withCode(typed, salt, (code) => {
      const texts = Object.entries(this.context.module.texts[this.entry.block.number]?.parts ?? {});
      if (texts.some(([part, text]) => Number(part) !== META_PART && code.open(text) === undefined))
        this.#fail(say('codeWrong'));
      else {
        knownCodes.set(code.salt, code);
        this.entry.cipher = code;
        this.#say(say('codeOpened'));
        void this.entry.updateComplete.then(() => this.entry.querySelector<HTMLElement>('textarea')?.focus());
      }
    });
  };
}
