import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { ROOT } from '../../packaging/courses.ts';
import { courseNames } from '../../src/content/sources.ts';
import { median } from './measure.ts';

/** Saved changes that are timed. */
export const CHANGES = 20;

/** What an author waits for, on the course that has most text, in milliseconds. */
export interface AuthorTimes {
  slug: string;
  /** `npm run check`, the start of its process included. */
  check: number;
  /** From a saved file to its new words painted beside the stand-in LMS: median. */
  change: number;
  slowest: number;
}

export async function measureAuthor(browser: Browser): Promise<AuthorTimes> {
  const slug = largest();
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'packaging/check.ts', slug], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The course has issues: ${stderr}`);
  const check = performance.now() - started;
  const folder = mkdtempSync(join(tmpdir(), 'author-'));
  cpSync(join(ROOT, 'modules'), folder, { recursive: true });
  const { server, url } = await startAuthor(slug, folder);
  try {
    const times = await saveAndWatch(browser, url, lessonOf(join(folder, slug)));
    return { slug, check, change: median(times), slowest: Math.max(...times) };
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The course with most bytes of Markdown. */
function largest(): string {
  const size = (folder: string): number =>
    readdirSync(folder).reduce((sum, name) => {
      const path = join(folder, name);
      const file = statSync(path);
      return sum + (file.isDirectory() ? size(path) : name.endsWith('.md') ? file.size : 0);
    }, 0);
  const modules = join(ROOT, 'modules');
  return courseNames(modules).sort((a, b) => size(join(modules, b)) - size(join(modules, a)))[0]!;
}

interface Lesson {
  path: string;
  /** `#/m1/environnement`. */
  address: string;
}

/** The last lesson of the course. */
function lessonOf(course: string): Lesson {
  const modules = readdirSync(course).filter((name) => statSync(join(course, name)).isDirectory());
  const pages = modules.sort().flatMap((module) =>
    readdirSync(join(course, module))
      .filter((name) => name.endsWith('.md'))
      .map((name) => ({ module, name, text: readFileSync(join(course, module, name), 'utf8') })),
  );
  const { module, name } = pages.findLast(({ text }) => /^etape: comprendre$/m.test(text))!;
  const id = /^id: (\S+)/m.exec(readFileSync(join(course, module, 'module.yaml'), 'utf8'))![1];
  return { path: join(course, module, name), address: `#/${id}/${name.replace(/^\d+-|\.md$/g, '')}` };
}

function startAuthor(slug: string, modules: string): Promise<{ server: ChildProcess; url: string }> {
  const words = ['packaging/author.ts', slug, '--modules', modules, '--port', '0', '--no-open'];
  const server = spawn(process.execPath, ['--import', 'tsx', ...words], { cwd: ROOT });
  return new Promise((resolve, reject) => {
    server.stdout.on('data', (data) => {
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(data))?.[0];
      if (url) resolve({ server, url });
    });
    server.stderr.on('data', (data) => console.error(String(data)));
    server.on('close', (code) => reject(new Error(`The author's preview ended with ${code}`)));
  });
}

async function saveAndWatch(browser: Browser, url: string, { path, address }: Lesson): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(url);
  const course =
    page.frames().find((one) => one.url().includes('/content/')) ?? (await page.waitForEvent('framenavigated'));
  await course.waitForSelector('main[data-route] .page, course-home h1');
  await page.locator('.blocks .jump').first().waitFor({ state: 'attached' }); // folded when there are several modules
  await course.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
  const text = readFileSync(path, 'utf8');
  const [front = '', ...body] = text.split(/(?<=\n---\n)/);
  const times: number[] = [];
  for (let rank = 0; rank < CHANGES; rank += 1) {
    const word = `Essai${rank}x.`;
    await page.waitForTimeout(300);
    const seen = course.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          const timer = setInterval(() => {
            if (!document.querySelector('.page')?.textContent?.includes(wanted)) return;
            clearInterval(timer);
            // painted once two frames have passed
            requestAnimationFrame(() =>
              requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())),
            );
          }, 2);
        }),
      word,
    );
    await page.waitForTimeout(50);
    const saved = performance.timeOrigin + performance.now();
    writeFileSync(path, `${front}\n${word}\n\n${body.join('')}`);
    times.push((await seen) - saved);
  }
  await page.close();
  return times;
}
