import { html, nothing, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { OptionResponse } from '../../model/options.ts';
import { adopt } from '../../ui/adopt.ts';
import { BlockElement, markup } from '../../ui/block-element.ts';
import {
  answeredOption,
  explainOptions,
  OPTION_CONTROL,
  otherOptions,
  partlyRight,
  readOptions,
} from '../../ui/options.ts';
import { QuestionFlow, type QuestionView } from '../../ui/question.ts';
import { type Hotspot, type HotspotOption, hotspot, type Zone } from './activity.ts';
import { say } from './messages.ts';
import css from './styles.css?inline';

adopt(css);

/** Zones of an image. The tiles below it are the controls; touching a zone is a shortcut to its tile. */
@customElement('hotspot-question')
export class HotspotQuestion extends BlockElement<Hotspot> implements QuestionView<OptionResponse> {
  readonly #flow: QuestionFlow<OptionResponse> = new QuestionFlow(this);
  /** What is chosen in the form; undefined until the learner touches it. */
  #chosen: OptionResponse | undefined;

  override render() {
    return this.#flow.render();
  }

  hint() {
    return say(this.block.multiple ? 'several' : 'one');
  }

  ask(before: OptionResponse = []) {
    const { multiple, options } = this.block;
    const missing = this.#flow.isMissing(OPTION_CONTROL);
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
    this.#chosen = [...this.querySelectorAll<HTMLInputElement>(`${OPTION_CONTROL}:checked`)].map(({ value }) =>
      Number(value),
    );
    this.requestUpdate();
  };

  read = (form: FormData) => readOptions(form, 'zone', this.block.multiple);

  show(given: OptionResponse) {
    this.#chosen = undefined; // the next form starts from the record
    const { multiple, options } = this.block;
    return html`
      ${this.#image(({ zone, right, number }, rank) => drawZone(zone, rank, right ? 'ok' : given.includes(number) ? 'ko' : 'off'))}
      <div class="tiles">
        ${options.map((option, rank) =>
          answeredOption(option, {
            chosen: given.includes(option.number),
            multiple,
            id: this.uid(option.number),
            label: html`${rank + 1}. ${markup(option.html)}`,
          }),
        )}
      </div>`;
  }

  grade = (given: OptionResponse) => hotspot.grade(this.block, given);
  partly = (given: OptionResponse) => partlyRight(this.block, given);
  explain = (given: OptionResponse) => explainOptions(this.block, given);
  others = (given: OptionResponse) => otherOptions(this.block, given);
}

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
