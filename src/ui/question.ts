import { html, nothing, type ReactiveController } from 'lit';
import type { Grade } from '../model/interaction.ts';
import type { Question } from '../model/question.ts';
import type { Certainty } from '../runtime/record.ts';
import { AnswerEvent, type BlockElement, markup, PassEvent, SayEvent } from './block-element.ts';
import { icon } from './icon.ts';
import { t } from './messages.ts';

const CERTAINTIES = [1, 2, 3] as const;

/** What the form does not hold yet: said to the learner, with the control to go to. */
export class Missing {
  constructor(
    readonly words: string,
    /** CSS selector, within the element. */
    readonly control: string,
  ) {}
}

/** What a kind of question draws and reads; all the rest is the same for all. `R`: its response. */
export interface QuestionView<R> {
  /** How to answer, under what is asked. */
  hint(): string;
  /** The controls; `before` is the last answer when it is tried again. */
  ask(before: R | undefined): unknown;
  /** What the learner gave, or what is missing. Called when the form is submitted. */
  read(form: FormData): R | Missing;
  /** The controls' place once answered, each item with its mark. */
  show(given: R): unknown;
  /** Absent when there is no right answer. */
  grade?(given: R): Grade;
  /** How many elements are right, when some are. */
  partly?(given: R): { right: number; total: number };
  /** What is said of this very answer, under the verdict. */
  explain?(given: R, correct: boolean): unknown;
  /** What is said of the rest, folded. */
  others?(given: R): unknown;
}

/**
 * What every question does around its own controls: asks, says what is missing, takes certainty, passes, tells the
 * verdict, lets try again. The element that owns it dispatches `activity-answer` and `activity-pass`.
 */
export class QuestionFlow<R> implements ReactiveController {
  /** « Réessayer »: the form is shown again, the last answer still stands in the record. */
  #retrying = false;
  #missing: Missing | undefined;

  constructor(readonly host: BlockElement<Question> & QuestionView<R>) {
    host.addController(this);
  }

  hostConnected(): void {}

  render() {
    const { context, block } = this.host;
    const given = context.response(block) as R | undefined;
    return given !== undefined && !this.#retrying ? this.#answered(given) : this.#asking(given);
  }

  /** True for a control that the learner left out. */
  isMissing(control: string): boolean {
    return this.#missing?.control === control;
  }

