import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright';
import { startPreview } from '../../src/preview/server.ts';
import { launchOptions } from '../browser.ts';
import setup, { DIST } from '../e2e/setup.ts';
import { examples, LATER } from '../fixtures/examples.ts';
import { answerPage, unfold } from '../robot.ts';

/**
 * `npm run guide:shots`: what each example of the guide gives on screen, before and after an answer, side by side in
 * docs/guide/DIRECTIVE.png.
 */
const OUT = join(import.meta.dirname, '..', '..', 'docs', 'guide');
/** Run in the page as it stands: an LMS that takes everything. */
const LMS = `{ const kept = { 'cmi.core.student_id': 'camille' }; const yes = () => 'true'; window.API = { LMSInitialize: yes, LMSFinish: yes, LMSCommit: yes, LMSGetLastError: () => '0', LMSGetValue: (name) => kept[name] ?? '', LMSSetValue: (name, value) => { kept[name] = value; return 'true'; } }; }`;

/** Directives that stand in one page with others of their kind: each has its own picture. */
const opened = (markdown: string) => [...markdown.matchAll(/^:{3,4}([a-z-]+)/gm)].map(([, name]) => name!);

mkdirSync(OUT, { recursive: true });
await setup();
const server = await startPreview({ dist: DIST, port: 0 });
const browser = await chromium.launch(launchOptions);
const page = await browser.newPage({
  viewport: { width: 760, height: 900 },
  locale: 'fr-FR',
  timezoneId: 'Europe/Paris',
});
await page.addInitScript({ content: LMS });
const address = (kind: string) =>
  `${server.url}content/exemples-scorm12/index.html#/${LATER.includes(kind) ? 'm2' : 'm1'}/${kind}`;

// what looks back needs something to bring back: it comes last
for (const { kind, markdown } of examples().sort((a, b) => LATER.indexOf(a.kind) - LATER.indexOf(b.kind))) {
  await open(page, kind);
  const pictures = await parts(page, markdown);
  const before = await Promise.all(pictures.map(({ part }) => part.screenshot()));
  await answerPage(page.mainFrame(), {
    well: (rank) => rank > 0,
    text: 'Mardi, une famille est venue sans rendez-vous.',
  });
  if (kind === 'journal') await unfold(page.locator('main'));
  await page.waitForTimeout(300);
  for (const [rank, { name, part }] of pictures.entries()) {
    const after = await part.screenshot();
    await sideBySide(browser, [before[rank]!, after], join(OUT, `${name}.png`));
  }
}
await browser.close();
await server.close();
console.log(`Captures écrites dans ${OUT}`);

async function open(page: Page, kind: string): Promise<void> {
  await page.goto(address(kind));
  await page.reload();
  await page.locator('.page-nav').waitFor();
  await page.evaluate(() => {
    // out of the way of what is taken below it
    document.querySelector<HTMLElement>('.top')!.style.position = 'static';
    return document.fonts.ready;
  });
  await page.waitForTimeout(500);
}

/** What a directive drew: its own block, its group, or for what only draws the page. */
async function parts(page: Page, markdown: string): Promise<{ name: string; part: Locator }[]> {
  const names = opened(markdown);
  const group = page.locator('[data-group]');
  if (await group.count()) return [{ name: names[0]!, part: group.first() }];
  const blocks = await page.locator('main [data-block]').all();
  if (blocks.length === 0) return [{ name: names[0]!, part: page.locator('.page') }];
  // the first of each name is the one the guide shows
  return blocks
    .map((part, rank) => ({ name: names[rank]!, part }))
    .filter(({ name }, rank) => names.indexOf(name) === rank);
}

/** One picture when nothing changed. */
async function sideBySide(browser: Browser, images: readonly Buffer[], path: string): Promise<void> {
  const different = images.filter((image, rank) => !images.slice(0, rank).some((other) => other.equals(image)));
  const view = await browser.newPage({ viewport: { width: different.length * 700 + 24, height: 100 } });
  const tags = different.map((image) => `<img src="data:image/png;base64,${image.toString('base64')}" width="680">`);
  await view.setContent(
    `<body style="margin:12px;display:flex;gap:20px;align-items:flex-start;background:#e7e2d9">${tags.join('')}</body>`,
  );
  await view.screenshot({ path, fullPage: true });
  await view.close();
}
