import { playModule } from '../robot.ts';
import { expect, goTo, kill, launch, refusals, stored, test } from './course.ts';

const FIELD = 'Ce qui s’est passé';
const TEXT = 'L’été, « ça » a débordé à 15 h 😀';

for (const lms of ['strict', 'moodle'] as const) {
  test(`module 1 of petite-enfance is done by keyboard in a ${lms} LMS, survives the death of its tab, and reports what it should`, async ({
    context,
    preview,
  }) => {
    test.setTimeout(180_000);
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
    const frame = page.frames().find((one) => one.url().includes('/content/'))!;
    await playModule(frame, 'm1');
    await expect(course.locator('module-summary')).toContainText('Module terminé');
    await expect.poll(async () => (await stored(page)).status, { timeout: 10_000 }).toBe('completed');
    const kept = await stored(page);
    expect(kept.score).toBe(100);
    expect(kept.objectives.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'PE-M1.a passed',
      'PE-M1.b passed',
      'PE-M1.c passed',
    ]);
    expect(kept.interactions.filter(({ id }) => /^M1_Q\d\d_/.test(id)).length).toBeGreaterThanOrEqual(16);
    expect(kept.interactions.filter(({ result }) => result === 'wrong')).toEqual([]);
    expect(kept.interactions.at(-1)?.id).toBe('M1_bilan');
    expect(await refusals(page)).toEqual([]);
    expect(problems).toEqual([]);
  });
}
