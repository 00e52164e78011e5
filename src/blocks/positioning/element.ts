import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import {
  LEVELS,
  type Positioned,
  type Positioning,
  type PositioningItem,
  type PositioningResponse,
  positionedAgain,
} from '../../model/positioning.ts';
import { adopt } from '../../ui/adopt.ts';
import { AnswerEvent, BlockElement, markup, SayEvent } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { longDate } from '../../ui/messages.ts';
import { say } from './messages.ts';
import css from './styles.css?inline';

adopt(css);

/**
 * Where the learner places themselves on the course's competencies. No right answer, can be changed. Another day it is
 * asked afresh, and what was said before stands beside it once answered.
 * @fires activity-answer - A level for each competency, kept with its day beside those of other days.
 */
@customElement('self-positioning')
export class SelfPositioning extends BlockElement<Positioning> {
  @state() private editing = false;
  @state() private missing = 0;

  override render() {
    const history = this.#history;
    const latest = history.at(-1);
    return html`<section class="card bloc" aria-labelledby=${this.uid('title')}>
      <p class="kicker">${icon('scale')} ${say('positioning.title')}</p>
      <div class="col"><h2 id=${this.uid('title')}>${this.block.title}</h2>${this.block.prompt ? html`<div class="prompt">${markup(this.block.prompt)}</div>` : html`<p class="hint">${say('positioning.none')}</p>`}</div>
      ${latest && !this.editing ? this.#given(latest, history.at(-2)) : this.#form(latest)}
    </section>`;
  }

  get #history(): PositioningResponse {
    return (this.context.response(this.block) as PositioningResponse | undefined) ?? [];
  }

  /** A slip of today is corrected where it stands; another day begins with nothing chosen. */
  #form(latest: Positioned | undefined) {
    const today = latest?.day === this.context.course.today ? latest : undefined;
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      ${latest && !today ? html`<p class="hint">${say('positioning.afresh', { date: longDate(latest.day) })}</p>` : nothing}
      ${this.block.items.map((item) => this.#scale(item, today?.levels.get(item.number)))}
      ${this.missing > 0 ? html`<p class="err">${icon('alert')} ${say('positioning.missing', { count: this.missing })}</p>` : nothing}
      <div class="row" ?hidden=${this.context.readOnly}>
        <button class="btn btn--p btn-full">${say('positioning.submit')}</button>
        ${latest ? html`<button class="btn btn--q" type="button" @click=${this.#cancel}>${say('positioning.cancel')}</button>` : nothing}
      </div>
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

  #given({ day, levels }: Positioned, before: Positioned | undefined) {
    return html`<p class="hint">${before ? say('positioning.since', { day: longDate(day), before: longDate(before.day) }) : say('positioning.day', { day: longDate(day) })}</p>
      <ul class="lev">
        ${this.block.items.map(({ number, title }) => {
          const level = levels.get(number) ?? 0;
          return html`<li><span>${title}</span><span class="dots" aria-hidden="true">${[1, 2, 3, 4].map((one) => html`<i class=${one <= level ? 'f' : ''}></i>`)}</span><span class="muted">${LEVELS[level]}${this.#change(before?.levels.get(number), level)}</span></li>`;
        })}
      </ul>
      <div class="row" ?hidden=${this.context.readOnly}><button class="btn btn--s" type="button" @click=${this.#edit}>${say('positioning.change')}</button></div>`;
  }

  /** « monté de 1 à 3 (Je découvre avant) »: nothing where nothing was said before. */
  #change(before: number | undefined, level: number) {
    if (before === undefined) return nothing;
    const way = level === before ? 'same' : level > before ? 'up' : 'down';
    return html`<span class="lev__change">${say(`positioning.${way}`, { before, level, name: LEVELS[before]! })}</span>`;
  }

  #submit(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const levels = new Map(
      this.block.items.flatMap(({ number }): [number, number][] =>
        form.has(`level-${number}`) ? [[number, Number(form.get(`level-${number}`))]] : [],
      ),
    );
    this.missing = this.block.items.length - levels.size;
    if (this.missing > 0) {
      this.dispatchEvent(new SayEvent(say('positioning.missing', { count: this.missing })));
      const first = this.block.items.find(({ number }) => !levels.has(number));
      this.querySelector<HTMLInputElement>(`input[name="level-${first?.number}"]`)?.focus();
      return;
    }
    this.editing = false;
    const response = positionedAgain(this.#history, { day: this.context.course.today, levels });
    this.dispatchEvent(new AnswerEvent(this.block.number, response));
    this.dispatchEvent(new SayEvent(say('positioning.done')));
    void this.#leave();
  }

  #cancel() {
    this.missing = 0;
    this.editing = false;
    void this.#leave();
  }

  async #leave() {
    await this.updateComplete;
    this.querySelector<HTMLElement>('button')?.focus();
  }

  async #edit() {
    this.editing = true;
    await this.updateComplete;
    (this.querySelector<HTMLInputElement>('input:checked') ?? this.querySelector<HTMLInputElement>('input'))?.focus();
  }
}

export { positioning as activity } from './activity.ts';
