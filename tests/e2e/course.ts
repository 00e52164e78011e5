import { test as base, expect, type Frame, type FrameLocator, type Page } from 'playwright/test';
import type { StandIn } from '../../src/preview/lms/stand-in.ts';
import { startPreview } from '../../src/preview/server.ts';
import { alive } from '../robot.ts';
import { DIST } from './setup.ts';

export { expect };

interface Preview {
  url: string;
}

/** Every test gets a preview server of its own worker, serving the packages that the setup made. */
export const test = base.extend<object, { preview: Preview }>({
  preview: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from it
    async ({}, use) => {
      const server = await startPreview({ dist: DIST, port: 0 });
      await use({ url: server.url });
      await server.close();
    },
    { scope: 'worker' },
  ],
});

export type Lms = 'strict' | 'moodle' | 'none';

export interface Launch {
  zip?: string;
  lms?: Lms;
  mode?: 'normal' | 'review' | 'browse';
  /** One per test: attempts are kept by the server. */
  learner: string;
  fault?: string;
  /** Another name of this machine. */
  host?: string;
}

/** Opens a package beside the stand-in LMS, and waits until the course answers. */
export async function launch(
  page: Page,
  preview: Preview,
  { zip = 'essai-scorm12', lms = 'strict', mode = 'normal', learner, fault, host }: Launch,
): Promise<FrameLocator> {
  const url = new URL(
    `preview/?zip=${zip}&lms=${lms}&mode=${mode}&learner=${learner}${fault ? `&fault=${fault}` : ''}`,
    preview.url,
  );
  if (host) url.hostname = host;
  await page.goto(url.href);
  const course = page.frameLocator('iframe[title="Cours"]');
  await ready(course);
  return course;
}

/** The frame that holds the course. */
export function courseFrame(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().includes('/content/'));
  if (!frame) throw new Error('No course is open in this page');
  return frame;
}

/** The page is drawn and its blocks are alive. */
export async function ready(course: FrameLocator | Page): Promise<void> {
  await expect(course.locator('main .page-nav, main course-home .mod').first()).toBeVisible();
  await expect.poll(() => course.locator('main').evaluate(alive)).toBe(true);
}

/** What the LMS really keeps. */
export const stored = (page: Page) => page.evaluate(() => (window as unknown as { standIn: StandIn }).standIn.stored);

/** Errors the LMS returned, `element code`. */
export const refusals = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { standIn: StandIn }).standIn.calls
      .filter(({ method, error }) => error !== 0 && method !== 'LMSGetLastError')
      .map(({ args, error }) => `${args[0]} ${error}`),
  );

export const setFault = (page: Page, fault: string) =>
  page.evaluate((name) => {
    (window as unknown as { standIn: { fault: string } }).standIn.fault = name;
  }, fault);

/** The tab dies as when the system kills it: no event, no last word. */
export async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

/** Goes to a page of the course by its address, as its own links do. */
export async function goTo(course: FrameLocator, address: string): Promise<void> {
  await course.locator('body').evaluate((_, hash) => {
    window.location.hash = hash;
  }, address);
  await ready(course);
}
