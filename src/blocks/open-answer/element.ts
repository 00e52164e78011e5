import '../../ui/writing.ts';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { wordCount } from '../../model/words.ts';
import { AnswerEvent, BlockElement, markup, PassEvent, SayEvent, WriteEvent } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { t } from '../../ui/messages.ts';
import { savingWords } from '../../ui/saving-words.ts';
import { textConflict } from '../../ui/text-conflict.ts';
import type { OpenAnswer, OpenAnswerResponse } from './activity.ts';
import { say } from './messages.ts';

/** The text is one part. */
const PART = 1;
/** What SCORM 2004 keeps of a long answer. */
const LONGEST = 4000;
const LEVELS = [3, 2, 1] as const;

/**
 * The learner writes, sees a possible answer, and says what their own text holds.
 * @fires text-written - At each change, with the whole text.
 * @fires activity-answer - The comparison is made.
 * @fires activity-pass
 */
@customElement('open-answer')
export class OpenAnswerBlock extends BlockElement<OpenAnswer> {
  /** Where the learner is when the record does not say it: `writing` again, or `comparing`. */
  @state() private step: 'writing' | 'comparing' | undefined;
  @state() private missing: { words: string; control: string } | undefined;

  override render() {
    const { rank } = this.context;
    return html`<section class="card bloc">
      <h2 class="kicker">${icon('question')} ${rank ? t('question.rank', { ...rank }) : t('question')}</h2>
      ${textConflict(this, this.block.parts)}
      ${this.#body()}
    </section>`;
  }

