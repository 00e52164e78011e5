import type { CaseStudy } from '../../src/blocks/case/activity.ts';
import { pathTo } from '../../src/player/sample-answers.ts';
import { answerBlock } from '../robot.ts';
import { courseFrame, expect, goTo, launch, ready, refusals, stored, test } from './course.ts';

test('a case of twelve nodes is played both ways, resumed half-way, and its paths are readable in the report', async ({
  page,
  preview,
}) => {
  const course = await launch(page, preview, { zip: 'exemples-scorm12', learner: 'cas', lms: 'strict' });
  await goTo(course, '#/m2/douze-noeuds');
  const study = course.locator('case-study');
  const block = (await study.evaluate((one) => (one as unknown as { block: unknown }).block)) as CaseStudy;
  expect(block.nodes.length).toBeGreaterThanOrEqual(12);
  const ends = block.nodes.filter(({ choices }) => choices.length === 0);
  const report = async () => (await stored(page)).interactions.map(({ type, response }) => `${type} ${response}`);

  await test.step('half-way, nothing is reported and the place is kept', async () => {
    await study.locator('.tiles input').first().press('Space');
    await study.locator('form button.btn--p').press('Enter');
    await expect(study).toContainText('Conséquence');
    await expect(course.locator('save-status')).toContainText('Enregistré');
    expect(await report()).toEqual([]);
    await page.reload();
    await ready(course);
    await expect(study).toContainText(/Étape 2|Vos choix jusqu’ici|Conséquence/);
    await study.getByRole('button', { name: 'Revenir au choix précédent' }).press('Enter');
    await expect(study.locator('.tiles input:checked')).toHaveCount(0);
  });

  await test.step('the first end is reported with the choices that led there', async () => {
    await answerBlock(study, block, true);
    await expect(study).toContainText('Débriefing');
    await expect(study).toContainText(`1 fin découverte sur ${ends.length}`);
    await expect.poll(report).toHaveLength(1);
    const first = pathTo(block, ends[0]!.number);
    const [line] = await report();
    expect(line).toMatch(/^fill-in [a-z0-9-]+\.[a-z]( > [a-z0-9-]+(\.[a-z])?)+$/);
    expect(line!.split(' > ')).toHaveLength(first.length + 1);
  });

  await test.step('another choice is explored, and reported beside the first', async () => {
    await study.getByRole('button', { name: 'Recommencer depuis le début' }).press('Enter');
    await answerBlock(study, block, false);
    await expect(study).toContainText(`2 fins découvertes sur ${ends.length}`);
    await expect.poll(report).toHaveLength(2);
    const [first, last] = await report();
    expect(last).not.toBe(first);
  });
  expect(await refusals(page)).toEqual([]);
  expect(courseFrame(page).url()).toContain('/content/');
});
