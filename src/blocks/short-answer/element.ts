import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { wellFormed } from '../../model/well-formed.ts';
import { BlockElement, markup } from '../../ui/block-element.ts';
import { t } from '../../ui/messages.ts';
import { Missing, QuestionFlow, type QuestionView, verdict } from '../../ui/question.ts';
import { recognise, type ShortAnswer, type ShortAnswerResponse, shortAnswer } from './activity.ts';
import { say } from './messages.ts';

/** A few words, compared with those that the author foresaw. */
@customElement('short-answer-question')
export class ShortAnswerQuestion extends BlockElement<ShortAnswer> implements QuestionView<ShortAnswerResponse> {
  readonly #flow: QuestionFlow<ShortAnswerResponse> = new QuestionFlow(this);

  override render() {
    return this.#flow.render();
  }

  hint() {
    return say('hint');
  }

  ask(before?: ShortAnswerResponse) {
    const id = this.uid('text');
    return html`<div class="col">
      <label class="lab" for=${id}>${t('answer.yours')}</label>
      <input type="text" id=${id} name="text" maxlength="200" autocomplete="off" spellcheck="true" lang="fr"
        value=${before ?? nothing} aria-invalid=${this.#flow.isMissing(`#${id}`) ? 'true' : nothing} />
    </div>`;
  }

  read(form: FormData) {
    const text = wellFormed(`${form.get('text') ?? ''}`);
    return text.trim() ? text : new Missing(say('missing'), `#${this.uid('text')}`);
  }

  show(given: ShortAnswerResponse) {
    const answer = recognise(this.block, given);
    const right = answer?.right ?? false;
    // a foreseen error has its own words, and the question may be tried again
    const told = !right && (this.context.once || !answer);
    return html`<div class="tile tile--static ${right ? 'tile--ok' : 'tile--ko'}">
      <span><strong>${given}</strong>${verdict(right, t('answer.yours'))}
      ${told ? html`<span class="hint">${t('answer.expectedIs', { text: this.block.accepted[0]!.text })}</span>` : nothing}</span>
    </div>`;
  }

  grade = (given: ShortAnswerResponse) => shortAnswer.grade(this.block, given);

  explain(given: ShortAnswerResponse) {
    const answer = recognise(this.block, given);
    if (!answer) return nothing;
    return html`${answer.right && !answer.exact ? html`<p>${say('close', { text: answer.text })}</p>` : nothing}
      ${answer.feedback ? html`<div>${markup(answer.feedback)}</div>` : nothing}`;
  }
}

export { shortAnswer as activity } from './activity.ts';
