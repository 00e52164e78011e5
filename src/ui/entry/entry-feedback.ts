import '../writing.ts';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FEEDBACK_PART } from '../../model/entry.ts';
import { readFeedback } from '../../runtime/feedback.ts';
import { type BlockContext, SayEvent } from '../block-element.ts';
import { icon } from '../icon.ts';
import type { Entry } from './entry.ts';
import { say } from './messages.ts';

/** What a trainer answered to a shared text, brought back as a file or a code. */
@customElement('entry-feedback')
export class EntryFeedback extends LitElement {
  @property({ attribute: false }) entry!: Entry;
  @property({ attribute: false }) context!: BlockContext;
  @state() private problem = '';

  override createRenderRoot() {
    return this;
  }

  override render() {
    if (!this.entry.sharedVersion || this.context.readOnly) return nothing;
    const [code, file] = [this.entry.uid('feedback'), this.entry.uid('feedback-file')];
    return html`<form class="col" novalidate @submit=${this.#readCode}>
      <p class="lab">${say('feedback')}</p>
      <p class="hint">${say('feedbackHint')}</p>
      <label for=${code}>${say('feedbackCode')}</label>
      <textarea id=${code} name="code" rows="2" spellcheck="false"></textarea>
      <label for=${file}>${say('feedbackFile')}</label>
      <input class="line" type="file" id=${file} accept=".txt,text/plain" @change=${this.#readFile} />
      ${this.problem ? html`<p class="err">${icon('alert')} ${this.problem}</p>` : nothing}
      <div class="row"><button class="btn btn--s">${say('feedbackRead')}</button></div>
    </form>`;
  }

  #readCode = (event: SubmitEvent) => {
    event.preventDefault();
    this.#take(String(new FormData(event.currentTarget as HTMLFormElement).get('code') ?? ''));
  };

  #readFile = async (event: Event) => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file) this.#take(await file.text().catch(() => ''));
  };

  #take(given: string): void {
    const found = readFeedback(given);
    this.problem = !found
      ? say('feedbackBad')
      : found.course !== this.context.course.outline.iri
        ? say('feedbackCourse')
        : found.entry !== this.entry.block.scormId
          ? say('feedbackOther', { entry: found.entry })
          : '';
    if (found && !this.problem) this.entry.write(FEEDBACK_PART, [found.from, found.day, found.text].join('\n'));
    this.dispatchEvent(new SayEvent(this.problem || say('feedbackDone', { from: found?.from ?? '' })));
  }
}
