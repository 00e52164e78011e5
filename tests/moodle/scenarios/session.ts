import { loginAgain } from '../driver.ts';
import { type LearnerBrowser, saysInBanner, saysOnDevice, saysSaved } from '../learner-browser.ts';
import type { Scenario } from '../scenario.ts';
import { answered, DISAGREEMENT, MINUTES } from '../small-course.ts';

const TEXT = 'Écrit après une longue pause, la session était finie.';

export const session: Scenario = {
  name: 'session',
  title: 'Session Moodle expirée pendant le travail\u202f; Moodle met sa page de connexion à la place du cours',
  async play(story) {
    const here = await story.sitDown();
    await here.launch();
    // a page never opened is new-page-offline's affair
    for (const page of ['prendre-du-recul', 'comprendre', 'se-situer']) await here.goTo(page);
    await here.answer(DISAGREEMENT);
    story.check('session en cours, la page dit « Enregistré »', await here.hears(saysSaved));

    await here.context.clearCookies();
    await here.goTo('comprendre');
    await here.answer(MINUTES);
    await here.goTo('prendre-du-recul');
    await here.write(TEXT);
    const told = await here.hears((words) => saysInBanner(words, 'n’a pas confirmé'));
    await here.settled();
    const words = await story.hear('session expirée', here);
    story.check('la page dit que la plateforme n’a pas confirmé', told, words.banners.join(' '));
    story.check('la barre dit « Enregistré sur cet appareil »', saysOnDevice(words), words.status);
    const shown = await typeUntilLogin(here);
    const all = { answers: [answered(DISAGREEMENT), answered(MINUTES)], status: 'incomplete' };
    await story.read('page de connexion');

    await loginAgain(here.context, story.learner);
    await here.launch();
    await here.goTo('prendre-du-recul');
    const found = await here.journal.inputValue();
    story.check(
      `reconnectée, l’apprenante retrouve son texte jusqu’au dernier caractère (${shown.length})`,
      found.startsWith(shown),
      `${found.length} caractères\u00a0: …${found.slice(-40)}`,
    );
    const again = await story.hear('reconnectée', here);
    story.check(
      'la page dit que le texte a été retrouvé sur l’appareil',
      saysInBanner(again, 'retrouvé sur cet appareil'),
      again.banners.join(' '),
    );
    await here.wait(4_000);
    await story.wordsAreTrue('reconnectée, 4 s plus tard', here, { ...all, text: found });
    await story.holds('reconnectée, 4 s plus tard', 'Moodle a le texte et les réponses, une fois chacune', {
      ...all,
      text: found,
    });
    await here.goTo('comprendre');
    await here.wait(4_000);
    await here.exit();
    await story.holds('la page de la question rouverte', 'Moodle a le texte et les réponses, une fois chacune', {
      ...all,
      text: found,
    });
  },
};

/**
 * Moodle touches the session every 30 s, and puts its login page in place of everything once it is over: the learner is
 * still writing. Gives back what the page last showed.
 */
async function typeUntilLogin(here: LearnerBrowser): Promise<string> {
  let shown = TEXT;
  const end = Date.now() + 45_000;
  while (Date.now() < end && !here.page.url().includes('/login/')) {
    try {
      await here.journal.pressSequentially(' encore', { delay: 20, timeout: 1_000 });
      shown = await here.journal.inputValue({ timeout: 1_000 });
      await here.wait(300);
    } catch {
      // the page went away between two keys
    }
  }
  if (!here.page.url().includes('/login/')) await here.exit();
  return shown;
}
