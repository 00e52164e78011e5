import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { adopt } from '../../ui/adopt.ts';
import { BlockElement, markup } from '../../ui/block-element.ts';
import { t } from '../../ui/messages.ts';
import { Missing, QuestionFlow, type QuestionView, verdict, why } from '../../ui/question.ts';
import { type Matching, type MatchingLine, type MatchingResponse, matching } from './activity.ts';
import { say } from './messages.ts';
import css from './styles.css?inline';

adopt(css);

/** Each line with a list of targets: no dragging. */
@customElement('matching-question')
export class MatchingQuestion extends BlockElement<Matching> implements QuestionView<MatchingResponse> {
  readonly #flow: QuestionFlow<MatchingResponse> = new QuestionFlow(this);

  override render() {
    return this.#flow.render();
  }

  hint() {
    return say('hint');
  }

  ask(before?: MatchingResponse) {
    return html`<ul class="match">
      ${this.block.lines.map(({ number, html: words }) => {
        const id = this.uid(number);
        return html`<li>
          <label for=${id}>${markup(words)}</label>
          <select id=${id} name=${number} aria-invalid=${this.#flow.isMissing(`#${id}`) ? 'true' : nothing}>
            <option value="">${say('choose')}</option>
            ${this.block.targets.map((target) => html`<option value=${target.number} ?selected=${before?.get(number) === target.number}>${target.text}</option>`)}
          </select>
        </li>`;
      })}
    </ul>`;
  }

  read(form: FormData) {
    const empty = this.block.lines.filter(({ number }) => !form.get(`${number}`));
    if (empty.length > 0)
      return new Missing(
        t(empty.length > 1 ? 'answer.fill' : 'answer.fillOne', { count: empty.length }),
        `#${this.uid(empty[0]!.number)}`,
      );
    return new Map(this.block.lines.map(({ number }) => [number, Number(form.get(`${number}`))]));
  }

  show(given: MatchingResponse) {
    return html`<ul class="match">
      ${this.block.lines.map((line) => {
        const right = given.get(line.number) === line.target;
        return html`<li class="match__done ${right ? 'tile--ok' : 'tile--ko'}">
          <span>${markup(line.html)}</span>
          <span><strong>${this.#target(given.get(line.number))}</strong>${verdict(right, t('answer.yours'))}
          ${right ? nothing : html`<span class="hint">${t('answer.expectedIs', { text: this.#target(line.target) })}</span>`}</span>
        </li>`;
      })}
    </ul>`;
  }

  #target(number: number | undefined) {
    return this.block.targets.find((one) => one.number === number)?.text ?? '';
  }

  grade = (given: MatchingResponse) => matching.grade(this.block, given);

  partly(given: MatchingResponse) {
    const right = this.block.lines.filter(({ number, target }) => given.get(number) === target).length;
    return { right, total: this.block.lines.length };
  }

  explain(given: MatchingResponse) {
    const wrong = this.block.lines.filter((line) => line.feedback && given.get(line.number) !== line.target);
    return wrong.length > 0 ? this.#why(wrong, false) : nothing;
  }

  others(given: MatchingResponse) {
    const right = this.block.lines.filter((line) => line.feedback && given.get(line.number) === line.target);
    return right.length > 0
      ? html`<details><summary>${t('answer.rights')}</summary>${this.#why(right, true)}</details>`
      : nothing;
  }

  #why = (lines: readonly MatchingLine[], right: boolean) =>
    why(
      lines.map(({ html: words, target, feedback }) => ({
        html: html`${markup(words)} → ${this.#target(target)}`,
        feedback,
        right,
      })),
    );
}

export { matching as activity } from './activity.ts';
