import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { type Browser, chromium, type Page } from 'playwright';
import type { CompiledCourse } from '../../packaging/assemble.ts';
import { stateBudget } from '../../packaging/budget.ts';
import { ROOT, readCourses } from '../../packaging/courses.ts';
import { ensureBrowser, launchOptions } from '../browser.ts';
import { serve } from './server.ts';

/**
 * `npm run bench`: weight, speed and LMS calls of the built package, beside a hand-written page of the same text in the
 * same run. Prints a table with each limit, writes docs/mesures.md, exits with 1 when a limit is passed.
 */
const RUNS = 7;
const SLOW = { cpu: 4, latency: 150, download: (1.6 * 1024 * 1024) / 8, upload: (750 * 1024) / 8 };
const OUT = join(ROOT, '.cache', 'bench');

interface Row {
  what: string;
  value: number;
  unit: string;
  limit: number;
}

/** Reports, in every frame, the moment `found` first says yes and is painted. */
const watch = `(found) => { const tick = () => document.body && found() ? requestAnimationFrame(() => requestAnimationFrame(() => { window.seenAt = performance.timeOrigin + performance.now(); })) : setTimeout(tick, 8); if (window !== window.top) tick(); }`;

ensureBrowser();
mkdirSync(OUT, { recursive: true });
packageCommand();
const packaging = packageCommand();
const course = open('petite-enfance-scorm12');
const floor = floorOf(strFromU8(course.get('index.html')!));
const server = await serve({ course, floor });
const browser = await chromium.launch(launchOptions);
const rows = await measure(browser);
await browser.close();
server.close();
report(rows);

function packageCommand(): number {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'packaging/cli.ts', 'petite-enfance', '--target', 'scorm12', '--out', OUT],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`Packaging failed: ${stderr}`);
  return Number(/paquets\u00a0: ([\d,]+) s/.exec(stdout)?.[1]?.replace(',', '.'));
}

function open(name: string): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(readFileSync(join(OUT, `${name}.zip`)))));
}

/** What a careful hand would write: the same text, a few rules of style, no script. */
function floorOf(index: string): Map<string, Uint8Array> {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(index)?.[1] ?? '';
  const plain = main
    .replace(/<(?!\/?(?:h\d|p|ul|ol|li|strong|em|a)\b)[^>]+>/g, '')
    .replace(/ (?:class|tabindex|id|data-[\w-]+)="[^"]*"/g, '');
  const style = 'body{font:17px/1.6 sans-serif;max-width:42rem;margin:2rem auto}h1{font-size:1.9rem}';
  return new Map([
    [
      'index.html',
      strToU8(
        `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Page</title><link rel="stylesheet" href="style.css"><main>${plain}</main></html>`,
      ),
    ],
    ['style.css', strToU8(style)],
  ]);
}

async function measure(browser: Browser): Promise<Row[]> {
  const index = strFromU8(course.get('index.html')!);
  const needle = (/<div class="page">\s*<p>([^<]{30,80})/.exec(index)?.[1] ?? '').trim();
  if (!needle) throw new Error('The first screen holds no paragraph to wait for');
  const readable = async (name: string, slow: boolean) =>
    median(await repeat(() => timeToReadable(browser, name, needle, slow)));
  await timeToReadable(browser, 'course', needle, false);
  const [quick, quickFloor] = [await readable('course', false), await readable('floor', false)];
  const [slow, slowFloor] = [await readable('course', true), await readable('floor', true)];
  const answerable = median(await repeat(() => timeToAnswer(browser)));
  const start = await weightAtStart(browser);
  const session = await threePages(browser);
  const compiled = readCourses(['petite-enfance'])[0]!.compiled as CompiledCourse;
  const perModule = stateBudget({
    ...compiled,
    outline: { ...compiled.outline, modules: compiled.outline.modules.slice(0, 1) },
  });
  return [
    { what: 'JS + CSS au démarrage, gzip', value: start.bytes / 1000, unit: 'ko', limit: 45 },
    { what: 'Requêtes au démarrage', value: start.requests, unit: '', limit: 8 },
    { what: 'Lisible : rapport à une page écrite à la main', value: quick / quickFloor, unit: '×', limit: 2 },
    { what: 'Lisible, processeur ÷ 4 et réseau lent : même rapport', value: slow / slowFloor, unit: '×', limit: 2.3 },
    { what: 'Première question utilisable, même lenteur', value: answerable / 1000, unit: 's', limit: 1.5 },
    { what: 'Appels au LMS à l’ouverture', value: session.launch, unit: '', limit: 12 },
    { what: 'Enregistrements (commits) sur trois pages', value: session.commits, unit: '', limit: 10 },
    { what: 'Mise en paquet, lecteur déjà construit', value: packaging, unit: 's', limit: 1 },
    { what: 'État d’un module terminé, sans texte', value: perModule.withoutText, unit: 'caractères', limit: 200 },
  ];
}

