import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { adopt } from '../../ui/adopt.ts';
import { BlockElement, markup, SayEvent } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { t } from '../../ui/messages.ts';
import { QuestionFlow, type QuestionView, verdict, why } from '../../ui/question.ts';
import { inOrder, type Sequence, type SequenceItem, type SequenceResponse, sequence, shuffled } from './activity.ts';
import { say } from './messages.ts';
import css from './styles.css?inline';

adopt(css);

const STEPS = { up: -1, down: 1 } as const;
type Way = keyof typeof STEPS;
const KEYS: Readonly<Record<string, Way>> = { ArrowUp: 'up', ArrowDown: 'down' };

/** Lines that go up and down by their buttons, or Alt and the arrows: no dragging. */
@customElement('sequence-question')
export class SequenceQuestion extends BlockElement<Sequence> implements QuestionView<SequenceResponse> {
  readonly #flow: QuestionFlow<SequenceResponse> = new QuestionFlow(this);
  /** As it stands while the question is asked. */
  #order: readonly number[] | undefined;

  override render() {
    return this.#flow.render();
  }

  hint() {
    return say('hint');
  }

  ask(before: SequenceResponse = []) {
    this.#order ??= [...before, ...shuffled(this.block).filter((number) => !before.includes(number))];
    return html`<ol class="sequence">
      ${repeat(
        this.#order,
        (number) => number,
        (number, rank) => this.#line(this.#item(number), rank),
      )}
    </ol>`;
  }

  #line({ number, html: words, text }: SequenceItem, rank: number) {
    const button = (way: Way, end: boolean) =>
      html`<button class="sequence__move" type="button" id=${this.uid(`${way}-${number}`)} aria-disabled=${end ? 'true' : nothing} @click=${(event: Event) => this.#move(number, way, event)}>${icon(way)}<span class="vh">${say(way, { text })}</span></button>`;
    return html`<li class="sequence__line" @keydown=${(event: KeyboardEvent) => this.#key(number, event)}>
      <span class="sequence__rank">${rank + 1}</span>
      <span>${markup(words)}</span>
      <span class="sequence__moves">${button('up', rank === 0)}${button('down', rank === this.block.items.length - 1)}</span>
    </li>`;
  }

  #key(number: number, event: KeyboardEvent) {
    const way = KEYS[event.key];
    if (!way || !event.altKey) return;
    event.preventDefault();
    this.#move(number, way, event);
  }

  /** At an end nothing moves, and the position is said all the same. */
  #move(number: number, way: Way, event: Event) {
    const order = [...(this.#order ?? [])];
    const from = order.indexOf(number);
    const to = Math.min(order.length - 1, Math.max(0, from + STEPS[way]));
    order.splice(to, 0, ...order.splice(from, 1));
    this.#order = order;
    this.requestUpdate();
    // a line that moved in the page has lost the focus
    const button = (event.target as Element).closest('button');
    void this.updateComplete.then(() => button?.focus());
    const { text } = this.#item(number);
    this.dispatchEvent(new SayEvent(say('moved', { text, rank: to + 1, total: order.length })));
  }

  #item = (number: number) => this.block.items.find((item) => item.number === number)!;

  read() {
    return this.#order ?? shuffled(this.block);
  }

  show(given: SequenceResponse) {
    // the next try starts from the answer, or in a new quiz from the order first shown
    this.#order = undefined;
    return html`<ol class="sequence">
      ${given.map((number, rank) => {
        const expected = this.#expected(number);
        const right = expected === rank;
        return html`<li class="tile tile--done ${right ? 'tile--ok' : 'tile--ko'}">
          <span class="sequence__rank">${rank + 1}</span>
          <span>${markup(this.#item(number).html)}${verdict(right, right ? say('placed') : say('expected', { rank: expected + 1 }))}</span>
        </li>`;
      })}
    </ol>`;
  }

  #expected = (number: number) => this.block.items.findIndex((item) => item.number === number);

  grade = (given: SequenceResponse) => sequence.grade(this.block, given);

  partly(given: SequenceResponse) {
    return { right: this.#placed(given, true).length, total: this.block.items.length };
  }

  explain(given: SequenceResponse, correct: boolean) {
    const total = this.block.items.length;
    const count = inOrder(this.block, given);
    const wrong = this.#placed(given, false).filter(({ feedback }) => feedback);
    return html`${!correct && count > 1 ? html`<p>${say('inOrder', { count, total })}</p>` : nothing}${wrong.length > 0 ? this.#why(wrong, false) : nothing}`;
  }

  others(given: SequenceResponse) {
    const right = this.#placed(given, true).filter(({ feedback }) => feedback);
    return right.length > 0
      ? html`<details><summary>${t('answer.rights')}</summary>${this.#why(right, true)}</details>`
      : nothing;
  }

  #placed = (given: SequenceResponse, well: boolean) =>
    this.block.items.filter(({ number }, rank) => (given[rank] === number) === well);

  #why = (items: readonly SequenceItem[], right: boolean) => why(items.map((item) => ({ ...item, right })));
}

export { sequence as activity } from './activity.ts';
