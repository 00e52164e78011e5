import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type Block, type ModuleContent, type ModuleOutline, pageAddress } from '../../model/course.ts';
import type { Question } from '../../model/question.ts';
import { itemKey, monthAfter, recallOrder } from '../../runtime/recall.ts';
import { type AnswerRecord, emptyModule } from '../../runtime/record.ts';
import { adopt } from '../../ui/adopt.ts';
import { AnswerEvent, BlockElement, markup, type PassEvent, SayEvent } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { longDate } from '../../ui/messages.ts';
import { plainTextOf } from '../../ui/plain-text.ts';
import { type Recall, type RecallResponse, recall } from './activity.ts';
import { say } from './messages.ts';
import css from './styles.css?inline';

adopt(css);

/** A question that may come back, with the page it stands in. */
interface Known {
  module: number;
  block: number;
  question: Block;
  outline: ModuleOutline;
  href: string;
}

/**
 * Questions of earlier modules, those that surprised first. Each is drawn by its own element; its answer stays here and
 * never touches what the learner answered in its own module.
 * @fires activity-answer - After each question; the recall is whole with the last one.
 */
@customElement('question-recall')
export class QuestionRecall extends BlockElement<Recall> {
  @state() private questions: readonly Known[] | 'loading' | 'failed' = 'loading';
  /** The one on screen, its element, and how it was answered. */
  @state() private shown: { known: Known; element: BlockElement; answer?: AnswerRecord } | undefined;
  /** « Faire un autre rappel »: what is in the record is the last one. */
  @state() private redoing = false;

  readonly #contents = new Map<number, ModuleContent>();
  #asked: readonly Known[] | undefined;

  override firstUpdated() {
    void this.#find();
  }

  override updated() {
    if (this.shown) this.#give();
  }

