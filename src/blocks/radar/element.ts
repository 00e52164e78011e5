import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Block, ModuleContent } from '../../model/course.ts';
import {
  type CompetencyPositions,
  LEVELS,
  type Positioning,
  type PositioningResponse,
  positionsOf,
} from '../../model/positioning.ts';
import { moduleOf } from '../../runtime/record.ts';
import { adopt } from '../../ui/adopt.ts';
import { BlockElement, markup } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { longDate } from '../../ui/messages.ts';
import { LEAST_AXES, LONGEST_AXIS, MOST_AXES, radarChart, radarKey } from '../../ui/radar.ts';
import type { RadarBlock } from './activity.ts';
import { say } from './messages.ts';
import css from './styles.css?inline';

adopt(css);

const isPositioning = (block: Block): block is Positioning => block.type === 'positioning';

/** How the learner placed themselves on the course's competencies, the first time and the latest, all modules together. */
@customElement('positioning-radar')
export class PositioningRadar extends BlockElement<RadarBlock> {
  @state() private reading: 'loading' | 'failed' | 'done' = 'loading';
  readonly #contents = new Map<number, ModuleContent>();

  override firstUpdated() {
    void this.#load();
  }

  /** Modules where something was answered, and the one on screen. */
  async #load(): Promise<void> {
    const { outline, record, module, open } = this.context.course;
    this.reading = 'loading';
    try {
      for (const { number } of outline.modules)
        if (number === module || Object.keys(moduleOf(record, number).answers).length > 0)
          this.#contents.set(number, await open(number));
      this.reading = 'done';
    } catch (error) {
      console.error(error);
      this.reading = 'failed';
    }
  }

  get #positions(): CompetencyPositions[] {
    const { outline, record, type } = this.context.course;
    const given = outline.modules.flatMap(({ number, pages }) =>
      pages
        .flatMap((page) => this.#contents.get(number)?.pages[page.number]?.blocks ?? [])
        .filter(isPositioning)
        .flatMap((block) => {
          const code = moduleOf(record, number).answers[block.number]?.code;
          const history = code && (type(block)?.decode(code, block) as PositioningResponse | undefined);
          return history ? [{ items: block.items, history }] : [];
        }),
    );
    const codes = outline.competencies.map(({ id }) => id);
    return positionsOf(given, codes);
  }

  override render() {
    const { title, intro } = this.block;
    return html`<section class="card bloc" aria-labelledby=${this.uid('title')}>
      <p class="kicker">${icon('scale')} ${say('kicker')}</p>
      <div class="col"><h2 id=${this.uid('title')}>${title}</h2>${intro ? html`<div class="prompt">${markup(intro)}</div>` : nothing}</div>
      ${this.#body()}
    </section>`;
  }

  #body() {
    if (this.reading === 'loading') return html`<p class="hint">${say('loading')}</p>`;
    if (this.reading === 'failed')
      return html`<p class="err">${icon('alert')} ${say('failed')}</p>
        <div class="row"><button class="btn btn--s" type="button" @click=${this.#load}>${say('again')}</button></div>`;
    const positions = this.#positions;
    if (positions.length === 0) return html`<p class="hint">${icon('info')} ${say('none')}</p>`;
    if (positions.length < LEAST_AXES) return this.#list(positions);
    if (positions.length > MOST_AXES) return this.#table(positions);
    return html`${this.#chart(positions)}<details><summary>${say('table')}</summary>${this.#table(positions)}</details>`;
  }

  #chart(positions: readonly CompetencyPositions[]) {
    const again = positions.some((one) => one.again);
    const latest = positions.map((one) => one.latest.level);
    return html`<figure class="radar-figure">
      ${radarChart({
        name: say(again ? 'two' : 'one', { count: positions.length }),
        axes: positions.map(({ code }, rank) => (numbered(positions) ? `${rank + 1}` : code)),
        most: LEVELS.length - 1,
        series: again ? [positions.map(({ first }) => first.level), latest] : [latest],
      })}
      ${again ? html`<figcaption class="row s"><span class="row">${radarKey(false)} ${say('first')}</span><span class="row">${radarKey(true)} ${say('latest')}</span></figcaption>` : nothing}
    </figure>`;
  }

  #titleOf = (code: string) => this.context.course.outline.competencies.find(({ id }) => id === code)?.title ?? '';

  #table(positions: readonly CompetencyPositions[]) {
    const again = positions.some((one) => one.again);
    return html`<div class="table" tabindex="0" role="group" aria-label=${say('caption')}><table>
      <caption class="s muted">${say('caption')}</caption>
      <thead><tr><th scope="col">${say('competency')}</th>${again ? html`<th scope="col">${say('first')}</th><th scope="col">${say('latest')}</th>` : html`<th scope="col">${say('level')}</th>`}</tr></thead>
      <tbody>${positions.map(
        ({ code, first, latest }, rank) => html`<tr>
          <th scope="row">${numbered(positions) ? `${rank + 1}. ` : ''}<span class="fact">${code}</span> ${this.#titleOf(code)}</th>
          ${again ? html`<td>${levelWords(first)}</td>` : nothing}<td>${levelWords(latest)}</td>
        </tr>`,
      )}</tbody>
    </table></div>`;
  }

  #list(positions: readonly CompetencyPositions[]) {
    return html`<ul>
      ${positions.map(
        ({ code, first, latest, again }) =>
          html`<li><span class="fact">${code}</span> ${this.#titleOf(code)}<br />${levelWords(latest)}${again ? ` (${changeOf(first.level, latest.level)})` : ''}</li>`,
      )}
    </ul>`;
  }
}

/** Codes too long to stand round the radar: it bears numbers, that the table explains. */
const numbered = (positions: readonly CompetencyPositions[]) =>
  positions.some(({ code }) => code.length > LONGEST_AXIS);

const levelWords = ({ level, day }: { level: number; day: string }) =>
  say('value', { level, name: LEVELS[level]!, day: longDate(day) });

const changeOf = (before: number, level: number) =>
  say(level === before ? 'same' : level > before ? 'up' : 'down', { before, level });
