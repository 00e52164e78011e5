import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { BlockElement, markup } from '../../ui/block-element.ts';
import { t } from '../../ui/messages.ts';
import { Missing, QuestionFlow, type QuestionView, verdict, why } from '../../ui/question.ts';
import { type Sorting, type SortingItem, type SortingResponse, sorting } from './activity.ts';
import { say } from './messages.ts';

/** Beyond, a list takes less room than radios. */
const MOST_RADIOS = 3;

/** Each item with its categories, as radios when they are few: no dragging. */
@customElement('sorting-question')
export class SortingQuestion extends BlockElement<Sorting> implements QuestionView<SortingResponse> {
  readonly #flow: QuestionFlow<SortingResponse> = new QuestionFlow(this);

  override render() {
    return this.#flow.render();
  }

  hint() {
    return say('hint');
  }

  ask(before?: SortingResponse) {
    const few = this.block.categories.length <= MOST_RADIOS;
    return html`<div class="stack">
      ${this.block.items.map((item) => (few ? this.#radios(item, before?.get(item.number)) : this.#list(item, before?.get(item.number))))}
    </div>`;
  }

  #radios({ number, html: words }: SortingItem, put: number | undefined) {
    const invalid = this.#flow.isMissing(`#${this.#control(number)}`) ? 'true' : nothing;
    return html`<fieldset>
      <legend class="lab">${markup(words)}</legend>
      <div class="seg seg--p">
        ${this.block.categories.map((category, rank) => {
          const id = this.#control(number, rank);
          return html`<label for=${id}><input type="radio" id=${id} name=${number} value=${category.number} ?checked=${put === category.number} aria-invalid=${invalid} />${category.text}</label>`;
        })}
      </div>
    </fieldset>`;
  }

  #list({ number, html: words }: SortingItem, put: number | undefined) {
    const id = this.#control(number);
    return html`<div class="col">
      <label class="lab" for=${id}>${markup(words)}</label>
      <select id=${id} name=${number} aria-invalid=${this.#flow.isMissing(`#${id}`) ? 'true' : nothing}>
        <option value="">${say('choose')}</option>
        ${this.block.categories.map((category) => html`<option value=${category.number} ?selected=${put === category.number}>${category.text}</option>`)}
      </select>
    </div>`;
  }

  /** The list of an item, or the radio of one of its categories. */
  #control = (number: number, rank = 0) => this.uid(`${number}-${rank}`);

  read(form: FormData) {
    const { items } = this.block;
    const left = items.filter(({ number }) => !form.get(`${number}`));
    if (left.length > 0)
      return new Missing(
        say(left.length > 1 ? 'missing' : 'missingOne', { count: left.length }),
        `#${this.#control(left[0]!.number)}`,
      );
    return new Map(items.map(({ number }) => [number, Number(form.get(`${number}`))]));
  }

  show(given: SortingResponse) {
    return html`<ul class="tiles">
      ${this.block.items.map((item) => {
        const right = given.get(item.number) === item.category;
        return html`<li class="tile tile--static ${right ? 'tile--ok' : 'tile--ko'}">
          <span>${markup(item.html)}</span>
          <span><strong>${this.#category(given.get(item.number))}</strong>${verdict(right, t('answer.yours'))}
          ${right ? nothing : html`<span class="hint">${t('answer.expectedIs', { text: this.#category(item.category) })}</span>`}</span>
        </li>`;
      })}
    </ul>`;
  }

  #category(number: number | undefined) {
    return this.block.categories.find((one) => one.number === number)?.text ?? '';
  }

  grade = (given: SortingResponse) => sorting.grade(this.block, given);

  partly(given: SortingResponse) {
    return { right: this.#placed(given, true).length, total: this.block.items.length };
  }

  explain(given: SortingResponse) {
    const wrong = this.#placed(given, false).filter(({ feedback }) => feedback);
    return wrong.length > 0 ? this.#why(wrong, false) : nothing;
  }

  others(given: SortingResponse) {
    const right = this.#placed(given, true).filter(({ feedback }) => feedback);
    return right.length > 0
      ? html`<details><summary>${t('answer.rights')}</summary>${this.#why(right, true)}</details>`
      : nothing;
  }

  #placed = (given: SortingResponse, well: boolean) =>
    this.block.items.filter(({ number, category }) => (given.get(number) === category) === well);

  #why = (items: readonly SortingItem[], right: boolean) =>
    why(
      items.map(({ html: words, category, feedback }) => ({
        html: html`${markup(words)} → ${this.#category(category)}`,
        feedback,
        right,
      })),
    );
}

export { sorting as activity } from './activity.ts';
