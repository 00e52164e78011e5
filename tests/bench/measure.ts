import { gzipSync } from 'node:zlib';
import { strFromU8, strToU8 } from 'fflate';
import type { Browser, Frame, Page } from 'playwright';
import { alive } from '../robot.ts';

/** Files of a package by path, or of the hand-written page it is compared to. */
export type Files = ReadonlyMap<string, Uint8Array>;

export interface Subject {
  browser: Browser;
  /** Where the packages are served. */
  url: string;
  /** First part of its addresses. */
  name: string;
  files: Files;
}

const SLOW = { cpu: 4, latency: 150, download: (1.6 * 1024 * 1024) / 8, upload: (750 * 1024) / 8 };
export const RUNS = 7;

/** Reports, in every frame, the moment `found` first says yes and is painted. */
const watch = `(found) => { const tick = () => document.body && found() ? requestAnimationFrame(() => requestAnimationFrame(() => { window.seenAt = performance.timeOrigin + performance.now(); })) : setTimeout(tick, 8); if (window !== window.top) tick(); }`;

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

export async function repeat(once: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await once());
  return median(times);
}

/** What a careful hand would write: the same text and pictures, a few rules of style, no script. */
export function floorOf(files: Files): Files {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(strFromU8(files.get('index.html')!))?.[1] ?? '';
  const plain = main
    .replace(/<(?!\/?(?:h\d|p|ul|ol|li|strong|em|a|img)\b)[^>]+>/g, '')
    .replace(/ (?:class|tabindex|id|loading|decoding|data-[\w-]+)="[^"]*"/g, '');
  const style = 'body{font:17px/1.6 sans-serif;max-width:42rem;margin:2rem auto}h1{font-size:1.9rem}';
  const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Page</title><link rel="stylesheet" href="style.css"><main>${plain}</main></html>`;
  const pictures = [...plain.matchAll(/<img src="([^"]+)"/g)].flatMap(([, path]) => {
    const data = files.get(path!);
    return data ? [[path!, data] as const] : [];
  });
  return new Map([['index.html', strToU8(page)], ['style.css', strToU8(style)], ...pictures]);
}

/** The first words of the first paragraph, of a page or of the home: on screen, they can be read. */
export function firstWords(files: Files): string {
  const index = strFromU8(files.get('index.html')!);
  const words = /(?:<div class="page">\s*<p>|<course-home>.*?<p class="muted">)([^<]{30,80})/.exec(index)?.[1]?.trim();
  if (!words) throw new Error('The first screen holds no paragraph to wait for');
  return words;
}

async function withPage<T>({ browser, url }: Subject, slow: boolean, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(`${url}/lms`);
  if (slow) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu });
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: SLOW.latency,
      downloadThroughput: SLOW.download,
      uploadThroughput: SLOW.upload,
    });
  }
  try {
    return await act(page);
  } finally {
    await context.close();
  }
}

const openCourse = (page: Page, { url, name }: Subject) =>
  page.evaluate(
    (address) => (window as unknown as { openCourse(address: string): void }).openCourse(address),
    `${url}/${name}/index.html`,
  );

/** Milliseconds from the moment the LMS sets the frame's address until `found` (an expression) is true and painted. */
async function timeTo(subject: Subject, found: string, slow: boolean): Promise<number> {
  return withPage(subject, slow, async (page) => {
    await page.addInitScript(`(${watch})(() => ${found})`);
    await openCourse(page, subject);
    for (;;) {
      const frame = page.frames()[1];
      const seen = await frame?.evaluate(() => (window as unknown as { seenAt?: number }).seenAt ?? 0).catch(() => 0);
      if (seen) return seen - (await page.evaluate(() => (window as unknown as { startedAt: number }).startedAt));
      await page.waitForTimeout(20);
    }
  });
}

export const timeToReadable = (subject: Subject, words: string, slow: boolean) =>
  timeTo(subject, `document.body.textContent.includes(${JSON.stringify(words)})`, slow);

export const timeToAnswer = (subject: Subject) =>
  timeTo(subject, `!!document.querySelector('.q input:not(:disabled), self-positioning input')`, true);

/** Until 700 ms without a request: what the learner downloads before doing anything. */
export async function weightAtStart(subject: Subject): Promise<{ bytes: number; requests: number; outside: number }> {
  return withPage(subject, false, async (page) => {
    const paths: string[] = [];
    let outside = 0;
    let last = Date.now();
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin !== subject.url) outside += 1;
      if (!pathname.startsWith(`/${subject.name}/`)) return;
      paths.push(pathname.slice(subject.name.length + 2));
      last = Date.now();
    });
    await openCourse(page, subject);
    while (Date.now() - last < 700 || paths.length === 0) await page.waitForTimeout(50);
    return { bytes: gzipped(subject.files, new Set(paths)), requests: paths.length, outside };
  });
}

/** JS and CSS among these paths, as a web server sends them. */
export const gzipped = (files: Files, paths: Iterable<string>): number =>
  [...paths]
    .filter((path) => /\.(?:js|css)$/.test(path))
    .reduce((sum, path) => sum + gzipSync(files.get(path)!, { level: 6 }).length, 0);

export interface Session {
  launch: number;
  commits: number;
  /** Length of the state the LMS holds at the end, in characters. */
  state: number;
}

/** Opens, does what `act` does on each of the first three pages, leaves. */
export async function session(subject: Subject, act: (frame: Frame) => Promise<unknown>): Promise<Session> {
  return withPage(subject, false, async (page) => {
    const calls = () => page.evaluate(() => (window as unknown as { calls: string[][] }).calls.map(([name]) => name!));
    await openCourse(page, subject);
    await page.frameLocator('iframe').locator('.page-nav').waitFor();
    const launch = (await calls()).length;
    const frame = page.frames()[1]!;
    for (let rank = 0; rank < 3; rank += 1) {
      await frame.waitForFunction(alive as unknown as () => boolean, await frame.$('main'));
      await act(frame);
      await page.waitForTimeout(2_500);
      const next = frame.getByRole('link', { name: /^Continuer/ });
      if (rank < 2) await next.click();
    }
    await page
      .locator('iframe')
      .evaluate((element) => (element as HTMLIFrameElement).contentWindow!.location.replace('about:blank'));
    await page.waitForTimeout(300);
    const state = await page.evaluate(
      () => (window as unknown as { kept: Record<string, string> }).kept['cmi.suspend_data']?.length ?? 0,
    );
    return { launch, commits: (await calls()).filter((name) => name === 'LMSCommit').length, state };
  });
}