async function repeat(once: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await once());
  return times;
}
function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

async function withPage<T>(browser: Browser, slow: boolean, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(`${server.url}/lms`);
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

async function timeTo(browser: Browser, name: string, found: string, slow: boolean): Promise<number> {
  return withPage(browser, slow, async (page) => {
    await page.addInitScript(`(${watch})(() => ${found})`);
    await page.evaluate(
      (address) => (window as unknown as { openCourse(address: string): void }).openCourse(address),
      `${server.url}/${name}/index.html`,
    );
    for (;;) {
      const frame = page.frames()[1];
      const seen = await frame?.evaluate(() => (window as unknown as { seenAt?: number }).seenAt ?? 0).catch(() => 0);
      if (seen) return seen - (await page.evaluate(() => (window as unknown as { startedAt: number }).startedAt));
      await page.waitForTimeout(20);
    }
  });
}

function timeToReadable(browser: Browser, name: string, needle: string, slow: boolean): Promise<number> {
  return timeTo(browser, name, `document.body.textContent.includes(${JSON.stringify(needle)})`, slow);
}

function timeToAnswer(browser: Browser): Promise<number> {
  const control = 'choice-question input:not(:disabled), self-positioning input';
  return timeTo(browser, 'course', `!!document.querySelector('${control}')`, true);
}

/** Until 700 ms without a request: what the learner downloads before doing anything. */
async function weightAtStart(browser: Browser): Promise<{ bytes: number; requests: number }> {
  return withPage(browser, false, async (page) => {
    const paths: string[] = [];
    let last = Date.now();
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (!pathname.startsWith('/course/')) return;
      paths.push(pathname.slice('/course/'.length));
      last = Date.now();
    });
    await page.evaluate(
      (address) => (window as unknown as { openCourse(address: string): void }).openCourse(address),
      `${server.url}/course/index.html`,
    );
    while (Date.now() - last < 700 || paths.length === 0) await page.waitForTimeout(50);
    const heavy = [...new Set(paths)].filter((path) => /\.(?:js|css)$/.test(path));
    return {
      bytes: heavy.reduce((sum, path) => sum + gzipSync(course.get(path)!, { level: 6 }).length, 0),
      requests: paths.length,
    };
  });
}

/** Opens, answers on three pages, leaves. */
async function threePages(browser: Browser): Promise<{ launch: number; commits: number }> {
  return withPage(browser, false, async (page) => {
    const calls = () => page.evaluate(() => (window as unknown as { calls: string[][] }).calls.map(([name]) => name!));
    await page.evaluate(
      (address) => (window as unknown as { openCourse(address: string): void }).openCourse(address),
      `${server.url}/course/index.html`,
    );
    const frame = page.frameLocator('iframe');
    await frame.locator('.page-nav').waitFor();
    const launch = (await calls()).length;
    for (let rank = 0; rank < 3; rank += 1) {
      for (const question of (await frame.locator('choice-question:has(form)').all()).slice(0, 2)) {
        await question.locator('.tiles input').first().check();
        if (await question.getByLabel('Moyen').count()) await question.getByLabel('Moyen').check();
        await question.getByRole('button', { name: 'Vérifier ma réponse' }).click();
      }
      await page.waitForTimeout(2_500);
      if (rank < 2) await frame.getByRole('link', { name: /^Continuer/ }).click();
    }
    await page
      .locator('iframe')
      .evaluate((element) => (element as HTMLIFrameElement).contentWindow!.location.replace('about:blank'));
    await page.waitForTimeout(300);
    return { launch, commits: (await calls()).filter((name) => name === 'LMSCommit').length };
  });
}

function report(rows: readonly Row[]): void {
  const show = (value: number, unit: string) =>
    `${Number.isInteger(value) ? value : value.toFixed(2).replace('.', ',')}${unit ? ` ${unit}` : ''}`;
  const table = rows.map(
    ({ what, value, unit, limit }) =>
      `| ${what} | ${show(value, unit)} | ≤ ${show(limit, unit)} | ${value <= limit ? 'tenu' : '**dépassé**'} |`,
  );
  const page = `# Mesures\n\nPage écrite par \`npm run bench\` (médianes de ${RUNS} ouvertures à froid, Chromium sans fenêtre, réseau local ; lenteur : processeur ÷ 4, 150 ms, 1,6 Mbit/s). Les temps dépendent de la machine : comptent les rapports à une page écrite à la main, mesurée dans la même passe.\n\nPaquet mesuré : \`petite-enfance-scorm12.zip\`.\n\n| Mesure | Valeur | Limite | |\n|---|---|---|---|\n${table.join('\n')}\n`;
  writeFileSync(join(ROOT, 'docs', 'mesures.md'), page);
  console.log(page);
  if (rows.some(({ value, limit }) => !(value <= limit))) process.exitCode = 1;
}
