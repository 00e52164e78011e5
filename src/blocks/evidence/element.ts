import { localDay } from '../../model/day.ts';
import '../../ui/writing.ts';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { adopt } from '../../ui/adopt.ts';
import { BlockElement, markup, SayEvent, WriteEvent } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { longDate, moment } from '../../ui/messages.ts';
import { savingWords } from '../../ui/saving-words.ts';
import { textConflict } from '../../ui/text-conflict.ts';
import {
  addressOf,
  type Deposit,
  depositOf,
  type Evidence,
  type EvidenceKind,
  KINDS,
  type Lack,
  lacks,
  PART,
  shortHash,
} from './activity.ts';
import { say } from './messages.ts';
import css from './styles.css?inline';

adopt(css);

/** Between the texts whose names are checked together: no text holds it. */
const BETWEEN = '\n\0\n';

/**
 * A piece of evidence: a link, a text, or the fingerprint of a file that never leaves the learner. What is typed is
 * given at once, part by part; nothing of it is sent as an answer.
 * @fires text-written - At each change, with the whole text of the part.
 */
@customElement('evidence-item')
export class EvidenceItem extends BlockElement<Evidence> {
  /** Undefined until the learner opens or closes the form: what is kept then says it. */
  @state() private editing: boolean | undefined;
  @state() private missing: Lack | undefined;
  @state() private removing = false;
  /** Of the file just chosen; not kept. */
  @state() private size: number | undefined;
  @state() private reading: 'busy' | 'unreadable' | 'notLoaded' | undefined;
  @state() private verified: 'busy' | 'same' | 'different' | 'unreadable' | 'notLoaded' | undefined;
  @state() private copied: 'copied' | 'copyFailed' | undefined;
  @state() private names: 'ready' | 'namesFailed' | undefined;
  /** What each kind held, should the learner come back to it. */
  readonly #aside = new Map<EvidenceKind, Pick<Deposit, 'content' | 'date' | 'hash'>>();
  /** The last file chosen: an earlier one that is still being read no longer counts. */
  #chosen: File | undefined;

  /** Written since the record was last given: drawing what it held before would undo a key. */
  #fresh: Readonly<Record<number, string>> = {};

  override willUpdate(changed?: PropertyValues) {
    super.willUpdate();
    if (changed?.has('context')) this.#fresh = {};
  }

