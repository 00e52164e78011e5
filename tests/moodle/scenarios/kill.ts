import { saysInBanner } from '../learner-browser.ts';
import { textOf } from '../reading.ts';
import type { Scenario } from '../scenario.ts';

const TEXT = 'Mardi, 14 h : la réunion a débordé, j’ai « noté » la suite 😀.';

export const kill: Scenario = {
  name: 'kill',
  title: 'Onglet tué par le système, 1,2 s après la dernière touche',
  async play(story) {
    const here = await story.sitDown();
    await here.launch();
    await here.goTo('prendre-du-recul');
    // the page's own save is over: the next one is ten seconds away
    await here.wait(3_500);
    await here.journal.pressSequentially(TEXT, { delay: 5 });
    await here.wait(1_200);
    await story.wordsAreTrue('juste avant', here, { text: TEXT });
    await here.kill();
    const known = textOf(await story.read('juste après')) === TEXT;

    await here.launch();
    await here.goTo('prendre-du-recul');
    const found = await here.journal.inputValue();
    story.check('à la réouverture, le texte est là', found === TEXT, found);
    const words = await story.hear('à la réouverture', here);
    story.check(
      `la page ${known ? 'ne dit pas' : 'dit'} que le texte a été retrouvé sur l’appareil`,
      saysInBanner(words, 'retrouvé sur cet appareil') !== known,
      words.banners.join(' '),
    );
    await here.wait(4_000);
    await story.wordsAreTrue('4 s plus tard', here, { text: TEXT });
    await story.holds('4 s plus tard', 'Moodle a le texte', { text: TEXT });
    const seen = await story.elsewhere(async (other) => {
      await other.goTo('prendre-du-recul');
      return other.journal.inputValue();
    });
    story.check('un second appareil voit le texte', seen === TEXT, seen);
  },
};
