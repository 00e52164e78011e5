import { saysInBanner, saysOnDevice, saysSaved } from '../learner-browser.ts';
import type { Wanted } from '../reading.ts';
import type { Scenario, Story } from '../scenario.ts';
import { answered, DISAGREEMENT, finished, MINUTES, OPENING, placed, TRACE } from '../small-course.ts';

const TEXT = 'Écrit dans le train, sous un tunnel.';
const CUT = 'Connexion interrompue';

/** An answer, a text and a score fall in the gap; the module is not finished. */
export const offline: Scenario = {
  name: 'offline',
  title: 'Réseau coupé puis revenu, départ par « Exit activity »',
  async play(story) {
    const here = await story.sitDown();
    await here.launch();
    for (const page of ['faire-le-point', 'prendre-du-recul', 'comprendre', 'se-situer']) await here.goTo(page);
    await here.answer(DISAGREEMENT);
    story.check('en ligne, la page dit « Enregistré »', await here.hears(saysSaved));

    await here.context.setOffline(true);
    await here.goTo('comprendre');
    await here.answer(MINUTES);
    await here.goTo('prendre-du-recul');
    await here.write(TEXT);
    await here.goTo('faire-le-point');
    await here.answer(OPENING);
    await here.answer(TRACE);
    await saysCut(story, here);

    await here.context.setOffline(false);
    const quiet = await here.hears((words) => !saysInBanner(words, CUT), 40_000);
    story.check('le réseau revenu, la page cesse de dire que la connexion est interrompue', quiet);
    await here.wait(4_000);
    const gap: Wanted = {
      text: TEXT,
      answers: [DISAGREEMENT, MINUTES, OPENING, TRACE].map((one) => answered(one)),
      status: 'incomplete',
      score: 100,
    };
    await story.wordsAreTrue('le réseau revenu', here, gap);
    await here.goTo('se-situer');
    await here.place();
    await here.wait(4_000);
    const all: Wanted = { ...gap, answers: [...gap.answers!, placed] };
    await story.wordsAreTrue('une réponse plus tard', here, all);
    await here.exit();
    await story.holds('après « Exit activity »', 'Moodle a le texte, les réponses, le statut et le score', all);

    await relaunch(story, here, all);
  },
};

/** Completion, score and the last interactions fall in the gap. */
export const finishedOffline: Scenario = {
  name: 'finished-offline',
  title: 'Module terminé pendant la coupure, réseau revenu',
  async play(story) {
    const { here, all } = await finishWhileCut(story);
    await here.context.setOffline(false);
    await here.hears((words) => !saysInBanner(words, CUT), 40_000);
    await here.wait(8_000);
    await story.wordsAreTrue('8 s après le retour du réseau', here, all);
    await here.exit();
    await story.holds('après « Exit activity »', 'Moodle a le statut, le score, la note et l’achèvement', {
      ...all,
      answers: undefined,
    });
    await relaunch(story, here, all);
  },
};

/**
 * The tab goes while the network is still away: only the device knows. Killed and not closed, since a closed page's last
 * beacon escapes the browser's own simulation of a cut.
 */
export const killedOffline: Scenario = {
  name: 'killed-offline',
  title: 'Module terminé pendant la coupure, onglet tué avant le retour du réseau',
  async play(story) {
    const { here, all } = await finishWhileCut(story);
    await here.kill();
    await here.context.setOffline(false);
    await story.read('onglet tué');
    await relaunch(story, here, all);
  },
};

/** A page whose blocks this browser never drew: what the page promises (« Continuez ») must be possible. */
export const newPageOffline: Scenario = {
  name: 'new-page-offline',
  title: 'Réseau coupé à la première page, la suite n’a jamais été ouverte',
  async play(story) {
    const here = await story.sitDown();
    await here.launch();
    await here.goTo('se-situer');
    await here.answer(DISAGREEMENT);
    await here.hears(saysSaved);
    await here.context.setOffline(true);
    const drawn = () =>
      here.goTo('prendre-du-recul').then(
        () => true,
        () => false,
      );
    story.check('hors ligne, une page jamais ouverte s’ouvre et ses blocs répondent', await drawn(), 'blocs inertes');
    await story.hear('hors ligne, page jamais ouverte', here);
    await here.context.setOffline(false);
    await here.wait(4_000);
    const mended = await drawn();
    story.check('le réseau revenu, la page répond sans que l’on fasse rien', mended, 'blocs inertes');
    if (!mended) {
      await here.goTo('se-situer');
      await here.goTo('prendre-du-recul');
    }
    await here.write(TEXT);
    story.check('le réseau revenu, la page dit « Enregistré »', await here.hears(saysSaved));
    await here.exit();
    await story.holds('après « Exit activity »', 'Moodle a la réponse et le texte', {
      text: TEXT,
      answers: [answered(DISAGREEMENT)],
    });
  },
};

type Browser = Awaited<ReturnType<Story['sitDown']>>;

async function saysCut(story: Story, here: Browser): Promise<void> {
  const cut = await here.hears((words) => saysInBanner(words, CUT));
  await here.settled();
  const words = await story.hear('hors ligne', here);
  story.check(`hors ligne, la page dit «\u00a0${CUT}\u00a0»`, cut, words.banners.join(' '));
  story.check('hors ligne, la barre dit « Enregistré sur cet appareil »', saysOnDevice(words), words.status);
}

/** Everything but the final quiz online, the final quiz offline. */
async function finishWhileCut(story: Story): Promise<{ here: Browser; all: Wanted }> {
  const here = await story.sitDown();
  await here.launch();
  await here.goTo('se-situer');
  await here.answer(DISAGREEMENT);
  await here.place();
  await here.goTo('comprendre');
  await here.answer(MINUTES);
  await here.goTo('prendre-du-recul');
  await here.writeAll(TEXT);
  await here.goTo('faire-le-point');
  story.check('en ligne, la page dit « Enregistré »', await here.hears(saysSaved));
  await here.wait(1_000);
  await story.holds('en ligne', 'Moodle a le texte et les trois premières réponses', {
    text: TEXT,
    answers: [answered(DISAGREEMENT), placed, answered(MINUTES)],
    status: 'incomplete',
  });

  await here.context.setOffline(true);
  await here.answer(OPENING);
  await here.answer(TRACE);
  await saysCut(story, here);
  const all: Wanted = {
    text: TEXT,
    answers: [answered(DISAGREEMENT), placed, answered(MINUTES), answered(OPENING), answered(TRACE), finished],
    status: 'completed',
    score: 100,
    complete: true,
  };
  return { here, all };
}

/** A later launch must leave nothing missing and nothing twice. */
async function relaunch(story: Story, here: Browser, all: Wanted): Promise<void> {
  await here.launch();
  await here.goTo('prendre-du-recul');
  const found = await here.journal.inputValue();
  story.check('au lancement suivant, le texte est là', found === all.text, found);
  await here.wait(4_000);
  await story.wordsAreTrue('au lancement suivant', here, all);
  await here.exit();
  await story.holds('après le lancement suivant', 'Moodle a tout, une fois chaque chose', all);
}
