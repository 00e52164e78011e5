import { escapeHtml } from '../../src/content/escape.ts';
import { frenchDate } from '../../src/content/facts.ts';
import { writeNumber } from '../../src/model/french-number.ts';
import { htmlPage, htmlTable, places } from '../html-page.ts';
import { total } from './block-time.ts';
import type { CourseReport, ModuleReport } from './course-report.ts';
import { stepTimes, TOLERANCE } from './durations.ts';
import { FEWEST } from './question-counts.ts';
import { easeInWords, LONGEST_SENTENCE } from './readability.ts';
import { place, STATUS_WORDS } from './source-age.ts';
import { type Assumption, minutesInWords, TIMES } from './times.ts';

/** What stands before every time that is told. */
export const TIME_VARIES =
  'Ces temps sont ceux d’une personne, en un seul essai. Chacune a le sien\u00a0: du simple au double n’a rien d’étonnant.';

/** The whole report, for those who write and for those who decide. */
export function reportHtml(report: CourseReport): string {
  const { outline, today } = report;
  const sections: readonly [id: string, title: string, body: string][] = [
    ['a-revoir', 'À revoir', warnings(report)],
    ['temps', 'Temps', time(report)],
    ['lisibilite', 'Lisibilité', readability(report)],
    ['sources', 'Sources', sources(report)],
    ['questions', 'Questions', questions(report)],
  ];
  const links = sections.map(([id, title]) => `<li><a href="#${id}">${title}</a></li>`).join('');
  const body = sections.map(
    ([id, title, inside]) => `<section aria-labelledby="${id}">\n<h2 id="${id}">${title}</h2>\n${inside}</section>`,
  );
  return htmlPage(
    'Relecture du parcours',
    outline.title,
    `<p>${escapeHtml(outline.title)}. Relu le ${frenchDate(today)}. Rien de ce qui suit n’empêche de mettre le parcours en paquet.</p>\n<nav aria-label="Sommaire"><ul>${links}</ul></nav>\n${body.join('\n')}`,
  );
}

const heading = ({ time }: ModuleReport) => `<h3>${escapeHtml(time.module.outline.title)}</h3>\n`;
const minutes = (seconds: number) => (seconds > 0 ? minutesInWords(seconds) : '–');
const decimal = (value: number) => writeNumber(Math.round(value * 10) / 10);

function warnings(report: CourseReport): string {
  if (report.warnings.length === 0) return '<p>Rien à signaler.</p>\n';
  return htmlTable(
    'Ce qui mérite un second regard, dans l’ordre des fichiers',
    ['Où', 'Quoi', 'Que faire'],
    report.warnings.map(({ file, line, message, hint = '' }) => ({
      cells: [`<code>${escapeHtml(`${file}:${line}`)}</code>`, escapeHtml(message), escapeHtml(hint)],
    })),
  );
}

function time({ modules, outline }: CourseReport): string {
  const course = modules.reduce((sum, one) => sum + total(one.time.seconds), 0);
  const announced = outline.modules.reduce((sum, one) => sum + one.minutes * 60, 0);
  return `<p>${TIME_VARIES} Calculé pour tout le parcours\u00a0: <strong>${minutesInWords(course)}</strong>, annoncé\u00a0: ${minutesInWords(announced)}.</p>\n${modules.map(moduleTimes).join('')}${assumptions()}`;
}

function moduleTimes(report: ModuleReport): string {
  const { module, pages, seconds } = report.time;
  const pageRows = pages.map(({ page, seconds: own }) => ({
    cells: [
      escapeHtml(page.outline.title),
      minutes(own.read),
      minutes(own.answer),
      minutes(own.write),
      minutes(own.watch),
      minutes(total(own)),
      minutes(page.outline.minutes * 60),
    ],
  }));
  const far = Math.abs(total(seconds) / 60 - module.outline.minutes) > module.outline.minutes * TOLERANCE;
  const sum = {
    cells: [
      `<strong>Module entier</strong>${far ? `<br>plus de ${TOLERANCE * 100}\u00a0% d’écart` : ''}`,
      ...[seconds.read, seconds.answer, seconds.write, seconds.watch, total(seconds), module.outline.minutes * 60].map(
        minutes,
      ),
    ],
    alert: far,
  };
  const steps = stepTimes(report.time).map(({ title, seconds: own, announced }) => ({
    cells: [escapeHtml(title), minutes(own), minutes(announced * 60)],
  }));
  return [
    heading(report),
    htmlTable(
      'Temps de chaque page',
      ['Page', 'Lire', 'Répondre', 'Écrire', 'Voir, écouter', 'Document', 'Calculé', 'Annoncé'],
      [...pageRows, sum],
    ),
    htmlTable('Temps de chaque étape', ['Étape', 'Calculé', 'Annoncé'], steps),
    uncounted(report),
  ].join('');
}

