import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { currentCode } from '../../runtime/record.ts';
import { BlockElement, RestartEvent, SayEvent } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import type { Quiz } from './activity.ts';
import { say } from './messages.ts';

/** Above the questions of a quiz: how many, the threshold, and that it can be done again. */
@customElement('quiz-head')
export class QuizHead extends BlockElement<Quiz> {
  override render() {
    const { questions, threshold } = this.context;
    return html`<div class="col quiz-head"><h2>${say('quiz.title')}</h2><p>${say(this.block.draw === undefined ? 'quiz.intro' : 'quiz.introDraw', { count: questions.length, threshold })}</p></div>`;
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
    const { tries = 0, first = 0, best = 0 } = module.quizzes[this.block.number] ?? {};
    const result = tries > 0;
    const done = questions.filter(
      ({ number }) => currentCode(module.answers[number]) || module.answers[number]?.passed,
    ).length;
    const finished = done === questions.length;
    if (!finished && !result)
      return html`<p class="muted s">${say('quiz.answered', { done, total: questions.length })}</p>`;
    const reached = result && best >= threshold;
    return html`<section class="card bloc" tabindex="-1">
      ${finished ? nothing : html`<p class="muted s">${say('quiz.answered', { done, total: questions.length })}</p>`}
      ${
        result
          ? html`<p class="kicker">${icon(reached ? 'check' : 'info')} ${say('quiz.best', { best, first })}</p>
            <p>${say(reached ? 'quiz.mastered' : 'quiz.below', { threshold })}</p>`
          : nothing
      }
      ${finished ? html`<div class="row"><button class="btn btn--s btn-full" type="button" @click=${this.#restart}>${icon('turn')} ${say('quiz.again')}</button></div>` : nothing}
    </section>`;
  }

  #restart() {
    this.dispatchEvent(new RestartEvent(this.block.number));
    this.dispatchEvent(new SayEvent(say('quiz.restarted')));
    document.querySelector<HTMLElement>(`quiz-head[data-block="${this.block.number}"]`)?.scrollIntoView();
    const group = this.closest('[data-group]');
    const first = group?.querySelector<BlockElement>('[data-block]:not([hidden]):not(quiz-head)');
    void first?.updateComplete.then(() =>
      first.querySelector<HTMLElement>('.q input, .q select, .q button')?.focus({ preventScroll: true }),
    );
  }
}
