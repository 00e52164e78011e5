import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { startPreview } from '../src/preview/server.ts';
import { launchOptions } from './browser.ts';
import setup, { DIST } from './e2e/setup.ts';

/** `npm run shots`: the screenshots of docs/captures, of the built package at 1024 and 375 px. */
const OUT = join(import.meta.dirname, '..', 'docs', 'captures');
const ZIP = 'petite-enfance-scorm12';
/** Run in the page as it stands. */
const LMS = `{ const kept = { 'cmi.core.student_id': 'camille' }; const yes = () => 'true'; window.API = { LMSInitialize: yes, LMSFinish: yes, LMSCommit: yes, LMSGetLastError: () => '0', LMSGetValue: (name) => kept[name] ?? '', LMSSetValue: (name, value) => { kept[name] = value; return 'true'; } }; }`;
mkdirSync(OUT, { recursive: true });
await setup();
const server = await startPreview({ dist: DIST, port: 0 });
const browser = await chromium.launch(launchOptions);

for (const { width, height, colorScheme, name } of [
  { width: 1024, height: 768, colorScheme: 'light', name: '1024' },
  { width: 375, height: 812, colorScheme: 'light', name: '375' },
  { width: 1024, height: 768, colorScheme: 'dark', name: 'sombre-1024' },
] as const) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  const page = await context.newPage();
  // an LMS that takes everything: the pages as they are when nothing is wrong
  await page.addInitScript({ content: LMS });
  await page.goto(`${server.url}content/${ZIP}/index.html`);
  await page.locator('.page-nav').waitFor();
  await page.evaluate(() => document.fonts.ready);
  const shot = (what: string, fullPage = false) =>
    page.screenshot({ path: join(OUT, `${what}-${name}.png`), fullPage });
  await shot('module');
  const question = page.locator('choice-question').first();
  await question.locator('.tiles input').first().check();
  if (await question.getByLabel('Élevé').count()) await question.getByLabel('Élevé').check();
  await question.getByRole('button', { name: 'Vérifier ma réponse' }).click();
  await question.scrollIntoViewIfNeeded();
  await question.evaluate((element) => element.scrollIntoView());
  await shot('question');
  await page.goto(`${server.url}content/${ZIP}/index.html#/m1/prendre-du-recul`);
  await page
    .locator('journal-entry textarea')
    .first()
    .fill(
      'Mardi, l’adjointe m’a demandé « un état des lieux pour vendredi ». J’ai noté la demande, puis je lui ai proposé dix minutes pour préciser à qui il servirait.',
    );
  await page.waitForTimeout(2_600);
  await page
    .locator('journal-entry')
    .first()
    .evaluate((element) => element.scrollIntoView());
  await shot('journal');
  if (name !== 'sombre-1024') {
    await page.goto(`${server.url}content/${ZIP}/index.html#/m1/faire-le-point`);
    await page.locator('module-summary').waitFor();
    await page.waitForTimeout(500);
    await page.locator('module-summary').evaluate((element) => element.scrollIntoView());
    await shot('bilan');
  }
  await context.close();
}
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' });
await page.goto(`${server.url}preview/?zip=${ZIP}&lms=moodle`);
await page.frameLocator('iframe').locator('.page-nav').waitFor();
await page.waitForTimeout(3_000);
await page.screenshot({ path: join(OUT, 'apercu-1280.png') });
await browser.close();
await server.close();
console.log(`Captures écrites dans ${OUT}`);
