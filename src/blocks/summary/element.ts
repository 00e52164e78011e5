import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Task } from '../../model/course.ts';
import { plannedRecalls } from '../../runtime/recall.ts';
import { BlockElement, markup, SayEvent } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { longDate } from '../../ui/messages.ts';
import type { Summary } from './activity.ts';
import { say } from './messages.ts';

/** The end of a module: what remains, each with its link; or that it is done, with its date and result. */
@customElement('module-summary')
export class ModuleSummary extends BlockElement<Summary> {
  @state() private closed = false;

  override render() {
    const { progress, module, threshold } = this.context;
    return html`<section class="card bloc" aria-labelledby=${this.uid('title')}>
      <p class="kicker">${icon('flag')} ${say('summary.title')}</p>
      ${progress.complete ? this.#done(module.finishedOn) : this.#left()}
      <p>${progress.best === undefined ? say('summary.noQuiz') : say('summary.best', { best: progress.best, threshold })}</p>
      ${this.block.closing ? html`<div>${markup(this.block.closing)}</div>` : nothing}
      ${progress.complete ? html`<div class="row"><button class="btn btn--p btn-full" type="button" @click=${this.#close}>${say('summary.finish')}</button></div>` : nothing}
      ${this.closed ? html`<p>${say('summary.finished')}</p>` : nothing}
    </section>`;
  }

  #done(on: string | undefined) {
    return html`<h2 id=${this.uid('title')}>${say('summary.done')}</h2>
      ${on ? html`<p class="muted">${say('summary.on', { date: longDate(on) })}</p>` : nothing}
      <div><p>${say('summary.worked')}</p><ul>${this.context.competencies.map(({ code, title }) => html`<li><span class="fact">${code}</span> ${title}</li>`)}</ul></div>
      ${this.#recalls()}`;
  }

  /** When what was learnt here will be asked again. */
  #recalls() {
    const { outline, module, record } = this.context.course;
    const planned = plannedRecalls(outline, module, record);
    const next = planned.filter(({ when }, at) => planned.findIndex((one) => one.when === when) === at);
    if (next.length === 0) return nothing;
    return html`<div><p>${say('summary.recalls')}</p><ul>${next.map(({ when, href, rank, from }) => html`<li><a href=${href}>${say(`summary.recall.${when}`, { rank, date: from ? longDate(from) : '' })}</a></li>`)}</ul></div>`;
  }

  /** By page, in the module's order: one line each, with what it still asks. */
  #left() {
    const { progress, pages } = this.context;
    const waiting = pages.flatMap(({ number, title, href }) => {
      const tasks = progress.remaining.filter(({ page }) => page === number);
      if (tasks.length === 0)
        return progress.unseen.includes(number) ? [{ title, href, what: say('summary.unseen') }] : [];
      const first = tasks[0]!.block;
      return [{ title, href: progress.unseen.includes(number) ? href : `${href}/${first}`, what: whatIsLeft(tasks) }];
    });
    return html`<h2 id=${this.uid('title')}>${say('summary.left')}</h2>
      <ul class="todo">
        ${waiting.map(({ title, href, what }) => html`<li><a href=${href}>${title}</a> <span class="muted s">${what}</span></li>`)}
      </ul>`;
  }

  #close() {
    this.closed = true;
    this.dispatchEvent(new SayEvent(say('summary.finished')));
    this.dispatchEvent(new Event('module-close', { bubbles: true }));
  }
}

/** « 3 questions, 1 journal ». */
function whatIsLeft(tasks: readonly Task[]): string {
  const counts = { answer: 0, prompt: 0, deposit: 0, rating: 0, quiz: 0 };
  for (const { kind, rating } of tasks) counts[rating ? 'rating' : kind] += 1;
  const words = [
    counts.answer > 0 && say(counts.answer > 1 ? 'summary.questions' : 'summary.question', { count: counts.answer }),
    counts.prompt > 0 && say(counts.prompt > 1 ? 'summary.journals' : 'summary.journal', { count: counts.prompt }),
    counts.deposit > 0 && say(counts.deposit > 1 ? 'summary.deposits' : 'summary.deposit', { count: counts.deposit }),
    counts.rating > 0 && say(counts.rating > 1 ? 'summary.ratings' : 'summary.rating', { count: counts.rating }),
    counts.quiz > 0 && say('summary.quiz'),
  ];
  return words.filter(Boolean).join(', ');
}
