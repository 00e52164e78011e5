import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { BlockElement, markup } from '../../ui/block-element.ts';
import { t } from '../../ui/messages.ts';
import { Missing, QuestionFlow, type QuestionView, verdict, why } from '../../ui/question.ts';
import { type Statement, type TrueFalse, type TrueFalseResponse, trueFalse } from './activity.ts';
import { say } from './messages.ts';

/** Each statement with two radios. */
@customElement('true-false-question')
export class TrueFalseQuestion extends BlockElement<TrueFalse> implements QuestionView<TrueFalseResponse> {
  readonly #flow: QuestionFlow<TrueFalseResponse> = new QuestionFlow(this);

  override render() {
    return this.#flow.render();
  }

  get #alone() {
    return this.block.statements.length === 1;
  }

  hint() {
    return say(this.#alone ? 'hintOne' : 'hint');
  }

  ask(before?: TrueFalseResponse) {
    return html`<div class="stack">
      ${this.block.statements.map(
        ({ number, html: words }) => html`<fieldset>
          <legend class="lab">${markup(words)}</legend>
          <div class="seg seg--p">${[true, false].map((truth) => this.#radio(number, truth, before?.get(number)))}</div>
        </fieldset>`,
      )}
    </div>`;
  }

  #radio(number: number, truth: boolean, said: boolean | undefined) {
    const id = this.#control(number, truth);
    const missing = this.#flow.isMissing(`#${this.#control(number)}`);
    return html`<label for=${id}><input type="radio" id=${id} name=${number} value=${`${truth}`} ?checked=${said === truth} aria-invalid=${missing ? 'true' : nothing} />${say(`${truth}`)}</label>`;
  }

  #control = (number: number, truth = true) => this.uid(`${number}-${truth}`);

  read(form: FormData) {
    const { statements } = this.block;
    const left = statements.filter(({ number }) => !form.has(`${number}`));
    if (left.length > 0)
      return new Missing(
        this.#alone ? t('answer.missing') : say(left.length > 1 ? 'missing' : 'missingOne', { count: left.length }),
        `#${this.#control(left[0]!.number)}`,
      );
    return new Map(statements.map(({ number }) => [number, form.get(`${number}`) === 'true']));
  }

  show(given: TrueFalseResponse) {
    return html`<ul class="tiles">
      ${this.block.statements.map(({ number, html: words, truth }) => {
        const said = given.get(number);
        const right = said === truth;
        return html`<li class="tile tile--static ${right ? 'tile--ok' : 'tile--ko'}">
          <span>${markup(words)}</span>
          <span><strong>${said === undefined ? nothing : say(`${said}`)}</strong>${verdict(right, t('answer.yours'))}
          ${right ? nothing : html`<span class="hint">${t('answer.expectedIs', { text: say(`${truth}`) })}</span>`}</span>
        </li>`;
      })}
    </ul>`;
  }

  grade = (given: TrueFalseResponse) => trueFalse.grade(this.block, given);

  partly(given: TrueFalseResponse) {
    return { right: this.#judged(given, true).length, total: this.block.statements.length };
  }

  /** A statement alone is explained whatever was said of it. */
  explain(given: TrueFalseResponse) {
    if (this.#alone) return html`<div>${markup(this.block.statements[0]!.feedback)}</div>`;
    const wrong = this.#judged(given, false);
    return wrong.length > 0 ? this.#why(wrong, false) : nothing;
  }

  others(given: TrueFalseResponse) {
    const right = this.#judged(given, true);
    return right.length > 0 && !this.#alone
      ? html`<details><summary>${t('answer.rights')}</summary>${this.#why(right, true)}</details>`
      : nothing;
  }

  #judged = (given: TrueFalseResponse, well: boolean) =>
    this.block.statements.filter(({ number, truth }) => (given.get(number) === truth) === well);

  #why = (statements: readonly Statement[], right: boolean) =>
    why(
      statements.map(({ html: words, truth, feedback }) => ({
        html: html`${markup(words)} → ${say(`${truth}`)}`,
        feedback,
        right,
      })),
    );
}

export { trueFalse as activity } from './activity.ts';
