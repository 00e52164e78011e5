import { html, nothing, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { adopt } from '../../ui/adopt.ts';
import { BlockElement, markup } from '../../ui/block-element.ts';
import { t } from '../../ui/messages.ts';
import { Missing, QuestionFlow, type QuestionView, verdict, why } from '../../ui/question.ts';
import { type Hotspot, type HotspotOption, type HotspotResponse, hotspot, type Zone } from './activity.ts';
import { say } from './messages.ts';
import css from './styles.css?inline';

adopt(css);

/** Zones of an image. The tiles below it are the controls; touching a zone is a shortcut to its tile. */
@customElement('hotspot-question')
export class HotspotQuestion extends BlockElement<Hotspot> implements QuestionView<HotspotResponse> {
  readonly #flow: QuestionFlow<HotspotResponse> = new QuestionFlow(this);
  /** What is chosen in the form; undefined until the learner touches it. */
  #chosen: HotspotResponse | undefined;

  override render() {
    return this.#flow.render();
  }

  hint() {
    return say(this.block.multiple ? 'several' : 'one');
  }

  ask(before: HotspotResponse = []) {
    const { multiple, options } = this.block;
    const missing = this.#flow.isMissing(TILE);
    const chosen = this.#chosen ?? before;
    return html`
      ${this.#image((option, rank) => drawZone(option.zone, rank, chosen.includes(option.number) ? 'on' : 'free', () => this.#pick(option)))}
      <div class="tiles" @change=${this.#changed}>
        ${options.map(
          ({ number, html: words }, rank) => html`<label class="tile" for=${this.uid(number)}>
            <input type=${multiple ? 'checkbox' : 'radio'} id=${this.uid(number)} name="zone" value=${number} ?checked=${before.includes(number)} aria-invalid=${missing ? 'true' : nothing} />
            <span>${rank + 1}. ${markup(words)}</span></label>`,
        )}
      </div>`;
  }

  #image(draw: (option: HotspotOption, rank: number) => unknown) {
    const { image, options } = this.block;
    return html`<div class="zones">${markup(image)}<svg aria-hidden="true">${options.map((option, rank) => draw(option, rank + 1))}</svg></div>`;
  }

  #pick({ number }: HotspotOption) {
    this.querySelector<HTMLInputElement>(`#${this.uid(number)}`)?.click();
  }

  #changed = () => {
    this.#chosen = [...this.querySelectorAll<HTMLInputElement>(`${TILE}:checked`)].map(({ value }) => Number(value));
    this.requestUpdate();
  };

  read(form: FormData) {
    const chosen = form.getAll('zone').map(Number);
    return chosen.length > 0
      ? chosen
      : new Missing(t(this.block.multiple ? 'answer.missingSeveral' : 'answer.missing'), TILE);
  }

  show(given: HotspotResponse) {
    this.#chosen = undefined; // the next form starts from the record
    const { multiple, options } = this.block;
    return html`
      ${this.#image(({ zone, right, number }, rank) => drawZone(zone, rank, right ? 'ok' : given.includes(number) ? 'ko' : 'off'))}
      <div class="tiles">
        ${options.map((option, rank) => {
          const chosen = given.includes(option.number);
          const look = option.right ? 'tile--ok' : chosen ? 'tile--ko' : 'tile--off';
          return html`<label class="tile tile--done ${look}" for=${this.uid(option.number)}>
            <input type=${multiple ? 'checkbox' : 'radio'} id=${this.uid(option.number)} ?checked=${chosen} disabled />
            <span>${rank + 1}. ${markup(option.html)}${this.#mark(option, chosen)}</span></label>`;
        })}
      </div>`;
  }

  #mark({ right }: HotspotOption, chosen: boolean) {
    if (!right && !chosen) return nothing;
    const words = chosen ? t('answer.yours') : t(this.block.multiple ? 'answer.missed' : 'answer.expected');
    return verdict(right, right && chosen ? `${words} · ${t('answer.expected').toLowerCase()}` : words);
  }

  grade = (given: HotspotResponse) => hotspot.grade(this.block, given);

  partly(given: HotspotResponse) {
    const rights = this.block.options.filter(({ right }) => right);
    return {
      right: this.block.multiple ? rights.filter(({ number }) => given.includes(number)).length : 0,
      total: rights.length,
    };
  }

  /** Of several, what was chosen and what was missed; of one, the chosen one alone. */
  #concerned(given: HotspotResponse) {
    const { multiple, options } = this.block;
    return options.filter(({ number, right }) => given.includes(number) || (multiple && right));
  }

  explain(given: HotspotResponse) {
    const concerned = this.#concerned(given);
    return this.block.multiple ? why(concerned) : concerned.map(({ feedback }) => html`<div>${markup(feedback)}</div>`);
  }

  others(given: HotspotResponse) {
    const concerned = this.#concerned(given);
    const others = this.block.options.filter((option) => !concerned.includes(option));
    return others.length > 0
      ? html`<details><summary>${t('answer.others')}</summary>${why(others)}</details>`
      : nothing;
  }
}

const TILE = '.tiles input';

/** `free` and `on`: while it can be chosen; `ok`, `ko` and `off`: once answered. */
type Look = 'free' | 'on' | 'ok' | 'ko' | 'off';

const CHECK = 'M1 6l4 4L13 1';
const CROSS = 'M1 1l10 10M11 1L1 11';
const MARKS: Partial<Record<Look, string>> = { on: CHECK, ok: CHECK, ko: CROSS };

/**
 * One zone over the image, with its number and, beside the colour, a sign of its state. Places are percentages in
 * attributes (a style would be refused by the packages' CSP); the badge keeps its size in pixels on any screen.
 */
function drawZone({ x, y, width, height }: Zone, rank: number, look: Look, pick?: () => void) {
  const mark = MARKS[look];
  const line = (name: string) =>
    svg`<rect class=${name} x="${x}%" y="${y}%" width="${width}%" height="${height}%" rx="4"></rect>`;
  return svg`<g class="zone zone--${look}" @click=${pick ?? nothing}>
    ${line('zone__halo')}${line('zone__line')}
    <svg x="${x}%" y="${y}%" overflow="visible">
      <rect class="zone__badge" x="4" y="4" width=${mark ? 46 : 26} height="26" rx="13"></rect>
      <text class="zone__rank" x="17" y="17.5" text-anchor="middle" dominant-baseline="central">${rank}</text>
      ${mark ? svg`<path class="zone__mark" transform="translate(30 11)" d=${mark}></path>` : nothing}
    </svg>
  </g>`;
}

export { hotspot as activity } from './activity.ts';
