import { vi } from 'vitest';
import { readCourse } from '../../src/content/sources.ts';
import type { Attempt } from '../../src/runtime/attempt.ts';
import type { Device } from '../../src/storage/device.ts';
import { cmi5 } from '../../src/trackers/cmi5.ts';
import { type Guide, published } from '../profile/guide-walk.ts';
import { COURSES, MemoryDevice } from '../runtime/learner.ts';
import { openAttempt } from '../runtime/open-attempt.ts';
import type { LaunchOptions, StrictLms } from './lms.ts';
import type { Session } from './session.ts';

export const essai = published(readCourse(COURSES, 'essai'));

/** What a tab keeps as long as it lives. */
export class MemoryTab {
  readonly values = new Map<string, string>();
  getItem = (key: string) => this.values.get(key) ?? null;
  setItem = (key: string, value: string) => void this.values.set(key, value);
}

/** One page open on a unit. */
export interface OpenPage {
  attempt: Attempt;
  session: Session;
  /** Where the window was taken; none while it stays. */
  wentTo: string[];
  /** The page goes away as a browser lets it: what it sent last arrives. */
  leave(): Promise<void>;
  /** The page dies without a word, and what it had begun with it. */
  kill(): void;
  /** The same page once more, in the same tab. */
  reload(): Promise<OpenPage>;
}

export interface OpenOptions extends LaunchOptions {
  course?: Guide;
  device?: MemoryDevice;
  tab?: MemoryTab;
}

/** A learner is launched into the unit by this LMS; the runtime, the storage and the tracker are the real ones. */
export async function follow(lms: StrictLms, options: OpenOptions = {}): Promise<OpenPage> {
  const { url, session } = lms.launch(0, options);
  return openPage(lms, { ...options, url, session, tab: options.tab ?? new MemoryTab() });
}

interface PageOptions extends OpenOptions {
  url: string;
  session: Session;
  tab: MemoryTab;
}

/** What a page that is gone still had in mind reaches nothing. */
const mortal = (device: MemoryDevice, life: { over: boolean }): Device => ({
  kind: device.kind,
  get: device.get,
  set: async (key, value) => !life.over && device.set(key, value),
  last: (key, value) => void (life.over || device.last(key, value)),
  delete: async (key) => void (life.over || (await device.delete(key))),
});

async function openPage(lms: StrictLms, options: PageOptions): Promise<OpenPage> {
  const { url, session, tab, course = essai } = options;
  const life = { over: false, reloading: false };
  const device = mortal(options.device ?? new MemoryDevice(), life);
  const wentTo: string[] = [];
  const tracker = cmi5({
    search: new URL(url).search,
    course: course.course,
    device,
    tab,
    fetch: async (input, init) => {
      if (life.over) throw new TypeError('Failed to fetch');
      return lms.fetch(input instanceof Request ? input : new Request(input, init));
    },
    now: () => new Date(),
    random: () => 0.5,
    goTo: (address) => {
      wentTo.push(address);
      void lms.fetch(address);
    },
    reloading: () => life.reloading,
  });
  if (!tracker) throw new Error(`The tracker does not take this launch: ${url}`);
  const attempt = await openAttempt(course, { tracker, device });
  await pass(1);
  const page: OpenPage = {
    attempt,
    session,
    wentTo,
    async leave() {
      attempt.hide();
      attempt.leave();
      await pass(5);
      life.over = true;
    },
    kill: () => {
      life.over = true;
    },
    async reload() {
      life.reloading = true;
      await page.leave();
      return openPage(lms, options);
    },
  };
  return page;
}

/** Seconds go by. */
export const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);

/** What is said of the launches of a unit, by the last word of each verb, in the order it was stored. */
export const verbsOf = (lms: StrictLms, session?: Session): string[] =>
  lms.statements
    .filter(({ context }) => !session || Object.values(context?.extensions ?? {}).includes(session.id))
    .map(({ verb }) => verb.id.split('/').at(-1)!);
