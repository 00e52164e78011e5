import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type ModuleOutline, pageAddress } from '../../model/course.ts';
import { COMMITMENT_DAY_PART, COMMITMENT_PART, isSealed } from '../../model/entry.ts';
import { BlockElement, markup } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { longDate } from '../../ui/messages.ts';
import type { Commitments } from './activity.ts';
import { say } from './messages.ts';

interface Commitment {
  outline: ModuleOutline;
  /** Of the entry it was written in. */
  block: number;
  text: string;
  day: string;
}

/** What was promised in earlier modules, latest first, each with the way back to its entry. */
@customElement('earlier-commitments')
export class EarlierCommitments extends BlockElement<Commitments> {
  override render() {
    const { outline } = this.context.course;
    const found = this.#found();
    return html`<section class="card bloc" aria-labelledby=${this.uid('title')}>
      <h2 class="kicker kicker--j" id=${this.uid('title')}>${icon('flag')} ${say('title')}</h2>
      ${this.block.prompt ? html`<div class="prompt">${markup(this.block.prompt)}</div>` : nothing}
      ${found.length > 0 ? html`<ul class="plain stack">${found.map((one) => this.#commitment(one))}</ul>` : html`<p class="hint">${say(outline.modules.length === 1 ? 'alone' : 'none')}</p>`}
    </section>`;
  }

  #found(): Commitment[] {
    const { outline, module, record } = this.context.course;
    const here = outline.modules.findIndex(({ number }) => number === module);
    return outline.modules
      .slice(0, Math.max(0, here))
      .flatMap((earlier) =>
        Object.entries(record.modules[earlier.number]?.texts ?? {}).flatMap(([block, { parts }]) => {
          const text = parts[COMMITMENT_PART] ?? '';
          const day = parts[COMMITMENT_DAY_PART] ?? '';
          return text.trim() === '' ? [] : [{ outline: earlier, block: Number(block), text, day }];
        }),
      )
      .reverse();
  }

  #commitment({ outline, block, text, day }: Commitment) {
    const modules = this.context.course.outline.modules;
    const hidden = isSealed(text);
    return html`<li class="col">
      <p class="verbatim">${hidden ? say('sealed') : html`<strong>${text}</strong>`}</p>
      ${day && !isSealed(day) ? html`<p>${say('by', { date: longDate(day) })}</p>` : nothing}
      <p class="hint">${say('from', { rank: modules.indexOf(outline) + 1, title: outline.title })} ${this.#link(outline, block)}</p>
    </li>`;
  }

  /** Tasks tell on which page an entry stands without loading its module; others open the module at its block. */
  #link(outline: ModuleOutline, block: number) {
    const task = outline.tasks.find((one) => one.block === block);
    const page = outline.pages.find(({ number }) => number === task?.page);
    return page ? html`<a href="${pageAddress(outline, page)}/${block}">${say('open')}</a>` : nothing;
  }
}
