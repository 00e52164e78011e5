import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { BlockElement, markup, SayEvent } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { longDate, t } from '../../ui/messages.ts';
import type { Summary } from './activity.ts';

/** The end of a module: what remains, each with its link; or that it is done, with its date and result. */
@customElement('module-summary')
export class ModuleSummary extends BlockElement<Summary> {
  @state() private closed = false;

  override render() {
    const { progress, module, threshold } = this.context;
    return html`<section class="card bloc" aria-labelledby=${this.uid('title')}>
      <p class="kicker">${icon('flag')} ${t('summary.title')}</p>
      ${progress.complete ? this.#done(module.finishedOn) : this.#left()}
      <p>${progress.best === undefined ? t('summary.noQuiz') : t('summary.best', { best: progress.best, threshold })}</p>
      ${this.block.closing ? html`<div>${markup(this.block.closing)}</div>` : nothing}
      ${progress.complete ? html`<div class="row"><button class="btn btn--p btn-full" type="button" @click=${this.#close}>${t('summary.finish')}</button></div>` : nothing}
      ${this.closed ? html`<p>${t('summary.finished')}</p>` : nothing}
    </section>`;
  }

  #done(on: string | undefined) {
    return html`<h2 id=${this.uid('title')}>${t('summary.done')}</h2>
      ${on ? html`<p class="muted">${t('summary.on', { date: longDate(on) })}</p>` : nothing}
      <div><p>${t('summary.worked')}</p><ul>${this.context.competencies.map(({ code, title }) => html`<li><span class="fact">${code}</span> ${title}</li>`)}</ul></div>`;
  }

  #left() {
    const { progress, page } = this.context;
    return html`<h2 id=${this.uid('title')}>${t('summary.left')}</h2>
      <ul class="todo">
        ${progress.unseen.map((number) => {
          const target = page(number);
          return target
            ? html`<li><a href=${target.href}>${t('summary.page', { title: target.title })}</a></li>`
            : nothing;
        })}
        ${progress.remaining.map((task) => {
          const target = page(task.page);
          return html`<li>${target ? html`<a href="${target.href}/${task.block}">${task.label}</a>` : task.label}</li>`;
        })}
      </ul>`;
  }

  #close() {
    this.closed = true;
    this.dispatchEvent(new SayEvent(t('summary.finished')));
    this.dispatchEvent(new Event('module-close', { bubbles: true }));
  }
}
