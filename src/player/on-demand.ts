import type { CourseOutline, ModuleContent, ModuleOutline } from '../model/course.ts';
import type { Attempt } from '../runtime/attempt.ts';
import type { LoggedCall } from '../trackers/call-log.ts';
import { t } from '../ui/messages.ts';
import { loadContent } from './load-content.ts';

/** What a screen that opens over the course is given. */
export interface ScreenContext {
  course: CourseOutline;
  attempt: Attempt;
  /** What was said to the LMS, oldest first. */
  calls: readonly LoggedCall[];
  load(module: ModuleOutline): Promise<ModuleContent>;
}

const SCREENS = {
  'my-data': () => import('./my-data.ts'),
  'tracking-panel': () => import('./tracking-panel.ts'),
};

/** « Mes données » by the footer's button; the tracking panel by `?suivi`, five taps on the brand, or Ctrl+Alt+S. */
export function offerScreens(given: Omit<ScreenContext, 'load'>): void {
  const show = async (name: keyof typeof SCREENS, from?: Element | null) => {
    from?.parentElement?.querySelector('.screen-failed')?.remove();
    try {
      await SCREENS[name]();
    } catch (error) {
      console.error(error);
      const words = Object.assign(document.createElement('p'), { className: 'screen-failed err', role: 'alert' });
      words.textContent = t('screen.failed');
      from?.after(words);
      return;
    }
    let screen = document.querySelector<HTMLElement & { show(): void }>(name);
    if (!screen) {
      screen = Object.assign(document.createElement(name) as HTMLElement & { show(): void }, given, {
        load: loadContent,
      });
      document.body.append(screen);
    }
    screen.show();
  };
  let taps: number[] = [];
  document.addEventListener('click', ({ target, timeStamp }) => {
    const button = (target as Element).closest('[data-open="my-data"]');
    if (button) void show('my-data', button);
    if (!(target as Element).closest('.brand b')) return;
    taps = [...taps.filter((time) => timeStamp - time < 3_000), timeStamp];
    if (taps.length < 5) return;
    taps = [];
    void show('tracking-panel');
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey && event.altKey && event.code === 'KeyS' && !event.getModifierState('AltGraph')) {
      event.preventDefault();
      void show('tracking-panel');
    }
  });
  if (asksForTracking(window)) void show('tracking-panel');
}

/** `?suivi` in the address of this page, or of one of those around it that can be read. */
function asksForTracking(here: Window): boolean {
  try {
    if (new URLSearchParams(here.location.search).has('suivi')) return true;
  } catch {
    // another origin
  }
  return here.parent !== here && asksForTracking(here.parent);
}
