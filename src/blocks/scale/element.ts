import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { BlockElement, markup } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { t } from '../../ui/messages.ts';
import { Missing, QuestionFlow, type QuestionView } from '../../ui/question.ts';
import type { Scale, ScaleItem, ScaleResponse } from './activity.ts';
import { say } from './messages.ts';

/** What the learner thinks: a level for each statement, or options. Nothing is right, nothing is red or green. */
@customElement('scale-survey')
export class ScaleSurvey extends BlockElement<Scale> implements QuestionView<ScaleResponse> {
  readonly #flow: QuestionFlow<ScaleResponse> = new QuestionFlow(this);

  override render() {
    return this.#flow.render();
  }

  hint() {
    return say(this.block.multiple ? 'hintSeveral' : 'hint');
  }

  ask(before?: ScaleResponse) {
    const { form, items } = this.block;
    if (form === 'poll')
      return html`<div class="tiles">${items.map((item) => this.#option(item, before?.has(item.number) ?? false, false))}</div>`;
    return html`<div class="stack">${items.map((item) => this.#statement(item, before?.get(item.number)))}</div>`;
  }

  /** The stem already names the levels when it is the statement. */
  #statement({ number, html: words }: ScaleItem, given: number | undefined) {
    const invalid = this.#flow.isMissing(`#${this.#control(number)}`) ? 'true' : nothing;
    const levels = html`<div class="seg seg--p">
      ${this.block.levels.map((text, rank) => {
        const id = this.#control(number, rank + 1);
        return html`<label for=${id}><input type="radio" id=${id} name=${number} value=${rank + 1} ?checked=${given === rank + 1} aria-invalid=${invalid} />${text}</label>`;
      })}
    </div>`;
    return words ? html`<fieldset><legend class="lab">${markup(words)}</legend>${levels}</fieldset>` : levels;
  }

  #option({ number, html: words }: ScaleItem, chosen: boolean, done: boolean) {
    const id = this.uid(number);
    const invalid = this.#flow.isMissing(TILE) ? 'true' : nothing;
    return html`<label class="tile ${done ? 'tile--done' : ''} ${done && !chosen ? 'tile--off' : ''}" for=${id}>
      <input type=${this.block.multiple ? 'checkbox' : 'radio'} id=${id} name="choice" value=${number} ?checked=${chosen} ?disabled=${done} aria-invalid=${invalid} />
      <span>${markup(words)}${done && chosen ? this.#mine() : nothing}</span></label>`;
  }

  #control = (number: number, level = 1) => this.uid(`${number}-${level}`);

  read(form: FormData) {
    const { form: kind, items, multiple } = this.block;
    if (kind === 'poll') {
      const chosen = form.getAll('choice').map(Number);
      if (chosen.length === 0) return new Missing(say(multiple ? 'missingSeveral' : 'missing'), TILE);
      return new Map(chosen.map((number) => [number, 1]));
    }
    const left = items.filter(({ number }) => !form.has(`${number}`));
    if (left.length > 0)
      return new Missing(
        say(items.length === 1 ? 'missing' : left.length > 1 ? 'missingLines' : 'missingLine', { count: left.length }),
        `#${this.#control(left[0]!.number)}`,
      );
    return new Map(items.map(({ number }) => [number, Number(form.get(`${number}`))]));
  }

  show(given: ScaleResponse) {
    const { form, items, levels } = this.block;
    if (form === 'poll')
      return html`<div class="tiles">${items.map((item) => this.#option(item, given.has(item.number), true))}</div>`;
    return html`<ul class="tiles">
      ${items.map(
        ({ number, html: words }) => html`<li class="tile tile--static tile--done tile--off">
          ${words ? html`<span>${markup(words)}</span>` : nothing}
          ${given.has(number) ? html`<span><strong>${levels[given.get(number)! - 1]}</strong>${this.#mine()}</span>` : nothing}
        </li>`,
      )}
    </ul>`;
  }

  #mine = () => html`<span class="verdict">${icon('check')} ${t('answer.yours')}</span>`;
}

const TILE = '.tiles input';

export { scale as activity } from './activity.ts';
