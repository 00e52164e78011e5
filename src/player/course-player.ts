import { runtimeBlocks } from '../blocks/runtime.ts';
import {
  type Block,
  type CourseOutline,
  type ModuleContent,
  type ModuleOutline,
  type PageOutline,
  pageAddress,
} from '../model/course.ts';
import type { ActivityType } from '../runtime/activity-type.ts';
import type { Attempt } from '../runtime/attempt.ts';
import { moduleOf } from '../runtime/record.ts';
import {
  AnswerEvent,
  type BlockElement,
  ConflictEvent,
  PassEvent,
  RestartEvent,
  SayEvent,
  SealEvent,
  ShareEvent,
  WriteEvent,
} from '../ui/block-element.ts';
import { t } from '../ui/messages.ts';
import { blockContexts } from './block-context.ts';
import type { CourseBanners } from './course-banners.ts';
import type { CourseHome } from './course-home.ts';
import { loadContent } from './load-content.ts';
import { neighbours, parseRoute, type Route } from './route.ts';
import type { SaveStatus } from './save-status.ts';
import type { StepRail } from './step-rail.ts';
import { stepsOf } from './steps.ts';
import { textBlockOf } from './text-block.ts';

/** Puts the pages on screen, gives each block what the attempt knows, and the attempt what the learner does. */
export class CoursePlayer {
  /** Pages of the modules that are open, by module number. */
  readonly contents = new Map<number, ModuleContent>();
  readonly #main = document.querySelector<HTMLElement>('main')!;
  readonly #rail = document.querySelector<StepRail>('step-rail')!;
  readonly #status = document.querySelector<HTMLElement>('#status')!;
  /** What stands on screen; the first page comes prerendered. */
  #shown: { module?: ModuleOutline; page?: PageOutline } = {};
  #shownAt = performance.now();

  constructor(
    readonly course: CourseOutline,
    readonly attempt: Attempt,
    /** Shared with the attempt: filled as pages bring new kinds of blocks. */
    readonly types: Map<string, ActivityType>,
  ) {}

  async start(): Promise<void> {
    this.#listen();
    setTimeout(() => void this.#loadAhead(), AHEAD_AFTER);
    const prerendered = parseRoute(this.#main.dataset.route ?? '', this.course);
    if (prerendered && !prerendered.home) this.#shown = { module: prerendered.module, page: prerendered.page };
    const { location } = this.attempt.record;
    const opened = prerendered?.home ? undefined : prerendered?.module;
    const module = opened ?? this.course.modules.find(({ number }) => number === location?.module);
    const page = module && this.#resumed(module);
    const asked = parseRoute(window.location.hash, this.course);
    this.#refresh();
    void this.#retell();
    if (asked) await this.#show(asked);
    else if (module && page) {
      history.replaceState(null, '', pageAddress(module, page));
      const block = location?.module === module.number ? location.block : undefined;
      await this.#show({ module, page, ...(block && { block: String(block) }) }, true);
    } else await this.#show(prerendered ?? { home: true });
  }

  /** Where the learner was in this module: the last page, or after another module the first that was not opened. */
  #resumed(module: ModuleOutline): PageOutline | undefined {
    const { location } = this.attempt.record;
    const { seen } = moduleOf(this.attempt.record, module.number);
    if (location?.module === module.number) return module.pages.find(({ number }) => number === location.page);
    return seen.length > 0 ? module.pages.find(({ number }) => !seen.includes(number)) : undefined;
  }

  /** What this module will need, before the network may go: its other kinds of blocks, and the words of a failure. */
  async #loadAhead(): Promise<void> {
    try {
      await Promise.all([loadRail(), loadBanners(), loadWrittenText(), loadHome(), this.attempt.options.loadReading()]);
      const blocks = [...this.contents.values()].flatMap(({ pages }) =>
        Object.values(pages).flatMap((page) => page.blocks),
      );
      await this.#loadBlocks(blocks);
    } catch (error) {
      console.error(error); // asked for again when it is needed
    }
  }

