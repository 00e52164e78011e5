import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { OptionResponse } from '../../model/options.ts';
import { BlockElement, markup } from '../../ui/block-element.ts';
import { t } from '../../ui/messages.ts';
import {
  answeredOption,
  explainOptions,
  OPTION_CONTROL,
  otherOptions,
  partlyRight,
  readOptions,
} from '../../ui/options.ts';
import { QuestionFlow, type QuestionView } from '../../ui/question.ts';
import { type Choice, choice } from './activity.ts';

/** Single or multiple choice, with certainty where the author asks for it. */
@customElement('choice-question')
export class ChoiceQuestion extends BlockElement<Choice> implements QuestionView<OptionResponse> {
  readonly #flow: QuestionFlow<OptionResponse> = new QuestionFlow(this);

  override render() {
    return this.#flow.render();
  }

  hint() {
    return t(this.block.multiple ? 'answer.several' : 'answer.one');
  }

  ask() {
    const { multiple, options } = this.block;
    const missing = this.#flow.isMissing(OPTION_CONTROL);
    return html`<div class="tiles">
      ${options.map(
        ({ number, html: words }) => html`<label class="tile" for=${this.uid(number)}>
          <input type=${multiple ? 'checkbox' : 'radio'} id=${this.uid(number)} name="choice" value=${number} aria-invalid=${missing ? 'true' : nothing} />
          <span>${markup(words)}</span></label>`,
      )}
    </div>`;
  }

  read = (form: FormData) => readOptions(form, 'choice', this.block.multiple);

  show(given: OptionResponse) {
    const { multiple, options } = this.block;
    return html`<div class="tiles">
      ${options.map((option) =>
        answeredOption(option, {
          chosen: given.includes(option.number),
          multiple,
          id: this.uid(option.number),
          label: markup(option.html),
        }),
      )}
    </div>`;
  }

  grade = (given: OptionResponse) => choice.grade(this.block, given);
  partly = (given: OptionResponse) => partlyRight(this.block, given);
  explain = (given: OptionResponse) => explainOptions(this.block, given);
  others = (given: OptionResponse) => otherOptions(this.block, given);
}

export { choice as activity } from './activity.ts';
