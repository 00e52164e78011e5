import { saysInBanner, saysOnDevice, saysSaved } from '../learner-browser.ts';
import { elementsOf, textOf } from '../reading.ts';
import type { Scenario, Story } from '../scenario.ts';
import { answered, DISAGREEMENT, JOURNAL, MINUTES } from '../small-course.ts';

/** SCORM 1.2's own length of suspend data (CMIString4096). */
const LIMIT = 4_096;
/** Letters that no compression shortens: the same at each run. */
const LONG = incompressible(6_400);

/** Moodle's site option that holds SCORM 1.2 to the letter of its lengths. */
export const limit: Scenario = {
  name: 'limit',
  title: 'Option de site « scormstandard »\u00a0: 4\u202f096 caractères, un texte de plus de 6 000',
  play: (story) =>
    withScormStandard(story, async () => {
      const here = await story.sitDown();
      await here.launch();
      await here.goTo('se-situer');
      await here.answer(DISAGREEMENT);
      await here.goTo('comprendre');
      await here.answer(MINUTES);
      await here.goTo('prendre-du-recul');
      await here.write(LONG);
      const named = await here.hears((words) => saysInBanner(words, 'ne peut pas tout garder'));
      await here.settled();
      // the bar says « Enregistrement… » until the server has answered
      await here.hears(saysOnDevice);
      const words = await story.hear('texte trop long', here);
      story.check(
        'la page nomme le texte qui reste sur l’appareil',
        named && saysInBanner(words, JOURNAL.title.replace(/\s/g, ' ')) && saysInBanner(words, 'sur cet appareil'),
        words.banners.join(' '),
      );
      story.check('la barre dit « Enregistré sur cet appareil »', saysOnDevice(words), words.status);
      await here.wait(2_000);
      const progress = { answers: [answered(DISAGREEMENT), answered(MINUTES)], status: 'incomplete' };
      const reading = await story.holds('texte trop long', 'Moodle garde la progression', progress);
      const length = elementsOf(reading)['cmi.suspend_data']?.length ?? 0;
      story.check(`suspend_data tient en ${LIMIT} caractères`, length > 0 && length <= LIMIT, `${length}`);
      await story.wordsAreTrue('texte trop long', here, { ...progress, text: LONG });
      await here.exit();
      const seen = await story.elsewhere(async (other) => {
        await other.goTo('comprendre');
        return other.block(MINUTES.number).locator('.fb').count();
      });
      story.check('un second appareil retrouve la progression', seen === 1);

      await here.launch();
      await here.goTo('prendre-du-recul');
      const found = await here.journal.inputValue();
      story.check('au lancement suivant, le texte entier est là', found === LONG, `${found.length} caractères`);
      const again = await here.hears((one) => saysInBanner(one, 'ne peut pas tout garder'));
      await here.settled();
      const told = await story.hear('au lancement suivant', here);
      story.check(
        'au lancement suivant, la page dit encore quel texte reste sur l’appareil',
        again,
        told.banners.join(' '),
      );
      story.check(
        'elle ne promet pas d’envoyer un texte qui ne tient pas',
        !saysInBanner(told, 'envoyé de nouveau'),
        told.banners.join(' '),
      );
      await here.goTo('comprendre');
      const kept = await here.block(MINUTES.number).locator('.fb').count();
      story.check('au lancement suivant, la réponse donnée est affichée', kept === 1);

      await here.goTo('prendre-du-recul');
      const short = 'Version courte : la règle a tenu.';
      await here.write(short);
      story.check('le texte raccourci, la page dit « Enregistré »', await here.hears(saysSaved));
      await story.wordsAreTrue('texte raccourci', here, { ...progress, text: short });
      await here.exit();
      const last = await story.read('texte raccourci');
      story.check('raccourci, le texte est dans Moodle', textOf(last) === short, textOf(last).slice(0, 60));
    }),
};

/** The option is put back as it was, whatever happens. */
async function withScormStandard(story: Story, act: () => Promise<void>): Promise<void> {
  const { driver } = story.place;
  const { page } = await driver.admin();
  await page.goto(`${process.env.MOODLE_URL}/admin/settings.php?section=modsettingscorm`);
  const before = await page.locator('input[type=checkbox][name=s_scorm_scormstandard]').isChecked();
  try {
    await driver.setSiteSettings('modsettingscorm', { s_scorm_scormstandard: 1 });
    await act();
  } finally {
    await driver.setSiteSettings('modsettingscorm', { s_scorm_scormstandard: Number(before) });
  }
}

/** Words of random letters from a small generator (Park and Miller): same seed, same text. */
function incompressible(length: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éà';
  let seed = 20_261_122;
  let text = '';
  while (text.length < length) {
    seed = (seed * 48_271) % 2_147_483_647;
    text += text.length % 9 === 8 ? ' ' : letters[seed % letters.length];
  }
  return text;
}