  /** What an earlier launch could not tell the platform is told now: its modules are loaded behind the scenes. */
  async #retell(): Promise<void> {
    for (const number of this.attempt.modulesWaiting) {
      if (!this.course.modules.some((one) => one.number === number)) continue;
      try {
        await this.#open(number);
      } catch (error) {
        console.error(error); // the next launch tries again
      }
    }
    this.attempt.retell();
  }

  #listen(): void {
    const { attempt } = this;
    attempt.addEventListener('change', () => this.#refresh());
    attempt.addEventListener('saving', () => this.#refresh());
    window.addEventListener('hashchange', () => {
      const route = parseRoute(window.location.hash, this.course);
      if (route) void this.#show(route);
    });
    window.addEventListener('online', () => {
      if (this.#failed) void this.#show(this.#failed);
    });
    document.addEventListener(AnswerEvent.type, (event) => {
      const { block, response, certainty } = event as AnswerEvent;
      attempt.answer(this.#module.number, block, response, certainty, (performance.now() - this.#shownAt) / 1000);
      this.#refreshNow();
    });
    document.addEventListener(PassEvent.type, (event) => attempt.pass(this.#module.number, (event as PassEvent).block));
    document.addEventListener(RestartEvent.type, (event) => {
      attempt.restartQuiz(this.#module.number, (event as RestartEvent).block);
      this.#refreshNow();
    });
    document.addEventListener(WriteEvent.type, (event) => {
      const { block, part, text } = event as WriteEvent;
      attempt.write(this.#module.number, block, part, text);
    });
    document.addEventListener(ShareEvent.type, (event) => {
      const { block, parts, sum } = event as ShareEvent;
      attempt.share(this.#module.number, block, parts, sum);
    });
    document.addEventListener(SealEvent.type, (event) => {
      const { block, parts } = event as SealEvent;
      attempt.seal(this.#module.number, block, parts);
    });
    document.addEventListener(ConflictEvent.type, (event) => {
      const { block, keep } = event as ConflictEvent;
      attempt.settleConflict({ module: this.#module.number, block }, keep);
    });
    document.addEventListener(SayEvent.type, (event) => this.#say((event as SayEvent).words));
    document.addEventListener('module-close', () => void attempt.retry());
    document.addEventListener('retry', () => void attempt.retry());
    this.#main.addEventListener('focusin', (event) => {
      const block = (event.target as Element).closest<HTMLElement>('[data-block]');
      if (block && this.#shown.page)
        attempt.reach(this.#module.number, this.#shown.page.number, Number(block.dataset.block));
    });
  }

  get #module(): ModuleOutline {
    if (!this.#shown.module) throw new Error('A block spoke while no page is shown');
    return this.#shown.module;
  }

  /** What could not be loaded: shown again once the network is back. */
  #failed: Route | undefined;

  async #show(route: Route, resumed = false): Promise<void> {
    this.#failed = undefined;
    if (route.home) return this.#showHome();
    const { module, page, block } = route;
    let content: ModuleContent;
    try {
      content = await this.#load(module);
    } catch (error) {
      console.error(error);
      this.#failed = route;
      this.#say(t('module.failed'));
      if (this.#shown.page !== page) this.#main.querySelector('.page')?.replaceChildren(paragraph(t('module.failed')));
      return;
    }
    const first = this.#shown.page === page && this.#main.querySelector('.page') !== null;
    this.#shown = { module, page };
    this.#shownAt = performance.now();
    if (!first) this.#draw(module, page, content.pages[page.number]?.html ?? '');
    else if (!this.#main.querySelector('.page-nav')) this.#main.append(pageNav(module, page));
    document.title = `${page.title} – ${module.title}`;
    try {
      await this.#loadBlocks(content.pages[page.number]?.blocks ?? []);
    } catch (error) {
      console.error(error);
      this.#failed = route;
      this.#say(t('module.failed'));
    }
    this.attempt.visit(module.number, page.number);
    this.#refreshNow();
    await this.#settled();
    this.#arrive(block, resumed, page);
    this.#main.dispatchEvent(new Event('arrived'));
  }

  async #showHome(): Promise<void> {
    try {
      await loadHome();
    } catch (error) {
      console.error(error);
      this.#failed = { home: true };
      return this.#say(t('screen.failed'));
    }
    this.#shown = {};
    document.title = this.course.title;
    this.#rail.hidden = true;
    this.#rail.parentElement?.classList.add('lay--home');
    const home = document.createElement('course-home') as CourseHome;
    this.#main.replaceChildren(this.#banners, home);
    this.#refreshNow();
    window.scrollTo(0, 0);
  }

  #draw(module: ModuleOutline, page: PageOutline, html: string): void {
    this.#rail.hidden = false;
    loadRail().catch(console.error); // asked for again at the next page
    this.#rail.parentElement?.classList.remove('lay--home');
    const title = document.createElement('h1');
    title.tabIndex = -1;
    title.textContent = page.title;
    const body = document.createElement('div');
    body.className = 'page';
    body.innerHTML = html;
    this.#main.replaceChildren(this.#banners, title, body, pageNav(module, page));
  }

  /** To the block asked for, to the top otherwise; a resume says where it lands. */
  #arrive(block: string | undefined, resumed: boolean, page: PageOutline): void {
    const target = block === undefined ? null : this.#elementOf(block);
    if (target) target.scrollIntoView({ block: 'start' });
    else window.scrollTo(0, 0);
    if (resumed) {
      const note = document.createElement('p');
      note.className = 'banner resume';
      note.textContent = t('resume.here', { title: page.title });
      this.#main.querySelector('.resume')?.remove();
      (target ?? this.#main.querySelector('.page'))?.before(note);
      note.scrollIntoView({ block: target ? 'start' : 'nearest' });
      this.#say(note.textContent);
    } else if (document.activeElement !== document.body) {
      const focus =
        target?.querySelector<HTMLElement>('input, textarea, button') ?? this.#main.querySelector<HTMLElement>('h1');
      focus?.focus({ preventScroll: true });
    }
  }

  #elementOf(block: string): HTMLElement | null {
    const known = this.#blocksShown().find(({ id, number }) => id === block || String(number) === block);
    return known ? this.#main.querySelector(`[data-block="${known.number}"]`) : null;
  }

  get #banners(): CourseBanners {
    return document.querySelector<CourseBanners>('course-banners')!;
  }

  #blocksShown(): readonly Block[] {
    const { module, page } = this.#shown;
    return (module && page && this.contents.get(module.number)?.pages[page.number]?.blocks) || [];
  }

  async #load(module: ModuleOutline): Promise<ModuleContent> {
    const known = this.contents.get(module.number);
    if (known) return known;
    const content = await loadContent(module);
    this.contents.set(module.number, content);
    this.attempt.load(content);
    return content;
  }

  async #loadBlocks(blocks: readonly Block[]): Promise<void> {
    await Promise.all(
      [...new Set(blocks.map(({ type }) => type))].map(async (type) => {
        const block = runtimeBlocks[type];
        if (!block) throw new Error(`No block type "${type}": is it listed in blocks/runtime.ts?`);
        const activity = await block.load();
        if (activity) this.types.set(type, activity);
      }),
    );
    this.attempt.retell();
  }

  // ---- what is on screen follows the attempt

  #due = false;
  /** Once per frame, however many things changed. */
  #refresh(): void {
    if (this.#due) return;
    this.#due = true;
    requestAnimationFrame(() => this.#refreshNow());
  }

  #refreshNow(): void {
    this.#due = false;
    const { attempt, course } = this;
    const { progress } = attempt;
    if (attempt.mode !== 'normal' || Object.keys(attempt.troubles).length > 0) this.#showBanners();
    const saving = document.querySelector<SaveStatus>('save-status');
    if (saving) Object.assign(saving, { saving: attempt.saving, browse: attempt.mode === 'browse' });
    Object.assign(this.#banners, {
      troubles: attempt.troubles,
      saving: attempt.saving,
      mode: attempt.mode,
      conflicts: this.#titles(attempt.troubles.conflicts),
      leftOut: this.#titles(attempt.troubles.leftOut),
      text: () => this.#writtenText(),
      fileName: `${course.slug}-copie.txt`,
    });
    this.#sayTransition();
    const home = this.#main.querySelector<CourseHome>('course-home');
    if (home) Object.assign(home, { course, progress });
    const { module, page } = this.#shown;
    if (!module || !page) return;
    Object.assign(this.#rail, {
      course,
      module,
      page,
      record: moduleOf(attempt.record, module.number),
      progress: progress.modules.get(module.number),
    });
    this.#giveBlocks(module);
  }

  #giveBlocks(module: ModuleOutline): void {
    const { course, attempt, types } = this;
    const blocks = this.#blocksShown();
    const contextOf = blockContexts({ course, attempt, types, module, blocks, open: this.#open });
    for (const element of this.#main.querySelectorAll<BlockElement>('[data-block]')) {
      const block = blocks.find(({ number }) => number === Number(element.dataset.block));
      if (!block) continue;
      const context = contextOf(block);
      element.hidden = context === undefined;
      if (context) Object.assign(element, { block, context });
    }
  }

  /** A module's pages, with all that its questions need to be drawn and graded elsewhere. */
  #open = async (number: number): Promise<ModuleContent> => {
    const module = this.course.modules.find((one) => one.number === number);
    if (!module) throw new Error(`No module ${number} in course "${this.course.slug}"`);
    const content = await this.#load(module);
    await this.#loadBlocks(Object.values(content.pages).flatMap(({ blocks }) => blocks));
    return content;
  };

  /** When they cannot be loaded any more, their first words still stand in the page. */
  #showBanners(): void {
    loadBanners().catch(() => {
      const { offline, noDevice } = this.attempt.troubles;
      const more = noDevice ? 'trouble.offlineNoDevice' : 'trouble.offlineMore';
      this.#banners.textContent = offline
        ? `${t('trouble.offline')} ${t(more)}`
        : `${t('trouble.refused')} ${t('trouble.refusedMore')}`;
    });
  }

  /** Titles of journals, for a sentence. */
  #titles(places: readonly { module: number; block: number }[] = []): string[] {
    return places.map(({ module, block }) => textBlockOf(this.contents.get(module), block)?.title ?? t('journal'));
  }

  async #settled(): Promise<void> {
    await Promise.all(
      [...this.#main.querySelectorAll<BlockElement>('[data-block]')].map((element) => element.updateComplete),
    );
  }

  // ---- words

  #lastKind = 'idle';
  /** The status region speaks when the state of saving changes sides, never at each key. */
  #sayTransition(): void {
    const { kind } = this.attempt.saving;
    if (kind === 'editing' || kind === 'saving' || kind === 'idle' || kind === this.#lastKind) return;
    if (this.#lastKind !== 'idle' || kind === 'unsaved') {
      this.#say(t(kind === 'saved' ? 'saving.saved' : kind === 'device' ? 'saving.device' : 'saving.unsaved'));
    }
    this.#lastKind = kind;
  }

  #say(words: string): void {
    this.#status.textContent = '';
    requestAnimationFrame(() => {
      this.#status.textContent = words;
    });
  }

  async #writtenText(): Promise<string> {
    const { record } = this.attempt;
    const written = this.course.modules.filter(({ number }) => Object.keys(moduleOf(record, number).texts).length > 0);
    await Promise.allSettled(written.map((module) => this.#load(module)));
    const { writtenText } = await loadWrittenText();
    return writtenText(this.course, record, this.contents);
  }
}

function paragraph(words: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'banner banner--e';
  element.textContent = words;
  return element;
}

/** Not needed while all is well; loaded before the network may go. */
const loadBanners = () => import('./course-banners.ts');
const loadWrittenText = () => import('./written-text.ts');
/** The first page comes with its steps already drawn. */
const loadRail = () => import('./step-rail.ts');
/** Nor is the home needed, when a page comes first. */
const loadHome = () => import('./course-home.ts');
const AHEAD_AFTER = 1_000;

/** « Continuer » leads on; at the end of the last page nothing is left to follow. */
export function pageNav(module: ModuleOutline, page: PageOutline): HTMLElement {
  const nav = document.createElement('nav');
  nav.className = 'page-nav';
  nav.ariaLabel = t('page.nav');
  const { previous, next } = neighbours(module, page);
  const link = (to: PageOutline, look: string, words: string) => {
    const element = document.createElement('a');
    element.className = `btn ${look}`;
    element.href = pageAddress(module, to);
    element.textContent = words;
    nav.append(element);
  };
  const step = (to: PageOutline) => stepsOf(module).find(({ pages }) => pages.includes(to))?.title ?? to.title;
  if (next)
    link(next, 'btn--p btn-full', t('page.nextTitle', { title: next.step === page.step ? next.title : step(next) }));
  if (previous) link(previous, 'btn--q', t('page.previous'));
  return nav;
}
