import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { adopt } from '../../ui/adopt.ts';
import { AnswerEvent, BlockElement, markup, SayEvent } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { LEVELS, type Positioning, type PositioningItem, type PositioningResponse } from './activity.ts';
import { say } from './messages.ts';
import css from './styles.css?inline';

adopt(css);

/**
 * Where the learner places themselves on the course's competencies. No right answer, can be changed.
 * @fires activity-answer - A level for each competency.
 */
@customElement('self-positioning')
export class SelfPositioning extends BlockElement<Positioning> {
  @state() private editing = false;
  @state() private missing = 0;

  override render() {
    const given = this.context.response(this.block) as PositioningResponse | undefined;
    const done = given && given.size > 0 && !this.editing;
    return html`<section class="card bloc" aria-labelledby=${this.uid('title')}>
      <p class="kicker">${icon('scale')} ${say('positioning.title')}</p>
      <div class="col"><h2 id=${this.uid('title')}>${this.block.title}</h2>${this.block.prompt ? html`<div class="prompt">${markup(this.block.prompt)}</div>` : html`<p class="hint">${say('positioning.none')}</p>`}</div>
      ${done ? this.#given(given) : this.#form(given)}
    </section>`;
  }

  #form(given: PositioningResponse | undefined) {
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      ${this.block.items.map((item) => this.#scale(item, given?.get(item.number)))}
      ${this.missing > 0 ? html`<p class="err">${icon('alert')} ${say('positioning.missing', { count: this.missing })}</p>` : nothing}
      <div class="row" ?hidden=${this.context.readOnly}><button class="btn btn--p btn-full">${say('positioning.submit')}</button></div>
    </form>`;
  }

  #scale({ number, title, indicators }: PositioningItem, level: number | undefined) {
    return html`<fieldset class="scale">
      <legend class="lab">${title}</legend>
      ${indicators.length > 0 ? html`<ul class="indicators">${indicators.map((text) => html`<li>${text}</li>`)}</ul>` : nothing}
      <div class="seg seg--p">
        ${LEVELS.map((name, value) => html`<label><input type="radio" name="level-${number}" value=${value} ?checked=${level === value} />${name}</label>`)}
      </div>
    </fieldset>`;
  }

  #given(given: PositioningResponse) {
    return html`<ul class="lev">
        ${this.block.items.map(({ number, title }) => {
          const level = given.get(number) ?? 0;
          return html`<li><span>${title}</span><span class="dots" aria-hidden="true">${[1, 2, 3, 4].map((one) => html`<i class=${one <= level ? 'f' : ''}></i>`)}</span><span class="muted">${LEVELS[level]}</span></li>`;
        })}
      </ul>
      <div class="row"><button class="btn btn--s" type="button" @click=${this.#edit}>${say('positioning.change')}</button></div>`;
  }

  #submit(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const response = new Map(
      this.block.items.flatMap(({ number }): [number, number][] =>
        form.has(`level-${number}`) ? [[number, Number(form.get(`level-${number}`))]] : [],
      ),
    );
    this.missing = this.block.items.length - response.size;
    if (this.missing > 0) {
      this.dispatchEvent(new SayEvent(say('positioning.missing', { count: this.missing })));
      const first = this.block.items.find(({ number }) => !response.has(number));
      this.querySelector<HTMLInputElement>(`input[name="level-${first?.number}"]`)?.focus();
      return;
    }
    this.editing = false;
    this.dispatchEvent(new AnswerEvent(this.block.number, response));
    this.dispatchEvent(new SayEvent(say('positioning.done')));
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('button')?.focus());
  }

  async #edit() {
    this.editing = true;
    await this.updateComplete;
    this.querySelector<HTMLInputElement>('input:checked')?.focus();
  }
}

export { positioning as activity } from './activity.ts';
