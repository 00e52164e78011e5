import './player.css';
import './save-status.ts';
import type { CourseOutline } from '../model/course.ts';
import { ActiveTime } from '../runtime/active-time.ts';
import type { ActivityType } from '../runtime/activity-type.ts';
import { Attempt } from '../runtime/attempt.ts';
import { toBase64url } from '../runtime/bytes.ts';
import { attemptKey } from '../storage/attempt-key.ts';
import { openDevice } from '../storage/device.ts';
import { claimTab } from '../storage/tabs.ts';
import type { LoggedCall } from '../trackers/call-log.ts';
import { local } from '../trackers/local.ts';
import { openTracker } from '../trackers/open.ts';
import { SessionOver, TrackerError } from '../trackers/tracker.ts';
import { t } from '../ui/messages.ts';
import { CoursePlayer } from './course-player.ts';
import { offerScreens } from './on-demand.ts';

/** What the LMS opens. */
async function start(): Promise<void> {
  const course = JSON.parse(document.querySelector('#course')!.textContent!) as CourseOutline;
  const scope = document.querySelector<HTMLMetaElement>('meta[name="scope"]')?.content ?? '';
  const types = new Map<string, ActivityType>();
  const time = new ActiveTime(() => performance.now());
  let opened: Attempt | undefined;
  const [device, tab] = await Promise.all([
    openDevice(),
    claimTab(channel(`${course.iri}${scope}`), () => opened?.yieldTo()),
  ]);
  const calls: LoggedCall[] = [];
  const { tracker, found } = await openTracker(
    document.querySelector<HTMLMetaElement>('meta[name="tracker"]')!.content,
    { window, course, device, calls },
  );
  const options = {
    course,
    tracker,
    lmsFound: found,
    readOnly: tab.second,
    device,
    /** Without a learner's name there is no LMS: the address tells one copy of the course from another. */
    deviceKey: (learner: string) =>
      attemptKey(location.origin, learner || `local:${location.pathname}`, `${course.iri}${scope}`),
    loadSeal: async (key: string) => (await import('../storage/seal.ts')).sealWith(key),
    loadReading: async () => (await import('../runtime/reading.ts')).reading,
    makeKey: () => toBase64url(crypto.getRandomValues(new Uint8Array(16))),
    types,
    time,
    now: () => new Date(),
    online: () => navigator.onLine,
    // a record store says itself whether it was reached
    ...(found && tracker.visibility === 'lms' && { reachable }),
  };
  const attempt = await Attempt.open(options).catch((error: unknown) => {
    // anything else would open an empty attempt over what could not be read
    if (!(error instanceof TrackerError) || error instanceof SessionOver) throw error;
    console.error('The LMS did not open the attempt', error);
    return Attempt.open({ ...options, tracker: local(), lmsFound: false });
  });

  opened = attempt;
  whereDark(async () => (await import('./theme.ts')).offerTheme(device));

  for (const type of ['keydown', 'pointerdown', 'scroll'])
    addEventListener(type, () => time.action(), { passive: true, capture: true });
  document.addEventListener('visibilitychange', () => {
    time.visible(!document.hidden);
    if (document.hidden) attempt.hide();
  });
  addEventListener('pagehide', () => {
    attempt.leave();
    tab.release();
  });
  /** Back from the browser's cache, the attempt is over: it is opened again. */
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  addEventListener('online', () => void attempt.retry());
  offerScreens({ course, attempt, calls });
  if (attempt.returns || attempt.silence) (await import('./platform-wishes.ts')).obey(attempt);
  const player = new CoursePlayer(course, attempt, types);
  await player.start();
  // the author's preview alone says so, and alone has the file
  if (document.querySelector('meta[name="live"]')) (await import('./live.ts')).live(player);
}

/** Where the system is light there is nothing to ask of it. */
function whereDark(offer: () => Promise<void>): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const act = () => void offer().catch(console.error);
  if (dark.matches) act();
  else dark.addEventListener('change', act, { once: true });
}

/** Between the tabs of one browser; undefined where there is no such thing. */
const channel = (course: string) => () =>
  'BroadcastChannel' in window ? new BroadcastChannel(`parcours-coordo ${course}`) : undefined;

/** Whether the server that gave this page still answers, and to this learner: a lost session is sent elsewhere. */
async function reachable(): Promise<boolean> {
  try {
    const { ok, redirected } = await fetch(location.pathname, {
      method: 'HEAD',
      cache: 'no-store',
      signal: AbortSignal.timeout(5_000),
    });
    return ok && !redirected;
  } catch {
    return false;
  }
}

/** The page stays readable; nothing was written, so nothing is lost. */
start().catch(async (error: unknown) => {
  const banners = document.querySelector('course-banners');
  if (error instanceof SessionOver) {
    const { sessionOver } = await import('./platform-wishes.ts');
    banners?.replaceChildren(sessionOver(error));
    return;
  }
  console.error(error);
  const words = Object.assign(document.createElement('p'), { className: 'banner banner--e', role: 'alert' });
  words.textContent = t('start.failed');
  banners?.replaceChildren(words);
});
