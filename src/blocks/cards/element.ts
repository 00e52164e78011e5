import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { adopt } from '../../ui/adopt.ts';
import { AnswerEvent, BlockElement, markup, SayEvent } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { t } from '../../ui/messages.ts';
import { type Card, type Cards, type CardsResponse, cards, RATINGS, type Rating } from './activity.ts';
import { say } from './messages.ts';
import css from './styles.css?inline';

adopt(css);

/** A pass through some cards, in their order, with the ratings given so far. */
interface Pass {
  cards: readonly Card[];
  ratings: CardsResponse;
}

/**
 * Cards with two sides, one at a time; the learner says whether they knew. No right answer.
 * @fires activity-answer - At each rating of the first pass, then at the end of each later one.
 */
@customElement('flash-cards')
export class FlashCards extends BlockElement<Cards> {
  /** A later pass: its ratings stay here until it ends, and only then replace the former ones. */
  @state() private again: Pass | undefined;
  @state() private turned = false;

  override render() {
    const { title, intro } = this.block;
    const pass = this.#pass;
    const card = this.context.readOnly ? undefined : nextOf(pass);
    return html`<section class="card bloc" aria-labelledby=${this.uid('title')}>
      <p class="kicker">${icon('turn')} ${say('kicker')}</p>
      <div class="col"><h2 id=${this.uid('title')}>${title}</h2>${intro ? html`<div class="prompt">${markup(intro)}</div>` : nothing}</div>
      ${card ? this.#card(card, placeOf(pass)) : this.#summary(this.#given)}
    </section>`;
  }

  get #given(): CardsResponse {
    return (this.context.response(this.block) as CardsResponse | undefined) ?? new Map();
  }

  get #pass(): Pass {
    return this.again ?? { cards: this.block.cards, ratings: this.#given };
  }

  #card({ front, back }: Card, place: string) {
    const [ask, question, side] = [this.uid('ask'), this.uid('front'), this.uid('back')];
    return html`<div class="stack" role="group" aria-label=${place}>
      <p class="hint">${say('hint')}</p>
      <div class="flash">
        <p class="hint">${place}</p>
        <div class="flash__front" id=${question}>${markup(front)}</div>
        ${this.turned ? html`<div class="flash__back" id=${side}><p class="hint">${say('back')}</p>${markup(back)}</div>` : nothing}
      </div>
      <div class="row"><button class="btn ${this.turned ? 'btn--s' : 'btn--p'} btn-full" type="button" aria-expanded=${this.turned} aria-controls=${this.turned ? side : nothing} aria-describedby=${question} @click=${this.#turn}>${icon('turn')} ${say('turn')}</button></div>
      ${
        this.turned
          ? html`<div class="col" role="group" aria-labelledby=${ask}>
              <p class="lab" id=${ask}>${say('ask')}</p>
              <div class="row">${[...RATINGS].reverse().map((rating) => html`<button class="btn btn--s btn-full" type="button" @click=${() => this.#rate(rating)}>${say(`rating.${rating}`)}</button>`)}</div>
            </div>`
          : nothing
      }
    </div>`;
  }

  #summary(given: CardsResponse) {
    const all = this.block.cards;
    const missed = missedOf(all, given);
    const count = (rating: Rating) => [...given.values()].filter((one) => one === rating).length;
    return html`<div class="stack">
      ${
        cards.complete(this.block, given)
          ? html`<div class="fb fb--neutral" tabindex="-1">
              <h3>${icon('check')} ${say('done')}</h3>
              <ul class="plain">${[...RATINGS].reverse().map((rating) => html`<li>${say(`count.${rating}`, { count: count(rating), total: all.length })}</li>`)}</ul>
              ${this.block.sources.map((source) => html`<p class="source">${t('answer.source', { source })}</p>`)}
            </div>`
          : nothing
      }
      ${missed.length > 0 ? html`<div class="col"><h3>${say('toReview')}</h3>${this.#list(missed, given)}</div>` : nothing}
      <details><summary>${say('all')}</summary>${this.#list(all, given)}</details>
      <div class="row" ?hidden=${this.context.readOnly}>
        ${missed.length > 0 ? html`<button class="btn btn--p btn-full" type="button" @click=${() => this.#review(missed)}>${say('again')}</button>` : nothing}
        <button class="btn btn--s btn-full" type="button" @click=${() => this.#review(all)}>${say('againAll')}</button>
      </div>
    </div>`;
  }

  #list(list: readonly Card[], given: CardsResponse) {
    return html`<ul class="sides">
      ${list.map(({ number, front, back }) => {
        const rating = given.get(number);
        return html`<li><div class="row between"><strong>${markup(front)}</strong>${rating ? html`<span class="tag">${say(`rating.${rating}`)}</span>` : nothing}</div>${markup(back)}</li>`;
      })}
    </ul>`;
  }

  #turn = () => {
    this.turned = !this.turned;
  };

  #rate(rating: Rating) {
    const pass = this.#pass;
    const card = nextOf(pass);
    if (!card) return;
    const ratings = new Map([...pass.ratings, [card.number, rating]]);
    const later = this.again && { ...this.again, ratings };
    this.again = later && nextOf(later) ? later : undefined;
    if (!later) this.#answer(ratings);
    else if (!this.again) this.#answer(new Map([...this.#given, ...ratings]));
    void this.#next();
  }

  #answer(ratings: CardsResponse) {
    this.dispatchEvent(new AnswerEvent(this.block.number, ratings));
  }

  #review(list: readonly Card[]) {
    this.again = { cards: list, ratings: new Map() };
    void this.#next();
  }

  /** The next card, or what they come to: said, and given the focus. */
  async #next(): Promise<void> {
    this.turned = false;
    this.requestUpdate();
    await this.updateComplete;
    const pass = this.#pass;
    this.dispatchEvent(new SayEvent(nextOf(pass) ? placeOf(pass) : say('done')));
    this.querySelector<HTMLElement>('button[aria-expanded], .fb')?.focus();
  }
}

const nextOf = ({ cards, ratings }: Pass) => cards.find(({ number }) => !ratings.has(number));

/** « Carte 2 sur 6 »: by cards rated, since those of an earlier visit are not shown again. */
const placeOf = ({ cards, ratings }: Pass) =>
  say('place', { rank: cards.filter(({ number }) => ratings.has(number)).length + 1, total: cards.length });

const missedOf = (cards: readonly Card[], given: CardsResponse) =>
  cards.filter(({ number }) => (given.get(number) ?? 3) < 3);

export { cards as activity } from './activity.ts';
