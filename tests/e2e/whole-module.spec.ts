import { playModule } from '../robot.ts';
import { courseFrame, expect, goTo, kill, launch, refusals, stored, test } from './course.ts';
import { modulesOf } from './modules.ts';

const FIELD = 'Ce qui s’est passé';
const TEXT = 'L’été, « ça » a débordé à 15 h 😀';
const MODULES = modulesOf('petite-enfance');

for (const [lms, modules] of [
  ['strict', MODULES],
  ['moodle', MODULES.slice(0, 1)],
] as const) {
  test(`petite-enfance, ${modules.join(' ')}: done by keyboard in a ${lms} LMS, survives the death of its tab, and reports what it should`, async ({
    context,
    preview,
  }) => {
    test.setTimeout(60_000 + modules.length * 60_000);
    const problems: string[] = [];
    const first = await context.newPage();
    const before = await launch(first, preview, { zip: 'petite-enfance-scorm12', lms, learner: `entier-${lms}` });
    await goTo(before, '#/m1/prendre-du-recul');
    await before.getByLabel(FIELD).first().pressSequentially(TEXT);
    await first.waitForTimeout(1_000);
    await first.keyboard.type(' et puis');
    await kill(first);

    const page = await context.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    const course = await launch(page, preview, { zip: 'petite-enfance-scorm12', lms, learner: `entier-${lms}` });
    await expect(course.getByLabel(FIELD).first()).toHaveValue(new RegExp(`^${TEXT}`));
    await expect(course.getByLabel(FIELD).first()).toBeInViewport();
    for (const id of modules) {
      await playModule(courseFrame(page), id);
      await expect(course.locator('module-summary')).toContainText('Module terminé');
    }
    // the report of the last module leaves with the last save
    const last = `M${modules.at(-1)!.slice(1)}_bilan`;
    await expect
      .poll(async () => (await stored(page)).interactions.map(({ id }) => id), { timeout: 10_000 })
      .toContain(last);
    const done = modules.length === MODULES.length;
    const kept = await stored(page);
    expect(kept.status).toBe(done ? 'completed' : 'incomplete');
    if (done) expect(kept.score).toBe(100);
    for (const id of modules) {
      const number = id.slice(1);
      const objectives = kept.objectives.filter((one) => one.id.startsWith(`PE-M${number}.`));
      expect(objectives.length).toBeGreaterThanOrEqual(3);
      expect(objectives.filter(({ status }) => status !== 'passed')).toEqual([]);
      const asked = new Set(kept.interactions.map((one) => one.id).filter((one) => one.startsWith(`M${number}_Q`)));
      expect(asked.size).toBeGreaterThanOrEqual(16);
      expect(kept.interactions.map((one) => one.id)).toContain(`M${number}_bilan`);
    }
    expect(kept.interactions.filter(({ result }) => result === 'wrong')).toEqual([]);
    // SCORM 1.2 asks for no more than 4,096 characters: one refusal teaches it, and the oldest texts stay on the device
    const limit = lms === 'strict' && done ? ['cmi.suspend_data 405'] : [];
    expect(limit).toEqual(expect.arrayContaining(await refusals(page)));
    expect(problems).toEqual([]);
  });
}
