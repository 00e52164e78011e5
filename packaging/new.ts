import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeLock } from '../src/content/lock.ts';
import { modulesFolder, readArguments, readCourses, sayIssues, shownPath, stop } from './courses.ts';
import { newBlock, putInOrder } from './scaffold/block.ts';
import { newCourse } from './scaffold/course.ts';
import { newLesson } from './scaffold/lesson.ts';
import { newModule } from './scaffold/module.ts';
import { titleOf } from './scaffold/name.ts';
import { type Plan, type Refusal, write } from './scaffold/plan.ts';

/** `npm run new -- course|module|lesson|block …`: what one begins with, working at once. Never writes over a file. */
const HELP = `npm run new commence un parcours, un module, une leçon ou un nouveau genre de bloc.

  npm run new -- course mon-parcours --title "Mon parcours" --modules ../mes-parcours
      un parcours d’un module, qui marche tout de suite
  npm run new -- module mon-parcours 02-equipe --title "Faire équipe" --modules ../mes-parcours
      un module, à la suite des autres
  npm run new -- lesson mon-parcours/02-equipe ecouter --title "Écouter" --modules ../mes-parcours
      une leçon, à la suite de celles du module
  npm run new -- block mon-bloc
      pour qui programme\u00a0: un genre de question, avec ses essais

--modules est le dossier de vos parcours, créé au besoin\u202f; sans lui, c’est le dossier modules de ce projet.
Un nom s’écrit en minuscules sans accent, chiffres et tirets. Un titre s’écrit entre guillemets.`;

const { names, options } = readArguments(process.argv.slice(2));
const [kind, ...words] = names;
const asked = options.get('modules');
const inShell = (text: string) => (/^[\w./:\\~-]+$/.test(text) ? text : `"${text}"`);
/** Ends the next commands to type, so that they look in the same folder. */
const elsewhere = asked === undefined ? '' : ` --modules ${inShell(asked)}`;

if (kind === undefined) console.log(HELP);
else if (kind === 'course') await makeCourse();
else if (kind === 'module') await makeModule();
else if (kind === 'lesson') await makeLesson();
else if (kind === 'block') makeBlock();
else stop(`«\u00a0${kind}\u00a0» n’est ni course, ni module, ni lesson, ni block.\n\n${HELP}`);

async function makeCourse(): Promise<void> {
  const [name = ''] = given(['mon-parcours'], ['title', 'modules']);
  const modules = modulesFolder(options);
  const plan = make(newCourse(modules, name, title(name)));
  await writeNumbers(modules, name);
  const out = asked === undefined ? '' : ` --out ${inShell(`${asked}/paquets`)}`;
  say(plan, [
    `npm run author -- ${name}${elsewhere}`,
    `npm run check -- ${name}${elsewhere}`,
    `npm run package -- ${name}${elsewhere}${out}`,
  ]);
}

async function makeModule(): Promise<void> {
  const [course = '', folder = ''] = given(['mon-parcours', '02-equipe'], ['title', 'modules']);
  const modules = modulesFolder(options);
  const { compiled } = (await readCourses([course], modules))[0]!;
  const plan = make(newModule(modules, course, compiled, folder, title(folder)));
  if (compiled.issues.length === 0) await writeNumbers(modules, course);
  say(plan, nextFor(course, compiled.issues.length === 0));
}

async function makeLesson(): Promise<void> {
  const [place = '', name = ''] = given(['mon-parcours/02-equipe', 'ecouter'], ['title', 'modules']);
  const [course = '', folder = '', ...rest] = place.replace(/[\\/]$/, '').split(/[\\/]/);
  if (!folder || rest.length > 0)
    stop(
      `Dites dans quel module, parcours puis dossier\u00a0: npm run new -- lesson mon-parcours/02-equipe ${name}${elsewhere}`,
    );
  const modules = modulesFolder(options);
  const { compiled } = (await readCourses([course], modules))[0]!;
  const plan = make(newLesson(modules, course, folder, name, title(name)));
  if (compiled.issues.length === 0) await writeNumbers(modules, course);
  say(plan, nextFor(course, compiled.issues.length === 0));
}

function makeBlock(): void {
  const [name = ''] = given(['mon-bloc'], []);
  const plan = make(newBlock(name));
  putInOrder(plan);
  say(plan, [
    'npm run docs',
    'npm run types',
    `npx vitest run src/blocks/${name} tests/guide tests/architecture`,
    'npm run guide:shots',
  ]);
}

/** The words of the command, as many as `examples`; stops when some are missing, too many, or an option is unknown. */
function given(examples: readonly string[], known: readonly string[]): readonly string[] {
  const example = `npm run new -- ${kind} ${examples.join(' ')}`;
  const foreign = [...options.keys()].find((name) => !known.includes(name));
  if (foreign !== undefined)
    stop(
      `L’option --${foreign} n’existe pas ici. Par exemple\u00a0: ${example}${known.length > 0 ? ' --title "Un titre"' : ''}`,
    );
  if (words.length < examples.length) stop(`Il manque un nom. Par exemple\u00a0: ${example}${elsewhere}`);
  if (words.length > examples.length)
    stop(
      `Trop de mots\u00a0: ${words.slice(examples.length).join(' ')}. Un titre s’écrit entre guillemets, un nom sans espace. Par exemple\u00a0: ${example} --title "Un titre"`,
    );
  return words;
}

/** What `--title` says, or a title made of the name. */
function title(name: string): string {
  const written = options.get('title')?.trim();
  if (written === '') stop('Il manque le titre après --title\u00a0: écrivez-le entre guillemets.');
  if (written && written.length > 200) stop('Ce titre a plus de 200 caractères\u00a0: raccourcissez-le.');
  return written ?? titleOf(name);
}

function make(plan: Plan | Refusal): Plan {
  const refusal = 'refused' in plan ? plan : write(plan);
  if (refusal) stop(`${refusal.refused}${refusal.hint ? `\n    → ${refusal.hint}${elsewhereIn(refusal.hint)}` : ''}`);
  return plan as Plan;
}

/** A command that is proposed looks in the same folder too. */
function elsewhereIn(hint: string): string {
  return /npm run new -- (?:course|module|lesson) /.test(hint) ? elsewhere : '';
}

/** The numbers of what is new: `check` then has nothing to say. */
async function writeNumbers(modules: string, course: string): Promise<void> {
  const { compiled } = (await readCourses([course], modules))[0]!;
  writeFileSync(join(modules, course, 'course.lock.json'), writeLock(compiled.lock));
  sayIssues(course, { ...compiled, issues: compiled.issues.filter(({ code }) => code !== 'verrou/perime') });
}

/** `numbered`: false when the course had issues before, and its numbers were left as they were. */
function nextFor(course: string, numbered: boolean): string[] {
  const author = `npm run author -- ${course}${elsewhere}`;
  return numbered
    ? [author]
    : [`npm run check -- ${course}${elsewhere}`, `npm run lock -- ${course}${elsewhere}`, author];
}

function say({ created, edited = [] }: Plan, commands: readonly string[]): void {
  const shown = created.map(({ path }) => shownPath(path.replace(/([\\/]\.vscode)[\\/].*/, '$1')));
  for (const path of [...new Set(shown)].sort()) console.log(`Créé\u00a0: ${path}`);
  for (const { path } of edited) console.log(`Complété\u00a0: ${shownPath(path)}`);
  console.log(`\nEnsuite\u00a0:\n${commands.map((command) => `  ${command}`).join('\n')}`);
}
