import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CourseOutline, ModuleContent, ModuleOutline } from '../model/course.ts';
import type { Attempt } from '../runtime/attempt.ts';
import type { LearnerRecord } from '../runtime/record.ts';
import { textKey } from '../runtime/text-place.ts';
import { adopt } from '../ui/adopt.ts';
import { icon } from '../ui/icon.ts';
import { clock, duration, longDate, t } from '../ui/messages.ts';
import { type OnDemandKey, say } from '../ui/messages-on-demand.ts';
import { saveFile } from '../ui/save-file.ts';
import { exportFile, readExport } from './data-file.ts';
import { type HeldCopies, heldCopies, whereIs } from './held-copies.ts';
import { type KeptAnswer, type KeptModule, type KeptText, keptData } from './kept-data.ts';
import css from './my-data.css?inline';
import { writtenText } from './written-text.ts';

adopt(css);

/** « Mes données »: all that is kept about the learner, to see, take away, bring back, and erase on this device. */
@customElement('my-data')
export class MyData extends LitElement {
  @property({ attribute: false }) course!: CourseOutline;
  @property({ attribute: false }) attempt!: Attempt;
  @property({ attribute: false }) load!: (module: ModuleOutline) => Promise<ModuleContent>;
  /** Absent until it was read for the first time. */
  @state() private held: HeldCopies | undefined;
  @state() private modules: readonly KeptModule[] = [];
  @state() private said = '';
  /** Why the file was not taken. */
  @state() private badFile = '';
  /** Why nothing was erased. */
  @state() private notErased = '';
  @state() private erasing = false;
  /** The version that « Supprimer » was pressed on. */
  @state() private deleting = '';
  /** The learner took a copy away since this screen opened. */
  #taken = false;
  readonly #contents = new Map<number, ModuleContent>();
  readonly #refresh = () => void this.#read();

  override createRenderRoot() {
    return this;
  }

  async show(): Promise<void> {
    await this.updateComplete;
    const dialog = this.querySelector('dialog')!;
    if (dialog.open) return;
    Object.assign(this, { said: '', badFile: '', notErased: '', erasing: false, deleting: '' });
    this.#taken = false;
    dialog.showModal();
    this.#focus('h2');
    for (const type of ['change', 'saving']) this.attempt.addEventListener(type, this.#refresh);
    await this.#loadTitles();
    await this.#read();
  }

  #closed() {
    for (const type of ['change', 'saving']) this.attempt.removeEventListener(type, this.#refresh);
  }

  async #loadTitles(): Promise<void> {
    const { modules } = this.attempt.record;
    const missing = this.course.modules.filter(({ number }) => modules[number] && !this.#contents.has(number));
    await Promise.all(
      missing.map(async (module) => {
        try {
          this.#contents.set(module.number, await this.load(module));
        } catch (error) {
          console.error(error); // its texts are shown without their titles, and it says so
        }
      }),
    );
  }

  async #read(): Promise<void> {
    this.held = await heldCopies(this.attempt);
    this.modules = keptData(this.course, this.attempt.record, this.#contents);
  }

  override render() {
    return html`<dialog class="screen" aria-labelledby="my-data-title" @close=${this.#closed}>
      <div class="screen__in">
        <div class="row between"><h2 id="my-data-title" tabindex="-1">${say('data.title')}</h2><button class="btn btn--s" type="button" @click=${() => this.querySelector('dialog')?.close()}>${say('close')}</button></div>
        <p>${say('data.intro')}</p>
        <p class="screen__said" role="status">${this.said}</p>
        ${this.held ? [this.#where(this.held), this.#actions(), this.#kept(), this.modules.map((module) => this.#module(module)), this.#erase()] : html`<p>${say('data.loading')}</p>`}
      </div>
    </dialog>`;
  }

  // ---- what is kept

  #where(held: HeldCopies) {
    const { visibility } = this.attempt.options.tracker;
    const lines: OnDemandKey[] = [];
    if (this.attempt.mode === 'browse') lines.push('data.browse');
    if (this.attempt.troubles.otherTab) lines.push('data.otherTab');
    lines.push(visibility === 'device' ? 'data.noLms' : visibility === 'lms' ? 'data.lms' : 'data.lrs');
    lines.push(this.#copyWords(held));
    if (held.locked) lines.push('data.locked');
    return html`<section class="col" aria-labelledby="my-data-where"><h3 id="my-data-where">${say('data.where')}</h3>${lines.map((line) => html`<p>${say(line)}</p>`)}</section>`;
  }

  #copyWords({ plain, sealed }: HeldCopies): OnDemandKey {
    const { options } = this.attempt;
    if (options.device.kind === 'none') return 'data.noDevice';
    if (!plain) return sealed ? 'data.sealed' : 'data.noCopy';
    if (options.tracker.visibility === 'device') return 'data.plainAlone';
    return this.attempt.sealed ? 'data.plainSoon' : 'data.plain';
  }

