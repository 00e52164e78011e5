import { escapeHtml } from '../src/content/escape.ts';
import { type CourseOutline, type ModuleContent, type ModuleOutline, pageAddress, STEPS } from '../src/model/course.ts';
import type { Bundle } from './bundle.ts';

const policy = (connect: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src ${connect}; base-uri 'none'; form-action 'none'`;
/** No network but the package's own files; no inline style, no inline script. */
export const CSP = policy("'self'");
/** Besides, the record store that a platform names when it launches the page: nobody knows its address before. */
export const CSP_WITH_STORE = policy("'self' http: https:");

export interface PageOptions {
  course: CourseOutline;
  contents: readonly ModuleContent[];
  bundle: Bundle;
  tracker: string;
  /** Tells a single-module package's own learner state from the whole course's. */
  scope?: string;
  /** The module this page opens on, in a package that has a page for each; absent for the course's own page. */
  opens?: ModuleOutline;
  /** Its tracker speaks to a record store. */
  toStore?: boolean;
  /** For the author's preview: the page follows what is written. */
  live?: boolean;
}

/**
 * The first screen as static HTML, readable before any script. A course of one module opens on its first page, several
 * on the home, unless the page is that of a module.
 */
export function indexPage({ course, contents, bundle, tracker, scope, opens, toStore, live }: PageOptions): string {
  const only = opens ?? (course.modules.length === 1 ? course.modules[0] : undefined);
  const page = only?.pages[0];
  const content = page && contents.find(({ module }) => module === only.number)?.pages[page.number];
  const title = page ? `${page.title} – ${only.title}` : course.title;
  const main =
    page && content
      ? `<h1 tabindex="-1">${escapeHtml(page.title)}</h1>\n<div class="page">${content.html}</div>`
      : home(course);
  const types = [...new Set(content?.blocks.map(({ type }) => type))];
  const chunks = types.flatMap((type) => bundle.blocks.get(type) ?? []);
  const preloads = [
    ...[...new Set([...bundle.shared, ...chunks.flatMap(({ scripts }) => scripts)])].map(
      (path) => `<link rel="modulepreload" href="${path}">\n`,
    ),
    ...(only ? [`<link rel="preload" href="content/${only.id}.json" as="fetch" crossorigin>\n`] : []),
  ].join('');
  const brand = `<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 19c0-8 5-13 14-14 0 9-5 14-12 13"/><path d="M5 21c1-5 4-8 8-10"/></svg>`;
  return `<!doctype html>
<html lang="${escapeHtml(course.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${toStore ? CSP_WITH_STORE : CSP}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="tracker" content="${tracker}">
${opens ? `<meta name="module" content="${escapeHtml(opens.id)}">\n` : ''}${scope ? `<meta name="scope" content="${escapeHtml(scope)}">\n` : ''}${live ? '<meta name="live">\n' : ''}<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${bundle.style}">
<script type="module" src="${bundle.script}"></script>
${preloads}</head>
<body>
<a class="skip" href="#contenu">Aller au contenu</a>
<header class="top"><div class="top__in"><a class="brand" href="#/"><b>${brand}</b><span>${escapeHtml(course.title)}</span></a><save-status></save-status></div></header>
<div class="wrap">
<div class="lay${page ? '' : ' lay--home'}">
<step-rail class="rail" role="navigation" aria-label="Étapes du module"${page ? '' : ' hidden'}>${page && only ? staticRail(course, only) : ''}</step-rail>
<main id="contenu" tabindex="-1" data-route="${page && only ? pageAddress(only, page) : '#/'}">
<course-banners></course-banners>
${main}
</main>
</div>
${footer(course)}
</div>
<p id="status" class="vh" role="status"></p>
<script type="application/json" id="course">${JSON.stringify(course).replace(/</g, '\\u003c')}</script>
</body>
</html>
`;
}

/** The rail before the script: the same place taken, the same words. */
function staticRail({ modules }: CourseOutline, module: ModuleOutline): string {
  const rank = modules.indexOf(module) + 1;
  const steps = STEPS.map((step) => ({ ...step, page: module.pages.find((page) => page.step === step.id) })).filter(
    ({ page }) => page,
  );
  const items = steps.map(
    ({ title, page }, at) =>
      `<li><a href="${pageAddress(module, page!)}"${at === 0 ? ' aria-current="step"' : ''}><span class="n">${at + 1}</span><span>${title}</span></a></li>`,
  );
  return `<div><p class="rank">Module ${rank}</p><p class="rail__title">${escapeHtml(module.title)}</p><p class="rail__where"><span id="rail-step">Étape 1 sur ${steps.length}</span></p><progress value="0" max="${steps.length}" aria-labelledby="rail-step"></progress></div><ol class="steps">${items.join('')}</ol>`;
}

/** What `course-home` draws, before it does. */
function home({ title, summary, modules }: CourseOutline): string {
  const cards = modules.map(
    (module, rank) =>
      `<li class="card mod"><p class="rank">Module ${rank + 1}</p><h3><a href="#/${module.id}">${escapeHtml(module.title)}</a></h3><p class="s muted">${escapeHtml(module.summary)}</p></li>`,
  );
  return `<course-home><div class="stack"><div class="col"><h1 tabindex="-1">${escapeHtml(title)}</h1><p class="muted">${escapeHtml(summary)}</p></div><section class="stack" aria-labelledby="modules"><h2 id="modules">Les modules</h2><ol class="mods">${cards.join('')}</ol></section></div></course-home>`;
}

function footer({ disclaimer, organisation }: CourseOutline): string {
  const rows = [
    ['Organisme', organisation.name],
    ['Numéro de déclaration d’activité', organisation.activityNumber],
    ['Assistance technique et pédagogique', organisation.helpContact],
    ['Référent handicap', organisation.disabilityReferent],
    ['Protection des données', organisation.dpo],
  ];
  return `<footer class="foot"><p>${escapeHtml(disclaimer)}</p><button class="btn btn--q" type="button" data-open="my-data">Mes données</button> <button class="btn btn--q" type="button" data-switch="theme" hidden></button><details><summary>Organisme et contacts</summary><dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value!)}</dd>`).join('')}</dl></details></footer>`;
}
