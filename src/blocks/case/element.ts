import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { adopt } from '../../ui/adopt.ts';
import { AnswerEvent, BlockElement, markup, SayEvent } from '../../ui/block-element.ts';
import { icon } from '../../ui/icon.ts';
import { t } from '../../ui/messages.ts';
import {
  type CaseChoice,
  type CaseNode,
  type CasePath,
  type CaseResponse,
  type CaseStep,
  type CaseStudy,
  follow,
  pathOf,
  untouched,
  walk,
} from './activity.ts';
import { say } from './messages.ts';
import css from './styles.css?inline';

adopt(css);

type Steps = readonly CaseStep[];
/** Going on is no choice. */
const isChoice = ({ node }: CaseStep) => node.choices.length > 1;

/**
 * One node of a story at a time: a situation, a choice, what follows from it; a debriefing at each end.
 * @fires activity-answer - At each step, forwards or back, with the whole path.
 */
@customElement('case-study')
export class CaseStudyBlock extends BlockElement<CaseStudy> {
  /** The last choice has just been made: its consequence stands before the next node. */
  @state() private telling = false;
  @state() private missing = false;

  override render() {
    const { title, intro } = this.block;
    const { steps, node } = walk(this.block, this.#given.path);
    const last = this.telling ? steps.at(-1) : undefined;
    return html`<section class="card bloc" aria-labelledby=${this.uid('title')}>
      <p class="kicker">${icon('list')} ${say('kicker')}</p>
      <div class="col">
        <h2 id=${this.uid('title')}>${title}</h2>
        ${steps.length === 0 ? html`${intro ? html`<div class="prompt">${markup(intro)}</div>` : nothing}<p class="hint">${say('hint')}</p>` : nothing}
      </div>
      ${last ? this.#consequence(last, steps) : node.end ? this.#end(node, steps) : this.#node(node, steps)}
    </section>`;
  }

  get #given(): CaseResponse {
    return (this.context.response(this.block) as CaseResponse | undefined) ?? untouched;
  }