  /** A heading, so that the verdict's own heading has one above it wherever the question stands. */
  #kicker() {
    const { rank } = this.host.context;
    return html`<h2 class="kicker">${icon('question')} ${rank ? t('question.rank', { ...rank }) : t('question')}</h2>`;
  }

  #legend() {
    const { stem } = this.host.block;
    return html`<legend>${stem ? html`<div class="stem">${markup(stem)}</div>` : nothing}<span class="hint">${this.host.hint()}</span></legend>`;
  }

  get #graded() {
    return this.host.grade !== undefined;
  }

  #asking(before: R | undefined) {
    const { host } = this;
    const { passed } = host.answer ?? {};
    const error = host.uid('error');
    return html`<section class="card bloc">
      ${this.#kicker()}
      <form class="stack" novalidate @submit=${this.#submit} @input=${this.#touched} @change=${this.#touched}>
        <fieldset class="q" ?disabled=${host.context.readOnly} aria-describedby=${this.#missing && !this.isMissing(CERTAINTY) ? error : nothing}>
          ${this.#legend()} ${host.ask(before)}
        </fieldset>
        ${host.block.certainty ? this.#certainty(error) : nothing}
        ${this.#missing ? html`<p class="err" id=${error}>${icon('alert')} ${this.#missing.words}</p>` : nothing}
        ${passed && !this.#retrying ? html`<p class="hint">${t('answer.passed')}</p>` : nothing}
        <div class="row" ?hidden=${host.context.readOnly}>
          <button class="btn btn--p btn-full">${t(this.#graded ? 'answer.submit' : 'answer.save')}</button>
          ${passed || this.#retrying ? nothing : html`<button class="btn btn--q" type="button" @click=${this.#pass}>${t('answer.pass')}</button>`}
        </div>
      </form>
    </section>`;
  }

  #certainty(error: string) {
    const missing = this.isMissing(CERTAINTY);
    return html`<fieldset aria-describedby=${missing ? error : nothing}>
      <legend class="lab">${t('certainty')}</legend>
      <div class="seg seg--p certainty">
        ${CERTAINTIES.map((level) => html`<label><input type="radio" name="certainty" value=${level} aria-invalid=${missing ? 'true' : nothing} />${t(`certainty.${level}`)}</label>`)}
      </div>
    </fieldset>`;
  }

  #answered(given: R) {
    const { host } = this;
    const { correct } = host.grade?.(given) ?? { correct: true };
    const again = this.#graded ? !correct && !host.context.once : !host.context.readOnly;
    return html`<section class="card bloc">
      ${this.#kicker()}
      <div class="stack">
        <fieldset class="q">${this.#legend()} ${host.show(given)}</fieldset>
        ${this.#feedback(given, correct)}
        ${again ? html`<div class="row"><button class="btn btn--s btn-full" type="button" @click=${this.#retry}>${t(this.#graded ? 'answer.retry' : 'answer.change')}</button></div>` : nothing}
      </div>
    </section>`;
  }

  #feedback(given: R, correct: boolean) {
    const { host } = this;
    const { explanation, review, sources } = host.block;
    const partly = correct ? undefined : host.partly?.(given);
    const some = partly !== undefined && partly.right > 0;
    const look = !this.#graded ? 'fb--neutral' : correct ? 'fb--ok' : some ? 'fb--part' : '';
    return html`<div class="fb ${look}" tabindex="-1">
      <h3>${icon(correct ? 'check' : 'alert')} ${!this.#graded ? t('answer.noted') : correct ? t('answer.right') : some ? t(partly.right > 1 ? 'answer.partly' : 'answer.partlyOne', partly) : t('answer.wrong')}</h3>
      ${host.explain?.(given, correct) ?? nothing}
      ${explanation ? html`<div>${markup(explanation)}</div>` : nothing}
      ${this.#saidCertainty(correct)}
      ${!correct && review ? html`<p><a href=${review.href}>${t('answer.review', { title: review.title })}</a></p>` : nothing}
      ${sources.map((source) => html`<p class="source">${t('answer.source', { source })}</p>`)}
      ${host.others?.(given) ?? nothing}
    </div>`;
  }

  #saidCertainty(correct: boolean) {
    const certainty = this.host.answer?.certainty;
    if (!certainty || !this.#graded) return nothing;
    const more =
      correct && certainty === 1 ? t('certainty.rightLow') : !correct && certainty === 3 ? this.#comesBack() : '';
    return html`<p class="s"><strong>${t('certainty.said', { level: t(`certainty.said.${certainty}`) })}</strong> ${more}</p>`;
  }

  /** Said only where it is true: a later module of this course asks again. */
  #comesBack() {
    const { outline, module } = this.host.context.course;
    const here = outline.modules.findIndex(({ number }) => number === module);
    const next = outline.modules.findIndex(
      ({ recalls }, rank) => rank > here && recalls?.some(({ when }) => when === 'module'),
    );
    return next < 0 ? t('certainty.wrongHigh') : t('certainty.comesBack', { rank: next + 1 });
  }

  #submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const { host } = this;
    const given = host.read(form);
    const certainty = Number(form.get('certainty') ?? 0) as Certainty;
    if (given instanceof Missing) return this.#ask(given);
    if (host.block.certainty && certainty === 0) return this.#ask(new Missing(t('certainty.missing'), CERTAINTY));
    this.#retrying = false;
    host.dispatchEvent(new AnswerEvent(host.block.number, given, certainty));
    host.requestUpdate();
    void host.updateComplete.then(() => this.#sayVerdict());
  };

  #ask(missing: Missing): void {
    this.#missing = missing;
    this.host.requestUpdate();
    this.host.dispatchEvent(new SayEvent(missing.words));
    this.host.querySelector<HTMLElement>(missing.control)?.focus();
  }

  /** The verdict is said by the status region; focus moves to it only when it would be off screen. */
  #sayVerdict(): void {
    const panel = this.host.querySelector<HTMLElement>('.fb');
    if (!panel) return;
    const words = panel.classList.contains('fb--ok')
      ? ''
      : (panel.querySelector<HTMLElement>('h3 + *')?.innerText.trim() ?? '');
    this.host.dispatchEvent(new SayEvent(`${panel.querySelector('h3')?.textContent?.trim() ?? ''}. ${words}`));
    panel.focus({ preventScroll: true });
    if (panel.getBoundingClientRect().bottom > window.innerHeight) panel.scrollIntoView({ block: 'nearest' });
  }

  #touched = () => {
    if (!this.#missing) return;
    this.#missing = undefined;
    this.host.requestUpdate();
  };

  #pass = () => {
    this.host.dispatchEvent(new PassEvent(this.host.block.number));
    this.host.dispatchEvent(new SayEvent(t('answer.passed')));
  };

  #retry = async () => {
    this.#retrying = true;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.querySelector<HTMLElement>('.q input, .q select, .q button, .q textarea')?.focus();
  };
}

const CERTAINTY = '.certainty input';

/** « Votre réponse », « Réponse attendue » beside an item: a word, an icon and a colour. */
export function verdict(right: boolean, words: string) {
  return html`<span class="verdict ${right ? 'verdict--ok' : 'verdict--ko'}">${icon(right ? 'check' : 'cross')} ${words}</span>`;
}

/** One explanation under the item it speaks of. `html`: both are the author's. */
export function why(items: readonly { html: unknown; feedback: string; right: boolean }[]) {
  return html`<ul class="why">${items.map((item) => html`<li><p class="why__option">${icon(item.right ? 'check' : 'cross')} <span>${typeof item.html === 'string' ? markup(item.html) : item.html}</span></p>${markup(item.feedback)}</li>`)}</ul>`;
}
