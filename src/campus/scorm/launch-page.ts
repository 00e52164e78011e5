import { html } from 'hono/html';
import type { PackageInfo } from '../../preview/package-file.ts';
import type { Learner } from '../learners.ts';
import { barePage, type Html, PAGE_POLICY } from '../pages/page.ts';

/** The page of a course holds the course in a frame. */
export const LAUNCH_POLICY = `${PAGE_POLICY}; frame-src 'self'`;

/** The course, and above it who follows it and the way out. The session itself is opened by client/launch.ts. */
export const launchPage = ({ name, title, launch }: PackageInfo, learner: Learner): Html =>
  barePage(
    title,
    html`<body class="launch">
    <header class="launch__bar">
      <h1>${title}</h1>
      <p class="muted s">suivi comme ${learner.name}</p>
      <a class="btn btn--s" href="/tentatives">Quitter</a>
    </header>
    <p id="avis" class="launch__notice" role="status"></p>
    <noscript><p class="launch__notice">Un module se suit avec JavaScript\u00a0: activez-le, puis rechargez cette page.</p></noscript>
    <main data-course="/content/${encodeURIComponent(name)}/${launch}"></main>
  </body>`,
    '/campus/suivre/assets/launch.js',
  );
