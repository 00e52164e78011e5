import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CourseOutline, ModuleOutline } from '../model/course.ts';
import type { CourseProgress } from '../runtime/progress.ts';
import { icon } from '../ui/icon.ts';
import { duration, t } from '../ui/messages.ts';

/** The course at a glance: its modules and where each stands. */
@customElement('course-home')
export class CourseHome extends LitElement {
  @property({ attribute: false }) course?: CourseOutline;
  @property({ attribute: false }) progress?: CourseProgress;

  override createRenderRoot() {
    return this;
  }
  override shouldUpdate() {
    return this.course !== undefined && this.progress !== undefined;
  }
  override willUpdate() {
    if (!this.hasUpdated) this.replaceChildren();
  }

  override render() {
    const course = this.course!;
    return html`<div class="stack">
      <div class="col"><h1 tabindex="-1">${course.title}</h1><p class="muted">${course.summary}</p></div>
      <section class="stack" aria-labelledby="modules"><h2 id="modules">${t('home.modules')}</h2><ol class="mods">${course.modules.map((module, rank) => this.#card(module, rank + 1))}</ol></section>
    </div>`;
  }

  #card(module: ModuleOutline, rank: number) {
    const progress = this.progress!.modules.get(module.number);
    const started = (progress?.seen.length ?? 0) > 0;
    const tag = progress?.complete
      ? html`<span class="tag tag--ok">${icon('check')} ${t('module.done')}</span>`
      : html`<span class="tag ${started ? 'tag--go' : ''}">${t(started ? 'module.going' : 'module.todo')}</span>`;
    return html`<li class="card mod">
      <p class="row between"><span class="rank">${t('module.one', { rank })}</span>${tag}</p>
      <h3><a href="#/${module.id}">${module.title}</a></h3>
      <p class="s muted">${duration(module.minutes)}${progress?.best === undefined ? nothing : html` · ${t('module.quiz', { best: progress.best })}`}</p>
    </li>`;
  }
}
