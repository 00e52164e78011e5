import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { wordCount } from '../../model/words.ts';
import { adopt } from '../../ui/adopt.ts';
import { BlockElement, markup, WriteEvent } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { t } from '../../ui/messages.ts';
import { savingWords } from '../../ui/saving-words.ts';
import { textConflict } from '../../ui/text-conflict.ts';
import type { Journal, JournalPart } from './activity.ts';
import { say } from './messages.ts';
import css from './styles.css?inline';

adopt(css);

const HONEST: Record<'lms' | 'lrs' | 'device', Parameters<typeof say>[0]> = {
  lms: 'journal.lms',
  lrs: 'journal.lrs',
  device: 'journal.device',
};

/**
 * A reflective entry in parts. What is typed is given at once, part by part; who can read it is said in the block.
 * @fires text-written - At each change, with the whole text of the part.
 */
@customElement('journal-entry')
export class JournalEntry extends BlockElement<Journal> {
  /** Parts that held something at first sight: they stay open, whatever is then erased. */
  #open: ReadonlySet<number> | undefined;

  override render() {
    this.#open ??= new Set(
      this.block.parts.filter((part) => this.#textOf(part).trim() !== '').map(({ number }) => number),
    );
    const { title, prompt, parts } = this.block;
    return html`<section class="card bloc" aria-labelledby=${this.uid('title')}>
      <div class="row between">
        <p class="kicker kicker--j">${icon('pencil')} ${t('journal')}</p>
        <span class="tag tag--j">${icon('lock')} ${say('journal.unshared')}</span>
      </div>
      <div class="col"><h2 id=${this.uid('title')}>${title}</h2><div class="prompt">${markup(prompt)}</div></div>
      ${textConflict(this, parts)}
      ${parts.map((part, rank) => this.#part(part, rank))}
      <div class="who"><p class="lab">${say('journal.who')}</p><p class="hint">${say(HONEST[this.context.visibility])}</p></div>
    </section>`;
  }

  /** The first part is open; the next ones unfold, with a word when they are empty. */
  #part(part: JournalPart, rank: number) {
    const text = this.#textOf(part);
    if (rank === 0)
      return this.#field(part, text, html`<label class="lab" for=${this.uid(part.number)}>${part.label}</label>`);
    const empty = text.trim() === '';
    return html`<details class="part" ?open=${this.#open?.has(part.number) ?? false}>
      <summary><span id=${this.uid(`label-${part.number}`)}>${part.label}</span>${empty ? html`<span class="tag">${say('journal.todo')}</span>` : nothing}</summary>
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
      <textarea ?readonly=${this.context.readOnly} id=${this.uid(part.number)} rows="5" aria-describedby="${part.hint ? `${hint} ` : ''}${count}" .value=${live(text)} @input=${(event: InputEvent) => this.#wrote(part, event)}></textarea>
      <div class="row between s muted">
        <span id=${count}>${say(words > 1 ? 'journal.words' : 'journal.word', { count: words })}${mark ? say('journal.mark', { ...mark }) : ''}</span>
        ${text === '' ? nothing : savingWords(this.context.saving)}
      </div>
    </div>`;
  }

  #textOf = ({ number }: JournalPart) => this.context.module.texts[this.block.number]?.parts[number] ?? '';

  #wrote({ number }: JournalPart, event: InputEvent) {
    this.dispatchEvent(new WriteEvent(this.block.number, number, (event.target as HTMLTextAreaElement).value));
  }
}
