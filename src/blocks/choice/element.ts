import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Certainty } from '../../runtime/record.ts';
import { AnswerEvent, BlockElement, markup, PassEvent, SayEvent } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { t } from '../../ui/messages.ts';
import { type Choice, type ChoiceOption, type ChoiceResponse, grade } from './activity.ts';

const CERTAINTIES = [1, 2, 3] as const;

/**
 * Single or multiple choice, with certainty where the author asks for it.
 * @fires activity-answer - The learner validated.
 * @fires activity-pass - « Passer ».
 */
@customElement('choice-question')
export class ChoiceQuestion extends BlockElement<Choice> {
  /** « Réessayer »: the form is shown again, the last answer still stands in the record. */
  @state() private retrying = false;
  @state() private missing: '' | 'answer' | 'certainty' = '';

  override render() {
    const given = this.context.response(this.block) as ChoiceResponse | undefined;
    return given && !this.retrying ? this.#answered(given) : this.#asking();
  }

  /** A heading, so that the verdict's own heading has one above it wherever the question stands. */
  #kicker() {
    const { rank } = this.context;
    return html`<h2 class="kicker">${icon('question')} ${rank ? t('question.rank', { ...rank }) : t('question')}</h2>`;
  }

  #legend() {
    const { stem, multiple } = this.block;
    return html`<legend><div class="stem">${markup(stem)}</div><span class="hint">${t(multiple ? 'answer.several' : 'answer.one')}</span></legend>`;
  }

  #asking() {
    const { multiple, options, certainty, number } = this.block;
    const error = this.uid('error');
    return html`<section class="card bloc">
      ${this.#kicker()}
      <form class="stack" novalidate @submit=${this.#submit} @change=${this.#touched}>
        <fieldset class="tiles" ?disabled=${this.context.readOnly} aria-describedby=${this.missing === 'answer' ? error : nothing}>
          ${this.#legend()}
          ${options.map(
            (option) => html`<label class="tile" for=${this.uid(option.number)}>
              <input type=${multiple ? 'checkbox' : 'radio'} id=${this.uid(option.number)} name="choice-${number}" value=${option.number} aria-invalid=${this.missing === 'answer' ? 'true' : nothing} />
              <span>${markup(option.html)}</span></label>`,
          )}
        </fieldset>
        ${certainty ? this.#certainty(error) : nothing}
        ${this.missing ? html`<p class="err" id=${error}>${icon('alert')} ${t(this.missing === 'certainty' ? 'certainty.missing' : multiple ? 'answer.missingSeveral' : 'answer.missing')}</p>` : nothing}
        ${this.answer?.passed && !this.retrying ? html`<p class="hint">${t('answer.passed')}</p>` : nothing}
        <div class="row" ?hidden=${this.context.readOnly}>
          <button class="btn btn--p btn-full">${t('answer.submit')}</button>
          ${this.answer?.passed || this.retrying ? nothing : html`<button class="btn btn--q" type="button" @click=${this.#pass}>${t('answer.pass')}</button>`}
        </div>
      </form>
    </section>`;
  }

  #certainty(error: string) {
    return html`<fieldset aria-describedby=${this.missing === 'certainty' ? error : nothing}>
      <legend class="lab">${t('certainty')}</legend>
      <div class="seg seg--p">
        ${CERTAINTIES.map((level) => html`<label><input type="radio" name="certainty-${this.block.number}" value=${level} aria-invalid=${this.missing === 'certainty' ? 'true' : nothing} />${t(`certainty.${level}`)}</label>`)}
      </div>
    </fieldset>`;
  }

  #answered(given: ChoiceResponse) {
    const { options, quiz, number, multiple } = this.block;
    const { correct } = grade(this.block, given);
    return html`<section class="card bloc">
      ${this.#kicker()}
      <div class="stack">
        <fieldset class="tiles">
          ${this.#legend()}
          ${options.map((option) => {
            const chosen = given.includes(option.number);
            const look = option.right ? 'tile--ok' : chosen ? 'tile--ko' : 'tile--off';
            return html`<label class="tile tile--done ${look}" for=${this.uid(option.number)}>
              <input type=${multiple ? 'checkbox' : 'radio'} id=${this.uid(option.number)} name="choice-${number}" ?checked=${chosen} disabled />
              <span>${markup(option.html)}${this.#mark(option, chosen)}</span></label>`;
          })}
        </fieldset>
        ${this.#feedback(given, correct)}
        ${correct || quiz !== undefined ? nothing : html`<div class="row"><button class="btn btn--s btn-full" type="button" @click=${this.#retry}>${t('answer.retry')}</button></div>`}
      </div>
    </section>`;
  }

  #mark({ right }: ChoiceOption, chosen: boolean) {
    if (!right && !chosen) return nothing;
    const words = chosen ? t('answer.yours') : t(this.block.multiple ? 'answer.missed' : 'answer.expected');
    return html`<span class="verdict ${right ? 'verdict--ok' : 'verdict--ko'}">${icon(right ? 'check' : 'cross')} ${words}${right && chosen ? ` · ${t('answer.expected').toLowerCase()}` : ''}</span>`;
  }

  #feedback(given: ChoiceResponse, correct: boolean) {
    const { options, explanation, multiple, review, sources } = this.block;
    const concerned = multiple
      ? options.filter(({ number, right }) => right !== given.includes(number) || given.includes(number))
      : options.filter(({ number }) => given.includes(number));
    const others = options.filter((option) => !concerned.includes(option));
    const partly = multiple && !correct && options.some(({ number, right }) => right && given.includes(number));
    const well = options.filter(({ number, right }) => right && given.includes(number)).length;
    const title = correct
      ? t('answer.right')
      : partly
        ? t('answer.partly', { right: well, total: options.filter(({ right }) => right).length })
        : t('answer.wrong');
    return html`<div class="fb ${correct ? 'fb--ok' : partly ? 'fb--part' : ''}" tabindex="-1">
      <h3>${icon(correct ? 'check' : 'alert')} ${title}</h3>
      ${multiple ? this.#each(concerned) : concerned.map(({ feedback }) => html`<div>${markup(feedback)}</div>`)}
      ${explanation ? html`<div>${markup(explanation)}</div>` : nothing}
      ${this.#saidCertainty(correct)}
      ${!correct && review ? html`<p><a href=${review.href}>${t('answer.review', { title: review.title })}</a></p>` : nothing}
      ${sources.map((source) => html`<p class="source">${t('answer.source', { source })}</p>`)}
      ${others.length > 0 ? html`<details><summary>${t('answer.others')}</summary>${this.#each(others)}</details>` : nothing}
    </div>`;
  }

  #each(options: readonly ChoiceOption[]) {
    return html`<ul class="why">${options.map((option) => html`<li><p class="why__option">${icon(option.right ? 'check' : 'cross')} <span>${markup(option.html)}</span></p>${markup(option.feedback)}</li>`)}</ul>`;
  }

  #saidCertainty(correct: boolean) {
    const certainty = this.answer?.certainty;
    if (!certainty) return nothing;
    const more =
      correct && certainty === 1
        ? t('certainty.rightLow')
        : !correct && certainty === 3
          ? t('certainty.wrongHigh')
          : '';
    return html`<p class="s"><strong>${t('certainty.said', { level: t(`certainty.said.${certainty}`) })}</strong> ${more}</p>`;
  }

  #submit(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const response = form.getAll(`choice-${this.block.number}`).map(Number);
    const certainty = Number(form.get(`certainty-${this.block.number}`) ?? 0) as Certainty;
    this.missing = response.length === 0 ? 'answer' : this.block.certainty && certainty === 0 ? 'certainty' : '';
    if (this.missing) {
      const words =
        this.missing === 'certainty'
          ? t('certainty.missing')
          : t(this.block.multiple ? 'answer.missingSeveral' : 'answer.missing');
      this.dispatchEvent(new SayEvent(words));
      this.querySelector<HTMLInputElement>(this.missing === 'certainty' ? '.seg input' : '.tiles input')?.focus();
      return;
    }
    this.retrying = false;
    this.dispatchEvent(new AnswerEvent(this.block.number, response, certainty));
    void this.updateComplete.then(() => this.#sayVerdict(response));
  }

  /** The verdict is said by the status region; focus moves to it only when it would be off screen. */
  #sayVerdict(response: ChoiceResponse) {
    const panel = this.querySelector<HTMLElement>('.fb');
    if (!panel) return;
    const { correct } = grade(this.block, response);
    this.dispatchEvent(
      new SayEvent(
        `${panel.querySelector('h3')?.textContent?.trim() ?? ''}. ${correct ? '' : (panel.querySelector('h3 + *')?.textContent?.trim() ?? '')}`,
      ),
    );
    panel.focus({ preventScroll: true });
    const { bottom } = panel.getBoundingClientRect();
    if (bottom > window.innerHeight) panel.scrollIntoView({ block: 'nearest' });
  }

  #touched() {
    this.missing = '';
  }

  #pass() {
    this.dispatchEvent(new PassEvent(this.block.number));
    this.dispatchEvent(new SayEvent(t('answer.passed')));
  }

  async #retry() {
    this.retrying = true;
    await this.updateComplete;
    this.querySelector<HTMLInputElement>('.tiles input')?.focus();
  }
}

export { choice as activity } from './activity.ts';
