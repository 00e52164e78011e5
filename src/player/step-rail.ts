import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type CourseOutline, type ModuleOutline, type PageOutline, pageAddress } from '../model/course.ts';
import { isDone, type ModuleProgress } from '../runtime/progress.ts';
import type { ModuleRecord } from '../runtime/record.ts';
import { icon } from '../ui/icon.ts';
import { duration, t } from '../ui/messages.ts';
import { type Step, stepsOf } from './steps.ts';

/** Where the learner is in a module: its seven steps, with the lessons of the current one. */
@customElement('step-rail')
export class StepRail extends LitElement {
  @property({ attribute: false }) course?: CourseOutline;
  @property({ attribute: false }) module?: ModuleOutline;
  @property({ attribute: false }) page?: PageOutline;
  @property({ attribute: false }) record?: ModuleRecord;
  @property({ attribute: false }) progress?: ModuleProgress;

  override createRenderRoot() {
    return this;
  }
  override shouldUpdate() {
    return this.module !== undefined && this.page !== undefined && this.record !== undefined;
  }
  override willUpdate() {
    if (!this.hasUpdated) this.replaceChildren();
  }

  override render() {
    const { module, course } = this;
    if (!module) return nothing;
    const steps = stepsOf(module);
    const current = steps.findIndex(({ pages }) => pages.some(({ number }) => number === this.page?.number));
    const done = steps.filter(({ pages }) => this.#done(pages)).length;
    const left = module.pages.filter((page) => !this.#done([page])).reduce((sum, { minutes }) => sum + minutes, 0);
    const total = course?.modules.length ?? 1;
    const rank = (course?.modules.indexOf(module) ?? 0) + 1;
    return html`<div>
        <p class="rank">${total > 1 ? t('module.rank', { rank, total }) : t('module.one', { rank })}</p>
        <p class="rail__title">${module.title}</p>
        <p class="rail__where"><span id="rail-step">${t('step.rank', { rank: current + 1, total: steps.length })}</span>${left > 0 ? html`<span>${t('step.left', { time: duration(left) })}</span>` : nothing}</p>
        <progress value=${done} max=${steps.length} aria-labelledby="rail-step"></progress>
      </div>
      <ol class="steps">${this.#steps(steps)}</ol>
      <details class="only-m" @click=${this.#fold}><summary>${icon('list')} ${t('step.all', { total: steps.length })}</summary><ol class="steps">${this.#steps(steps)}</ol></details>`;
  }

  #steps(steps: readonly Step[]) {
    return steps.map(({ title, pages }, rank) => {
      const here = pages.some(({ number }) => number === this.page?.number);
      const done = this.#done(pages);
      const started = !done && pages.some(({ number }) => this.record?.seen.includes(number));
      const first = pages.find(({ number }) => !this.record?.seen.includes(number)) ?? pages[0]!;
      return html`<li>
        <a class=${done ? 'done' : ''} href=${pageAddress(this.module!, here ? this.page! : first)} aria-current=${here ? 'step' : nothing}>
          <span class="n">${done ? icon('check') : rank + 1}</span>
          <span>${title}<span class="vh">${done ? t('step.done') : started ? t('step.started') : ''}</span></span>
        </a>
        ${
          here && pages.length > 1
            ? html`<ol>${pages.map((page) => html`<li><a class=${this.#done([page]) ? 'done' : ''} href=${pageAddress(this.module!, page)} aria-current=${page.number === this.page?.number ? 'page' : nothing}><span>${page.title}<span class="vh">${this.#done([page]) ? t('step.done') : ''}</span></span></a></li>`)}</ol>`
            : nothing
        }
      </li>`;
    });
  }

  /** Opened, and all that these pages ask is done. */
  #done(pages: readonly PageOutline[]): boolean {
    const numbers = pages.map(({ number }) => number);
    return (
      numbers.every((number) => this.record!.seen.includes(number)) &&
      this.module!.tasks.filter(({ page }) => numbers.includes(page)).every((task) => isDone(task, this.record!))
    );
  }

  #fold(event: Event) {
    if ((event.target as Element).closest('a')) (event.currentTarget as HTMLDetailsElement).open = false;
  }
}
