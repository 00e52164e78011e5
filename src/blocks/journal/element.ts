import '../../ui/writing.ts';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { COMMITMENT_DAY_PART, COMMITMENT_PART, entryMeta, FEEDBACK_PART, isSealed } from '../../model/entry.ts';
import { wordCount } from '../../model/words.ts';
import { checksum } from '../../runtime/bytes.ts';
import { adopt } from '../../ui/adopt.ts';
import { BlockElement, markup, WriteEvent } from '../../ui/block-element.ts';
import type { Cipher, Entry } from '../../ui/entry/entry.ts';
import { icon } from '../../ui/icon.ts';
import { longDate, t } from '../../ui/messages.ts';
import { savingWords } from '../../ui/saving-words.ts';
import { textConflict } from '../../ui/text-conflict.ts';
import type { Journal, JournalPart } from './activity.ts';
import { say } from './messages.ts';
import css from './styles.css?inline';

adopt(css);

/**
 * A reflective entry in parts. What is typed is given at once, part by part; who can read it is said in the block.
 * @fires text-written - At each change, with the whole text of the part, hidden if the learner has a code.
 */
@customElement('journal-entry')
export class JournalEntry extends BlockElement<Journal> implements Entry {
  /** Given by the options panel, for this entry's own salt. */
  @state() cipher: Cipher | undefined;
  /** The options are asked for: their code comes then. */
  @state() private options: 'closed' | 'open' | 'failed' = 'closed';
  /** Parts that held something at first sight: they stay open, whatever is then erased. */
  #open: ReadonlySet<number> | undefined;

  /** In clear; undefined while the learner's code has not been given. */
  textOf(part: number): string | undefined {
    const text = this.context.module.texts[this.block.number]?.parts[part] ?? '';
    return isSealed(text) ? this.cipher?.open(text) : text;
  }

  get meta() {
    return entryMeta(this.context.module.texts[this.block.number]?.parts);
  }

  /** The version that the training team may read; absent when there is none. */
  get sharedVersion() {
    if (!this.meta.shared) return undefined;
    return this.context.module.versions[this.block.number]?.find(({ shared }) => shared !== undefined);
  }

  get sum() {
    const numbers = [...this.block.parts.map(({ number }) => number), COMMITMENT_PART, COMMITMENT_DAY_PART];
    const texts = numbers.map((number) => this.textOf(number));
    return texts.includes(undefined) ? undefined : checksum(texts.join('\n'));
  }

  labelOf(part: number): string {
    if (part === COMMITMENT_PART) return say('commitment');
    if (part === COMMITMENT_DAY_PART) return say('by');
    return this.block.parts.find(({ number }) => number === part)?.label ?? '';
  }

  write(part: number, text: string): void {
    const kept = this.meta.salt && this.cipher && part !== 0 ? this.cipher.seal(text) : text;
    this.dispatchEvent(new WriteEvent(this.block.number, part, kept));
  }

  override render() {
    const { title, prompt, parts, examples } = this.block;
    const locked = this.meta.salt !== undefined && this.cipher?.salt !== this.meta.salt;
    if (!locked)
      this.#open ??= new Set(
        parts.filter(({ number }) => this.textOf(number)?.trim() !== '').map(({ number }) => number),
      );
    return html`<section class="card bloc" aria-labelledby=${this.uid('title')}>
      <div class="row between">
        <p class="kicker kicker--j">${icon('pencil')} ${t('journal')}</p>
        ${this.#tag()}
      </div>
      <div class="col"><h2 id=${this.uid('title')}>${title}</h2><div class="prompt">${markup(prompt)}</div></div>
      ${examples.map((example) => html`<details class="example"><summary>${example.title}</summary><div class="prompt">${markup(example.html)}</div></details>`)}
      ${textConflict(this, parts)}
      ${locked ? this.#locked() : html`${this.#reread()}${parts.map((part, rank) => this.#part(part, rank))}${this.#commitment()}`}
      ${this.#feedback()} ${this.#who(locked)}
    </section>`;
  }

  #tag() {
    const version = this.sharedVersion;
    if (!version) return html`<span class="tag tag--j">${icon('lock')} ${say('unshared')}</span>`;
    const changed = this.sum !== undefined && this.sum !== this.meta.sum;
    return html`<span class="tag tag--j">${icon('check')} ${say(changed ? 'changed' : 'shared')}</span>`;
  }

  #locked() {
    return html`<div class="note note--j">${icon('lock')}<div class="col"><p>${say('locked')}</p><div class="row"><button class="btn btn--s" type="button" @click=${this.#showOptions}>${say('unlock')}</button></div></div></div>`;
  }

  /** Some days later, the entry is looked at with other eyes. */
  #reread() {
    const { at = 0 } = this.context.module.texts[this.block.number] ?? {};
    const day = new Date(at).toISOString().slice(0, 10);
    const age = (Date.parse(this.context.course.today) - Date.parse(day)) / 86_400_000;
    if (at === 0 || this.block.reread === 0 || age < this.block.reread) return nothing;
    return html`<div class="note note--j">${icon('turn')}<p>${say('reread', { date: longDate(day) })}</p></div>`;
  }

  /** The first part is open; the next ones unfold, with a word when they are empty. */
  #part(part: JournalPart, rank: number) {
    const text = this.textOf(part.number) ?? '';
    if (rank === 0)
      return this.#field(part, text, html`<label class="lab" for=${this.uid(part.number)}>${part.label}</label>`);
    const empty = text.trim() === '';
    return html`<details class="part" ?open=${this.#open?.has(part.number) ?? false}>
      <summary><span id=${this.uid(`label-${part.number}`)}>${part.label}</span>${empty ? html`<span class="tag">${say('todo')}</span>` : nothing}</summary>
      ${this.#field(part, text, html`<label class="vh" for=${this.uid(part.number)}>${part.label}</label>`)}
    </details>`;
  }

