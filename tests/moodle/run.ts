import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { playModule } from '../robot.ts';
import { ACTIVITY, openDriver } from './driver.ts';

/**
 * `npm run moodle`: plays the packaged course to its end in a real, running Moodle, then writes what Moodle stored and
 * a screenshot of the trainer's report under docs/essais/. Not part of `npm test`: it needs a Moodle and a driver of it.
 * See docs/essais/README.md for the environment.
 */
const ROOT = join(import.meta.dirname, '..', '..');
const OUT = join(ROOT, 'docs', 'essais');
const ZIP = join(ROOT, 'dist', 'petite-enfance-scorm12.zip');

const driver = await openDriver();
const stamp = Date.now();
mkdirSync(OUT, { recursive: true });
try {
  const course = await driver.createCourse({ fullname: `Essai ${stamp}`, shortname: `essai-${stamp}` });
  const [learner] = await driver.createUsers([
    { username: `camille${stamp}`, firstname: 'Camille', lastname: 'Martin' },
  ]);
  await driver.enrol(course, [learner!.id]);
  const added = await driver.addScorm(course, ZIP, {
    name: 'Coordonnateur petite enfance',
    settings: ACTIVITY,
  });
  if (!added.ok) throw new Error(`Moodle refused the package: ${added.errors.join(' ; ')}`);
  const { page } = await driver.login(learner!.username, learner!.password);

  const first = await driver.launch(page, added.cmid);
  await playModule(first.frame, 'm1', { right: 0.85 });
  await page.screenshot({ path: join(OUT, 'moodle-module.png') });
  await first.player.waitForTimeout(2_500);
  await driver.exit(first.player, 'exit');
  await page.waitForTimeout(1_000);
  write('moodle-lecture-brute.json', await driver.readAll(course, added.cmid, learner!.id));
  await interactionsReport(added.cmid);
  console.log(`Écrit dans ${OUT}`);
} finally {
  await driver.close();
}

function write(name: string, value: unknown): void {
  writeFileSync(join(OUT, name), `${JSON.stringify(value, null, 1)}\n`);
}

/** The trainer's own page, with every column ticked: what Moodle lets a trainer read. */
async function interactionsReport(cmid: number): Promise<void> {
  const { page } = await driver.admin();
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.goto(`${process.env.MOODLE_URL}/mod/scorm/report.php?id=${cmid}&mode=interactions`);
  for (const name of ['qtext', 'resp', 'right', 'result'])
    await page.locator(`input[type=checkbox][name=${name}]`).check();
  await page.locator('#id_savepreferences, input[type=submit][value="Save preferences"]').first().click();
  await page.waitForLoadState();
  const table = page.locator('#region-main table').first();
  const rows = await table.evaluate((element) =>
    [...(element as HTMLTableElement).rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim())),
  );
  write('moodle-rapport-interactions.json', rows);
  await page.setViewportSize({ width: 2200, height: 900 });
  await table.scrollIntoViewIfNeeded();
  const box = (await table.boundingBox())!;
  await page.screenshot({
    path: join(OUT, 'moodle-rapport-interactions.png'),
    clip: { ...box, width: Math.min(box.width, 2200 - box.x) },
  });
}
