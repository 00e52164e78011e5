import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { playModule } from '../../robot.ts';
import { ACTIVITY } from '../driver.ts';
import { type LearnerBrowser, saysSaved } from '../learner-browser.ts';
import { differences, elementsOf, type Wanted } from '../reading.ts';
import type { Place, Scenario, Story } from '../scenario.ts';
import {
  answered,
  DISAGREEMENT,
  finished,
  MINUTES,
  MODULES,
  OPENING,
  packageCourse,
  placed,
  type Question,
  run,
  TRACE,
} from '../small-course.ts';

const TEXT = 'Écrit dans la première publication.';
/** A wrong and a partial answer: a mistake of number would show. */
const CHOSEN = { disagreement: [3], minutes: [1, 4] };

/** A published course is corrected while people are in it. */
export const update: Scenario = {
  name: 'update',
  title: 'Paquet remplacé par une publication corrigée',
  async activity({ driver, course, folder }) {
    cpSync(MODULES, join(folder, 'courses'), { recursive: true });
    run('packaging/release.ts', 'essai', '--modules', join(folder, 'courses'));
    const zip = packageCourse(join(folder, 'courses'), join(folder, 'release-1'));
    const added = await driver.addScorm(course, zip, { name: 'Parcours publié', settings: ACTIVITY });
    if (!added.ok) throw new Error(`Moodle refused the package: ${added.errors.join(' ; ')}`);
    return added.cmid;
  },
  async play(story) {
    const here = await story.sitDown();
    await here.launch();
    await here.goTo('se-situer');
    await here.answer(DISAGREEMENT, CHOSEN.disagreement);
    await here.goTo('comprendre');
    await here.answer(MINUTES, CHOSEN.minutes);
    await here.goTo('prendre-du-recul');
    await here.write(TEXT);
    await here.hears(saysSaved);
    await here.exit();
    const all: Wanted = {
      text: TEXT,
      answers: [answered(DISAGREEMENT, CHOSEN.disagreement), answered(MINUTES, CHOSEN.minutes)],
      status: 'incomplete',
    };
    const before = await story.holds('première publication', 'Moodle a le texte et les réponses', all);
    const colleague = await finishedColleague(story);

    const zip = correct(story.place);
    const updated = await story.place.driver.updateScorm(story.cmid, { zip });
    story.check('Moodle accepte le paquet corrigé', updated.ok, updated.errors.join(' '));
    await story.holds('paquet remplacé, avant toute ouverture', 'les données de suivi sont toujours là', all);
    await colleague('le paquet remplacé');

    await here.launch();
    await here.goTo('se-situer');
    const corrected = await here.frame.locator('main').innerText();
    story.check('la correction se lit', corrected.includes('l’horaire de la sieste'));
    await chosenOptions(story, here, DISAGREEMENT.number, ['Je reporte la question à la prochaine réunion d’équipe.']);
    await here.goTo('comprendre');
    await chosenOptions(story, here, MINUTES.number, [
      'La décision elle-même.',
      'La date à laquelle on y revient ensemble.',
    ]);
    const added = here.frame.getByText('Qui garde le relevé de décisions ?');
    story.check('la question ajoutée est là, sans réponse', (await added.count()) === 1);
    await here.goTo('prendre-du-recul');
    const found = await here.journal.inputValue();
    story.check('le texte est là', found === TEXT, found);
    await story.hear('publication corrigée', here);
    await here.goTo('comprendre');
    const keeper = addedQuestion(story.place);
    await here.answer(keeper);
    await here.wait(4_000);
    await here.exit();
    const after = await story.holds('publication corrigée', 'les réponses d’avant sont inchangées, la nouvelle y est', {
      ...all,
      answers: [...all.answers!, answered(keeper)],
    });
    const lost = Object.keys(elementsOf(before)).filter((element) => !(element in elementsOf(after)));
    story.check('aucune donnée de suivi n’a disparu', lost.length === 0, lost.join(', '));
    await colleague('l’ouverture par une autre');
  },
};

/** Someone who had finished before: the result must stay, and a relaunch must not change it. */
async function finishedColleague(story: Story): Promise<(when: string) => Promise<void>> {
  const { driver, course } = story.place;
  const [learner] = await driver.createUsers([
    { username: `${story.learner.username}-2`, firstname: 'Alix', lastname: 'Roche' },
  ]);
  await driver.enrol(course, [learner!.id]);
  const there = await story.sitDown(learner);
  await there.launch();
  await playModule(there.frame, 'm1', { text: TEXT });
  await there.wait(3_000);
  await there.exit();
  const all: Wanted = {
    text: TEXT,
    answers: [answered(DISAGREEMENT), placed, answered(MINUTES), answered(OPENING), answered(TRACE), finished],
    status: 'completed',
    score: 100,
    complete: true,
  };
  return async (when) => {
    await there.launch();
    await there.wait(4_000);
    await there.exit();
    const reading = await driver.readAll(course, story.cmid, learner!.id);
    const found = differences(reading, all);
    story.check(`une collègue qui avait terminé garde tout après ${when}`, found.length === 0, found.join('\u202f; '));
  };
}

/** What the author does: corrects words, adds a question, reorders options; then the lock, then the package. */
function correct({ folder }: Place): string {
  const page = (name: string) => join(folder, 'courses', 'essai', '01-cadre', name);
  edit(page('01-se-situer.md'), (text) => reorder(text.replace('l’heure de la sieste', 'l’horaire de la sieste')));
  edit(page('02-comprendre.md'), (text) => reorder(text.replace('on y revient.', 'on y revient ensemble.')) + QUESTION);
  run('packaging/lock.ts', '--modules', join(folder, 'courses'));
  return packageCourse(join(folder, 'courses'), join(folder, 'release-2'));
}

const QUESTION = `
:::choix-unique{id=garde competences="ES-M1.b"}
Qui garde le relevé de décisions ?

- [x] La personne qui l’a écrit, et chacun une copie.
  > Chacun peut relire.
- [ ] Personne.
  > Il se perd.
:::
`;

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`Nothing to correct in ${path}: did the fixture change?`);
  writeFileSync(path, after);
}

/** The options of the page's question, last first; each keeps its explanation. */
function reorder(text: string): string {
  const option = /^- \[[ x]\] .*\n {2}> .*\n/gm;
  const options = text.match(option) ?? [];
  return text.replace(option, () => options.pop()!);
}

function addedQuestion({ folder }: Place): Question {
  const lock = JSON.parse(readFileSync(join(folder, 'courses', 'essai', 'course.lock.json'), 'utf8'));
  return { ...lock.modules.m1.blocks.garde, right: [1] };
}

/** By their words, as the learner reads them: ranks and numbers may both lie. */
async function chosenOptions(story: Story, here: LearnerBrowser, number: number, words: string[]): Promise<void> {
  const chosen = here.block(number).locator('.tile:has(input:checked) > span');
  const texts = (await chosen.allInnerTexts()).map((text) => text.split('\n')[0]!.trim());
  story.check(
    `la réponse donnée est sur les bonnes options\u00a0: ${words.join(' ')}`,
    [...texts].sort().join('|') === [...words].sort().join('|'),
    texts.join(' '),
  );
}