  get #given() {
    return this.context.response(this.block) as OpenAnswerResponse | undefined;
  }

  get #text() {
    return this.context.module.texts[this.block.number]?.parts[PART] ?? '';
  }

  #body() {
    const given = this.#given;
    if (this.step === 'comparing') return this.#comparing(given);
    return given && !this.step ? this.#compared(given) : this.#writing(given);
  }

  #writing(given: OpenAnswerResponse | undefined) {
    const passed = !given && this.answer?.passed;
    return html`<form class="stack" novalidate @submit=${this.#compare}>
      ${this.#question(this.#field())} ${this.#error()}
      ${passed ? html`<p class="hint">${t('answer.passed')}</p>` : nothing}
      <div class="row" ?hidden=${this.context.readOnly}>
        <button class="btn btn--p btn-full">${say('compare')}</button>
        ${passed || given ? nothing : html`<button class="btn btn--q" type="button" @click=${this.#pass}>${t('answer.pass')}</button>`}
      </div>
    </form>`;
  }

  #comparing(before: OpenAnswerResponse | undefined) {
    const { points, model } = this.block;
    return html`<form class="stack" novalidate @submit=${this.#keep}>
      ${this.#question(this.#field())}
      <div class="fb fb--neutral" tabindex="-1"><h3>${icon('info')} ${say('model')}</h3><div>${markup(model)}</div></div>
      ${points.length > 0 ? this.#points(before) : this.#levels(before)} ${this.#error()}
      <div class="row" ?hidden=${this.context.readOnly}><button class="btn btn--p btn-full">${say('keep')}</button></div>
    </form>`;
  }

  #question(inside: unknown) {
    return html`<fieldset class="q">
      <legend><div class="stem">${markup(this.block.stem)}</div><span class="hint">${say('hint')}</span></legend>
      ${inside}
    </fieldset>`;
  }

  #field() {
    const { mark } = this.block;
    const text = this.#text;
    const words = wordCount(text);
    const [id, who, count] = [this.uid('text'), this.uid('who'), this.uid('count')];
    const missing = this.missing?.control === TEXT;
    return html`<div class="field">
      <label class="lab" for=${id}>${t('answer.yours')}</label>
      <p class="hint" id=${who}>${this.#readers()}</p>
      <textarea ?readonly=${this.context.readOnly} id=${id} rows="6" maxlength=${LONGEST} aria-invalid=${missing ? 'true' : nothing} aria-describedby="${who} ${count}${missing ? ` ${this.uid('error')}` : ''}" .value=${live(text)} @input=${this.#wrote}></textarea>
      <div class="row between s muted">
        <span id=${count}>${say(words > 1 ? 'words' : 'word', { count: words })}${mark ? say('mark', { ...mark }) : ''}</span>
        ${text === '' ? nothing : savingWords(this.context.saving)}
      </div>
    </div>`;
  }

  #readers() {
    const { visibility } = this.context;
    if (!this.block.sent) return say(`kept.${visibility}`);
    return say(visibility === 'device' ? 'sent.device' : 'sent');
  }

  #points(before: OpenAnswerResponse | undefined) {
    return html`<fieldset class="q">
      <legend><span class="lab">${say('points')}</span><span class="hint">${say('pointsHint')}</span></legend>
      <div class="tiles">
        ${this.block.points.map(
          ({ number, html: words }) => html`<label class="tile" for=${this.uid(number)}>
            <input type="checkbox" id=${this.uid(number)} name="point" value=${number} ?checked=${before?.points.includes(number)} />
            <span>${markup(words)}</span></label>`,
        )}
      </div>
    </fieldset>`;
  }

  #levels(before: OpenAnswerResponse | undefined) {
    const missing = this.missing?.control === LEVEL;
    return html`<fieldset aria-describedby=${missing ? this.uid('error') : nothing} @change=${this.#touched}>
      <legend><span class="lab">${say('level')}</span><span class="hint">${say('levelHint')}</span></legend>
      <div class="seg seg--p">
        ${LEVELS.map((level) => html`<label><input type="radio" name="level" value=${level} ?checked=${before?.level === level} aria-invalid=${missing ? 'true' : nothing} />${say(`level.${level}`)}</label>`)}
      </div>
    </fieldset>`;
  }

  #error() {
    return this.missing
      ? html`<p class="err" id=${this.uid('error')}>${icon('alert')} ${this.missing.words}</p>`
      : nothing;
  }

  #compared(given: OpenAnswerResponse) {
    const { stem, model, explanation, sources } = this.block;
    return html`<div class="stack">
      <div class="stem">${markup(stem)}</div>
      <div class="field"><p class="lab">${t('answer.yours')}</p><p class="verbatim">${this.#text}</p></div>
      <div class="fb fb--neutral" tabindex="-1">
        <h3>${icon('check')} ${t('answer.noted')}</h3>
        <p class="lab">${say('model')}</p>
        <div>${markup(model)}</div>
        ${this.#found(given)}
        ${explanation ? html`<div>${markup(explanation)}</div>` : nothing}
        ${sources.map((source) => html`<p class="source">${t('answer.source', { source })}</p>`)}
      </div>
      <div class="row" ?hidden=${this.context.readOnly}><button class="btn btn--s btn-full" type="button" @click=${this.#again}>${say('again')}</button></div>
    </div>`;
  }

  #found({ points, level }: OpenAnswerResponse) {
    if (this.block.points.length > 0)
      return html`<ul class="found">
        ${this.block.points.map(({ number, html: words }) => {
          const said = points.includes(number);
          return html`<li>${icon(said ? 'check' : 'pencil')} <span>${markup(words)} <span class="hint">${say(said ? 'said' : 'unsaid')}</span></span></li>`;
        })}
      </ul>`;
    const known = LEVELS.find((one) => one === level);
    return known ? html`<p>${say('levelIs', { level: say(`level.${known}`).toLowerCase() })}</p>` : nothing;
  }

  #wrote = (event: InputEvent) => {
    this.dispatchEvent(new WriteEvent(this.block.number, PART, (event.target as HTMLTextAreaElement).value));
    this.#touched();
  };

  /** Once the player has given the text back: drawn sooner, the field would show the one before. */
  #touched = () => {
    if (this.missing)
      requestAnimationFrame(() => {
        this.missing = undefined;
      });
  };

  #ask(words: string, control: string): void {
    this.missing = { words, control };
    this.dispatchEvent(new SayEvent(words));
    this.querySelector<HTMLElement>(control)?.focus();
  }

  #compare = (event: SubmitEvent) => {
    event.preventDefault();
    if (this.#text.trim() === '') return this.#ask(say('empty'), TEXT);
    this.step = 'comparing';
    void this.#show(say('modelShown'));
  };

  #keep = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const level = Number(form.get('level') ?? 0);
    if (this.#text.trim() === '') return this.#ask(say('empty'), TEXT);
    if (this.block.points.length === 0 && level === 0) return this.#ask(say('levelMissing'), LEVEL);
    this.step = undefined;
    this.missing = undefined;
    const response: OpenAnswerResponse = { points: form.getAll('point').map(Number), level };
    this.dispatchEvent(new AnswerEvent(this.block.number, response));
    this.requestUpdate();
    void this.#show(t('answer.noted'));
  };

  /** The panel that has just come is said, and shown if it is off screen. */
  async #show(words: string): Promise<void> {
    await this.updateComplete;
    this.dispatchEvent(new SayEvent(words));
    const panel = this.querySelector<HTMLElement>('.fb');
    panel?.focus({ preventScroll: true });
    if (panel && panel.getBoundingClientRect().bottom > window.innerHeight) panel.scrollIntoView({ block: 'nearest' });
  }

  #again = async () => {
    this.step = 'writing';
    await this.updateComplete;
    this.querySelector<HTMLElement>(TEXT)?.focus();
  };

  #pass = () => {
    this.dispatchEvent(new PassEvent(this.block.number));
    this.dispatchEvent(new SayEvent(t('answer.passed')));
  };
}

const TEXT = 'textarea';
const LEVEL = 'input[name="level"]';

export { openAnswer as activity } from './activity.ts';
