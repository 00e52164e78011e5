import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { currentCode } from '../../runtime/record.ts';
import { BlockElement, RestartEvent, SayEvent } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { t } from '../../ui/messages.ts';
import type { Quiz } from './activity.ts';

/** Above the questions of a quiz: how many, the threshold, and that it can be done again. */
@customElement('quiz-head')
export class QuizHead extends BlockElement<Quiz> {
  override render() {
    const { questions, threshold } = this.context;
    return html`<div class="col quiz-head"><h2>${t('quiz.title')}</h2><p>${t('quiz.intro', { count: questions.length, threshold })}</p></div>`;
  }
}

/**
 * Below the questions: where the try stands, then its result.
 * @fires quiz-restart - « Refaire le quiz ».
 */
@customElement('quiz-result')
export class QuizResult extends BlockElement<Quiz> {
  override render() {
    const { questions, module, threshold } = this.context;
    const result = module.quizzes[this.block.number];
    const done = questions.filter(
      ({ number }) => currentCode(module.answers[number]) || module.answers[number]?.passed,
    ).length;
    const finished = done === questions.length;
    if (!finished && !result)
      return html`<p class="muted s">${t('quiz.answered', { done, total: questions.length })}</p>`;
    const reached = (result?.best ?? 0) >= threshold;
    return html`<section class="card bloc" tabindex="-1">
      ${finished ? nothing : html`<p class="muted s">${t('quiz.answered', { done, total: questions.length })}</p>`}
      ${
        result
          ? html`<p class="kicker">${icon(reached ? 'check' : 'info')} ${t('quiz.best', { ...result })}</p>
            <p>${t(reached ? 'quiz.mastered' : 'quiz.below', { threshold })}</p>`
          : nothing
      }
      ${finished ? html`<div class="row"><button class="btn btn--s btn-full" type="button" @click=${this.#restart}>${icon('turn')} ${t('quiz.again')}</button></div>` : nothing}
    </section>`;
  }

  #restart() {
    this.dispatchEvent(new RestartEvent(this.block.number));
    this.dispatchEvent(new SayEvent(t('quiz.restarted')));
    document.querySelector<HTMLElement>(`quiz-head[data-block="${this.block.number}"]`)?.scrollIntoView();
    document.querySelector<HTMLInputElement>(`[data-group] choice-question input`)?.focus({ preventScroll: true });
  }
}
