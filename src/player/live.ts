import type { Block, CourseOutline, ModuleContent } from '../model/course.ts';
import type { CoursePlayer } from './course-player.ts';
import { loadContent } from './load-content.ts';
import { parseRoute } from './route.ts';
import { sampleAnswer } from './sample-answers.ts';

/**
 * The author's preview, and no package: what a page is made of is replaced where it stands, and a learner is played on
 * demand. It listens to the page around the course, of the same origin, and to nobody else.
 */
export function live(player: CoursePlayer): void {
  window.addEventListener('message', ({ origin, source, data }: MessageEvent<LiveMessage>) => {
    if (origin !== location.origin || source !== parent) return;
    if (data.live === 'changed') void replace(player, data.modules).catch(reopen);
    if (data.live === 'play') void play(player, data);
  });
  parent.postMessage({ live: 'ready', since: performance.timeOrigin }, location.origin);
}

export type LiveMessage =
  /** Ids of the modules whose pages changed. */
  | { live: 'changed'; modules: readonly string[] }
  /** Numbers of a block and of its module, and the state that it is wanted in. */
  | { live: 'play'; module: number; block: number; state: PlayedState };

/** What the imagined learner did. */
export type PlayedState = 'right' | 'wrong' | 'passed' | 'written' | 'shared';

async function replace({ course, attempt, contents }: CoursePlayer, modules: readonly string[]): Promise<void> {
  const outline: CourseOutline = await (await fetch('content/outline.json')).json();
  sync(course, outline);
  for (const module of course.modules) {
    if (!modules.includes(module.id) || !contents.has(module.number)) continue;
    const content: ModuleContent = await loadContent(module);
    contents.set(module.number, content);
    attempt.load(content);
  }
  redraw(course);
}

/** The address is followed again, on the same height of the page: the author's eyes do not move. */
function redraw(course: CourseOutline): void {
  const main = document.querySelector('main')!;
  const height = window.scrollY;
  const shown = parseRoute(location.hash, course) ?? parseRoute(main.dataset.route ?? '', course) ?? { home: true };
  if (!parseRoute(location.hash, course))
    history.replaceState(null, '', shown.home ? '#/' : `#/${shown.module.id}/${shown.page.id}`);
  main.querySelector('.page')?.remove();
  for (const element of document.querySelectorAll<HTMLElement & { requestUpdate(): void }>('step-rail, course-home'))
    element.requestUpdate?.();
  main.addEventListener('arrived', () => window.scrollTo(0, height), { once: true });
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Something changed that this page cannot follow: the course is opened again, where it was. */
function reopen(error: unknown): void {
  console.error(error);
  location.reload();
}

/** `target` becomes what `source` says and stays the object that others hold; modules and pages are known by number. */
function sync(target: object, source: object): void {
  const into = target as Record<string, unknown>;
  const from = source as Record<string, unknown>;
  for (const key of Object.keys(into)) if (!(key in from)) delete into[key];
  for (const [key, value] of Object.entries(from)) into[key] = synced(into[key], value);
}

function synced(before: unknown, after: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(after)) {
    const known = new Map(before.map((one) => [one?.number, one]));
    before.splice(0, before.length, ...after.map((one) => (numbered(one) ? synced(known.get(one.number), one) : one)));
    return before;
  }
  if (isObject(before) && isObject(after)) {
    sync(before, after);
    return before;
  }
  return after;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const numbered = (value: unknown): value is { number: number } => isObject(value) && 'number' in value;

/** Only pages that are open have what answers are made of: the page of the block is shown first. */
async function play({ course, attempt, contents }: CoursePlayer, wanted: LiveMessage & { live: 'play' }) {
  const module = course.modules.find(({ number }) => number === wanted.module);
  const blocks = Object.values(contents.get(wanted.module)?.pages ?? {}).flatMap((page) => page.blocks);
  const block = blocks.find(({ number }) => number === wanted.block);
  if (!module || !block) return;
  const { state } = wanted;
  if (state === 'written' || state === 'shared') {
    for (const { number, text } of sampleTexts(block)) attempt.write(module.number, block.number, number, text);
    if (state === 'shared') attempt.share(module.number, block.number);
    return;
  }
  const asked = attempt.questionsAsked(module.number, block.number);
  for (const one of asked.length > 0 ? asked : [block]) {
    if (state === 'passed') attempt.pass(module.number, one.number);
    else attempt.answer(module.number, one.number, sampleAnswer(one, state === 'right'), 2);
  }
}

/** A few plain sentences in each part; what a piece of evidence keeps in its parts has a form of its own. */
function sampleTexts(block: Block): { number: number; text: string }[] {
  if (block.type === 'evidence')
    return ['texte', 'Compte rendu de réunion', 'Trois décisions, un nom et une date pour chacune.'].map(
      (text, rank) => ({ number: rank + 1, text }),
    );
  const { parts = [] } = block as Block & { parts?: readonly { number: number }[] };
  return parts.map(({ number }) => ({
    number,
    text: 'Jeudi, la réunion a commencé sans ordre du jour. J’ai laissé parler, puis j’ai relu la décision à voix haute. La prochaine fois, je commence par la durée.',
  }));
}
