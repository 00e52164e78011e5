import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { readNumber, writeNumber } from '../../model/french-number.ts';
import { adopt } from '../../ui/adopt.ts';
import { BlockElement, markup } from '../../ui/block-element.ts';
import { t } from '../../ui/messages.ts';
import { Missing, QuestionFlow, type QuestionView, verdict } from '../../ui/question.ts';
import { errorOf, type Numeric, type NumericResponse, numeric } from './activity.ts';
import { say } from './messages.ts';
import css from './styles.css?inline';

adopt(css);

/** One number, in French, its unit beside it. */
@customElement('numeric-question')
export class NumericQuestion extends BlockElement<Numeric> implements QuestionView<NumericResponse> {
  readonly #flow: QuestionFlow<NumericResponse> = new QuestionFlow(this);

  override render() {
    return this.#flow.render();
  }

  hint() {
    return say('hint');
  }

  ask(before?: NumericResponse) {
    const { unit } = this.block;
    const [id, beside] = [this.uid('number'), this.uid('unit')];
    return html`<div class="col">
      <label class="lab" for=${id}>${t('answer.yours')}</label>
      <div class="number">
        <input type="text" inputmode=${this.#signed ? 'text' : 'decimal'} id=${id} name="number" maxlength="40" autocomplete="off"
          value=${before === undefined ? nothing : writeNumber(before)}
          aria-describedby=${unit ? beside : nothing} aria-invalid=${this.#flow.isMissing(`#${id}`) ? 'true' : nothing} />
        ${unit ? html`<span id=${beside}>${unit}</span>` : nothing}
      </div>
    </div>`;
  }

  /** The decimal keypad of a phone may have no minus. */
  get #signed() {
    return [this.block.expected, ...this.block.errors.map(({ value }) => value)].some((value) => value < 0);
  }

  read(form: FormData) {
    return (
      readNumber(`${form.get('number') ?? ''}`, this.block.unit) ??
      new Missing(say('missing'), `#${this.uid('number')}`)
    );
  }

  show(given: NumericResponse) {
    const { correct } = this.grade(given);
    // a foreseen error has its own words, and the question may be tried again
    const told = !correct && (this.context.once || !errorOf(this.block, given));
    return html`<div class="tile tile--static ${correct ? 'tile--ok' : 'tile--ko'}">
      <span><strong>${this.#write(given)}</strong>${verdict(correct, t('answer.yours'))}
      ${told ? html`<span class="hint">${t('answer.expectedIs', { text: this.#write(this.block.expected) })}</span>` : nothing}</span>
    </div>`;
  }

  #write = (value: number) => writeNumber(value, this.block.unit);

  grade = (given: NumericResponse) => numeric.grade(this.block, given);

  explain(given: NumericResponse, correct: boolean) {
    const { expected, margin, feedback } = this.block;
    const said = correct ? feedback : errorOf(this.block, given)?.feedback;
    return html`${said ? html`<div>${markup(said)}</div>` : nothing}
      ${correct && given !== expected ? html`<p>${say('near', { value: this.#write(expected), margin })}</p>` : nothing}`;
  }
}

export { numeric as activity } from './activity.ts';
