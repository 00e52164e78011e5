import type { Route } from 'playwright';
import { saysInBanner, saysOnDevice, saysSaved } from '../learner-browser.ts';
import type { Wanted } from '../reading.ts';
import type { Scenario, Story } from '../scenario.ts';
import { answered, DISAGREEMENT, finished, MINUTES, OPENING, placed, TRACE } from '../small-course.ts';

const TEXT = 'Écrit pendant que le serveur ne répondait plus.';
/** Where Moodle's SCORM API posts each commit. */
const COMMITS = '**/mod/scorm/datamodel.php*';
const MAINTENANCE = '<!DOCTYPE html><title>Maintenance</title><h1>Ce site est en maintenance.</h1>';

/** The learner asks for a new try once the server answers again. */
export const http500: Scenario = {
  name: 'http-500',
  title: 'Le serveur répond « erreur 500 », puis se rétablit\u202f; « Réessayer »',
  play: (story) =>
    broken(
      story,
      (route) => route.fulfill({ status: 500, body: 'Internal Server Error' }),
      async (here) => here.frame.getByRole('button', { name: 'Réessayer' }).click(),
    ),
};

/** Nobody does anything: the page tries again by itself. */
export const maintenance: Scenario = {
  name: 'maintenance',
  title: 'Page de maintenance à la place du serveur, puis levée\u202f; la page réessaie seule',
  play: (story) =>
    broken(
      story,
      (route) => route.fulfill({ status: 200, contentType: 'text/html', body: MAINTENANCE }),
      async () => undefined,
    ),
};

/** Moodle takes a refused connection for a page that goes away, sends a beacon and says "true": nothing arrives. */
export const unreachable: Scenario = {
  name: 'unreachable',
  title: 'Serveur injoignable alors que le navigateur se croit en ligne, puis module terminé',
  async play(story) {
    const here = await story.sitDown();
    await here.launch();
    for (const page of ['faire-le-point', 'prendre-du-recul', 'comprendre', 'se-situer']) await here.goTo(page);
    await here.answer(DISAGREEMENT);
    story.check('avant la panne, la page dit « Enregistré »', await here.hears(saysSaved));

    await here.context.route('**/*', (route) => route.abort('connectionrefused'));
    await here.goTo('comprendre');
    await here.answer(MINUTES);
    await here.goTo('prendre-du-recul');
    await here.write(TEXT);
    const gap: Wanted = { text: TEXT, answers: [answered(DISAGREEMENT), answered(MINUTES)] };
    await here.wait(5_000);
    await story.wordsAreTrue('5 s après la coupure', here, gap);
    await here.wait(10_000);
    await story.wordsAreTrue('15 s après la coupure', here, gap);
    const words = await story.hear('15 s après la coupure', here);
    story.check(
      'la page dit que la connexion est interrompue, ou que la plateforme n’a pas confirmé',
      saysInBanner(words, 'Connexion interrompue') || saysInBanner(words, 'n’a pas confirmé'),
      [words.status, ...words.banners].join(' '),
    );

    await here.context.unroute('**/*');
    await here.goTo('se-situer');
    await here.place();
    await here.goTo('prendre-du-recul');
    await here.writeAll(TEXT);
    await here.goTo('faire-le-point');
    await here.answer(OPENING);
    await here.answer(TRACE);
    await here.wait(34_000);
    const all: Wanted = {
      text: TEXT,
      answers: [answered(DISAGREEMENT), answered(MINUTES), placed, answered(OPENING), answered(TRACE), finished],
      status: 'completed',
      score: 100,
      complete: true,
    };
    await story.wordsAreTrue('le serveur revenu, le module terminé', here, all);
    await here.exit();
    await story.holds('après « Exit activity »', 'Moodle a tout, une fois chaque chose', all);
    await here.launch();
    await here.wait(4_000);
    await story.hear('au lancement suivant', here);
    await here.exit();
    await story.holds('après le lancement suivant', 'Moodle a tout, une fois chaque chose', all);
  },
};

type Browser = Awaited<ReturnType<Story['sitDown']>>;

async function broken(
  story: Story,
  answer: (route: Route) => Promise<void>,
  mended: (here: Browser) => Promise<void>,
): Promise<void> {
  const here = await story.sitDown();
  await here.launch();
  await here.goTo('se-situer');
  await here.answer(DISAGREEMENT);
  story.check('avant la panne, la page dit « Enregistré »', await here.hears(saysSaved));

  await here.context.route(COMMITS, answer);
  await here.goTo('comprendre');
  await here.answer(MINUTES);
  await here.goTo('prendre-du-recul');
  await here.write(TEXT);
  const told = await here.hears((words) => saysInBanner(words, 'n’a pas confirmé'));
  await here.settled();
  const words = await story.hear('pendant la panne', here);
  story.check('la page dit que la plateforme n’a pas confirmé', told, words.banners.join(' '));
  story.check('la barre dit « Enregistré sur cet appareil »', saysOnDevice(words), words.status);
  const all: Wanted = {
    text: TEXT,
    answers: [answered(DISAGREEMENT), answered(MINUTES)],
    status: 'incomplete',
  };
  // the text of the journal may still be waiting for its own commit: it must fail too
  await here.wait(12_000);
  await story.wordsAreTrue('12 s plus tard, toujours en panne', here, all);

  await here.context.unroute(COMMITS);
  await mended(here);
  const quiet = await here.hears((one) => !saysInBanner(one, 'n’a pas confirmé'), 45_000);
  story.check('la panne levée, la page cesse de dire que la plateforme n’a pas confirmé', quiet);
  await here.wait(2_000);
  await story.wordsAreTrue('la panne levée', here, all);
  await here.exit();
  await story.holds('après « Exit activity »', 'Moodle a le texte et les réponses, une fois chacune', all);
  await here.launch();
  await here.wait(4_000);
  await story.hear('au lancement suivant', here);
  await here.exit();
  await story.holds('après le lancement suivant', 'Moodle a le texte et les réponses, une fois chacune', all);
}