  #node(node: CaseNode, steps: Steps) {
    const [only, ...others] = node.choices;
    // a form of its own for each node: nothing is ticked when one comes back to it
    return keyed(
      `${steps.length} ${node.number}`,
      html`<div class="stack">
        <form class="stack" novalidate @submit=${this.#choose} @change=${this.#touched}>
          <h3 tabindex="-1">${say('step', { rank: steps.length + 1 })}</h3>
          <div class="prompt">${markup(node.html)}</div>
          ${others.length > 0 ? this.#choices(node.choices) : nothing}
          <div class="row" ?hidden=${this.context.readOnly}>
            <button class="btn btn--p btn-full">${others.length > 0 ? say('choose') : markup(only?.html ?? '')}</button>
            ${this.#back(steps)}
          </div>
        </form>
        ${steps.some(isChoice) ? html`<details><summary>${say('soFar')}</summary>${this.#path(steps, false)}</details>` : nothing}
      </div>`,
    );
  }

  #choices(choices: readonly CaseChoice[]) {
    const error = this.uid('error');
    return html`<fieldset class="q" ?disabled=${this.context.readOnly} aria-describedby=${this.missing ? error : nothing}>
        <legend class="lab">${say('ask')}</legend>
        <div class="tiles">
          ${choices.map(
            ({ number, html: words }) => html`<label class="tile" for=${this.uid(number)}>
              <input type="radio" id=${this.uid(number)} name="choice" value=${number} />
              <span>${markup(words)}</span></label>`,
          )}
        </div>
      </fieldset>
      ${this.missing ? html`<p class="err" id=${error}>${icon('alert')} ${say('missing')}</p>` : nothing}`;
  }

  #consequence({ choice }: CaseStep, steps: Steps) {
    return html`<div class="stack">
      <div class="col"><p class="hint">${say('yours')}</p><p class="lab">${markup(choice.html)}</p></div>
      <div class="fb fb--neutral"><h3 tabindex="-1">${icon('arrow')} ${say('consequence')}</h3><div class="prompt">${markup(choice.consequence)}</div></div>
      <div class="row">
        <button class="btn btn--p btn-full" type="button" @click=${this.#goOn}>${say('next')}</button>
        ${this.#back(steps)}
      </div>
    </div>`;
  }

  #end(node: CaseNode, steps: Steps) {
    const { debriefing, sources } = this.block;
    const { first, path } = this.#given;
    const others = first.length > 0 && String(first) !== String(path);
    return html`<div class="stack">
      <h3 tabindex="-1">${icon('flag')} ${say('end')}</h3>
      <div class="prompt">${markup(node.html)}</div>
      <div class="fb fb--neutral">
        <h3>${icon('info')} ${say('debriefing')}</h3>
        <div class="prompt">${markup(debriefing)}</div>
        ${sources.map((source) => html`<p class="source">${t('answer.source', { source })}</p>`)}
      </div>
      <div class="col">
        <h3>${say('path')}</h3>
        ${this.#path(steps, true)}
        ${others ? html`<details><summary>${say('first')}</summary>${this.#path(walk(this.block, first).steps, true)}</details>` : nothing}
        <p class="lab">${this.#found()}</p>
      </div>
      ${this.context.readOnly ? nothing : this.#explore(steps)}
    </div>`;
  }

  /** `advice`: in the debriefing only. */
  #path(steps: Steps, advice: boolean) {
    return html`<ol class="case__path">
      ${steps.map((step, rank) => {
        const { html: words, consequence } = step.choice;
        return isChoice(step)
          ? html`<li value=${rank + 1}><div class="col">
              <strong>${markup(words)}</strong>
              ${advice ? this.#advice(step) : nothing}
              ${consequence ? html`<details><summary>${say('consequence')}<span class="vh">${say('consequenceOf', { rank: rank + 1 })}</span></summary><div class="prompt">${markup(consequence)}</div></details>` : nothing}
            </div></li>`
          : nothing;
      })}
    </ol>`;
  }

  #advice({ node, choice }: CaseStep) {
    if (choice.advised) return html`<span class="tag case__advised">${say('advised')}</span>`;
    return node.choices
      .filter(({ advised }) => advised)
      .map(({ html: words }) => html`<span class="hint">${say('advisedOther')} ${markup(words)}</span>`);
  }

  #explore(steps: Steps) {
    return html`<div class="col">
        <h3>${say('explore')}</h3>
        <ul class="case__others">
          ${steps.map((step, rank) => {
            const { node, choice } = step;
            const label = this.uid(`others-${rank}`);
            return isChoice(step)
              ? html`<li><div class="col">
                  <p class="lab" id=${label}>${say('others', { rank: rank + 1 })}</p>
                  <ul>${node.choices.map((other) => (other === choice ? nothing : html`<li>${markup(other.html)}</li>`))}</ul>
                  <button class="btn btn--s btn-full" type="button" aria-describedby=${label} @click=${() => this.#go(pathOf(steps.slice(0, rank)))}>${say('reopen', { rank: rank + 1 })}</button>
                </div></li>`
              : nothing;
          })}
        </ul>
      </div>
      <div class="row">
        <button class="btn btn--s btn-full" type="button" @click=${() => this.#go([])}>${icon('turn')} ${say('restart')}</button>
        ${this.#back(steps)}
      </div>`;
  }

  /** To the node of the last true choice. */
  #back(steps: Steps) {
    const rank = steps.findLastIndex(isChoice);
    return rank < 0 || this.context.readOnly
      ? nothing
      : html`<button class="btn btn--q" type="button" @click=${() => this.#go(pathOf(steps.slice(0, rank)))}>${icon('back')} ${say('back')}</button>`;
  }

  #found() {
    const count = this.#given.ends.length;
    const total = this.block.nodes.filter(({ end }) => end).length;
    return say(count > 1 ? 'found' : 'foundOne', { count, total });
  }

  #choose = (event: SubmitEvent) => {
    event.preventDefault();
    const { steps, node } = walk(this.block, this.#given.path);
    const asked = Number(new FormData(event.currentTarget as HTMLFormElement).get('choice') ?? 0);
    const choice = node.choices.length > 1 ? node.choices.find(({ number }) => number === asked) : node.choices[0];
    if (!choice) return this.#ask();
    this.#go([...pathOf(steps), choice.number], choice.consequence !== '');
  };

  #ask(): void {
    this.missing = true;
    this.dispatchEvent(new SayEvent(say('missing')));
    this.querySelector<HTMLElement>('.tiles input')?.focus();
  }

  #touched = () => {
    this.missing = false;
  };

  #goOn = () => {
    this.telling = false;
    void this.#arrive();
  };

  #go(path: CasePath, telling = false): void {
    this.telling = telling;
    this.missing = false;
    this.dispatchEvent(new AnswerEvent(this.block.number, follow(this.block, this.#given, path)));
    this.requestUpdate();
    void this.#arrive();
  }

  /** What has just come is said, and its heading takes the focus. */
  async #arrive(): Promise<void> {
    await this.updateComplete;
    const heading = this.querySelector<HTMLElement>('h3[tabindex="-1"]');
    const words = heading?.textContent?.trim() ?? '';
    const ended = !this.telling && walk(this.block, this.#given.path).node.end;
    this.dispatchEvent(new SayEvent(ended ? `${words}. ${this.#found()}.` : words));
    heading?.focus();
  }
}

export { caseStudy as activity } from './activity.ts';
