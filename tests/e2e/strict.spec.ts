import { expect, goTo, kill, launch, ready, refusals, stored, test } from './course.ts';
import { answerByKeyboard, expectFocusSeen, tabTo } from './keyboard.ts';

const TEXT = 'L’été dernier, « ça » a débordé… j’ai arrêté à 15 h 😀';

test('a module is done by keyboard alone in a strict LMS, survives the death of its tab, and reports what a trainer expects', async ({
  context,
  preview,
}) => {
  const learner = 'clavier';
  let page = await context.newPage();
  let course = await launch(page, preview, { learner });

  await test.step('answers the first page', async () => {
    await answerByKeyboard(page, course.locator('choice-question'), [0], 'Élevé');
    await expect(course.locator('.fb')).toContainText('Pas tout à fait');
    await expect(course.locator('#status')).toContainText('Pas tout à fait');
    const retry = course.getByRole('button', { name: 'Réessayer' });
    await tabTo(page, retry);
    await expectFocusSeen(course);
    await page.keyboard.press('Enter');
    await answerByKeyboard(page, course.locator('choice-question'), [1], 'Moyen');
    await expect(course.locator('.fb')).toContainText('C’est exact');
    for (const competency of ['Poser le cadre d’une réunion', 'Écrire une décision']) {
      await tabTo(page, course.getByRole('group', { name: competency }).getByRole('radio').first());
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
    }
    await tabTo(page, course.getByRole('button', { name: 'Enregistrer mon positionnement' }));
    await page.keyboard.press('Enter');
    await expect(course.locator('self-positioning')).toContainText('Je découvre');
  });

  await test.step('follows the next page', async () => {
    await tabTo(page, course.getByRole('link', { name: /^Continuer/ }));
    await page.keyboard.press('Enter');
    await expect(course.getByRole('heading', { level: 1 })).toHaveText('Durée, règle, trace');
    await ready(course);
    await answerByKeyboard(page, course.locator('choice-question'), [0, 2, 3]);
    await tabTo(page, course.getByRole('link', { name: /^Continuer/ }));
    await page.keyboard.press('Enter');
    await expect(course.getByRole('heading', { level: 1 })).toHaveText('Ma dernière réunion');
  });

  await test.step('writes, and the tab dies mid-sentence', async () => {
    await tabTo(page, course.getByLabel('Ce qui s’est passé'));
    await page.keyboard.type(TEXT, { delay: 5 });
    await page.waitForTimeout(1_000);
    await page.keyboard.type(' et puis');
    await kill(page);
  });

  await test.step('comes back to the same block, the same text, the same answers', async () => {
    page = await context.newPage();
    course = await launch(page, preview, { learner });
    await expect(course.getByRole('heading', { level: 1 })).toHaveText('Ma dernière réunion');
    await expect(course.locator('.resume')).toContainText('Vous reprenez où vous en étiez');
    await expect(course.getByLabel('Ce qui s’est passé')).toHaveValue(new RegExp(`^${TEXT}`));
    await expect(course.getByLabel('Ce qui s’est passé')).toBeInViewport();
    await goTo(course, '#/m1/se-situer');
    await expect(course.locator('choice-question .fb')).toContainText('C’est exact');
    await expect(course.locator('self-positioning')).toContainText('Je découvre');
    await goTo(course, '#/m1/prendre-du-recul');
  });

  await test.step('finishes', async () => {
    const second = course.locator('summary', { hasText: 'Ce que je ferai la prochaine fois' });
    await tabTo(page, second);
    await page.keyboard.press('Enter');
    await tabTo(page, course.getByLabel('Ce que je ferai la prochaine fois'));
    await page.keyboard.type('J’annoncerai la durée.');
    await tabTo(page, course.getByRole('link', { name: /^Continuer/ }));
    await page.keyboard.press('Enter');
    await expect(course.getByRole('heading', { level: 1 })).toHaveText('Faire le point');
    await ready(course);
    await answerByKeyboard(page, course.locator('choice-question').nth(0), [0]);
    await answerByKeyboard(page, course.locator('choice-question').nth(1), [1]);
    await expect(course.locator('quiz-result')).toContainText('Meilleur résultat : 100 %');
    await expect(course.locator('module-summary')).toContainText('Module terminé');
    await tabTo(page, course.getByRole('button', { name: 'Terminer le module' }));
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await stored(page)).status).toBe('completed');
  });

  const kept = await stored(page);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
  expect(kept.score).toBe(100);
  expect(kept.exit).toBe('suspend');
  expect(kept.interactions.map(({ id, response, result }) => `${id} ${response} ${result}`)).toEqual([
    'M1_Q01_desaccord_1 a wrong',
    'M1_Q01_desaccord_1 b correct',
    'M1_P01_depart_2 ES-M1.a 1, ES-M1.b 1 neutral',
    'M1_Q02_releve_3 a,c,d correct',
    'M1_Q03_q_ouverture_6 a correct',
    'M1_Q04_q_trace_7 b correct',
    `M1_bilan ${today} 100 % neutral`,
  ]);
  expect(kept.objectives.map(({ id, status, score }) => `${id} ${status} ${score}`)).toEqual([
    'ES-M1.a passed 100',
    'ES-M1.b passed 100',
  ]);
  expect(JSON.stringify(kept.interactions)).not.toContain('débordé');
  expect(await refusals(page)).toEqual([]);
});
