import { answerBlock, playModule, recall } from '../robot.ts';
import { courseFrame, expect, goTo, launch, ready, refusals, stored, test } from './course.ts';

const zip = 'exemples-scorm12';

for (const lms of ['strict', 'moodle'] as const) {
  test(`every block of the guide is answered by keyboard in a ${lms} LMS, which takes every value`, async ({
    page,
    preview,
  }) => {
    test.setTimeout(180_000);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    const course = await launch(page, preview, { zip, lms, learner: `blocs-${lms}` });
    await playModule(courseFrame(page), 'm1');
    await expect(course.locator('module-summary')).toContainText('Module terminé');
    await expect(course.locator('module-summary')).toContainText('Prochains rappels');
    await playModule(courseFrame(page), 'm2');
    await goTo(course, '#/m2/recall');
    await expect(course.locator('question-recall')).toContainText('réponses justes sur 4');
    await expect.poll(async () => (await stored(page)).status, { timeout: 10_000 }).toBe('completed');
    const { interactions, score } = await stored(page);
    expect(score).toBe(100);
    expect([...new Set(interactions.map(({ type }) => type))].sort()).toEqual([
      'choice',
      'fill-in',
      'matching',
      'numeric',
      'sequencing',
    ]);
    expect(interactions.filter(({ result }) => result === 'wrong')).toEqual([]);
    expect(await refusals(page)).toEqual([]);
    expect(problems).toEqual([]);

    await test.step('and another launch shows every answer again', async () => {
      await page.reload();
      await ready(course);
      for (const kind of [
        'case',
        'choice',
        'cloze',
        'cards',
        'hotspot',
        'matching',
        'numeric',
        'open-answer',
        'scale',
        'sequence',
        'short-answer',
        'sorting',
        'true-false',
      ]) {
        await goTo(course, `#/m1/${kind}`);
        await expect(course.locator('main form'), kind).toHaveCount(0);
        await expect(course.locator('main .fb').first(), kind).toBeVisible();
      }
    });
  });
}

test('a quiz draws from its pool, asks again what was missed, and keeps the first result apart', async ({
  page,
  preview,
}) => {
  const course = await launch(page, preview, { zip, learner: 'tirage' });
  await goTo(course, '#/m1/quiz');
  const shown = course.locator('[data-group] [data-block]:not([hidden]):not(quiz-head):not(quiz-result)');
  await expect(shown).toHaveCount(2);
  const numbers = () => shown.evaluateAll((list) => list.map((one) => (one as HTMLElement).dataset.block));
  const first = await numbers();
  await expect(course.locator('save-status')).toContainText('Enregistré');
  await page.reload();
  await expect(shown).toHaveCount(2);
  expect(await numbers()).toEqual(first);
  for (const [rank, element] of (await shown.all()).entries())
    await answerBlock(element, await element.evaluate((one) => (one as unknown as { block: never }).block), rank > 0);
  const result = course.locator('quiz-result');
  await expect(result).toContainText('Premier essai');
  await expect(shown.getByRole('button', { name: 'Réessayer' })).toHaveCount(0);
  await course.getByRole('button', { name: 'Refaire le quiz' }).press('Enter');
  await expect(shown.locator('form')).toHaveCount(2);
  const second = await numbers();
  expect(second).toContain(first[0]);
  expect(second).not.toContain(first[1]);
  for (const element of await shown.all())
    await answerBlock(element, await element.evaluate((one) => (one as unknown as { block: never }).block), true);
  await expect(result).toContainText('Meilleur résultat : 100 %');
  await expect(result).not.toContainText('Premier essai : 100 %');
});

test('a recall says what it sees, and takes first an error of which the learner was sure', async ({
  page,
  preview,
}) => {
  const course = await launch(page, preview, { zip, learner: 'rappel' });
  await goTo(course, '#/m2/recall');
  const block = course.locator('question-recall');
  await expect(block).toContainText('Vous n’avez encore répondu à aucune question');
  await goTo(course, '#/m1/numeric');
  const numeric = course.locator('numeric-question');
  await answerBlock(numeric, await numeric.evaluate((one) => (one as unknown as { block: never }).block), true);
  await goTo(course, '#/m1/choice');
  const sure = course.locator('choice-question').first();
  await sure.locator('.tiles input').first().press('Space');
  await sure.getByLabel('Élevé').press('Space');
  await sure.getByRole('button', { name: 'Vérifier ma réponse' }).press('Enter');
  await goTo(course, '#/m2/recall');
  await expect(block).toContainText('2 questions répondues');
  await expect(block.locator('choice-question')).toBeVisible();
  await answerBlock(
    block.locator('choice-question'),
    await block.locator('choice-question').evaluate((one) => (one as unknown as { block: never }).block),
    false,
  );
  await expect(block.getByRole('button', { name: 'Réessayer' })).toHaveCount(0);
  await block.getByRole('button', { name: 'Question suivante' }).press('Enter');
  await page.reload();
  await ready(course);
  await expect(block.locator('numeric-question')).toBeVisible();
  await recall(block);
  await expect(block).toContainText('1 réponse juste sur 2');
  await expect(block.getByRole('link')).toHaveCount(1);
  await expect.poll(async () => (await stored(page)).interactions.at(-1)?.response).toMatch(/^1\/2/);
  await goTo(course, '#/m1/choice');
  await expect(course.locator('choice-question').first()).toContainText('élevée');
});