  get #texts() {
    return this.context.module.texts[this.block.number];
  }
  get #parts(): Readonly<Record<number, string>> {
    return { ...this.#texts?.parts, ...this.#fresh };
  }
  get #deposit(): Deposit {
    return depositOf(this.#parts);
  }
  get #begun() {
    return Object.values(PART).some((part) => (this.#parts[part] ?? '').trim() !== '');
  }

  override render() {
    const { title, prompt, parts } = this.block;
    const deposit = this.#deposit;
    const whole = lacks(deposit).length === 0;
    const form = this.editing ?? (this.#begun && !whole);
    return html`<section class="card bloc evidence" aria-labelledby=${this.uid('heading')}>
      <p class="kicker">${icon('flag')} ${say('kicker')}</p>
      <div class="col"><h2 id=${this.uid('heading')} tabindex="-1">${title}</h2><div class="prompt">${markup(prompt)}</div></div>
      ${textConflict(this, parts)}
      ${form ? this.#form(deposit) : whole ? this.#card(deposit) : this.#empty()}
      ${this.names ? this.#checked() : nothing}
      <p class="hint evidence__who">${say(`who.${this.context.visibility}`)}</p>
    </section>`;
  }

  // ---- nothing yet

  #empty() {
    return html`<div class="col"><p class="lab">${say('criteria')}</p><ul>${this.block.criteria.map(({ html: words }) => html`<li>${markup(words)}</li>`)}</ul></div>
      <p class="muted">${say('empty')}</p>
      <div class="row" ?hidden=${this.context.readOnly}><button class="btn btn--p btn-full" type="button" @click=${this.#edit}>${say('start')}</button></div>`;
  }

  // ---- being made

  #form(deposit: Deposit) {
    const { readOnly } = this.context;
    const { kind } = deposit;
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <fieldset ?disabled=${readOnly} aria-describedby=${this.#described('kind')}>
        <legend class="lab">${say('kind')}</legend>
        <div class="seg seg--p">${KINDS.map((one) => html`<label><input type="radio" name="kind" value=${one} .checked=${live(kind === one)} aria-invalid=${this.#invalid('kind')} @change=${() => this.#become(one)} />${say(`kind.${one}`)}</label>`)}</div>
      </fieldset>
      ${this.#error('kind')}
      <div class="field">
        <label class="lab" for=${this.uid('title')}>${say('name')}</label>
        <input class="line" type="text" id=${this.uid('title')} name="title" maxlength="200" autocomplete="off" ?readonly=${readOnly} aria-invalid=${this.#invalid('title')} aria-describedby=${this.#described('title')} .value=${live(deposit.title)} @input=${this.#typed(PART.title)} />
        ${this.#error('title')}
      </div>
      ${kind === 'lien' ? this.#link(deposit) : kind === 'texte' ? this.#text(deposit) : kind === 'fichier' ? this.#file(deposit) : nothing}
      <div class="field">
        <label class="lab" for=${this.uid('why')}>${say('why')}</label>
        <p class="hint" id=${this.uid('why-hint')}>${say('whyHint')}</p>
        <textarea id=${this.uid('why')} rows="3" maxlength="2000" ?readonly=${readOnly} aria-describedby=${this.uid('why-hint')} .value=${live(deposit.why)} @input=${this.#typed(PART.why)}></textarea>
      </div>
      ${this.#criteria(deposit)}
      ${this.#begun ? html`<div class="s">${savingWords(this.context.saving)}</div>` : nothing}
      ${this.removing ? this.#sure() : nothing}
      <div class="row" ?hidden=${readOnly || this.removing}>
        <button class="btn btn--p btn-full" aria-busy=${this.reading === 'busy' ? 'true' : nothing}>${say('deposit')}</button>
        ${this.#namesButton()}
        ${this.#begun ? html`<button class="btn btn--q" type="button" @click=${this.#askRemoval}>${say('remove')}</button>` : html`<button class="btn btn--q" type="button" @click=${this.#close}>${say('cancel')}</button>`}
      </div>
    </form>`;
  }

  #link({ content }: Deposit) {
    return this.#field(
      'lien',
      html`<input class="line" type="url" id=${this.uid('content')} name="content" maxlength="2000" inputmode="url" autocomplete="off" ?readonly=${this.context.readOnly} aria-invalid=${this.#invalid('lien', 'address')} aria-describedby=${this.#described('lien', 'address')} .value=${live(content)} @input=${this.#typed(PART.content)} />
        ${this.#error('lien')}${this.#error('address')}`,
      say('lienHint'),
    );
  }

  #text({ content }: Deposit) {
    return this.#field(
      'texte',
      html`<textarea id=${this.uid('content')} name="content" rows="8" maxlength="6000" ?readonly=${this.context.readOnly} aria-invalid=${this.#invalid('texte')} aria-describedby=${this.#described('texte')} .value=${live(content)} @input=${this.#typed(PART.content)}></textarea>
        ${this.#error('texte')}`,
    );
  }

  #file(deposit: Deposit) {
    return this.#field(
      'fichier',
      html`<input class="line" type="file" id=${this.uid('content')} ?disabled=${this.context.readOnly} aria-invalid=${this.#invalid('fichier')} aria-describedby=${this.#described('fichier')} @change=${this.#choose} />
        ${this.#error('fichier')}
        ${this.reading === 'busy' ? html`<p class="hint">${say('computing')}</p>` : this.reading ? html`<p class="err">${icon('alert')} ${say(this.reading)}</p>` : deposit.hash ? this.#facts(deposit) : nothing}`,
      say('stays'),
    );
  }

  #field(kind: EvidenceKind, control: unknown, hint = '') {
    return html`<div class="field">
      <label class="lab" for=${this.uid('content')}>${say(kind)}</label>
      ${hint ? html`<p class="hint" id=${this.uid('content-hint')}>${hint}</p>` : nothing}
      ${control}
    </div>`;
  }

  #criteria({ criteria }: Deposit) {
    return html`<fieldset class="q" ?disabled=${this.context.readOnly}>
      <legend class="lab">${say('ticked')}</legend>
      <div class="tiles">
        ${this.block.criteria.map(
          ({ number, html: words }) => html`<label class="tile" for=${this.uid(`criterion-${number}`)}>
            <input type="checkbox" id=${this.uid(`criterion-${number}`)} .checked=${live(criteria.includes(number))} @change=${() => this.#tick(number)} />
            <span>${markup(words)}</span></label>`,
        )}
      </div>
    </fieldset>`;
  }

  #invalid = (...lack: Lack[]) => (this.missing && lack.includes(this.missing) ? 'true' : nothing);
  #described(...lack: Lack[]) {
    const hint = lack.includes('lien') || lack.includes('fichier') ? this.uid('content-hint') : '';
    const error = this.missing && lack.includes(this.missing) ? this.uid('error') : '';
    return [hint, error].filter(Boolean).join(' ') || nothing;
  }
  #error = (lack: Lack) =>
    this.missing === lack
      ? html`<p class="err" id=${this.uid('error')}>${icon('alert')} ${say(`missing.${lack}`)}</p>`
      : nothing;

  // ---- deposited

  #card(deposit: Deposit) {
    const { competencies } = this.block;
    const { outline } = this.context.course;
    const at = this.#texts?.at ?? 0;
    return html`<article class="evidence__card stack" aria-labelledby=${this.uid('given')}>
        <div class="row between"><h3 id=${this.uid('given')} tabindex="-1">${deposit.title}</h3><span class="tag tag--ok">${icon('check')} ${say(`kind.${deposit.kind!}`)}</span></div>
        ${this.#content(deposit)}
        ${deposit.why ? html`<div><p class="lab">${say('why')}</p><p class="verbatim">${deposit.why}</p></div>` : nothing}
        ${competencies.length > 0 ? html`<div><p class="lab">${say('competencies')}</p><ul>${competencies.map((code) => html`<li><span class="fact">${code}</span> ${outline.competencies.find(({ id }) => id === code)?.title}</li>`)}</ul></div>` : nothing}
        <div class="col"><p class="lab">${say('criteria')}</p><ul class="found">
          ${this.block.criteria.map(({ number, html: words }) => {
            const met = deposit.criteria.includes(number);
            return html`<li>${icon(met ? 'check' : 'pencil')} <span>${markup(words)} <span class="hint">${say(met ? 'met' : 'unmet')}</span></span></li>`;
          })}
        </ul></div>
        <p class="hint">${say('since', { date: moment(at) })}</p>
      </article>
      ${deposit.kind === 'fichier' ? this.#verify() : nothing}
      ${this.removing ? this.#sure() : nothing}
      <div class="row" ?hidden=${this.context.readOnly || this.removing}>
        <button class="btn btn--s" type="button" @click=${this.#edit}>${say('edit')}</button>
        ${this.#namesButton()}
        <button class="btn btn--q" type="button" @click=${this.#askRemoval}>${say('remove')}</button>
      </div>`;
  }

  #content(deposit: Deposit) {
    const { kind, content } = deposit;
    if (kind === 'texte') return html`<p class="verbatim">${content}</p>`;
    if (kind === 'fichier') return html`${this.#facts(deposit)}<p class="hint">${say('stays')}</p>`;
    return html`<p class="evidence__link"><a href=${addressOf(content) ?? '#'} target="_blank" rel="noopener noreferrer">${content}</a> <span class="hint">${say('newTab')}</span></p>`;
  }

  #facts({ content, date, hash }: Deposit) {
    return html`<ul class="evidence__facts">
        <li>${say('file', { name: content })}</li>
        ${date ? html`<li>${say('fileDate', { date: longDate(date) })}</li>` : nothing}
        ${this.size === undefined ? nothing : html`<li>${say('fileSize', { size: sizeWords(this.size) })}</li>`}
        <li>${say('hash', { hash: shortHash(hash) })}</li>
      </ul>
      ${this.copied === 'copyFailed' ? html`<label class="col"><span class="hint">${say('wholeHash')}</span><input class="line" type="text" id=${this.uid('hash')} readonly .value=${hash} /></label>` : nothing}
      <div class="row"><button class="btn btn--q" type="button" @click=${() => this.#copy(hash)}>${say('copy')}</button>${this.copied ? html`<span class="hint">${say(this.copied)}</span>` : nothing}</div>`;
  }

  #verify() {
    const words = this.verified && say(this.verified === 'busy' ? 'computing' : this.verified);
    const bad = this.verified === 'unreadable' || this.verified === 'notLoaded';
    return html`<div class="field">
      <label class="lab" for=${this.uid('verify')}>${say('verify')}</label>
      <input class="line" type="file" id=${this.uid('verify')} @change=${this.#compare} />
      ${words ? html`<p class=${bad ? 'err' : 'evidence__verdict'}>${icon(this.verified === 'same' ? 'check' : this.verified === 'busy' ? 'turn' : 'alert')} ${words}</p>` : nothing}
    </div>`;
  }

  #sure() {
    return html`<div class="note note--w" role="group" aria-labelledby=${this.uid('sure')}>
      ${icon('alert')}
      <div class="col">
        <p id=${this.uid('sure')} tabindex="-1">${say('sure')}</p>
        <div class="row">
          <button class="btn btn--s" type="button" @click=${this.#remove}>${say('removeSure')}</button>
          <button class="btn btn--q" type="button" @click=${this.#keep}>${say('keep')}</button>
        </div>
      </div>
    </div>`;
  }

  // ---- what the learner does

  #write(part: number, text: string): void {
    this.#fresh = { ...this.#fresh, [part]: text };
    this.requestUpdate();
    this.dispatchEvent(new WriteEvent(this.block.number, part, text));
  }

  /** What is typed keeps the form open, even once nothing is missing. */
  #typed = (part: number) => (event: Event) => {
    this.editing = true;
    this.missing = undefined;
    this.#write(part, (event.target as HTMLInputElement | HTMLTextAreaElement).value);
  };

  #become(kind: EvidenceKind): void {
    const { kind: before, content, date, hash } = this.#deposit;
    if (before) this.#aside.set(before, { content, date, hash });
    const back = this.#aside.get(kind) ?? { content: '', date: '', hash: '' };
    this.editing = true;
    this.missing = undefined;
    this.#chosen = undefined;
    this.reading = undefined;
    this.size = undefined;
    this.#write(PART.kind, kind);
    this.#write(PART.content, back.content);
    this.#write(PART.date, back.date);
    this.#write(PART.hash, back.hash);
  }

  #tick(number: number): void {
    const { criteria } = this.#deposit;
    const ticked = criteria.includes(number) ? criteria.filter((one) => one !== number) : [...criteria, number];
    this.editing = true;
    this.#write(PART.criteria, [...ticked].sort((a, b) => a - b).join(' '));
  }

  #choose = async (event: Event) => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (!file) return;
    this.editing = true;
    this.missing = undefined;
    this.#chosen = file;
    this.reading = 'busy';
    const read = await readFile(file);
    if (this.#chosen !== file) return;
    this.reading = read.problem;
    if (!read.hash) return this.#say(say(read.problem!));
    this.size = file.size;
    this.copied = undefined;
    this.#write(PART.content, file.name);
    this.#write(PART.date, localDay(new Date(file.lastModified)));
    this.#write(PART.hash, read.hash);
    this.#say(say('hash', { hash: shortHash(read.hash) }));
  };

  #compare = async (event: Event) => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (!file) return;
    this.#chosen = file;
    this.verified = 'busy';
    const { hash, problem } = await readFile(file);
    if (this.#chosen !== file) return;
    this.verified = problem ?? (hash === this.#deposit.hash ? 'same' : 'different');
    if (this.verified === 'same') this.size = file.size;
    this.#say(say(this.verified));
  };

  #submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (this.reading === 'busy') return this.#say(say('computing'));
    const [missing] = lacks(this.#deposit);
    this.missing = missing;
    if (missing) {
      this.#say(say(`missing.${missing}`));
      this.querySelector<HTMLElement>(
        missing === 'kind' ? '[name="kind"]' : `#${this.uid(missing === 'title' ? 'title' : 'content')}`,
      )?.focus();
      return;
    }
    this.editing = false;
    this.removing = false;
    this.verified = undefined;
    this.#say(say('deposited'));
    void this.#focus('given');
  };

  #edit = async () => {
    this.editing = true;
    this.names = undefined;
    this.removing = false;
    await this.updateComplete;
    (
      this.querySelector<HTMLElement>('[name="kind"]:checked') ?? this.querySelector<HTMLElement>('[name="kind"]')
    )?.focus();
  };

  #close = () => {
    this.editing = false;
    this.missing = undefined;
    void this.#focus('heading');
  };

  #askRemoval = () => {
    this.removing = true;
    void this.#focus('sure');
  };

  #keep = () => {
    this.removing = false;
    void this.#focus(this.editing ? 'heading' : 'given');
  };

  #remove = () => {
    for (const part of Object.values(PART)) this.#write(part, '');
    this.#aside.clear();
    this.#chosen = undefined;
    Object.assign(this, { editing: false, removing: false, size: undefined, reading: undefined, verified: undefined });
    Object.assign(this, { missing: undefined, copied: undefined, names: undefined });
    this.#say(say('removed'));
    void this.#focus('heading');
  };

  async #copy(hash: string): Promise<void> {
    const done = await navigator.clipboard?.writeText(hash).then(
      () => true,
      () => false,
    );
    this.copied = done ? 'copied' : 'copyFailed';
    if (!done) {
      // where a page is not served over https there is no clipboard: the hash is shown whole, to be copied by hand
      await this.updateComplete;
      const whole = this.querySelector<HTMLInputElement>(`#${this.uid('hash')}`);
      whole?.focus();
      whole?.select();
    }
    this.#say(say(this.copied));
  }

  // ---- names

  #namesButton() {
    return html`<button class="btn btn--q" type="button" @click=${this.#check}>${say('names')}</button>`;
  }

  /** What may name someone, in the order of the form. */
  get #named(): readonly { part: number; text: string }[] {
    const { kind, title, content, why } = this.#deposit;
    return [
      { part: PART.title, text: title },
      ...(kind === 'lien' ? [] : [{ part: PART.content, text: content }]),
      { part: PART.why, text: why },
    ];
  }

  #check = async () => {
    try {
      await import('../../ui/anonymise-panel.ts');
      this.names = 'ready';
    } catch (error) {
      console.error(error);
      this.names = 'namesFailed';
    }
    await this.#focus('names');
  };

  #checked() {
    const texts = this.#named.map(({ text }) => text);
    const nothingYet = texts.every((text) => text.trim() === '');
    return html`<div class="col" role="group" aria-label=${say('namesTitle')} id=${this.uid('names')} tabindex="-1">
      ${
        this.names === 'namesFailed'
          ? html`<p class="err">${icon('alert')} ${say('namesFailed')}</p>`
          : nothingYet
            ? html`<p class="hint">${say('namesEmpty')}</p>`
            : html`<anonymise-panel .text=${texts.join(BETWEEN)} .learner=${this.context.course.learner} @text-anonymised=${this.#renamed}></anonymise-panel>`
      }
      <div class="row"><button class="btn btn--q" type="button" @click=${this.#closeNames}>${say('namesClose')}</button></div>
    </div>`;
  }

  #renamed = (event: Event & { text?: string }) => {
    const texts = (event.text ?? '').split(BETWEEN);
    this.#named.forEach(({ part, text }, rank) => {
      const next = texts[rank];
      if (next !== undefined && next !== text) this.#write(part, next);
    });
  };

  #closeNames = () => {
    this.names = undefined;
    void this.#focus(this.querySelector(`#${this.uid('given')}`) ? 'given' : 'heading');
  };

  #say(words: string): void {
    this.dispatchEvent(new SayEvent(words));
  }

  async #focus(name: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#${this.uid(name)}`)?.focus();
  }
}

type Read = { hash: string; problem?: undefined } | { hash?: undefined; problem: 'unreadable' | 'notLoaded' };

/** The fingerprint of a file; what computes it comes only then. */
async function readFile(file: File): Promise<Read> {
  const code = await import('./fingerprint.ts').catch((error: unknown) => void console.error(error));
  if (!code) return { problem: 'notLoaded' };
  try {
    return { hash: await code.fingerprint(file) };
  } catch (error) {
    console.error(error);
    return { problem: 'unreadable' };
  }
}

function sizeWords(size: number): string {
  const write = (value: number) => value.toLocaleString('fr-FR', { maximumFractionDigits: value < 10 ? 1 : 0 });
  if (size < 1000) return say('bytes', { size });
  return size < 1_000_000
    ? say('kilobytes', { size: write(size / 1000) })
    : say('megabytes', { size: write(size / 1_000_000) });
}
