import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { QuestionOption } from '../../model/question.ts';
import { BlockElement, markup } from '../../ui/block-element.ts';
import { t } from '../../ui/messages.ts';
import { Missing, QuestionFlow, type QuestionView, verdict, why } from '../../ui/question.ts';
import { type Choice, type ChoiceResponse, choice } from './activity.ts';

/** Single or multiple choice, with certainty where the author asks for it. */
@customElement('choice-question')
export class ChoiceQuestion extends BlockElement<Choice> implements QuestionView<ChoiceResponse> {
  readonly #flow: QuestionFlow<ChoiceResponse> = new QuestionFlow(this);

  override render() {
    return this.#flow.render();
  }

  hint() {
    return t(this.block.multiple ? 'answer.several' : 'answer.one');
  }

  ask() {
    const { multiple, options } = this.block;
    const missing = this.#flow.isMissing(TILE);
    return html`<div class="tiles">
      ${options.map(
        ({ number, html: words }) => html`<label class="tile" for=${this.uid(number)}>
          <input type=${multiple ? 'checkbox' : 'radio'} id=${this.uid(number)} name="choice" value=${number} aria-invalid=${missing ? 'true' : nothing} />
          <span>${markup(words)}</span></label>`,
      )}
    </div>`;
  }

  read(form: FormData) {
    const chosen = form.getAll('choice').map(Number);
    return chosen.length > 0
      ? chosen
      : new Missing(t(this.block.multiple ? 'answer.missingSeveral' : 'answer.missing'), TILE);
  }

  show(given: ChoiceResponse) {
    const { multiple, options } = this.block;
    return html`<div class="tiles">
      ${options.map((option) => {
        const chosen = given.includes(option.number);
        const look = option.right ? 'tile--ok' : chosen ? 'tile--ko' : 'tile--off';
        return html`<label class="tile tile--done ${look}" for=${this.uid(option.number)}>
          <input type=${multiple ? 'checkbox' : 'radio'} id=${this.uid(option.number)} ?checked=${chosen} disabled />
          <span>${markup(option.html)}${this.#mark(option, chosen)}</span></label>`;
      })}
    </div>`;
  }

  #mark({ right }: QuestionOption, chosen: boolean) {
    if (!right && !chosen) return nothing;
    const words = chosen ? t('answer.yours') : t(this.block.multiple ? 'answer.missed' : 'answer.expected');
    return verdict(right, right && chosen ? `${words} · ${t('answer.expected').toLowerCase()}` : words);
  }

  grade = (given: ChoiceResponse) => choice.grade(this.block, given);

  partly(given: ChoiceResponse) {
    const rights = this.block.options.filter(({ right }) => right);
    return {
      right: this.block.multiple ? rights.filter(({ number }) => given.includes(number)).length : 0,
      total: rights.length,
    };
  }

  /** Of several, what was chosen and what was missed; of one, the chosen one alone. */
  #concerned(given: ChoiceResponse) {
    const { multiple, options } = this.block;
    return options.filter(({ number, right }) => given.includes(number) || (multiple && right));
  }

  explain(given: ChoiceResponse) {
    const concerned = this.#concerned(given);
    return this.block.multiple ? why(concerned) : concerned.map(({ feedback }) => html`<div>${markup(feedback)}</div>`);
  }

  others(given: ChoiceResponse) {
    const concerned = this.#concerned(given);
    const others = this.block.options.filter((option) => !concerned.includes(option));
    return others.length > 0
      ? html`<details><summary>${t('answer.others')}</summary>${why(others)}</details>`
      : nothing;
  }
}

const TILE = '.tiles input';

export { choice as activity } from './activity.ts';
