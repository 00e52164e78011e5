import { html, nothing, render } from 'lit';
import type { ListedBlock, LiveState } from '../../author-state.ts';
import { errors, KIND_STATES } from './messages.ts';

/** What this page may do with the course that is open beside it. */
export interface Course {
  /** The window it runs in; absent while none is open. */
  window(): Window | undefined;
  /** Opens it at an address of its own (`#/m1/page/bloc`) as someone who never came. */
  openAnew(address: string): void;
}

/** The course follows what is written; what is wrong lies over it; every block is one click away, in any state. */
export function author(course: Course, places: { issues: HTMLElement; blocks: HTMLElement }): void {
  let state: LiveState = { title: '', issues: [], modules: [], blocks: [] };
  let folded = false;
  /** Played once the course, opened anew, says that it is ready. */
  let waiting: { live: 'play'; module: number; block: number; state: string } | undefined;
  /** When each module changed last, milliseconds since 1970. */
  const changes = new Map<string, number>();

  const draw = () => {
    render(blocksPanel(), places.blocks);
    render(issuesPanel(), places.issues);
  };
  const send = (message: object) => course.window()?.postMessage(message, location.origin);

  const events = new EventSource('/author/events');
  const listen = (name: string, then: (told: LiveState & { changed: readonly string[] }) => void) =>
    events.addEventListener(name, ({ data }) => {
      const told = JSON.parse(data);
      if (told.issues.length > state.issues.length) folded = false;
      state = told;
      then(told);
      draw();
    });
  listen('state', () => {});
  const now = () => performance.timeOrigin + performance.now();
  listen('change', ({ changed }) => {
    for (const id of changed) changes.set(id, now());
    send({ live: 'changed', modules: changed });
  });

  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== location.origin || source !== course.window() || data?.live !== 'ready') return;
    // told while it was loading, it heard nothing
    const missed = [...changes].filter(([, at]) => at >= data.since).map(([id]) => id);
    if (missed.length > 0) send({ live: 'changed', modules: missed });
    if (waiting) send(waiting);
    waiting = undefined;
  });

  const go = ({ module, page, id }: ListedBlock) => {
    const frame = course.window();
    if (frame) frame.location.hash = `#/${module}/${page}/${id}`;
  };
  const put = (block: ListedBlock, wanted: string) => {
    const [module, number] = block.numbers;
    waiting = wanted === 'fresh' ? undefined : { live: 'play', module, block: number, state: wanted };
    course.openAnew(`#/${block.module}/${block.page}/${block.id}`);
  };
  const post = async (path: string, body: object = {}) => {
    const answer = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) alert(await answer.text());
  };
  const edit = (file: string, line: number) => void post('/author/open', { file, line });

  function blocksPanel() {
    return state.modules.map(
      (module) => html`
        <details ?open=${state.modules.length === 1}>
          <summary>${module.title}</summary>
          ${module.pages.map((page) => {
            const blocks = state.blocks.filter((block) => block.module === module.id && block.page === page.id);
            return html`<h3><a href="#" @click=${(event: Event) => {
              event.preventDefault();
              const frame = course.window();
              if (frame) frame.location.hash = `#/${module.id}/${page.id}`;
            }}>${page.title}</a></h3>
            <ul>${blocks.map(blockLine)}</ul>`;
          })}
        </details>`,
    );
  }

  function blockLine(block: ListedBlock) {
    const states = Object.entries(KIND_STATES[block.kind]);
    return html`<li>
      <button type="button" class="jump" @click=${() => go(block)}>
        <b>${block.directive}</b> <span>${block.id}</span>${block.label ? html`<span class="label">${block.label}</span>` : nothing}
      </button>
      <p class="states">
        ${states.map(
          ([name, words]) =>
            html`<button type="button" aria-label="${words} : ${block.id}" @click=${() => put(block, name)}>${words}</button>`,
        )}
        <button type="button" class="edit" aria-label="Modifier ${block.id}, ${block.file}, ligne ${block.line}" @click=${() => edit(block.file, block.line)}>Modifier</button>
      </p>
    </li>`;
  }

  function issuesPanel() {
    const { issues } = state;
    if (issues.length === 0) return nothing;
    const numbers = issues.every(({ code }) => code === 'verrou/perime');
    return html`<details class="issues" ?open=${!folded} @toggle=${(event: Event) => {
      folded = !(event.currentTarget as HTMLDetailsElement).open;
    }}>
      <summary>${errors(issues.length)}</summary>
      <ul>${issues.map(
        ({ file, line, code, message, hint }) => html`<li>
          <button type="button" class="place" @click=${() => edit(file, line)}>${file}:${line}</button>
          <p>${message} <code>${code}</code></p>
          ${hint ? html`<p class="hint">→ ${hint}</p>` : nothing}
        </li>`,
      )}</ul>
      ${numbers ? html`<p><button type="button" @click=${() => post('/author/lock')}>Donner les numéros (npm run lock)</button></p>` : nothing}
    </details>`;
  }
}
