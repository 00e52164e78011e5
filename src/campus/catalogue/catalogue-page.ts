import { html } from 'hono/html';
import type { CourseOutline } from '../../model/course.ts';
import type { PackageFile } from '../../preview/package-file.ts';
import { type Learner, NAME_LENGTH } from '../learners.ts';
import { outlineOf } from '../packages/course-package.ts';
import { kindOf } from '../packages/package-kind.ts';
import { type Html, page } from '../pages/page.ts';
import { shownDuration, shownSize } from '../pages/shown.ts';
import type { Catalogue, CatalogueEntry } from './catalogue.ts';

const TARGETS: Readonly<Record<string, string>> = {
  scorm12: 'SCORM 1.2',
  scorm2004: 'SCORM 2004',
  cmi5: 'cmi5',
  xapi: 'xAPI',
  tincan: 'xAPI',
  web: 'Web, sans plateforme',
  html: 'Web, sans plateforme',
};

/** Every course, how to follow it as one of the learners, its packages; then the learners themselves. */
export function cataloguePage({ entries, unreadable }: Catalogue, learners: readonly Learner[]): Html {
  return page({
    title: 'Catalogue',
    current: 'catalogue',
    body: html`
      <p class="lead">Le campus d’un seul organisme, sur une seule machine\u00a0: ouvrez un module comme le ferait une personne inscrite, puis regardez ce qu’une plateforme en garderait. Rien n’en sort.</p>
      ${
        entries.length > 0
          ? html`<ul class="courses">${entries.map((entry) => html`<li class="card">${course(entry, learners)}</li>`)}</ul>`
          : html`<p class="card">Aucun paquet pour l’instant. Arrêtez le campus, lancez <code>npm run package</code>, puis <code>npm start</code>.</p>`
      }
      ${
        unreadable.length > 0
          ? html`<p class="banner banner--e">Illisibles\u00a0: ${unreadable.map((name) => `${name}.zip`).join(', ')}. Refaites ces paquets avec <code>npm run package</code>.</p>`
          : ''
      }
      <section class="card" aria-labelledby="personnes">
        <h2 id="personnes">Personnes inscrites</h2>
        <p class="muted s">Elles sont inventées et travaillent à Vernoselle, qui n’existe pas. Une plateforme ne reçoit d’elles qu’un identifiant sans nom.</p>
        <ul class="people">${learners.map(({ name, cohort }) => html`<li>${name}${cohort ? html` <span class="muted s">${cohort}</span>` : ''}</li>`)}</ul>
        <form class="fields" method="post" action="/personnes">
          <label for="nom">Prénom et nom</label>
          <input id="nom" name="nom" required maxlength="${NAME_LENGTH}" autocomplete="off">
          <button class="btn btn--s">Ajouter</button>
        </form>
      </section>`,
  });
}

function course({ title, outline, packages }: CatalogueEntry, learners: readonly Learner[]) {
  const followed = packages.filter(kindOf);
  return html`
    <h2>${title}</h2>
    ${outline ? presentation(outline) : html`<p class="muted">Paquet fait avec un autre outil.</p>`}
    ${followed[0] ? follow(followed[0], followed, learners) : ''}
    <details class="packages">
      <summary>${packages.length > 1 ? `Les ${packages.length} paquets` : 'Le paquet'}</summary>
      <ul>${packages.map((file) => html`<li>${download(file)}</li>`)}</ul>
    </details>`;
}

function presentation({ summary, modules }: CourseOutline) {
  const minutes = modules.reduce((sum, module) => sum + module.minutes, 0);
  return html`
    <p>${summary}</p>
    <p class="muted s">${modules.length} ${modules.length > 1 ? 'modules' : 'module'}, ${shownDuration(minutes * 60)} en tout</p>
    <ol class="modules">${modules.map((module) => html`<li>${module.title} <span class="muted s">${shownDuration(module.minutes * 60)}</span></li>`)}</ol>`;
}

/** One form for all that can be followed. `first`: what is offered before any choice. */
function follow(first: PackageFile, followed: readonly PackageFile[], learners: readonly Learner[]) {
  const { name } = first.info;
  const [who, which] = [`suivre-${name}`, `paquet-${name}`];
  return html`
    <form class="fields" action="/suivre">
      <label for="${who}">Suivre ce parcours comme</label>
      <select id="${who}" name="apprenant">${byCohort(learners).map(([cohort, group]) => options(cohort, group))}</select>
      ${
        followed.length > 1
          ? html`<label for="${which}">avec le paquet</label>
              <select id="${which}" name="paquet">${followed.map((file) => html`<option value="${file.info.name}">${called(file)}</option>`)}</select>`
          : html`<input type="hidden" name="paquet" value="${name}">`
      }
      <button class="btn btn--p">Ouvrir</button>
    </form>`;
}

const options = (cohort: string, group: readonly Learner[]) => {
  const lines = group.map(({ id, name }) => html`<option value="${id}">${name}</option>`);
  return cohort ? html`<optgroup label="${cohort}">${lines}</optgroup>` : lines;
};

/** In the order of the first of each. */
function byCohort(learners: readonly Learner[]): [string, Learner[]][] {
  const groups = new Map<string, Learner[]>();
  for (const learner of learners) groups.set(learner.cohort, [...(groups.get(learner.cohort) ?? []), learner]);
  return [...groups];
}

function download(file: PackageFile) {
  const { name, size, forLms } = file.info;
  return html`<span><b>${called(file)}</b> <span class="muted s">${name}.zip, ${shownSize(size)}</span></span>
    <span class="actions"><a href="/telecharger/${encodeURIComponent(name)}" download="${name}.zip">Télécharger<span class="vh"> ${name}.zip</span></a>
    <a href="/preview/?zip=${encodeURIComponent(name)}&lms=${forLms ? 'strict' : 'none'}">Aperçu<span class="vh"> de ${name}</span></a></span>`;
}

/** « SCORM 1.2 », with its module when it has one alone. */
function called(file: PackageFile): string {
  const { name, target } = file.info;
  const kind = TARGETS[target || (kindOf(file) ?? '')] ?? (target || 'Paquet');
  const module = name.split(`-${target}-`)[1];
  const title = module && outlineOf(file)?.modules.find(({ id }) => id === module)?.title;
  return title ? `${kind}, ${title}` : kind;
}