  #field(part: JournalPart, text: string, label: unknown) {
    const { mark } = this.block;
    const words = wordCount(text);
    const [hint, count] = [this.uid(`hint-${part.number}`), this.uid(`count-${part.number}`)];
    return html`<div class="field">
      ${label}
      ${part.hint ? html`<p class="hint" id=${hint}>${part.hint}</p>` : nothing}
      <textarea ?readonly=${this.context.readOnly} id=${this.uid(part.number)} rows="5" aria-describedby="${part.hint ? `${hint} ` : ''}${count}" .value=${live(text)} @input=${(event: InputEvent) => this.#wrote(part.number, event)}></textarea>
      <div class="row between s muted">
        <span id=${count}>${say(words > 1 ? 'words' : 'word', { count: words })}${mark ? say('mark', { ...mark }) : ''}</span>
        ${text === '' ? nothing : savingWords(this.context.saving)}
      </div>
    </div>`;
  }

  #commitment() {
    if (!this.block.commitment) return nothing;
    const [what, by] = [this.uid('what'), this.uid('by')];
    return html`<fieldset class="field" ?disabled=${this.context.readOnly}>
      <legend class="lab">${say('commitment')}</legend>
      <label for=${what}>${say('what')}</label>
      <textarea id=${what} rows="2" .value=${live(this.textOf(COMMITMENT_PART) ?? '')} @input=${(event: InputEvent) => this.#wrote(COMMITMENT_PART, event)}></textarea>
      <label for=${by}>${say('by')}</label>
      <input class="line date" type="date" id=${by} .value=${live(this.textOf(COMMITMENT_DAY_PART) ?? '')} @change=${(event: InputEvent) => this.#wrote(COMMITMENT_DAY_PART, event)} />
    </fieldset>`;
  }

  #feedback() {
    const [from = '', day = '', ...lines] = (this.textOf(FEEDBACK_PART) ?? '').split('\n');
    if (lines.length === 0) return nothing;
    return html`<div class="note note--j">${icon('info')}<div class="col"><p class="lab">${say('feedback', { from, date: longDate(day) })}</p><p class="verbatim">${lines.join('\n')}</p></div></div>`;
  }

  #who(locked: boolean) {
    const { salt, dossier } = this.meta;
    const version = this.sharedVersion;
    const read = version
      ? say('team', { date: longDate(new Date(version.shared!).toISOString().slice(0, 10)) })
      : say('me');
    const button = html`<button class="btn btn--q" type="button" aria-expanded="false" @click=${this.#showOptions}>${say('options')}</button>`;
    return html`<div class="who">
      <p class="lab">${say('who')}</p>
      <p>${read} ${dossier ? say('dossier') : nothing}</p>
      <p class="hint">${say(salt ? 'coded' : this.context.visibility)}</p>
      ${this.options === 'failed' ? html`<p class="err" role="alert">${icon('alert')} ${say('failed')}</p>` : nothing}
      ${this.options === 'open' ? html`<entry-options .entry=${this} .context=${this.context} .locked=${locked}></entry-options>` : this.context.readOnly ? nothing : html`<div class="row">${button}</div>`}
    </div>`;
  }

  #showOptions = async () => {
    try {
      await import('../../ui/entry/entry-options.ts');
      this.options = 'open';
    } catch (error) {
      console.error(error);
      this.options = 'failed';
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>('entry-options')?.focus();
  };

  #wrote(part: number, event: Event) {
    this.write(part, (event.target as HTMLTextAreaElement | HTMLInputElement).value);
  }
}
