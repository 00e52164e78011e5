import { playModule } from '../../robot.ts';
import { saysInBanner, saysSaved } from '../learner-browser.ts';
import { elementsOf, interactionsOf } from '../reading.ts';
import type { Scenario } from '../scenario.ts';
import { answered, DISAGREEMENT, finished, MINUTES, OPENING, placed, TRACE } from '../small-course.ts';

const FIRST = 'Écrit pendant le module.';
const EDITED = 'Relu une semaine plus tard : j’ajoute que la règle a tenu.';

/** The grade is the learner's: nothing done after the end may change it. */
export const review: Scenario = {
  name: 'review',
  title: 'Relecture après la fin',
  async play(story) {
    const here = await story.sitDown();
    await here.launch();
    await playModule(here.frame, 'm1', { text: FIRST });
    await here.wait(3_000);
    await here.exit();
    const done = await story.holds('module terminé', 'Moodle a tout', {
      text: FIRST,
      answers: [answered(DISAGREEMENT), placed, answered(MINUTES), answered(OPENING), answered(TRACE), finished],
      status: 'completed',
      score: 100,
      complete: true,
    });

    await here.launch();
    const words = await story.hear('en relecture', here);
    story.check(
      'la page dit que le résultat ne change plus et que le journal reste ouvert',
      saysInBanner(words, 'votre résultat ne change plus') && saysInBanner(words, 'compléter votre journal'),
      words.banners.join(' '),
    );
    await here.goTo('faire-le-point');
    await here.frame.getByRole('button', { name: 'Refaire le quiz' }).click();
    await here.answer(OPENING, [2]);
    await here.answer(TRACE, [1]);
    await here.goTo('prendre-du-recul');
    await here.write(EDITED);
    story.check('en relecture, la page dit « Enregistré »', await here.hears(saysSaved));
    await here.wait(1_000);
    await story.wordsAreTrue('journal modifié', here, { text: EDITED });
    await here.exit();
    const after = await story.holds('après la relecture', 'le journal modifié est dans Moodle', { text: EDITED });

    const changed = Object.entries(elementsOf(done)).filter(
      ([element, value]) =>
        /^cmi\.(interactions|objectives|core\.(lesson_status|score))/.test(element) &&
        elementsOf(after)[element] !== value,
    );
    story.check(
      'statut, score et interactions sont ceux d’avant',
      changed.length === 0 && interactionsOf(after).length === interactionsOf(done).length,
      changed.map(([element]) => element).join(', ') || `${interactionsOf(after).length} interactions`,
    );
    story.check(
      'la note et l’achèvement sont ceux d’avant',
      after.grade?.raw === done.grade?.raw && after.completion?.state === done.completion?.state,
      `note ${after.grade?.raw}, achèvement ${after.completion?.state}`,
    );
    await here.launch();
    await here.goTo('prendre-du-recul');
    const found = await here.journal.inputValue();
    story.check('au lancement suivant, le journal modifié est là', found === EDITED, found);
    await here.exit();
    const seen = await story.elsewhere(async (other) => {
      await other.goTo('prendre-du-recul');
      return other.journal.inputValue();
    });
    story.check('un second appareil voit le journal modifié', seen === EDITED, seen);
    await story.holds('après trois relectures', 'la note n’a pas bougé', {
      status: 'completed',
      score: 100,
      complete: true,
    });
  },
};