  #kept() {
    const { location, score, counter, slots, objectives } = this.attempt.record;
    const module = this.course.modules.find(({ number }) => number === location?.module);
    const page = module?.pages.find(({ number }) => number === location?.page);
    return html`<section class="col" aria-labelledby="my-data-course"><h3 id="my-data-course">${this.course.title}</h3>
      ${page && module ? html`<p>${say('data.place', { page: page.title, module: module.title })}</p>` : nothing}
      <p>${say('data.status', { status: say(`data.${this.attempt.progress.status}`) })}${score === undefined ? '' : ` ${say('data.score', { score })}`}</p>
      ${this.modules.length === 0 ? html`<p>${say('data.nothing')}</p>` : nothing}
      <p class="hint">${say('data.technical', { counter, slots: slots.length, objectives: objectives.length })}</p>
    </section>`;
  }

  #module(module: KeptModule) {
    const id = `my-data-m${module.number}`;
    const given = module.answers.filter(({ answer }) => answer.attempts > 0);
    const minutes = Math.round(module.seconds / 60);
    return html`<section class="stack screen__part" aria-labelledby=${id}>
      <div class="col"><h3 id=${id}>${module.title}</h3>
        ${module.read ? nothing : html`<p class="err">${icon('alert')} <span>${say('data.unread')}</span></p>`}
        <ul class="screen__list">
          <li>${say('data.pages', { count: module.pages.opened, total: module.pages.total })}</li>
          <li>${say('data.time', { time: minutes > 0 ? duration(minutes) : say('data.briefly') })}</li>
          ${module.finishedOn ? html`<li>${say('data.finished', { date: longDate(module.finishedOn) })}</li>` : nothing}
          ${module.quizzes.map((quiz) => html`<li>${say(quiz.tries > 1 ? 'data.quiz' : 'data.quizOne', { ...quiz })}</li>`)}
          <li>${say('data.answers', { count: given.length })}${module.answers.length > 0 ? html`<ul>${module.answers.map(answerLine)}</ul>` : nothing}</li>
        </ul>
      </div>
      ${this.#texts(module.texts, say('text.mine'))}
      ${this.#texts(module.retired, say('text.retired'), say('text.retiredHint'))}
      ${this.#texts(module.others, say('text.others'), say('text.othersHint'), true)}
      ${this.#texts(module.versions, say('text.versions'), say('text.versionsHint'), true)}
    </section>`;
  }

  #texts(texts: readonly KeptText[], title: string, hint = '', other = false) {
    if (texts.length === 0) return nothing;
    return html`<div class="col"><h4 tabindex="-1">${title}</h4>${hint ? html`<p class="hint">${hint}</p>` : nothing}
      ${texts.map(
        (text) => html`<article class="screen__text">
          <h5>${text.title}</h5>
          <p class="hint">${say('text.changed', { date: momentOf(text.text.at) })} ${say('where.label', { where: say(`where.${whereIs(text.place, text.text, this.held!, other)}`) })}</p>
          ${text.text.shared === undefined ? nothing : html`<p class="hint">${say('text.sharedOn', { date: momentOf(text.text.shared) })}</p>`}
          ${text.parts.map((part) => html`<p class="lab">${part.label}</p><p class="screen__words">${part.text}</p>`)}
          ${other && !this.#readOnly ? this.#choices(text) : nothing}
        </article>`,
      )}</div>`;
  }

  #choices({ place, title, text: { at } }: KeptText) {
    const key = `${textKey(place)}/${at}`;
    if (this.deleting === key)
      return html`<div class="row">
        <button class="btn btn--s" type="button" @click=${() => this.#delete(place, at)}>${say('text.deleteSure')}</button>
        <button class="btn btn--q" type="button" @click=${() => (this.deleting = '')}>${say('text.keep')}</button>
      </div>`;
    return html`<div class="row">
      <button class="btn btn--s" type="button" aria-label="${say('text.takeBack')} (${title})" @click=${() => this.#takeBack(place, at)}>${say('text.takeBack')}</button>
      <button class="btn btn--q" type="button" aria-label="${say('text.delete')} (${title})" @click=${() => (this.deleting = key)}>${say('text.delete')}</button>
    </div>`;
  }

  #takeBack(place: KeptText['place'], at: number) {
    this.attempt.takeBack(place, at);
    this.#say('text.taken');
  }

  #delete(place: KeptText['place'], at: number) {
    this.deleting = '';
    this.attempt.eraseOther(place, at);
    this.#say('text.deleted');
    this.#focus('h2');
  }

  // ---- take away, bring back

  #actions() {
    return html`<section class="col" aria-labelledby="my-data-actions"><h3 id="my-data-actions">${say('data.actions')}</h3>
      <div class="row">
        <button class="btn btn--p" type="button" aria-describedby="my-data-export" @click=${this.#export}>${say('data.export')}</button>
        <button class="btn btn--s" type="button" @click=${this.#downloadTexts}>${say('data.texts')}</button>
      </div>
      <p class="hint" id="my-data-export">${say('data.exportHint')}</p>
      ${
        this.#readOnly
          ? nothing
          : html`<label class="lab" for="my-data-file">${say('data.import')}</label>
      <input id="my-data-file" type="file" accept=".json,application/json" aria-describedby="my-data-import" aria-invalid=${this.badFile ? 'true' : nothing} @change=${this.#import}>
      <p class="hint" id="my-data-import">${say('data.importHint')}</p>
      <p class="err" role="alert">${this.badFile ? html`${icon('alert')} <span>${this.badFile}</span>` : nothing}</p>`
      }
    </section>`;
  }

  get #readOnly(): boolean {
    return this.attempt.mode === 'browse' || this.attempt.troubles.otherTab === true;
  }

  #export() {
    const text = exportFile(this.course, this.attempt.record, this.modules, new Date());
    saveFile(`${this.course.slug}-mes-donnees.json`, text, 'application/json');
    this.#away();
  }

  #downloadTexts() {
    const text = writtenText(this.course, this.attempt.record, this.#contents);
    saveFile(`${this.course.slug}-mes-textes.txt`, `\ufeff${text}`, 'text/plain;charset=utf-8');
    this.#away();
  }

  #away() {
    this.#taken = true;
    this.badFile = '';
    this.#say('data.exported');
  }

  async #import(event: Event) {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    const found = readExport(await file.text().catch(() => ''), this.course);
    input.value = '';
    this.said = '';
    this.badFile = 'problem' in found ? say(found.problem) : '';
    if (!('record' in found)) return;
    const before = this.attempt.record;
    const recovered = (await this.attempt.importRecord(found.record)) ?? [];
    // a review saves nothing by itself but what is typed
    if (this.attempt.mode === 'review') void this.attempt.retry();
    await this.#loadTitles();
    await this.#read();
    const titles = recovered.map((place) => this.#titleOf(textKey(place)));
    const [answers, pages] = [
      answersIn(this.attempt.record) - answersIn(before),
      pagesIn(this.attempt.record) - pagesIn(before),
    ];
    const what = [
      ...(titles.length > 0
        ? [say(titles.length > 1 ? 'import.texts' : 'import.text', { count: titles.length, titles: titles.join(', ') })]
        : []),
      ...(answers > 0 ? [say(answers > 1 ? 'import.answers' : 'import.answer', { count: answers })] : []),
      ...(pages > 0 ? [say(pages > 1 ? 'import.pages' : 'import.page', { count: pages })] : []),
    ];
    this.#say(what.length > 0 ? 'import.done' : 'import.nothing', { what: what.join(', ') });
  }

  #titleOf(key: string): string {
    const all = this.modules.flatMap(({ texts, retired }) => [...texts, ...retired]);
    return `«\u00a0${all.find(({ place }) => textKey(place) === key)?.title ?? t('journal')}\u00a0»`;
  }

  // ---- erase

  /** Texts that the platform does not hold: erasing this device would lose them. */
  get #unsafe(): readonly KeptText[] {
    const lost = (other: boolean) => (text: KeptText) =>
      !['both', 'lms'].includes(whereIs(text.place, text.text, this.held!, other));
    return this.modules.flatMap(({ texts, retired, others }) => [
      ...[...texts, ...retired].filter(lost(false)),
      ...others.filter(lost(true)),
    ]);
  }

  #erase() {
    const { dpo, helpContact } = this.course.organisation;
    return html`<section class="col screen__part" aria-labelledby="my-data-erase"><h3 id="my-data-erase" tabindex="-1">${say('erase.title')}</h3>
      ${
        this.erasing
          ? this.#confirm()
          : this.#readOnly
            ? nothing
            : html`<div class="row"><button class="btn btn--s" id="my-data-erase-open" type="button" @click=${() => this.#ask(true)}>${say('erase.open')}</button></div>`
      }
      <p>${say('erase.elsewhere')}</p>
      <dl><dt>${say('contact.dpo')}</dt><dd>${dpo}</dd><dt>${say('contact.help')}</dt><dd>${helpContact}</dd></dl>
    </section>`;
  }

  #confirm() {
    const unsafe = this.#unsafe.map(({ title }) => `«\u00a0${title}\u00a0»`).join(', ');
    const { troubles, options } = this.attempt;
    return html`<div class="screen__sure" role="group" aria-labelledby="my-data-sure">
      <h4 id="my-data-sure" tabindex="-1">${say('erase.sure')}</h4>
      <p>${say('erase.what')} ${say(options.tracker.visibility === 'device' ? 'erase.alone' : 'erase.stays')}</p>
      ${troubles.offline || troubles.refused ? html`<p>${say('erase.waiting')}</p>` : nothing}
      ${
        unsafe
          ? html`<p><strong>${say('erase.unsafe', { titles: unsafe })}</strong></p>
      <div class="row"><button class="btn btn--p" type="button" @click=${this.#downloadTexts}>${say('data.texts')}</button></div>
      <label class="row"><input type="checkbox" id="my-data-lost"> <span>${say('erase.understood')}</span></label>`
          : nothing
      }
      <p class="err" role="alert">${this.notErased ? html`${icon('alert')} <span>${this.notErased}</span>` : nothing}</p>
      <div class="row">
        <button class="btn btn--s" type="button" @click=${this.#eraseNow}>${say('erase.go')}</button>
        <button class="btn btn--q" type="button" @click=${() => this.#ask(false)}>${say('erase.cancel')}</button>
      </div>
    </div>`;
  }

  async #ask(erasing: boolean) {
    this.erasing = erasing;
    this.notErased = '';
    this.said = '';
    await this.#read();
    await this.updateComplete;
    this.#focus(erasing ? '#my-data-sure' : '#my-data-erase-open');
  }

  async #eraseNow() {
    const agreed = this.#taken || this.querySelector<HTMLInputElement>('#my-data-lost')?.checked;
    if (this.#unsafe.length > 0 && !agreed) {
      this.notErased = say('erase.first');
      return;
    }
    await this.attempt.eraseDevice();
    this.erasing = false;
    this.notErased = '';
    await this.#read();
    const left = this.held?.plain || this.held?.sealed;
    const alone = this.attempt.options.tracker.visibility === 'device';
    this.#say(left ? 'erase.failed' : alone ? 'erase.doneAlone' : 'erase.done');
    this.#focus('h2');
  }

  #say(key: OnDemandKey, values: Readonly<Record<string, string>> = {}) {
    this.said = say(key, values);
  }

  #focus(selector: string) {
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}

function answerLine({ label, answer, graded }: KeptAnswer): TemplateResult {
  const { correct, certainty } = answer.first ?? answer;
  const words = [
    answer.attempts === 0
      ? ''
      : answer.attempts > 2
        ? say('answer.more')
        : say(answer.attempts > 1 ? 'answer.tries' : 'answer.try', { count: answer.attempts }),
    answer.attempts > 0 && graded
      ? say('answer.first', { result: say(correct ? 'answer.right' : 'answer.wrong') })
      : '',
    certainty > 0 ? say('answer.certainty', { level: t(`certainty.${certainty as 1 | 2 | 3}`).toLowerCase() }) : '',
    answer.passed ? say('answer.passed') : '',
  ];
  return html`<li>${label} — ${words.filter((one) => one !== '').join(', ')}</li>`;
}

/** « 22 novembre 2026, 14 h 32 », the learner's own clock. */
function momentOf(at: number): string {
  const date = new Date(at);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].join('-');
  return `${longDate(day)}, ${clock(date)}`;
}

const answersIn = ({ modules }: LearnerRecord) =>
  Object.values(modules).reduce((sum, { answers }) => sum + Object.keys(answers).length, 0);
const pagesIn = ({ modules }: LearnerRecord) => Object.values(modules).reduce((sum, { seen }) => sum + seen.length, 0);