  /** Modules whose questions may come back here. */
  get #sources(): readonly ModuleOutline[] {
    const { outline, module } = this.context.course;
    const here = outline.modules.findIndex(({ number }) => number === module);
    return this.block.when === 'jury'
      ? outline.modules
      : outline.modules.slice(0, this.block.when === 'month' ? here + 1 : here);
  }

  async #find(): Promise<void> {
    const { course } = this.context;
    this.questions = 'loading';
    try {
      const opened = this.#sources.filter(({ number }) => course.record.modules[number]);
      for (const { number } of opened) this.#contents.set(number, await course.open(number));
      this.questions = opened.flatMap((outline) => this.#questionsOf(outline));
    } catch (error) {
      console.error(error);
      this.questions = 'failed';
    }
  }

  #questionsOf(outline: ModuleOutline): Known[] {
    return outline.pages.flatMap((page) =>
      (this.#contents.get(outline.number)?.pages[page.number]?.blocks ?? [])
        .filter(({ graded }) => graded)
        .map((question) => ({
          module: outline.number,
          block: question.number,
          question,
          outline,
          href: `${pageAddress(outline, page)}/${question.number}`,
        })),
    );
  }

  get #given(): RecallResponse | undefined {
    return this.redoing ? undefined : (this.context.response(this.block) as RecallResponse | undefined);
  }

  /** What this recall asks: what it asked already, then the most urgent ones. */
  #ask(questions: readonly Known[]): readonly Known[] {
    const done = this.#given?.items.map(itemKey) ?? [];
    const first = done.flatMap((key) => questions.find((one) => itemKey(one) === key) ?? []);
    const rest = recallOrder(questions, this.context.course.record, this.#recalled()).filter(
      (one) => !first.includes(one),
    );
    return [...first, ...rest].slice(0, Math.max(first.length, this.#given?.total ?? this.block.count));
  }

  /** How each question went the last time it came back, in any recall of the course. */
  #recalled(): Map<string, boolean> {
    const { course } = this.context;
    const results = new Map<string, boolean>();
    for (const [module, { pages }] of this.#contents) {
      const recalls = Object.values(pages).flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'recall'));
      for (const block of recalls) {
        const code = course.record.modules[module]?.answers[block.number]?.code;
        for (const item of code ? recall.decode(code).items : []) results.set(itemKey(item), item.correct);
      }
    }
    if (this.redoing) {
      const code = this.answer?.code;
      for (const item of code ? recall.decode(code).items : []) results.set(itemKey(item), item.correct);
    }
    return results;
  }

  override render() {
    return html`<section class="card bloc recall" aria-labelledby=${this.uid('title')}>
      <h2 class="kicker" id=${this.uid('title')}>${icon('turn')} ${say('title')}</h2>
      ${this.block.intro ? html`<div class="prompt">${markup(this.block.intro)}</div>` : nothing}
      ${this.#body()}
    </section>`;
  }

  #body() {
    const { course } = this.context;
    if (this.block.when === 'month') {
      const { finishedOn } = this.context.module;
      if (!finishedOn) return html`<p class="hint">${icon('info')} ${say('unfinished')}</p>`;
      const from = monthAfter(finishedOn);
      if (course.today < from)
        return html`<p class="hint">${icon('info')} ${say('opens', { date: longDate(from) })}</p>`;
    }
    if (this.questions === 'loading') return html`<p class="hint">${say('loading')}</p>`;
    if (this.questions === 'failed')
      return html`<p class="err">${icon('alert')} ${say('failed')}</p>
        <div class="row"><button class="btn btn--s" type="button" @click=${this.#find}>${say('again')}</button></div>`;
    const asked = this.shown ? (this.#asked ?? []) : this.#ask(this.questions);
    if (asked.length === 0) return html`<p class="hint">${icon('info')} ${this.#whyNothing()}</p>`;
    const done = this.#given;
    if (done && recall.complete(this.block, done) && !this.shown) return this.#result(done, this.questions);
    return this.#question(asked, this.questions);
  }

  #whyNothing() {
    const { outline } = this.context.course;
    if (outline.modules.length === 1) return say('alone');
    return this.#sources.length === 0 ? say('first') : say('none', { modules: this.#names(this.#sources) });
  }

  #names(modules: readonly ModuleOutline[]) {
    return modules.length === 1
      ? say('oneModule', { title: modules[0]!.title })
      : say('modules', { count: modules.length });
  }

  /** Of what it speaks before the first question: where it looks, and what it takes first. */
  #sees(asked: readonly Known[], questions: readonly Known[]) {
    const known = recallOrder(questions, this.context.course.record, new Map());
    const modules = [...new Set(known.map(({ outline }) => outline))];
    const values = { modules: this.#names(modules), known: known.length, count: asked.length };
    return html`<p class="hint">${say(asked.length === 1 ? 'seesOne' : 'sees', values)}</p>`;
  }

  #question(asked: readonly Known[], questions: readonly Known[]) {
    const at = this.shown ? asked.indexOf(this.shown.known) : (this.#given?.items.length ?? 0);
    const known = asked[at]!;
    if (!this.shown) queueMicrotask(() => this.#show(asked, known));
    const last = at === asked.length - 1;
    const rank = this.context.course.outline.modules.indexOf(known.outline) + 1;
    return html`${at === 0 ? this.#sees(asked, questions) : nothing}
      <p class="s muted">${say('from', { rank, title: known.outline.title })}</p>
      <div class="recall__item" @activity-answer=${this.#answered} @activity-pass=${this.#passed}>${this.shown?.element ?? nothing}</div>
      ${this.shown?.answer ? html`<div class="row"><button class="btn btn--p btn-full" type="button" @click=${() => this.#next(asked, last)}>${say(last ? 'finish' : 'next')}</button></div>` : nothing}`;
  }

  /** The question's own element, as its page holds it; outside of what the player gives to its blocks. */
  #show(asked: readonly Known[], known: Known): void {
    this.#asked = asked;
    const template = document.createElement('template');
    template.innerHTML = Object.values(this.#contents.get(known.module)?.pages ?? {})
      .map(({ html: page }) => page)
      .join('');
    const found = template.content.querySelector(`[data-block="${known.block}"]`)!;
    const element = document.importNode(found, true) as BlockElement;
    element.removeAttribute('id');
    element.removeAttribute('data-block');
    // a question that waits to be drawn by its quiz is met here all the same
    element.hidden = false;
    this.shown = { known, element };
  }

  #give(): void {
    const { known, element, answer } = this.shown!;
    const type = this.context.course.type(known.question)!;
    const total = this.#asked!.length;
    element.block = known.question;
    element.context = {
      ...this.context,
      scope: `r${this.block.number}-`,
      module: { ...emptyModule, answers: answer ? { [known.block]: answer } : {} },
      response: () => (answer?.code ? type.decode(answer.code, known.question) : undefined),
      rank: { rank: this.#asked!.indexOf(known) + 1, total },
      once: true,
      questions: [],
      conflict: () => undefined,
    };
  }

  #answered = (event: AnswerEvent) => {
    event.stopPropagation();
    if (!this.shown || this.shown.answer) return;
    const { question } = this.shown.known;
    const type = this.context.course.type(question)!;
    const correct = type.grade!(question, event.response).correct;
    this.#keep({ code: type.encode(event.response), attempts: 1, certainty: event.certainty, correct, passed: false });
  };

  #passed = (event: PassEvent) => {
    event.stopPropagation();
    if (!this.shown || this.shown.answer) return;
    this.#keep({ attempts: 0, certainty: 0, correct: false, passed: true });
  };

  #keep(answer: AnswerRecord): void {
    const { known } = this.shown!;
    const before = this.#given?.items ?? [];
    const items = [...before, { module: known.module, block: known.block, correct: answer.correct }];
    this.shown = { ...this.shown!, answer };
    this.redoing = false;
    // here and now, so that the question's own element finds its answer when it looks for its verdict
    this.#give();
    this.dispatchEvent(new AnswerEvent(this.block.number, { total: this.#asked!.length, items }));
  }

  async #next(asked: readonly Known[], last: boolean): Promise<void> {
    const at = asked.indexOf(this.shown!.known) + 1;
    if (last) this.shown = undefined;
    else {
      this.#show(asked, asked[at]!);
      this.dispatchEvent(new SayEvent(say('said', { rank: at + 1, total: asked.length })));
    }
    await this.updateComplete;
    await this.shown?.element.updateComplete;
    const focus = last ? '.recall__result' : '.recall__item .q input, .recall__item .q select, .recall__item .q button';
    this.querySelector<HTMLElement>(focus)?.focus();
    this.scrollIntoView({ block: 'start' });
  }

  #result({ items }: RecallResponse, questions: readonly Known[]) {
    const right = items.filter(({ correct }) => correct).length;
    const missed = items.flatMap((item) =>
      item.correct ? [] : (questions.find((one) => itemKey(one) === itemKey(item)) ?? []),
    );
    return html`<div class="recall__result col" tabindex="-1">
        <h3>${icon(missed.length === 0 ? 'check' : 'info')} ${say(right > 1 ? 'done' : 'doneOne', { right, total: items.length })}</h3>
        ${missed.length === 0 ? html`<p>${say('all')}</p>` : html`<p>${say('missed')}</p><ul>${missed.map(({ href, question }) => html`<li><a href=${href}>${plainTextOf((question as Question).stem) || question.id}</a></li>`)}</ul>`}
      </div>
      <div class="row" ?hidden=${this.context.readOnly}><button class="btn btn--s btn-full" type="button" @click=${this.#redo}>${say('redo')}</button></div>`;
  }

  #redo(): void {
    this.redoing = true;
    this.shown = undefined;
  }
}

export { recall as activity } from './activity.ts';