function uncounted({ time }: ModuleReport): string {
  const downloads = time.pages.flatMap((page) => page.uncounted);
  const untimed = time.pages.flatMap((page) => page.untimed);
  const told = [
    ...(downloads.length > 0
      ? [`<li>Sans durée dite, documents dont le travail n’est pas compté\u00a0: ${places(downloads.map(place))}</li>`]
      : []),
    ...(untimed.length > 0
      ? [`<li>Sans durée dite, comptés d’après leur transcription\u00a0: ${places(untimed.map(place))}</li>`]
      : []),
  ];
  return told.length > 0 ? `<ul>${told.join('')}</ul>\n` : '';
}

const assumptions = () =>
  `<h3>Ce que le calcul suppose</h3>\n<p>Les secondes s’ajoutent à la lecture de l’énoncé, des options et des explications. Un champ à écrire compte le bas de son repère de mots. Ne comptent pas\u00a0: les seconds essais, ce qui est replié (transcriptions, descriptions longues), le travail au poste, sauf la durée dite d’un document à remplir.</p>\n${htmlTable(
    'Hypothèses',
    ['Pour', 'Valeur', 'D’où elle vient'],
    Object.values<Assumption>(TIMES).map(({ about, value, unit, source }) => ({
      cells: [
        escapeHtml(about),
        `${writeNumber(value)}\u00a0${escapeHtml(unit)}`,
        escapeHtml(source ?? 'estimation de la maison'),
      ],
    })),
  )}`;

const readability = ({ modules }: CourseReport): string =>
  `<p>Indice de Kandel et Moles (1958), adaptation au français de celui de Flesch\u00a0: autour de 0, très difficile\u202f; autour de 100, très facile. Il ne connaît que la longueur des mots et des phrases\u00a0; un texte de droit reste bas, et un indice haut ne dit pas qu’un texte est clair. Une phrase longue a plus de ${LONGEST_SENTENCE}\u00a0mots.</p>\n${modules
    .map((report) =>
      [
        heading(report),
        htmlTable(
          'Lisibilité de chaque page',
          ['Page', 'Phrases', 'Mots par phrase', 'Indice', 'Lecture', 'Phrases longues'],
          report.pages.map(({ sentences, wordsPerSentence, ease, long }, rank) => ({
            cells: [
              escapeHtml(report.time.pages[rank]!.page.outline.title),
              writeNumber(sentences),
              sentences > 0 ? decimal(wordsPerSentence) : '–',
              ease === undefined ? '–' : writeNumber(Math.round(ease)),
              ease === undefined ? '–' : easeInWords(ease),
              places(long.map(place)),
            ],
          })),
        ),
      ].join(''),
    )
    .join('')}`;

/** A colour alone would say nothing to whoever does not see it. */
const dated = (day: string, old: boolean) =>
  `${frenchDate(day)}${old ? '<br><strong>plus de douze mois</strong>' : ''}`;

function sources({ facts, resources }: CourseReport): string {
  const heads = ['Fait', 'Code', 'Lu le', 'Employé'];
  const row = ({ fact, uses, old, at }: CourseReport['facts'][number]) => ({
    alert: old,
    cells: [
      `<strong>${escapeHtml(fact.id)}</strong> ${escapeHtml(fact.statement)}<br><code>${escapeHtml(place(at))}</code>`,
      `${fact.status}\u00a0: ${escapeHtml(STATUS_WORDS[fact.status])}`,
      dated(fact.read, old),
      places(uses.map(place)),
    ],
  });
  const used = facts.filter(({ uses }) => uses.length > 0);
  const table = (caption: string, those: CourseReport['facts']) =>
    those.length > 0
      ? htmlTable(`${caption} (${those.length})`, heads, those.map(row))
      : `<p>${caption}\u00a0: aucun.</p>\n`;
  const read = resources.map(({ title, url, day, old, file, line }) => ({
    alert: old,
    cells: [
      `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`,
      dated(day, old),
      `<code>${escapeHtml(`${file}:${line}`)}</code>`,
    ],
  }));
  return [
    table(
      'Faits employés, à relire',
      used.filter(({ again }) => again),
    ),
    table(
      'Autres faits employés',
      used.filter(({ again }) => !again),
    ),
    table(
      'Faits jamais employés par ce parcours',
      facts.filter(({ uses }) => uses.length === 0),
    ),
    read.length > 0 ? htmlTable('Ressources du web', ['Ressource', 'Consultée le', 'Où'], read) : '',
  ].join('');
}

const questions = ({ modules }: CourseReport): string =>
  modules
    .map((report) =>
      [
        heading(report),
        htmlTable(
          'Sortes de questions',
          ['Sorte', 'Nombre'],
          report.questions.kinds.map(([directive, count]) => ({ cells: [escapeHtml(directive), writeNumber(count)] })),
        ),
        htmlTable(
          `Questions notées par compétence, ${FEWEST} au moins`,
          ['Compétence', 'Questions notées'],
          report.questions.competencies.map(({ competency, graded }) => ({
            alert: graded < FEWEST,
            cells: [
              `<strong>${escapeHtml(competency.id)}</strong> ${escapeHtml(competency.title)}`,
              writeNumber(graded),
            ],
          })),
        ),
      ].join(''),
    )
    .join('');
