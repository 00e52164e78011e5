import { render as fill, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { wellFormed } from '../../model/well-formed.ts';
import { adopt } from '../../ui/adopt.ts';
import { BlockElement, markup } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { t } from '../../ui/messages.ts';
import { Missing, QuestionFlow, type QuestionView, why } from '../../ui/question.ts';
import { type Cloze, type ClozeGap, type ClozeResponse, cloze, judge } from './activity.ts';
import { say } from './messages.ts';
import css from './styles.css?inline';

adopt(css);

/** Signs of the narrowest and of the widest field. */
const NARROWEST = 6;
const WIDEST = 40;

/** A text to complete, by writing or by choosing from lists. */
@customElement('cloze-question')
export class ClozeQuestion extends BlockElement<Cloze> implements QuestionView<ClozeResponse> {
  readonly #flow: QuestionFlow<ClozeResponse> = new QuestionFlow(this);
  /** What stands in a gap: a control while it is asked, an answer afterwards. */
  #inGap: (gap: ClozeGap) => unknown = () => nothing;

  override render() {
    return this.#flow.render();
  }

  /** The author's text is drawn whole, for a gap may stand in a list or in bold; then each gap is filled where it is. */
  override updated() {
    for (const gap of this.block.gaps) {
      const place = this.querySelector<HTMLElement>(`[data-gap="${gap.number}"]`);
      if (place) fill(this.#inGap(gap), place);
    }
  }

  #text(inGap: (gap: ClozeGap) => unknown) {
    this.#inGap = inGap;
    return html`<div class="cloze">${markup(this.block.html)}</div>`;
  }

  hint() {
    return say(this.block.gaps.length > 1 ? 'hint' : 'hintOne');
  }

  ask(before?: ClozeResponse) {
    return this.#text((gap) => this.#control(gap, before?.get(gap.number)));
  }

  #name(gap: ClozeGap) {
    const { gaps } = this.block;
    return say('gap', { rank: gaps.indexOf(gap) + 1, total: gaps.length, near: gap.near });
  }

  #control(gap: ClozeGap, given: string | number | undefined) {
    const { number, options, accepted } = gap;
    const id = this.uid(number);
    const name = this.#name(gap);
    const invalid = this.#flow.isMissing(`#${id}`) ? 'true' : nothing;
    if (options.length > 0)
      return html`<select id=${id} name=${number} aria-label=${name} aria-invalid=${invalid}>
        <option value="">${say('choose')}</option>
        ${options.map((option) => html`<option value=${option.number} ?selected=${option.number === given}>${option.text}</option>`)}
      </select>`;
    const size = Math.min(WIDEST, Math.max(NARROWEST, ...accepted.map(({ length }) => length + 1)));
    return html`<input type="text" id=${id} name=${number} size=${size} maxlength="100" autocomplete="off" autocapitalize="none"
      spellcheck="true" lang="fr" value=${given ?? nothing} aria-label=${name} aria-invalid=${invalid} />`;
  }

  read(form: FormData) {
    const { gaps } = this.block;
    const given = gaps.map(({ number }) => wellFormed(`${form.get(`${number}`) ?? ''}`));
    const empty = gaps.filter((_, rank) => !given[rank]!.trim());
    if (empty.length > 0)
      return new Missing(
        t(empty.length > 1 ? 'answer.fill' : 'answer.fillOne', { count: empty.length }),
        `#${this.uid(empty[0]!.number)}`,
      );
    return new Map(
      gaps.map(({ number, options }, rank) => [number, options.length > 0 ? Number(given[rank]) : given[rank]!]),
    );
  }

  show(given: ClozeResponse) {
    return this.#text((gap) => this.#answer(gap, given));
  }

  /** What was given, its mark, and the spelling or the answer expected when it is another. */
  #answer(gap: ClozeGap, given: ClozeResponse) {
    const { text, right, close } = judge(this.block, gap, given);
    const expected = right ? close && say('close', { text: close }) : say('expected', { text: gap.accepted[0]! });
    return html`<span class="cloze__done ${right ? 'cloze__done--ok' : 'cloze__done--ko'}"
        >${icon(right ? 'check' : 'cross')} <strong>${text || say('empty')}</strong><span class="vh"> (${say(right ? 'right' : 'wrong')})</span></span
      >${expected ? html` <span class="cloze__expected">${expected}</span>` : nothing}`;
  }

  grade = (given: ClozeResponse) => cloze.grade(this.block, given);

  #explained = (given: ClozeResponse, those: boolean) =>
    this.block.gaps.filter((gap) => gap.feedback && judge(this.block, gap, given).right === those);

  partly(given: ClozeResponse) {
    const { gaps } = this.block;
    return { right: gaps.filter((gap) => judge(this.block, gap, given).right).length, total: gaps.length };
  }

  explain(given: ClozeResponse) {
    const wrong = this.#explained(given, false);
    return wrong.length > 0 ? this.#why(wrong, false) : nothing;
  }

  others(given: ClozeResponse) {
    const right = this.#explained(given, true);
    return right.length > 0
      ? html`<details><summary>${t('answer.rights')}</summary>${this.#why(right, true)}</details>`
      : nothing;
  }

  #why = (gaps: readonly ClozeGap[], right: boolean) =>
    why(gaps.map((gap) => ({ html: html`${this.#name(gap)}`, feedback: gap.feedback, right })));
}

export { cloze as activity } from './activity.ts';
